import { findingFive } from '../finding-five.ts'

/** The requirements in the order of the framework, whatever the order in which they were chosen. */
export const finding5Order = (ids: readonly string[]): string[] =>
  findingFive.requirements.map(({ id }) => id).filter((id) => ids.includes(id))

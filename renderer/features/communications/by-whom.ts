import type { QueueLine } from './view.ts'

export interface WhomGroup {
  /** Names the group among the others. */
  key: string
  label: string
  family: QueueLine['event']['family']
  lines: QueueLine[]
}

/** The lines of one recipient about one baby together: one call for all of them. The most overdue group first. */
export function byWhom(lines: readonly QueueLine[]): WhomGroup[] {
  const groups = Map.groupBy(lines, ({ event, loop }) => `${event.family.pairId} ${loop.label}`)
  return [...groups].flatMap(([key, [first, ...more]]) =>
    first
      ? [{ key, label: first.loop.label, family: first.event.family, lines: [first, ...more] }]
      : [],
  )
}

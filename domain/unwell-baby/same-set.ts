import type { ObservationSet } from './observation.ts'
import { rowsOfSet } from './set-rows.ts'

/**
 * Whether two sets say the same of the same moment: a button pressed twice, or two people who write down one
 * set. A repeat has a time of its own.
 */
export const isSameSet = (one: ObservationSet, other: ObservationSet): boolean =>
  textOf(one) === textOf(other)

function textOf(set: ObservationSet): string {
  const { readings, groups, findings } = rowsOfSet(set)
  const rows = [...readings.map(({ confirmed: _, ...said }) => said), ...groups, ...findings]
  const { observedAt, babyState, feverReport, consciousness, support } = set
  const { staffConcern, carerView, carerConcern, note } = set
  const said = [observedAt, babyState, feverReport, consciousness, support, staffConcern]
  return JSON.stringify([
    ...said,
    carerView,
    carerConcern,
    note,
    ...rows.map((row) => JSON.stringify(row)).sort(),
  ])
}

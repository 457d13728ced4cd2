import type { Instant } from '../shared/time.ts'
import type { Ending } from './record.ts'
import type { Persons } from './standing.ts'

/**
 * Whether a departure may be taken back as entered in error: on the wrong leave, or of the wrong mother. What
 * says that they were gone is answered first. Truth table: docs/states/leave.md.
 */

interface Search extends Persons {
  endedAt: Instant | null
  endedHow: Ending | null
}

/** Why it may not be taken back, and what to do; null where it may. `departure` is null where nobody left. */
export function whyLeft(
  departure: (Persons & { leftAt: Instant }) | null,
  searches: readonly Search[],
): string | null {
  if (departure === null) return 'Nobody is recorded as gone on this leave'
  const theirs = searches.filter(
    ({ mother, babies, endedAt, endedHow }) =>
      endedHow !== 'entered-in-error' &&
      (endedAt === null || endedAt >= departure.leftAt) &&
      ((mother && departure.mother) || babies.some((one) => departure.babies.includes(one))),
  )
  if (theirs.some(({ endedAt }) => endedAt === null))
    return 'Somebody searches for them. Record how the search ended first: that they were never missing, where that is so'
  if (theirs.length > 0)
    return 'They were searched for and found since they left: it stands that they were gone'
  return null
}

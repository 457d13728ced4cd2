import type { LeaveState } from '#domain/leave/standing.ts'
import type { Instant } from '#domain/shared/time.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { leavesOf, missingOf } from './rows.ts'
import { placeNames } from './view.ts'

/** Somebody of a stay who is away now, as a card of the board shows it. */
export interface Away {
  state: 'missing' | Extract<LeaveState, 'out' | 'late' | 'overdue'>
  mother: boolean
  /** The pairs of the babies who are away. */
  babies: string[]
  /** Where to, in the words of the supervision rules; empty for who left without leave. */
  where: string
  /** When they are due back; of who is missing, since when. */
  since: Instant
  /** From when it is late; null while it is not. */
  lateSince: Instant | null
  /** In the code's own words: neither a name nor what happened. */
  what: string
}

const words: Record<Away['state'], { withBaby: string; alone: string }> = {
  out: { withBaby: 'baby away on leave', alone: 'mother away on leave' },
  late: { withBaby: 'baby late back from leave', alone: 'mother late back from leave' },
  overdue: {
    withBaby: 'baby not back from leave, begin the steps',
    alone: 'mother not back from leave, begin the steps',
  },
  missing: { withBaby: 'baby missing', alone: 'mother missing' },
}

const whatOf = (state: Away['state'], babies: readonly unknown[]) =>
  words[state][babies.length > 0 ? 'withBaby' : 'alone']

/** Who is away from each of these stays, the most urgent first. */
export function awayFrom(
  db: ReadDb,
  stayIds: readonly string[],
  now: Instant,
): Map<string, Away[]> {
  const missing = missingOf(db, stayIds)
    .filter(({ endedAt }) => endedAt === null)
    .map(({ stayId, mother, babies, missingSince }) => ({
      stayId,
      state: 'missing' as const,
      mother,
      babies,
      where: '',
      since: missingSince,
      lateSince: missingSince,
      what: whatOf('missing', babies),
    }))
  const names = placeNames(db, now)
  const out = leavesOf(db, stayIds, now).flatMap(({ stayId, place, departure, standing }) => {
    const { state } = standing
    if (!departure || (state !== 'out' && state !== 'late' && state !== 'overdue')) return []
    return [
      {
        ...standing.out,
        stayId,
        state,
        where: names[place] ?? place,
        since: departure.dueBackAt,
        lateSince: state === 'out' ? null : departure.dueBackAt,
        what: whatOf(state, standing.out.babies),
      },
    ]
  })
  return Map.groupBy([...missing, ...out], ({ stayId }) => stayId)
}

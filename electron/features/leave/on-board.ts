import { askWhetherLeft, type LeaveState, type StillOut } from '#domain/leave/standing.ts'
import { notBackSince } from '#domain/shared/not-back.ts'
import type { Instant } from '#domain/shared/time.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { stayById } from '../stays/queries.ts'
import { grantsOf, type Leave, leavesOf, type Missing, missingOf, outingsOf } from './rows.ts'
import { recalledSince } from './still-stands.ts'
import { placeNames } from './view.ts'

/** Somebody of a stay who is away now, as a card of the board shows it. */
export interface Away {
  state:
    | Extract<LeaveState, 'missing' | 'out' | 'late' | 'overdue' | 'not-left'>
    | 'recalled'
    | 'found'
  mother: boolean
  /** The pairs of the babies who are away. */
  babies: string[]
  /** Where to, in the words of the supervision rules; empty for who left without leave. */
  where: string
  /** When they are due back; of who is missing or has to come back, since when; of who may be here still, when they were to leave. */
  since: Instant
  /** From when it is late; null while it is not. */
  lateSince: Instant | null
  /** In the code's own words: neither a name nor what happened. */
  what: string
  /** Heard until something is recorded: at once whatever is set, or where the unit hears what is late (decision 32). */
  alarm: 'at-once' | 'when-late' | null
}

const words: Record<Away['state'], { withBaby: string; alone: string }> = {
  out: { withBaby: 'baby away on leave', alone: 'mother away on leave' },
  'not-left': {
    withBaby: 'leave with the baby not begun: still here?',
    alone: 'leave of the mother not begun: still here?',
  },
  late: { withBaby: 'baby late back from leave', alone: 'mother late back from leave' },
  recalled: {
    withBaby: 'baby to come back from leave now',
    alone: 'mother to come back from leave now',
  },
  overdue: {
    withBaby: 'baby not back from leave, begin the steps',
    alone: 'mother not back from leave, begin the steps',
  },
  missing: { withBaby: 'baby missing', alone: 'mother missing' },
  found: {
    withBaby: 'baby found elsewhere, not back',
    alone: 'mother found elsewhere, not back',
  },
}

const whatOf = (state: Away['state'], babies: readonly unknown[]) =>
  words[state][babies.length > 0 ? 'withBaby' : 'alone']

/** Who is late, not back or missing, in words that may hang where anybody passes: no name, no place, no reason. */
export const absenceWords: ReadonlySet<string> = new Set(
  (['late', 'overdue', 'missing', 'found'] as const).flatMap((state) =>
    Object.values(words[state]),
  ),
)

/**
 * What is heard (decision 32): a baby who is not back and whom nobody searches for is heard whatever is set;
 * who is late, or has to come back, where the unit hears what is late. Whom somebody searches for, and who
 * was found, is silent.
 */
function alarmOf(state: Away['state'], babies: readonly unknown[], found: boolean): Away['alarm'] {
  if (found) return null
  if (state === 'overdue') return babies.length > 0 ? 'at-once' : 'when-late'
  return state === 'late' || state === 'recalled' ? 'when-late' : null
}

const order: readonly Away['state'][] = [
  'overdue',
  'missing',
  'recalled',
  'found',
  'late',
  'out',
  'not-left',
]

/** Who is away from each of these stays, and who was to leave and may be here still; the most urgent first. */
export function awayFrom(
  db: ReadDb,
  stayIds: readonly string[],
  now: Instant,
): Map<string, Away[]> {
  const searches = missingOf(db, stayIds)
  const leaves = leavesOf(db, stayIds, now)
  const missing = searches.flatMap((search) =>
    awaySearched(
      search,
      leaves.filter(({ stayId }) => stayId === search.stayId),
      searches.filter(({ stayId }) => stayId === search.stayId),
    ),
  )
  const names = placeNames(db, now)
  const onLeave = leaves.flatMap((leave) =>
    awayOnLeave(db, leave, now).map((one) => ({
      ...one,
      stayId: leave.stayId,
      where: names[leave.place] ?? leave.place,
    })),
  )
  const all = [...missing, ...onLeave].sort(
    (a, b) => order.indexOf(a.state) - order.indexOf(b.state),
  )
  return Map.groupBy(all, ({ stayId }) => stayId)
}

/** Whom a search is for; and, once it has ended, who was found and has not come back. */
function awaySearched(
  search: Missing,
  leaves: readonly Leave[],
  searches: readonly Missing[],
): (Away & { stayId: string })[] {
  const { stayId, endedAt, endedHow, missingSince } = search
  const isFound = endedHow === 'found-elsewhere'
  const who = endedAt === null ? search : notBackSince(search, outingsOf(leaves), searches)
  if (!who.mother && who.babies.length === 0) return []
  const state = isFound ? 'found' : 'missing'
  const since = isFound && endedAt !== null ? endedAt : missingSince
  const { mother, babies } = who
  return [
    {
      stayId,
      state,
      mother,
      babies,
      where: '',
      since,
      lateSince: since,
      what: whatOf(state, babies),
      alarm: null,
    },
  ]
}

type OnLeave = Omit<Away, 'where'>

function awayOnLeave(db: ReadDb, leave: Leave, now: Instant): OnLeave[] {
  const { departure, standing, plannedOutAt, babies } = leave
  if (!departure) {
    if (standing.state !== 'not-left') return []
    const what = whatOf('not-left', babies)
    const lateSince = askWhetherLeft(plannedOutAt)
    const { state } = standing
    return [
      { state, mother: leave.mother, babies, since: plannedOutAt, lateSince, what, alarm: null },
    ]
  }
  if (standing.each.length === 0) return []
  const stay = stayById(db, leave.stayId)
  const recalled = recalledSince(db, { stay, grants: grantsOf(db, [leave.stayId]) }, leave, now)
  return standing.each.flatMap((still) => stillAway(still, recalled?.since))
}

function stillAway(
  { state, mother, babies, found, dueBackAt }: StillOut,
  recalledAt: Instant | undefined,
): OnLeave[] {
  // Whom somebody searches for stands in the list of who is missing.
  if (state === 'missing') return []
  const called = recalledAt !== undefined && state !== 'overdue' && !found
  const shown = called ? ('recalled' as const) : state
  return [
    {
      state: shown,
      mother,
      babies,
      since: called ? recalledAt : dueBackAt,
      lateSince: called ? recalledAt : state === 'out' ? null : dueBackAt,
      what: whatOf(shown, babies),
      alarm: alarmOf(shown, babies, found),
    },
  ]
}

import { z } from 'zod'
import { epochMs, instantOf, instantSchema } from '../shared/calendar.ts'
import { note, optionalText } from '../shared/text.ts'
import type { Instant } from '../shared/time.ts'

/**
 * Rounds: how often staff see each baby, by the level in force (domain.md 4.1), each baby confirmed by a tap
 * of its own (decision 23). Due times stand on the clock (on the hour, the half, the quarter), so that one
 * round does for every baby. Truth table in docs/states/rounds.md.
 */

export const checkOutcomes = ['seen', 'away', 'not-found'] as const
export type CheckOutcome = (typeof checkOutcomes)[number]

/** Where a baby was, and with whom: what one tap says. */
export const whereabouts = [
  { place: 'own-room', withWhom: 'mother', label: 'Own room, with mother' },
  { place: 'own-room', withWhom: 'mother-and-staff', label: 'Own room, mother and staff' },
  { place: 'nursery', withWhom: 'staff', label: 'Nursery, with staff' },
  { place: 'shared-room', withWhom: 'mother', label: 'Lounge or dining room, with mother' },
  { place: 'shared-room', withWhom: 'mother-and-staff', label: 'Lounge, mother and staff' },
  { place: 'unit', withWhom: 'other-approved', label: 'On the unit, with an approved visitor' },
] as const
export const checkPlaces = ['own-room', 'nursery', 'shared-room', 'unit'] as const
export const companies = ['mother', 'mother-and-staff', 'staff', 'other-approved'] as const

export const outcomeLabels: Record<CheckOutcome, string> = {
  seen: 'Seen',
  away: 'Away from the unit',
  'not-found': 'Looked for and not found',
}

/** Tapped at the moment, or typed later with the time at which it was. */
export const timings = ['tapped', 'typed'] as const
export type Timing = (typeof timings)[number]

const checkInput = z
  .object({
    pairId: z.uuid(),
    /** The moment of the tap, or the time typed: never the time of entry (decision 23). */
    seenAt: instantSchema,
    timed: z.enum(timings),
    outcome: z.enum(checkOutcomes),
    place: z.enum(checkPlaces).optional(),
    withWhom: z.enum(companies).optional(),
    note: optionalText(note),
  })
  .refine(({ outcome, place, withWhom }) => outcome !== 'seen' || (place && withWhom), {
    path: ['place'],
    message: 'Say where the baby was, and with whom',
  })
  .refine((check) => check.outcome === 'seen' || check.note !== undefined, {
    path: ['note'],
    message: 'Enter where the baby is, or what was done',
  })

export const roundInputSchema = z.object({
  checks: z.array(checkInput).min(1, 'Confirm at least one baby').max(120),
  note: optionalText(note),
})
export type RoundInput = z.output<typeof roundInputSchema>

/** How late a check may be and still be on time, and what counts as entered in bulk [P] (decision 23). */
export const roundRules = {
  graceMinutes: 5,
  bulkWithinMinutes: 5,
  source: 'Bulk: decision 23. Grace: proposal of this product; the unit has to agree it',
} as const

/** A check as the rules read it, in its newest version; times in whole minutes of the epoch. */
export interface CheckFact {
  recordId: string
  version: number
  roundId: string
  seenAt: number
  /** When its first version was recorded. */
  recordedAt: number
  outcome: CheckOutcome
}

/** For how long which interval was in force; `to` is not in it. Null: each contact is recorded instead. */
export interface IntervalSpan {
  from: number
  to: number
  everyMinutes: number | null
}

/** From when to when a baby was out by a recorded leave, or missing; both minutes are in it. */
export interface AwaySpan {
  from: number
  to: number
  /** The search ended then, with the baby found elsewhere or the search with the police; nobody recorded a return. */
  foundAt?: number
  /** What was put on record of it: that the baby was out from a minute on, and when that was entered. */
  entered: readonly { from: number; at: number }[]
}

export const dueStates = [
  'on-time',
  'late',
  'bulk',
  'not-found',
  'missed',
  'away',
  'away-late',
  'not-yet',
] as const
export type DueState = (typeof dueStates)[number]

export interface DueRound {
  dueAt: number
  everyMinutes: number
  state: DueState
  check: CheckFact | null
  /** Whole minutes from the due time to when the baby was seen; 0 where that was before. */
  lateMinutes: number
}

/** Whole minutes of the epoch, rounded down. */
export const wholeMinute = (at: Instant): number => Math.floor(epochMs(at) / 60_000)
export const instantOfMinute = (minute: number): Instant => instantOf(minute * 60_000)

/** The times at which a baby is due to be seen, with the interval of each. */
export function dueTimes(
  spans: readonly IntervalSpan[],
): { dueAt: number; everyMinutes: number }[] {
  const dues: { dueAt: number; everyMinutes: number }[] = []
  for (const { from, to, everyMinutes } of spans) {
    if (everyMinutes === null) continue
    const start = Math.ceil(from / everyMinutes) * everyMinutes
    for (let dueAt = start; dueAt < to; dueAt += everyMinutes) dues.push({ dueAt, everyMinutes })
  }
  return dues
}

/**
 * Each due time with what became of it. A check belongs to the due time nearest to it, the earlier where it
 * lies halfway. `checks` are those of one pair, `away` when its baby was out: nobody is missed who is on record
 * as not here; a check that there is counts as ever. An absence that was entered later than one interval after
 * the due time is late as a check would be (decision 23): nobody who looked at the record then knew of it.
 */
export function judgeRounds(
  spans: readonly IntervalSpan[],
  checks: readonly CheckFact[],
  now: number,
  away: readonly AwaySpan[] = [],
): DueRound[] {
  const dues = dueTimes(spans)
  const inOrder = [...checks].sort((a, b) => a.seenAt - b.seenAt || a.recordedAt - b.recordedAt)
  let next = 0
  const answered = dues.map((due, index): Answered => {
    const { dueAt, everyMinutes } = due
    const opens = dueAt - half(due, dues[index - 1]?.dueAt)
    const closes = dueAt + half(due, dues[index + 1]?.dueAt)
    while ((inOrder[next]?.seenAt ?? Number.POSITIVE_INFINITY) <= opens) next += 1
    return { dueAt, everyMinutes, closes, check: bestOf(inOrder, next, closes) }
  })
  const bulk = bulkEntered(answered)
  return answered.map(({ dueAt, everyMinutes, closes, check }): DueRound => {
    if (check === null) {
      const missed = now <= closes ? 'not-yet' : 'missed'
      const state = absence(away, dueAt, everyMinutes) ?? missed
      return { dueAt, everyMinutes, check, state, lateMinutes: 0 }
    }
    const lateMinutes = Math.max(0, check.seenAt - dueAt)
    const isLate = check.recordedAt > dueAt + everyMinutes
    const state =
      check.outcome === 'away' && isLate
        ? 'away-late'
        : stateOf(check.outcome, lateMinutes, bulk.has(dueAt))
    return { dueAt, everyMinutes, check, state, lateMinutes }
  })
}

/** Whether the baby was out at a due time, and whether that was on record in time. */
function absence(
  away: readonly AwaySpan[],
  dueAt: number,
  everyMinutes: number,
): 'away' | 'away-late' | null {
  const covering = away.filter(({ from, to }) => from <= dueAt && dueAt <= to)
  if (covering.length === 0) return null
  const inTime = covering.some(({ entered }) =>
    entered.some(({ from, at }) => from <= dueAt && at <= dueAt + everyMinutes),
  )
  return inTime ? 'away' : 'away-late'
}

const half = ({ dueAt, everyMinutes }: { dueAt: number; everyMinutes: number }, other?: number) =>
  Math.min(everyMinutes, other === undefined ? everyMinutes : Math.abs(dueAt - other)) / 2

/** Of the checks from one on to a minute, the first at which the baby was seen; else the first. */
function bestOf(inOrder: readonly CheckFact[], from: number, closes: number): CheckFact | null {
  let best: CheckFact | null = null
  for (let at = from; ; at += 1) {
    const check = inOrder[at]
    if (!check || check.seenAt > closes) return best
    if (check.outcome === 'seen') return check
    best ??= check
  }
}

interface Answered {
  dueAt: number
  everyMinutes: number
  /** The last minute of a check that belongs to it. */
  closes: number
  check: CheckFact | null
}

function stateOf(outcome: CheckOutcome, lateMinutes: number, bulk: boolean): DueState {
  if (outcome === 'away') return 'away'
  if (outcome === 'not-found') return 'not-found'
  if (bulk) return 'bulk'
  return lateMinutes <= roundRules.graceMinutes ? 'on-time' : 'late'
}

/**
 * The due times that were entered in bulk: later than one interval after, or with another due time of the
 * same baby in one act or within five minutes (decision 23). One round over many babies is not.
 */
function bulkEntered(answered: readonly Answered[]): ReadonlySet<number> {
  const entered = answered
    .flatMap(({ dueAt, everyMinutes, check }) => (check ? [{ dueAt, everyMinutes, check }] : []))
    .sort((a, b) => a.check.recordedAt - b.check.recordedAt)
  const ofRound = Map.groupBy(entered, ({ check }) => check.roundId)
  const near = (index: number, other: number) => {
    const [one, two] = [entered[index]?.check.recordedAt, entered[other]?.check.recordedAt]
    return (
      one !== undefined && two !== undefined && Math.abs(one - two) <= roundRules.bulkWithinMinutes
    )
  }
  return new Set(
    entered
      .filter(
        ({ dueAt, everyMinutes, check }, index) =>
          check.recordedAt > dueAt + everyMinutes ||
          (ofRound.get(check.roundId)?.length ?? 0) > 1 ||
          near(index, index - 1) ||
          near(index, index + 1),
      )
      .map(({ dueAt }) => dueAt),
  )
}

import { addDaysToDate, dateOf, firstInstantAt, minutesBetween } from '../shared/calendar.ts'
import type { CivilDate, Instant, Period } from '../shared/time.ts'
import type { PlannedDuty } from './cover.ts'

/** A half of a day in which nobody is on the roster for longer than a handover takes. */
export interface EmptyShift {
  /** When the half of the day begins, and so which period it is placed in. */
  startsAt: Instant
  /** The longest time of it for which nobody is there. */
  from: Instant
  to: Instant
}

// Defaults that the unit approves: where a day is parted, and how long nobody may be there between two shifts.
const halves = ['07:00', '19:00'] as const
const mostMinutes = 60

/**
 * The halves of days that begin in the period and were over at the cut, in which nobody was on the roster for
 * more than an hour, earliest first. Before anybody was ever on it (`since`) there is no roster, and nothing
 * is empty; null where there never was one. Truth table: docs/states/training.md 7.
 */
export function emptyShifts(
  duties: readonly Pick<PlannedDuty, 'startsAt' | 'endsAt'>[],
  since: Instant | null,
  period: Period,
  cutAt: Instant,
): EmptyShift[] {
  if (since === null) return []
  const sorted = duties.toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : 1))
  return halfDays(period).flatMap(({ startsAt, endsAt }) => {
    if (cutAt < endsAt || endsAt <= since) return []
    const longest = longestEmpty(sorted, since > startsAt ? since : startsAt, endsAt)
    return minutesBetween(longest.from, longest.to) > mostMinutes ? [{ startsAt, ...longest }] : []
  })
}

function halfDays({ from, to }: Period): { startsAt: Instant; endsAt: Instant }[] {
  const days: CivilDate[] = []
  // A day before, whose night lies in the period, and one after, where the last half ends.
  const last = addDaysToDate(dateOf(to), 1)
  for (let day = addDaysToDate(dateOf(from), -1); day <= last; day = addDaysToDate(day, 1))
    days.push(day)
  const begins = days.flatMap((day) => halves.map((half) => firstInstantAt(day, half)))
  return begins.flatMap((startsAt, index) => {
    const endsAt = begins[index + 1]
    return endsAt !== undefined && from <= startsAt && startsAt < to ? [{ startsAt, endsAt }] : []
  })
}

/** The longest time between two instants for which nobody is there; `sorted` by when each begins. */
function longestEmpty(
  sorted: readonly Pick<PlannedDuty, 'startsAt' | 'endsAt'>[],
  from: Instant,
  to: Instant,
): { from: Instant; to: Instant } {
  let longest = { from, to: from }
  let coveredTo = from
  const upTo = (at: Instant) => {
    if (minutesBetween(coveredTo, at) > minutesBetween(longest.from, longest.to))
      longest = { from: coveredTo, to: at }
  }
  for (const { startsAt, endsAt } of sorted) {
    if (endsAt <= coveredTo || startsAt >= to) continue
    if (startsAt > coveredTo) upTo(startsAt)
    coveredTo = endsAt
  }
  if (coveredTo < to) upTo(to)
  return longest
}

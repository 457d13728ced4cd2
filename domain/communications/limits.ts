import { type BankHolidays, englandBankHolidays } from '../shared/bank-holidays.ts'
import {
  addDaysToDate,
  dateOf,
  earlierOf,
  firstInstantAt,
  instantToLocal,
  laterOf,
} from '../shared/calendar.ts'
import { dueOf, type Limit, limitText } from '../shared/limits.ts'
import type { CivilDate, Instant } from '../shared/time.ts'
import { calendarKnown, isWorkingDay } from '../shared/working-days.ts'
import type { DutiesContent, DutyLimit } from './duties-content.ts'

export interface DutyDue {
  /** Null where the limit runs to the start of something whose time is not yet set. */
  at: Instant | null
  calendarKnown: boolean
}

const endOfOffice = '17:00'

/**
 * When a duty is due. `startsAt` is the start of what is announced, null while it is not set. A limit before
 * an event that was itself settled too late leaves the rest of the day on which it was settled.
 */
export function dutyDue(
  limit: DutyLimit,
  occurredAt: Instant,
  startsAt: Instant | null,
  holidays: BankHolidays = englandBankHolidays,
): DutyDue {
  if (limit.kind === 'before') return { at: startsAt, calendarKnown: true }
  if (limit.kind !== 'working-days-before') return dueOf(limit, occurredAt, undefined, holidays)
  if (startsAt === null) return { at: null, calendarKnown: true }
  const start = dateOf(startsAt)
  const last = workingDayBefore(start, limit.days, holidays)
  const sameDay = dueOf({ kind: 'same-day' }, occurredAt).at
  return {
    at: laterOf(
      firstInstantAt(last, endOfOffice),
      earlierOf(sameDay, laterOf(startsAt, occurredAt)),
    ),
    calendarKnown: calendarKnown(last, start, holidays),
  }
}

/** The nth working day before a date, which is itself never counted. */
function workingDayBefore(date: CivilDate, days: number, holidays: BankHolidays): CivilDate {
  let found = date
  for (let left = days; left > 0; ) {
    found = addDaysToDate(found, -1)
    if (isWorkingDay(found, holidays)) left -= 1
  }
  return found
}

/** By when a duty that was sent has to be acknowledged: its own limit again, at most one working day (decision 31). */
export function acknowledgeDue(
  { acknowledgeAtMost }: DutiesContent,
  limit: DutyLimit,
  sentAt: Instant,
  holidays: BankHolidays = englandBankHolidays,
): Instant {
  const most = dueOf(acknowledgeAtMost.limit, sentAt, undefined, holidays).at
  if (limit.kind === 'before' || limit.kind === 'working-days-before') return most
  return earlierOf(most, dueOf(limit, sentAt, undefined, holidays).at)
}

/** Whether social care's offices are open at this moment. */
export function officeOpen(
  { officeHours }: DutiesContent,
  at: Instant,
  holidays: BankHolidays = englandBankHolidays,
): boolean {
  const { date, time } = instantToLocal(at)
  return isWorkingDay(date, holidays) && time >= officeHours.from && time < officeHours.to
}

/** The moment at which the office opens next: never in the past, now where it is open. */
export function officeOpensAt(
  content: DutiesContent,
  at: Instant,
  holidays: BankHolidays = englandBankHolidays,
): Instant {
  if (officeOpen(content, at, holidays)) return at
  let date = dateOf(at)
  for (;;) {
    const opens = firstInstantAt(date, content.officeHours.from)
    if (opens >= at && isWorkingDay(date, holidays)) return opens
    date = addDaysToDate(date, 1)
  }
}

/** At once, or within the hour: what comes before everything else in the queue. */
export const isUrgent = (limit: DutyLimit): boolean =>
  limit.kind === 'at-once' ||
  (limit.kind === 'minutes' && limit.minutes <= 60) ||
  (limit.kind === 'hours' && limit.hours <= 1)

/** A limit in words: "within 1 hour", "5 working days before". */
export function dutyLimitText(limit: DutyLimit): string {
  if (limit.kind !== 'working-days-before') return limitText(limit satisfies Limit)
  return `${limit.days} working day${limit.days === 1 ? '' : 's'} before`
}

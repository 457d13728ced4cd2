import { type BankHolidays, englandBankHolidays } from './bank-holidays.ts'
import { addDaysToDate, daysBetween, weekdayOf } from './calendar.ts'
import type { CivilDate } from './time.ts'

const setOf = new WeakMap<BankHolidays, ReadonlySet<CivilDate>>()

function datesOf(holidays: BankHolidays): ReadonlySet<CivilDate> {
  const known = setOf.get(holidays) ?? new Set(holidays.dates)
  setOf.set(holidays, known)
  return known
}

/** Monday to Friday and no bank holiday of England. Beyond what is known, weekends alone count as free. */
export function isWorkingDay(
  date: CivilDate,
  holidays: BankHolidays = englandBankHolidays,
): boolean {
  return weekdayOf(date) <= 5 && !datesOf(holidays).has(date)
}

/** Whether the bank holidays are known for every day from the first to the last. */
export const calendarKnown = (
  first: CivilDate,
  last: CivilDate,
  holidays: BankHolidays = englandBankHolidays,
): boolean => first >= holidays.knownFrom && last <= holidays.knownUntil

/** The nth working day after the date; the date itself is never counted. `days` is at least 1. */
export function workingDayAfter(
  date: CivilDate,
  days: number,
  holidays: BankHolidays = englandBankHolidays,
): CivilDate {
  let found = date
  for (let left = days; left > 0; ) {
    found = addDaysToDate(found, 1)
    if (isWorkingDay(found, holidays)) left -= 1
  }
  return found
}

/** The nth working day before the date; the date itself is never counted. `days` is at least 1. */
export function workingDayBefore(
  date: CivilDate,
  days: number,
  holidays: BankHolidays = englandBankHolidays,
): CivilDate {
  let found = date
  for (let left = days; left > 0; ) {
    found = addDaysToDate(found, -1)
    if (isWorkingDay(found, holidays)) left -= 1
  }
  return found
}

/**
 * The warning to show when the bank holidays run out within 90 days (decision 7), or undefined.
 */
export function calendarWarning(
  today: CivilDate,
  holidays: BankHolidays = englandBankHolidays,
): string | undefined {
  const left = daysBetween(today, holidays.knownUntil)
  if (left > 90) return undefined
  return left < 0
    ? 'Bank holidays are not known for today. Limits in working days are marked “calendar not known”'
    : `Bank holidays are known for ${left} more days. Ask the administrator for the next list`
}

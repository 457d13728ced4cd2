import { addDaysToDate, addMonthsToDate, periodOfDays } from '../../shared/calendar.ts'
import type { CivilDate, Period } from '../../shared/time.ts'
import { daysOf } from '../period-text.ts'

/** The periods that a shareable report may speak of: freely chosen ones could be subtracted from each other. */
export type CalendarPeriod = 'quarter' | 'year'

const quarterStarts = ['-01-01', '-04-01', '-07-01', '-10-01']

/** Which calendar period these days are; null for any other. */
export function calendarPeriod(first: CivilDate, last: CivilDate): CalendarPeriod | null {
  const endsAfter = (months: number) => addDaysToDate(addMonthsToDate(first, months), -1) === last
  if (first.endsWith('-01-01') && endsAfter(12)) return 'year'
  return quarterStarts.some((start) => first.endsWith(start)) && endsAfter(3) ? 'quarter' : null
}

/** The calendar year that a period begins in, and its quarters. */
export function yearAround(period: Period): { year: Period; quarters: Period[] } {
  const first = `${daysOf(period).first.slice(0, 4)}-01-01`
  const from = (months: number) => addMonthsToDate(first, months)
  const until = (months: number) => addDaysToDate(from(months), -1)
  return {
    year: periodOfDays(first, until(12)),
    quarters: [0, 3, 6, 9].map((months) => periodOfDays(from(months), until(months + 3))),
  }
}

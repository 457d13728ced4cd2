import {
  addDaysToDate,
  addMonthsToDate,
  dateOf,
  daysBetween,
  periodOfDays,
} from '../shared/calendar.ts'
import type { Period } from '../shared/time.ts'

/**
 * The periods before a period, oldest first, each as long as it: in calendar months where it is whole
 * months, in days otherwise. They end where the next one starts.
 */
export function earlierPeriods(period: Period, count: number): Period[] {
  const start = dateOf(period.from)
  const end = dateOf(period.to)
  const months = wholeMonths(start, end)
  const days = daysBetween(start, end)
  const back = (date: string, times: number) =>
    months > 0 ? addMonthsToDate(date, -months * times) : addDaysToDate(date, -days * times)
  return Array.from({ length: count }, (_, index) => {
    const times = count - index
    return periodOfDays(back(start, times), addDaysToDate(back(end, times), -1))
  })
}

function wholeMonths(start: string, end: string): number {
  if (!start.endsWith('-01') || !end.endsWith('-01')) return 0
  const monthsOf = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7))
  return monthsOf(end) - monthsOf(start)
}

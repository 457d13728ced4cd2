import { addDaysToDate, dateOf, formatDate } from '../shared/calendar.ts'
import type { CivilDate, Period } from '../shared/time.ts'

const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
]

const monthOf = (date: CivilDate) => months[Number(date.slice(5, 7)) - 1] ?? ''
const yearOf = (date: CivilDate) => date.slice(0, 4)

/** The first and the last day of a period, both in it. */
export function daysOf(period: Period): { first: CivilDate; last: CivilDate } {
  const end = dateOf(period.to)
  return { first: dateOf(period.from), last: addDaysToDate(end, -1) }
}

const isWholeMonths = (first: CivilDate, last: CivilDate) =>
  first.endsWith('-01') && addDaysToDate(last, 1).endsWith('-01')

/** A period as people say it: `July to September 2026`, or its first and last day. */
export function periodText(period: Period): string {
  const { first, last } = daysOf(period)
  if (!isWholeMonths(first, last)) return `${formatDate(first)} to ${formatDate(last)}`
  const end = `${monthOf(last)} ${yearOf(last)}`
  if (first.slice(0, 7) === last.slice(0, 7)) return end
  const start =
    yearOf(first) === yearOf(last) ? monthOf(first) : `${monthOf(first)} ${yearOf(first)}`
  return `${start} to ${end}`
}

/** The same for the axis of a chart: `Jul–Sep 26`. */
export function shortPeriodText(period: Period): string {
  const { first, last } = daysOf(period)
  const month = (date: CivilDate) => monthOf(date).slice(0, 3)
  const year = yearOf(last).slice(2)
  if (!isWholeMonths(first, last))
    return `${Number(first.slice(8))} ${month(first)}–${Number(last.slice(8))} ${month(last)} ${year}`
  return first.slice(0, 7) === last.slice(0, 7)
    ? `${month(last)} ${year}`
    : `${month(first)}–${month(last)} ${year}`
}

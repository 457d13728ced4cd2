import { addDaysToDate, isCivilDate } from '../../shared/calendar.ts'
import type { CivilDate } from '../../shared/time.ts'
import { type Cell, textIn } from './sheet.ts'

/** In which order a file writes its dates: 03/04/2026 is 3 April here and 4 March in America. */
export const dateOrders = ['day-first', 'month-first'] as const
export type DateOrder = (typeof dateOrders)[number]

export const dateOrderLabels: Record<DateOrder, string> = {
  'day-first': 'Day first: 03/04/2026 is 3 April',
  'month-first': 'Month first, as in America: 03/04/2026 is 4 March',
}

export type ReadDate = { date: CivilDate | null } | { fault: string }

const figures = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{2}|\d{4})(?:[ T]0?0:00(?::00)?)?$/
const yearFirst = /^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})(?:[ T]\d{2}:\d{2}(?::\d{2})?(?:\.\d+)?Z?)?$/
const dayMonth = /^(\d{1,2})(?:st|nd|rd|th)?[ -]([a-z]{3,9})\.?,?[ -](\d{2}|\d{4})$/i
const monthDay = /^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{2}|\d{4})$/i

const months =
  'january february march april may june july august september october november december'
const monthNumber = (word: string): number =>
  months.split(' ').findIndex((month) => month.startsWith(word.toLowerCase())) + 1

/**
 * The order in which these cells write their dates: one where every date that tells says the same day first;
 * `ask` where one cannot be told, or where any is in the American order; null where no date needs it.
 */
export function dateOrderIn(cells: readonly Cell[]): DateOrder | 'ask' | null {
  let dayFirst = false
  let open = false
  for (const cell of cells) {
    const found = typeof cell === 'string' ? figures.exec(textIn(cell)) : null
    if (!found) continue
    const [first, second] = [Number(found[1]), Number(found[2])]
    if (first <= 12 && second > 12) return 'ask'
    if (first > 12) dayFirst = true
    else if (first !== second) open = true
  }
  return dayFirst ? 'day-first' : open ? 'ask' : null
}

/** The cells whose day and month could be either, as they stand in the file; at most three, to ask by. */
export const openDates = (cells: readonly Cell[]): string[] =>
  [...new Set(cells.filter((cell) => typeof cell === 'string').map(textIn))]
    .filter((text) => figures.test(text))
    .slice(0, 3)

const notDate = 'is not a date. Write it as 23/11/2026 or 23 Nov 2026'

/**
 * The day in a cell: a date, a bare number as spreadsheets count days, or text in the usual ways. An empty
 * cell is no day. Never guesses: what is not surely a day is a fault, in words.
 */
export function readDate(cell: Cell | undefined, order: DateOrder, from1904: boolean): ReadDate {
  if (typeof cell === 'number') return fromSerial(cell, from1904)
  const text = textIn(cell)
  if (text === '') return { date: null }
  const inYears = yearFirst.exec(text)
  if (inYears) return dayOf(text, inYears[1], inYears[2], inYears[3])
  const inFigures = figures.exec(text)
  if (inFigures) {
    const [, first, second, year] = inFigures
    return order === 'day-first'
      ? dayOf(text, year, second, first)
      : dayOf(text, year, first, second)
  }
  const inWords = dayMonth.exec(text)
  if (inWords) return dayOf(text, inWords[3], monthNumber(inWords[2] ?? ''), inWords[1])
  const american = monthDay.exec(text)
  if (american) return dayOf(text, american[3], monthNumber(american[1] ?? ''), american[2])
  return { fault: `“${shortened(text)}” ${notDate}` }
}

type Part = string | number | undefined

function dayOf(text: string, year: Part, month: Part, day: Part): ReadDate {
  if (String(year).length === 2)
    return { fault: `“${text}”: write the year with four figures, so that it cannot be mistaken` }
  const two = (part: Part) => String(Number(part)).padStart(2, '0')
  const date = `${year}-${two(month)}-${two(day)}`
  return isCivilDate(date)
    ? { date }
    : { fault: `“${text}” is not a day of the calendar. Check day and month` }
}

// Excel counts from 1 January 1900 as day 1 and has a 29 February 1900 that never was, so that from March
// 1900 on day 0 is 30 December 1899. Earlier days are nobody's training. Workbooks of old Macs count from 1904.
const firstSerial = 61
const lastSerial = 73_415 // the end of 2100
const shift1904 = 1462

function fromSerial(serial: number, from1904: boolean): ReadDate {
  const days = Math.floor(serial) + (from1904 ? shift1904 : 0)
  return days >= firstSerial && days <= lastSerial
    ? { date: addDaysToDate('1899-12-30', days) }
    : { fault: `The number ${serial} ${notDate}` }
}

const shortened = (text: string) => (text.length > 40 ? `${text.slice(0, 40)}…` : text)

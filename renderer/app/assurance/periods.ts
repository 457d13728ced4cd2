import { type MemberClass, memberClasses } from '#domain/assurance/measure.ts'
import { periodText } from '#domain/assurance/period-text.ts'
import {
  addDaysToDate,
  addMonthsToDate,
  isCivilDate,
  periodOfDays,
} from '#domain/shared/calendar.ts'
import type { CivilDate, Cut } from '#domain/shared/time.ts'

/** The first and the last day of a period, both in it. */
export interface Days {
  first: CivilDate
  last: CivilDate
}

/** A period at a cut: a figure and the records behind it are read at the same one (decision 2). */
export interface DaysAtCut extends Days {
  cut?: Cut
}

const quarterOf = (date: CivilDate): Days => {
  const month = Number(date.slice(5, 7))
  const first = `${date.slice(0, 4)}-${String(month - ((month - 1) % 3)).padStart(2, '0')}-01`
  return { first, last: addDaysToDate(addMonthsToDate(first, 3), -1) }
}

/** The periods that are asked for most, by name. `today` decides. */
export function usualPeriods(today: CivilDate): { name: string; days: Days }[] {
  const quarter = quarterOf(today)
  const before = quarterOf(addDaysToDate(quarter.first, -1))
  const year = `${today.slice(0, 4)}-01-01`
  return [
    { name: 'This quarter so far', days: { first: quarter.first, last: today } },
    { name: 'Last quarter', days: before },
    { name: 'This year so far', days: { first: year, last: today } },
    {
      name: 'The last 12 months',
      days: { first: addDaysToDate(addMonthsToDate(today, -12), 1), last: today },
    },
  ]
}

/** The calendar quarters and years that have ended, newest first: what a shareable report may be of. */
export function endedPeriods(today: CivilDate): { name: string; days: Days }[] {
  const nameOf = ({ first, last }: Days) => periodText(periodOfDays(first, last))
  const thisQuarter = quarterOf(today).first
  const quarters = Array.from({ length: 8 }, (_, back) =>
    quarterOf(addMonthsToDate(thisQuarter, -3 * (back + 1))),
  ).map((days) => ({ name: nameOf(days), days }))
  const years = [1, 2, 3].map((back) => {
    const year = Number(today.slice(0, 4)) - back
    return { name: `All of ${year}`, days: { first: `${year}-01-01`, last: `${year}-12-31` } }
  })
  return [...quarters, ...years]
}

/** The period in a page's search, where both days are real, and the cut that its figures were read at. */
export function daysIn(search: Record<string, unknown>): Partial<DaysAtCut> {
  const { first, last, cut } = search
  return typeof first === 'string' &&
    typeof last === 'string' &&
    isCivilDate(first) &&
    isCivilDate(last)
    ? { first, last, ...(isCut(cut) ? { cut } : {}) }
    : {}
}

const isCut = (found: unknown): found is Cut =>
  typeof found === 'object' &&
  found !== null &&
  'at' in found &&
  typeof found.at === 'string' &&
  'auditSeq' in found &&
  Number.isSafeInteger(found.auditSeq)

/** The one class whose records are asked for; without it, all. */
export interface OneClass {
  only?: MemberClass
}

/** What the page of the records behind a figure is opened with. */
export function recordsIn(search: Record<string, unknown>): Partial<DaysAtCut> & OneClass {
  const only = memberClasses.find((each) => each === search.only)
  return { ...daysIn(search), ...(only ? { only } : {}) }
}

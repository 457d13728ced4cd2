import { z } from 'zod'
import { addDaysToDate, addMonthsToDate, formatDate, isCivilDate } from './calendar.ts'
import { earliestDay } from './plausible.ts'
import type { CivilDate } from './time.ts'

/**
 * A date as far as it is known. History is told in months and years as often as in days: a day that nobody
 * knows is never made up (Child Z, Finding Seven).
 */
export const precisions = ['day', 'month', 'year', 'not-known'] as const
export type Precision = (typeof precisions)[number]

export interface RoughDate {
  /** The first day that it may have been; null where not even the year is known. */
  on: CivilDate | null
  precision: Precision
}

/** The first and the last day that it may have been; undefined where nothing is known. */
export function daysOf({ on, precision }: RoughDate): [CivilDate, CivilDate] | undefined {
  if (on === null) return undefined
  switch (precision) {
    case 'month':
      return [on, addDaysToDate(addMonthsToDate(on, 1), -1)]
    case 'year':
      return [on, `${on.slice(0, 4)}-12-31`]
    default:
      return [on, on]
  }
}

/** Whether two dates could be the same day. What is not known could be any. */
export function mayCoincide(a: RoughDate, b: RoughDate): boolean {
  const [first, second] = [daysOf(a), daysOf(b)]
  if (!first || !second) return true
  return first[0] <= second[1] && second[0] <= first[1]
}

/** "12 Mar 2025", "Mar 2025", "2025", or "date not known". */
export function roughText({ on, precision }: RoughDate): string {
  if (on === null || precision === 'not-known') return 'date not known'
  if (precision === 'year') return on.slice(0, 4)
  if (precision === 'month') return formatDate(on).replace(/^\d+ /, '')
  return formatDate(on)
}

/** A date as the field of a form holds it: "12/3/2025", "3/2025", "2025" or nothing. */
export function roughTyped({ on, precision }: RoughDate): string {
  if (on === null || precision === 'not-known') return ''
  const [year = '', month = '', day = ''] = on.split('-')
  if (precision === 'year') return year
  if (precision === 'month') return `${Number(month)}/${year}`
  return `${Number(day)}/${Number(month)}/${year}`
}

const shape = /^(?:(?:(\d{1,2})[/. -])?(\d{1,2})[/. -])?(\d{4})$/

/** Reads a date as people type it; undefined where it is none. Empty is a date that is not known. */
export function roughOf(typed: string): RoughDate | undefined {
  const text = typed.trim()
  if (text === '') return { on: null, precision: 'not-known' }
  const found = shape.exec(text)
  if (!found) return undefined
  const [, day, month, year = ''] = found
  const on = `${year}-${(month ?? '1').padStart(2, '0')}-${(day ?? '1').padStart(2, '0')}`
  if (!isCivilDate(on) || on < earliestDay) return undefined
  return { on, precision: day ? 'day' : month ? 'month' : 'year' }
}

/** A date typed into one field, as far as it is known; with `today`, none that lies wholly ahead of it. */
export const roughDateInput = (today?: CivilDate) =>
  z
    .string()
    .nullish()
    .transform((typed, context): RoughDate => {
      const found = roughOf(typed ?? '')
      const isAhead = today !== undefined && found?.on != null && found.on > today
      if (found && !isAhead) return found
      const message = isAhead
        ? 'Enter a date that is not in the future'
        : 'Enter a day, a month or a year, such as 12/3/2025, 3/2025 or 2025; leave it empty where it is not known'
      context.issues.push({ code: 'custom', message, input: undefined })
      return z.NEVER
    })

import { formatDate, isCivilDate } from '#domain/shared/calendar.ts'

/** A date as it stands in the three boxes, with whatever was typed. */
export interface DateBoxes {
  day: string
  month: string
  year: string
}

/** The boxes from the field's text, `year-month-day`; what was typed stays as it was typed. */
export function boxesOf(text: string): DateBoxes {
  const [year = '', month = '', day = ''] = text.split('-')
  return { day, month, year }
}

/** The field's text from the boxes, as typed: nothing is tidied while somebody is typing. */
export function textOfBoxes({ day, month, year }: DateBoxes): string {
  const parts = [year, month, day].map((part) => part.trim().replaceAll('-', ''))
  return parts.every((part) => part === '') ? '' : parts.join('-')
}

/** The civil date that the field's text stands for: noughts put before single figures. */
export const civilDateOf = (text: string): string =>
  text
    .split('-')
    .map((part) => (/^\d$/.test(part) ? `0${part}` : part))
    .join('-')

/** The boxes of a whole date pasted into one of them: 2026-11-23, 23/11/2026, 23.11.2026 or 23 11 2026. */
export function boxesOfPasted(text: string): DateBoxes | undefined {
  const iso = /^\s*(\d{4})-(\d{1,2})-(\d{1,2})\s*$/.exec(text)
  if (iso) return { year: iso[1] ?? '', month: iso[2] ?? '', day: iso[3] ?? '' }
  const british = /^\s*(\d{1,2})[/. ](\d{1,2})[/. ](\d{4})\s*$/.exec(text)
  if (british) return { day: british[1] ?? '', month: british[2] ?? '', year: british[3] ?? '' }
  return undefined
}

export interface DateLimits {
  /** Civil dates, both allowed. */
  earliest?: string | undefined
  latest?: string | undefined
}

/** What is wrong with a date as typed: a part missing, a day that does not exist, or outside the limits. */
export function dateFault(typed: string, limits: DateLimits = {}): string | undefined {
  const text = civilDateOf(typed)
  const boxes = boxesOf(text)
  const missing = (['day', 'month', 'year'] as const).filter((part) => boxes[part] === '')
  if (missing.length > 0) return `Enter the ${missing.join(' and ')}`
  if (!/^\d{4}$/.test(boxes.year)) return 'Enter the year in four figures, such as 2026'
  if (!isCivilDate(text)) return 'This day is not in the calendar. Check the day and the month'
  if (limits.latest && text > limits.latest)
    return `Enter a date that is not after ${formatDate(limits.latest)}`
  if (limits.earliest && text < limits.earliest)
    return `Enter a date that is not before ${formatDate(limits.earliest)}`
  return undefined
}

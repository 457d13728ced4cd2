import { addDaysToDate, daysBetween } from './calendar.ts'
import type { CivilDate } from './time.ts'

/**
 * Ages by the calendar, never by milliseconds.
 *
 * The rule for days that a month does not have: a month is complete on the day with the number of the birth;
 * where the month has no such day, on the first of the next. So a baby born on 29 February is one year old
 * on 1 March of an ordinary year, and one born on 31 January is one month old on 1 March. A baby is thus
 * never taken for older than it is, and the younger age row is the more careful one (decision 27).
 */

/** Whole calendar months from birth; negative before it. */
export function monthsOld(bornOn: CivilDate, on: CivilDate): number {
  const [bornYear, bornMonth, bornDay] = partsOf(bornOn)
  const [year, month, day] = partsOf(on)
  return (year - bornYear) * 12 + (month - bornMonth) - (day < bornDay ? 1 : 0)
}

const partsOf = (date: CivilDate): [number, number, number] => [
  Number(date.slice(0, 4)),
  Number(date.slice(5, 7)),
  Number(date.slice(8, 10)),
]

/** Whole years from birth, by the same rule. */
export const yearsOld = (bornOn: CivilDate, on: CivilDate): number =>
  Math.floor(monthsOld(bornOn, on) / 12)

/** Days since the day of birth: 0 on that day. */
export const daysOld = (bornOn: CivilDate, on: CivilDate): number => daysBetween(bornOn, on)

const newbornDays = 28
const weeksUntilMonths = 3

/**
 * The age for a card: days under 28 days, weeks under 3 months, months under 2 years, then years. Undefined
 * before the birth.
 */
export function ageText(bornOn: CivilDate, on: CivilDate): string | undefined {
  const days = daysOld(bornOn, on)
  const months = monthsOld(bornOn, on)
  if (days < 0) return undefined
  if (days < newbornDays) return counted(days, 'day')
  if (months < weeksUntilMonths) return `${Math.floor(days / 7)} wk`
  return months < 24 ? counted(months, 'month') : counted(yearsOld(bornOn, on), 'year')
}

/** The same age in full, with nothing rounded away: "9 weeks 3 days", "4 months 2 days". */
export function exactAgeText(bornOn: CivilDate, on: CivilDate): string | undefined {
  const days = daysOld(bornOn, on)
  const months = monthsOld(bornOn, on)
  if (days < 0) return undefined
  if (days < newbornDays) return counted(days, 'day')
  if (months < weeksUntilMonths) return joined(counted(Math.floor(days / 7), 'week'), days % 7)
  return joined(counted(months, 'month'), daysBetween(monthComplete(bornOn, months), on))
}

const counted = (n: number, unit: string) => `${n} ${unit}${n === 1 ? '' : 's'}`
const joined = (whole: string, days: number) =>
  days === 0 ? whole : `${whole} ${counted(days, 'day')}`

/** The day on which this many months were complete, by the rule above. */
function monthComplete(bornOn: CivilDate, months: number): CivilDate {
  const [year, month, day] = partsOf(bornOn)
  const count = year * 12 + (month - 1) + months
  const first = `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}-01`
  const sameDay = addDaysToDate(first, day - 1)
  return sameDay.slice(0, 7) === first.slice(0, 7)
    ? sameDay
    : `${addDaysToDate(first, 31).slice(0, 7)}-01`
}

/** Forty weeks. */
export const termDays = 280
/** Born before 37 completed weeks is premature. Source: World Health Organization, preterm birth. */
export const prematureBelowDays = 37 * 7

/**
 * The day that corrected age counts from (the day the baby would have been 40 weeks), where the baby was
 * premature; undefined at term or where the gestation is not known.
 */
export function correctedFrom(
  bornOn: CivilDate,
  gestationDays: number | null | undefined,
): CivilDate | undefined {
  if (gestationDays == null || gestationDays >= prematureBelowDays) return undefined
  return addDaysToDate(bornOn, termDays - gestationDays)
}

/**
 * The corrected age of a premature baby for a card: "5 wk", or "3 wk before due date" until that day.
 * Undefined where no correction applies, and from the second birthday.
 */
export function correctedAgeText(
  bornOn: CivilDate,
  gestationDays: number | null | undefined,
  on: CivilDate,
): string | undefined {
  const from = correctedFrom(bornOn, gestationDays)
  if (from === undefined || yearsOld(bornOn, on) >= 2 || on < bornOn) return undefined
  const early = daysBetween(on, from)
  if (early <= 0) return ageText(from, on)
  return `${early < 7 ? counted(early, 'day') : `${Math.floor(early / 7)} wk`} before due date`
}

/**
 * The age bands in which a pseudonymised record says how old a baby is (decision 37). Source: product
 * default; the last three follow the age rows of the national early-warning chart and the fever table.
 */
export const weekBands = [
  'unborn',
  'under 4 weeks',
  '4 to 12 weeks',
  '13 to 25 weeks',
  '26 to 51 weeks',
  '52 weeks or more',
] as const
export type WeekBand = (typeof weekBands)[number]

export function weekBand(bornOn: CivilDate, on: CivilDate): WeekBand {
  const weeks = Math.floor(daysOld(bornOn, on) / 7)
  if (weeks < 0) return 'unborn'
  if (weeks < 4) return 'under 4 weeks'
  if (weeks < 13) return '4 to 12 weeks'
  if (weeks < 26) return '13 to 25 weeks'
  return weeks < 52 ? '26 to 51 weeks' : '52 weeks or more'
}

import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { CivilDate, Instant, Period } from './time.ts'

/**
 * The one file that knows the time zone (architecture.md, law 6). An instant is UTC text, a civil date a
 * day in England; nothing else turns one into the other. Elapsed time is counted in milliseconds of the
 * epoch, days by the calendar.
 */
export const zone = 'Europe/London'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** Milliseconds since the epoch. NaN for what is not an instant. */
export const epochMs = (instant: Instant): number => Date.parse(instant)

/** The instant of these milliseconds since the epoch. Throws a RangeError beyond the years 0 to 9999. */
export function instantOf(ms: number): Instant {
  const text = new Date(ms).toISOString()
  if (text.length !== 24) throw new RangeError('Outside the years 0 to 9999')
  return text
}

// Text order is time order (domain/shared/time.ts).
export const laterOf = (a: Instant, b: Instant): Instant => (a < b ? b : a)
export const earlierOf = (a: Instant, b: Instant): Instant => (b < a ? b : a)

// What is worked out from a date goes years before and after it, and a year has four figures.
const farYears = ['1800', '2199'] as const
const isWithinYears = (text: string) => {
  const year = text.slice(0, 4)
  return farYears[0] <= year && year <= farYears[1]
}
const yearsMessage = `Enter a year from ${farYears[0]} to ${farYears[1]}`

/** An instant in its one form, `2026-11-23T02:01:33.000Z`, of the years 1800 to 2199. */
export const instantSchema = z
  .string({ error: 'Enter a date and time' })
  .refine(
    (text) => {
      const ms = epochMs(text)
      return text.length === 24 && !Number.isNaN(ms) && new Date(ms).toISOString() === text
    },
    { message: 'Enter a real date and time', abort: true },
  )
  .refine(isWithinYears, { message: yearsMessage, abort: true })

const datePattern = /^\d{4}-\d{2}-\d{2}$/
const dateMs = (date: CivilDate) => Date.parse(`${date}T00:00:00.000Z`)
const dateOfMs = (ms: number): CivilDate => new Date(ms).toISOString().slice(0, 10)

/** Whether the text is a day of the calendar in the one form: 2026-02-31 is not. */
export function isCivilDate(text: string): boolean {
  if (!datePattern.test(text)) return false
  const ms = dateMs(text)
  return !Number.isNaN(ms) && dateOfMs(ms) === text
}

/**
 * A civil date: `2026-11-23`. Another order, two-digit years, days that do not exist and years that no record
 * here can be of are refused.
 */
export const civilDateSchema = z
  .string({ error: 'Enter a date' })
  .refine(isCivilDate, {
    message: 'Enter a real date, with day, month and four-figure year',
    abort: true,
  })
  .refine(isWithinYears, { message: yearsMessage, abort: true })

/** A time on the clock: `00:00` to `23:59`. */
export const clockTimeSchema = z
  .string({ error: 'Enter a time' })
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Enter a time between 00:00 and 23:59')

/** Which of the two times with the same name, in the hour that comes twice when the clocks go back. */
export const whichOfTwo = ['first', 'second'] as const
export type WhichOfTwo = (typeof whichOfTwo)[number]

export interface LocalDateTime {
  date: CivilDate
  /** `HH:MM` */
  time: string
  which?: WhichOfTwo | undefined
}

export const localDateTimeSchema = z.object({
  date: civilDateSchema,
  time: clockTimeSchema,
  which: z.enum(whichOfTwo).optional(),
})

interface Offsets {
  /** The offset at the start of the UTC year, then each change of it within the year, all in milliseconds. */
  startMs: number[]
  offsetMs: number[]
}

const offsetsByYear = new Map<number, Offsets>()

function offsetsOf(year: number): Offsets {
  const known = offsetsByYear.get(year)
  if (known) return known
  const nextYear = Date.UTC(year + 1, 0, 1)
  let at = Temporal.Instant.fromEpochMilliseconds(Date.UTC(year, 0, 1)).toZonedDateTimeISO(zone)
  const offsets: Offsets = { startMs: [], offsetMs: [] }
  for (;;) {
    offsets.startMs.push(at.epochMilliseconds)
    offsets.offsetMs.push(at.offsetNanoseconds / 1_000_000)
    const next = at.getTimeZoneTransition('next')
    if (!next || next.epochMilliseconds >= nextYear) break
    at = next
  }
  offsetsByYear.set(year, offsets)
  return offsets
}

/** What local time is ahead of UTC at this moment, in milliseconds. */
function offsetAt(ms: number): number {
  const { startMs, offsetMs } = offsetsOf(new Date(ms).getUTCFullYear())
  let last = startMs.length - 1
  while (last > 0 && (startMs[last] ?? 0) > ms) last -= 1
  return offsetMs[last] ?? 0
}

/** The moments at which the clocks in England show this: none, one or two, earliest first. */
function momentsOf(localMs: number): number[] {
  const offsets = new Set([offsetAt(localMs - day), offsetAt(localMs + day)])
  return [...offsets]
    .map((offset) => localMs - offset)
    .filter((ms) => ms + offsetAt(ms) === localMs)
    .sort((a, b) => a - b)
}

export interface LocalProblem {
  problem: 'missing-hour' | 'repeated-hour'
  message: string
}

/**
 * The instant of a local date and time that a person typed. A time in the hour that the clocks skip is
 * refused; one in the hour that comes twice needs `which` (decision 7). Both values must be valid.
 */
export function localToInstant(local: LocalDateTime): Instant | LocalProblem {
  const [first, second] = momentsOf(Date.parse(`${local.date}T${local.time}:00.000Z`))
  if (first === undefined) {
    return {
      problem: 'missing-hour',
      message: `The clocks went forward: there was no ${local.time} on ${formatDate(local.date)}. Enter the time that the clock showed`,
    }
  }
  if (second === undefined) return instantOf(first)
  if (local.which) return instantOf(local.which === 'first' ? first : second)
  return {
    problem: 'repeated-hour',
    message: `The clocks went back: ${local.time} on ${formatDate(local.date)} came twice. Say whether it was the first or the second`,
  }
}

export const isLocalProblem = (value: Instant | LocalProblem): value is LocalProblem =>
  typeof value !== 'string'

/** The moment at which the clocks first show a local time; in the missing hour, the moment an hour later by name. */
function firstMomentAt(localMs: number): number {
  return momentsOf(localMs)[0] ?? localMs - offsetAt(localMs - day)
}

/** The moment that a clock in England first shows this time on this day. */
export const firstInstantAt = (date: CivilDate, time: string): Instant =>
  instantOf(firstMomentAt(Date.parse(`${date}T${time}:00.000Z`)))

/** What the clock on the wall shows; `which` only in the hour that comes twice. */
export function instantToLocal(instant: Instant): LocalDateTime & { offsetMinutes: number } {
  const ms = epochMs(instant)
  const offset = offsetAt(ms)
  const text = new Date(ms + offset).toISOString()
  const [first, second] = momentsOf(ms + offset)
  const local = {
    date: text.slice(0, 10),
    time: text.slice(11, 16),
    offsetMinutes: offset / minute,
  }
  return second === undefined ? local : { ...local, which: ms === first ? 'first' : 'second' }
}

/** The civil date in England at this instant. */
export function dateOf(instant: Instant): CivilDate {
  const ms = epochMs(instant)
  return dateOfMs(ms + offsetAt(ms))
}

/** The first instant of the day. */
export const startOfDay = (date: CivilDate): Instant => instantOf(firstMomentAt(dateMs(date)))

/** The days from the first to the last, both in it, as a period. */
export const periodOfDays = (first: CivilDate, last: CivilDate): Period => ({
  from: startOfDay(first),
  to: startOfDay(addDaysToDate(last, 1)),
})

/** Calendar days from the first to the second; negative where the second is earlier. */
export const daysBetween = (from: CivilDate, to: CivilDate): number =>
  Math.round((dateMs(to) - dateMs(from)) / day)

/** The date this many days later. */
export const addDaysToDate = (date: CivilDate, days: number): CivilDate =>
  dateOfMs(dateMs(date) + days * day)

/** The same day this many months later, or the last day of that month where it is shorter. */
export const addMonthsToDate = (date: CivilDate, months: number): CivilDate =>
  Temporal.PlainDate.from(date).add({ months }).toString()

/** 1 for Monday to 7 for Sunday. */
export const weekdayOf = (date: CivilDate): number => new Date(dateMs(date)).getUTCDay() || 7

/** The day of the stay: 1 on the day of arrival, whatever the time. */
export const dayOfStay = (arrivedAt: Instant, at: Instant): number =>
  daysBetween(dateOf(arrivedAt), dateOf(at)) + 1

/** Whole elapsed minutes from the first to the second, rounded down; negative where the second is earlier. */
export const minutesBetween = (from: Instant, to: Instant): number =>
  Math.floor((epochMs(to) - epochMs(from)) / minute)

export const addMinutes = (instant: Instant, minutes: number): Instant =>
  instantOf(epochMs(instant) + minutes * minute)

/** Elapsed hours, whatever the clocks do meanwhile. */
export const addHours = (instant: Instant, hours: number): Instant =>
  instantOf(epochMs(instant) + hours * hour)

/**
 * The same time on the clock this many days later. In the hour that comes twice it is the first; a time
 * in the missing hour is taken an hour later (01:30 becomes 02:30).
 */
export function addDays(instant: Instant, days: number): Instant {
  const ms = epochMs(instant)
  return instantOf(firstMomentAt(ms + offsetAt(ms) + days * day))
}

const months = [
  ...['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun'],
  ...['Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
] as const

/** A civil date as people write it: `25 Oct 2026`. */
export const formatDate = (date: CivilDate): string =>
  `${Number(date.slice(8, 10))} ${months[Number(date.slice(5, 7)) - 1]} ${date.slice(0, 4)}`

const timeOf = (local: LocalDateTime) =>
  local.which ? `${local.time} (${local.which})` : local.time

/** The time on the clock: `14:02`, or `01:30 (second)` in the hour that comes twice. */
export const formatTime = (instant: Instant): string => timeOf(instantToLocal(instant))

/** `25 Oct 2026, 01:30 (second)`. */
export function formatDateTime(instant: Instant): string {
  const local = instantToLocal(instant)
  return `${formatDate(local.date)}, ${timeOf(local)}`
}

import { weekBand } from '../shared/age.ts'
import { dateOf, dayOfStay, formatDate, formatTime, isCivilDate } from '../shared/calendar.ts'
import type { CivilDate, Instant } from '../shared/time.ts'
import { admissionColumns } from './allowed-columns/admission.ts'
import type { AllowedColumns, PseudonymKind, Treatment } from './allowed-columns/allowed-column.ts'
import { communicationsColumns } from './allowed-columns/communications.ts'
import { cultureColumns } from './allowed-columns/culture.ts'
import { historyReviewColumns } from './allowed-columns/history-review.ts'
import { oversightColumns } from './allowed-columns/oversight.ts'
import { peopleColumns } from './allowed-columns/people.ts'
import { relationshipColumns } from './allowed-columns/relationship.ts'
import { reviewColumns } from './allowed-columns/reviews.ts'
import { sharedColumns } from './allowed-columns/shared.ts'
import { staysColumns } from './allowed-columns/stays.ts'
import { supervisionColumns } from './allowed-columns/supervision.ts'
import { trainingColumns } from './allowed-columns/training.ts'
import { unwellBabyColumns } from './allowed-columns/unwell-baby.ts'

/**
 * What may leave the unit in the restricted output, and in what form (decisions 36 and 37; domain.md 7.6).
 * Columns leave by allow-list: what is not named here stays inside. Identifiers become pseudonyms that hold
 * within one report, dates become the day of the stay and the clock time, ages become bands of weeks, free
 * text is withheld and says so.
 */

/**
 * Turns an id into a pseudonym: the same within one report, unlinkable between reports. The key is the
 * platform's (electron/features/assurance/pseudonyms.ts) and is destroyed once the report is made.
 */
export type Pseudonym = (kind: PseudonymKind, id: string) => string

/** Whose record it is, so that its times can be told as days of the stay. */
export interface Subject {
  stayId?: string | undefined
  arrivedAt?: Instant | undefined
  babyId?: string | undefined
  babyBornOn?: CivilDate | undefined
  staffId?: string | undefined
}

/** Record id -> whose it is. */
export type Subjects = ReadonlyMap<string, Subject>

/** Every feature's columns together (decision 37). */
export const allowedColumns: AllowedColumns = {
  ...staysColumns,
  ...supervisionColumns,
  ...relationshipColumns,
  ...reviewColumns,
  ...trainingColumns,
  ...cultureColumns,
  ...oversightColumns,
  ...historyReviewColumns,
  ...unwellBabyColumns,
  ...communicationsColumns,
  ...admissionColumns,
  ...peopleColumns,
  ...sharedColumns,
}

/** A record's columns as they were read, by the names of its schema. */
export type Row = Readonly<Record<string, unknown>>

export interface DisclosedField {
  label: string
  value: string
  withheld: boolean
}

/** The word that stands where something is kept back; it never stands for 0 or for nothing. */
export const withheldWord = 'withheld'

const withheld = (label: string, why: string): DisclosedField => ({
  label,
  value: `${withheldWord}: ${why}`,
  withheld: true,
})

/** The fields of a record that may leave, in the form in which they may. Empty columns say nothing. */
export function discloseRow(
  type: string,
  row: Row,
  subject: Subject,
  pseudonym: Pseudonym,
): DisclosedField[] {
  const fields: DisclosedField[] = []
  for (const { column, label, as } of allowedColumns[type] ?? []) {
    const value = row[column]
    if (value === null || value === undefined || value === '') continue
    fields.push(discloseValue(label, value, as, subject, pseudonym))
  }
  return fields
}

function discloseValue(
  label: string,
  value: unknown,
  as: Treatment,
  subject: Subject,
  pseudonym: Pseudonym,
): DisclosedField {
  switch (as) {
    case 'text':
      return withheld(label, 'free text that nobody has cleared')
    case 'code':
      return discloseCode(label, value)
    case 'codes':
      return discloseCodes(label, value)
    case 'count':
      return Number.isSafeInteger(value)
        ? { label, value: String(value), withheld: false }
        : withheld(label, 'not a whole number')
    case 'moment': {
      const when = typeof value === 'string' ? momentOf(value, subject) : null
      return when
        ? { label, value: momentText(when), withheld: false }
        : withheld(label, 'a date outside a stay')
    }
    case 'day':
      return typeof value === 'string' && isCivilDate(value)
        ? { label, value: formatDate(value), withheld: false }
        : withheld(label, 'no date')
    case 'hash':
      return typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)
        ? { label, value, withheld: false }
        : withheld(label, 'not a hash')
    default:
      return { label, value: pseudonym(as, String(value)), withheld: false }
  }
}

// A code is a word of a closed list. What does not look like one may be text that an import put there.
const codePattern = /^([A-Za-z][A-Za-z_-]{0,29}(-?\d{1,3})?|\d{1,2}[a-z]?|999)$/

function discloseCode(label: string, value: unknown): DisclosedField {
  if (typeof value === 'boolean') return { label, value: value ? 'yes' : 'no', withheld: false }
  return typeof value === 'string' && codePattern.test(value)
    ? { label, value: value.replaceAll('_', ' '), withheld: false }
    : withheld(label, 'not a code')
}

/** A list of codes joined by a space, as the tables keep one; all of it is kept back if any of it is no code. */
function discloseCodes(label: string, value: unknown): DisclosedField {
  const codes = typeof value === 'string' ? value.split(' ') : []
  return codes.length > 0 && codes.every((code) => codePattern.test(code))
    ? { label, value: codes.join(', '), withheld: false }
    : withheld(label, 'not a list of codes')
}

export interface Moment {
  /** The day of the stay: 1 is the day of arrival; less than 1 is before it. */
  day: number
  /** The time on the clock in England. */
  time: string
}

// "First" and "second" stand in one night of the year alone: they would give the date away (decision 37).
const clockTime = (at: Instant) => formatTime(at).slice(0, 'hh:mm'.length)

/** A time as it may leave: the day of the stay and the clock time; null where there is no stay to count from. */
export function momentOf(at: Instant, subject: Subject): Moment | null {
  if (!subject.arrivedAt || Number.isNaN(Date.parse(at))) return null
  return { day: dayOfStay(subject.arrivedAt, at), time: clockTime(at) }
}

export function momentText({ day, time }: Moment): string {
  return day >= 1 ? `day ${day}, ${time}` : `${1 - day} d before arrival, ${time}`
}

/** The baby's age as a band of weeks; null where the birth is not known. */
export const ageBand = (bornOn: CivilDate | undefined, at: Instant): string | null =>
  bornOn ? weekBand(bornOn, dateOf(at)) : null

const identifying = [
  /\d{4}-\d{2}-\d{2}/, // a date
  /\b\d{1,2} (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)/i, // a date in words
  /\b\d{1,2}\/\d{1,2}\/\d{2,4}\b/, // a date in figures
  /\d{3}[ -]?\d{3}[ -]?\d{4}/, // an NHS number, or a telephone number
  /[0-9a-f]{8}-[0-9a-f]{4}-/i, // a record id
]

/**
 * The reason for a member's class, as its measure gives it. A measure promises that it holds no name or
 * identifier; this is the net beneath the promise.
 */
export function discloseReason(reason: string): string {
  return identifying.some((pattern) => pattern.test(reason))
    ? `${withheldWord}: the reason holds a date or a number that could identify`
    : reason
}

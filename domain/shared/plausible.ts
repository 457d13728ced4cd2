import { addDaysToDate, civilDateSchema, dateOf, formatDate, instantSchema } from './calendar.ts'
import type { CivilDate, Instant } from './time.ts'

/**
 * The earliest day on which something that is told of a family can have been. An earlier one is a slip of the
 * keys, and would be taken at its word by every clock and measure. Truth table: docs/states/people.md, 11.
 * Product defaults [P]: no source sets them.
 */

/** No paper about a family of today, its grandparents' included, is older. */
export const earliestDay: CivilDate = '1900-01-01'
/** The longest that a child is carried: what is said of a baby may be of the pregnancy. */
const longestPregnancyDays = 300
/** An estimated date of birth may be this much too late: a child stays a baby of a unit no longer. */
const estimateMayErrDays = 3 * 366
/** What the unit itself did for a family may lie this long before it came on record: a call, a letter by post. */
export const knownBeforeDays = 30

/** A day before which something cannot have been, and how that is said. */
export interface Floor {
  on: CivilDate
  because: string
}

/** What is checked of somebody; the estimate says that the date of birth is one. */
export interface Born {
  kind: string
  bornOn: CivilDate | null
  bornOnEstimate?: string | null | undefined
}

/** For papers, and for what is told of anybody whose birth nobody knows. */
export const ofAnyRecord: Floor = {
  on: earliestDay,
  because: `This is before ${earliestDay.slice(0, 4)}`,
}

/** For what is true of somebody from their birth on: a status of the mother, an order about a child. */
export function fromBirth({ kind, bornOn, bornOnEstimate }: Born): Floor {
  if (bornOn === null) return ofAnyRecord
  if (bornOnEstimate)
    return {
      on: addDaysToDate(bornOn, -estimateMayErrDays),
      because: `This is more than 3 years before the date of birth that was estimated, ${formatDate(bornOn)}`,
    }
  const whose = kind === 'baby' ? 'the birth of the baby' : 'the date of birth'
  return { on: bornOn, because: `This is before ${whose}, ${formatDate(bornOn)}` }
}

/** For what may be of the pregnancy too: what is said of a baby, or a plan that was made before the birth. */
export function fromPregnancy(born: Born): Floor {
  if (born.bornOn === null || born.bornOnEstimate) return fromBirth(born)
  return {
    on: addDaysToDate(born.bornOn, -longestPregnancyDays),
    because: `This is more than 10 months before the birth of the baby, ${formatDate(born.bornOn)}`,
  }
}

/** For what is said of somebody, and for contacts with services: a mother from her birth, a baby from the pregnancy. */
export function saidOf(born: Born): Floor {
  if (born.kind === 'baby') return fromPregnancy(born)
  return born.kind === 'mother' ? fromBirth(born) : ofAnyRecord
}

/** For what the unit itself did: nobody here asked, chased or looked up before the family was known here. */
export const actOfUnit = (knownSince: Instant, what: 'referral' | 'family'): Floor => ({
  on: addDaysToDate(dateOf(knownSince), -knownBeforeDays),
  because:
    what === 'referral'
      ? `This is more than ${knownBeforeDays} days before the referral`
      : `This is more than ${knownBeforeDays} days before the family was known here`,
})

/** What is wrong with a day or a moment that lies below its floor, and what to do; undefined where nothing is. */
export const tooEarly = (at: CivilDate | Instant, { on, because }: Floor): string | undefined =>
  (at.length === on.length ? at : dateOf(at)) < on
    ? `${because}. Check the year and the month`
    : undefined

const notTooEarly = (at: CivilDate | Instant) => tooEarly(at, ofAnyRecord) === undefined
const checkIt = { message: `${ofAnyRecord.because}. Check the year and the month` }

/** A moment that was, as it is typed: with `now` none that lies ahead of it, and none below every floor. */
export const pastInstant = (now?: Instant) =>
  instantSchema
    .refine(notTooEarly, checkIt)
    .refine((at) => now === undefined || at <= now, 'Enter a time that is not in the future')

/** A day that was, likewise. */
export const pastDate = (now?: Instant) =>
  civilDateSchema
    .refine(notTooEarly, checkIt)
    .refine(
      (on) => now === undefined || on <= dateOf(now),
      'Enter a date that is not in the future',
    )

import { addMonthsToDate } from '../shared/calendar.ts'
import type { CivilDate } from '../shared/time.ts'
import type { Certificate } from './record.ts'

/** Whether something held on a day. Not known is an answer of its own, and never counts as in date. */
export type Validity = 'in-date' | 'over' | 'not-yet' | 'not-known'

/**
 * The last day on which a certificate counts: the earlier of the date printed on it and completion plus
 * `months` (domain.md 5.1: a long printed expiry does not stretch what the unit requires). Null where the
 * day of completion is not recorded.
 */
export function lastDayOf(certificate: Certificate, months: number): CivilDate | null {
  if (certificate.completedOn === null) return null
  const byRule = monthsAfter(certificate.completedOn, months)
  return certificate.expiresOn !== null && certificate.expiresOn < byRule
    ? certificate.expiresOn
    : byRule
}

// Calendar arithmetic is the dear part of a matrix: few days, each asked for by every topic of everybody.
const known = new Map<string, CivilDate>()
const mostKnown = 20_000

function monthsAfter(date: CivilDate, months: number): CivilDate {
  const key = `${date} ${months}`
  const found = known.get(key)
  if (found !== undefined) return found
  if (known.size >= mostKnown) known.clear()
  const later = addMonthsToDate(date, months)
  known.set(key, later)
  return later
}

/** Whether a certificate counts on a day. `months` is how long it counts by rule; its last day still counts. */
export function validityOn(certificate: Certificate, months: number, on: CivilDate): Validity {
  // A printed expiry that has passed settles it, whenever the course was done.
  if (certificate.expiresOn !== null && certificate.expiresOn < on) return 'over'
  const lastDay = lastDayOf(certificate, months)
  if (certificate.completedOn === null || lastDay === null) return 'not-known'
  if (certificate.completedOn > on) return 'not-yet'
  return lastDay >= on ? 'in-date' : 'over'
}

/**
 * Whether training was multi-agency: only if another agency delivered it or took part (Finding Five b,
 * domain.md 5.2).
 */
export function isMultiAgency(certificate: Certificate): 'yes' | 'no' | 'not-known' {
  if (certificate.deliveredByAnother === true) return 'yes'
  if (certificate.agenciesPresent !== null && certificate.agenciesPresent.length > 0) return 'yes'
  if (certificate.deliveredByAnother === null || certificate.agenciesPresent === null)
    return 'not-known'
  return 'no'
}

/** The best of several: one that is in date is enough; not known leaves the question open. */
export function bestOf(validities: readonly Validity[]): Validity | 'none' {
  if (validities.includes('in-date')) return 'in-date'
  if (validities.includes('not-known')) return 'not-known'
  if (validities.includes('over')) return 'over'
  return validities.length > 0 ? 'not-yet' : 'none'
}

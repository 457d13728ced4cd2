import { correctedFrom, daysOld, monthsOld } from '../shared/age.ts'
import { dateOf, epochMs } from '../shared/calendar.ts'
import type { CivilDate, Instant } from '../shared/time.ts'
import type { AgeCondition } from './rule-content.ts'

/** What the age of a baby is reckoned from. */
export interface Birth {
  /** Null where nobody has recorded it: then every age row applies, the careful reading. */
  bornOn: CivilDate | null
  bornAt?: Instant | null | undefined
  gestationDays?: number | null | undefined
}

interface Age {
  months: number
  days: number
}

/** The ages by which the tables are read. Corrected age is there for a premature baby alone. */
export interface AgeForRules {
  /** Null where the birth is not recorded. */
  chronological: Age | null
  corrected: Age | null
  /** Whole hours of life; null where the time of birth is not known. */
  hours: number | null
}

const ageFrom = (from: CivilDate, on: CivilDate): Age => ({
  months: Math.max(0, monthsOld(from, on)),
  days: Math.max(0, daysOld(from, on)),
})

/** The ages at a moment, in whole calendar months (decision 27). Before the due date the corrected age is 0. */
export function ageForRules(birth: Birth, at: Instant): AgeForRules {
  if (birth.bornOn === null) return { chronological: null, corrected: null, hours: null }
  const on = dateOf(at)
  const from = correctedFrom(birth.bornOn, birth.gestationDays)
  const hours = birth.bornAt ? (epochMs(at) - epochMs(birth.bornAt)) / 3_600_000 : null
  return {
    chronological: ageFrom(birth.bornOn, on),
    corrected: from === undefined ? null : ageFrom(from, on),
    hours: hours === null ? null : Math.max(0, Math.floor(hours)),
  }
}

/** Which age made a row apply; null where it does not apply. */
export type AgeBasis = 'any age' | 'age' | 'corrected age' | 'age not known'

/**
 * Whether a row is for a baby of this age. Chronological age picks the row; where corrected age picks
 * another, that one applies too, so that the stricter of them leads (decision 27).
 */
export function ageBasis(condition: AgeCondition | undefined, age: AgeForRules): AgeBasis | null {
  if (condition === undefined) return 'any age'
  if (age.chronological === null) return 'age not known'
  if (holds(condition, age.chronological, age.chronological, age.hours)) return 'age'
  if (age.corrected && holds(condition, age.corrected, age.chronological, age.hours))
    return 'corrected age'
  return null
}

function holds(
  condition: AgeCondition,
  { months, days }: Age,
  chronological: Age,
  hours: number | null,
): boolean {
  const { fromMonths, beforeMonths, beforeDays, beforeHours } = condition
  if (fromMonths !== undefined && months < fromMonths) return false
  if (beforeMonths !== undefined && months >= beforeMonths) return false
  if (beforeDays !== undefined && days >= beforeDays) return false
  if (beforeHours === undefined) return true
  // Without the time of birth, the days on which the hours could still run count: the careful reading.
  return hours === null ? chronological.days <= Math.ceil(beforeHours / 24) : hours < beforeHours
}

/** The age from which the tables for a baby under one year no longer apply. */
export const tablesEndAtMonths = 12

import { addDaysToDate, addMonthsToDate } from '../shared/calendar.ts'
import type { CivilDate } from '../shared/time.ts'
import type { Role } from '../users/roles.ts'
import type { Certificate, StaffMember } from './record.ts'
import {
  rankOf,
  requirementFor,
  type TrainingRequirement,
  type TrainingRequirements,
} from './requirements.ts'
import { isMultiAgency, lastDayOf, type Validity, validityOn } from './validity.ts'

/**
 * The parts of what is required of one person: which certificates answer each, and for how many months one
 * counts. Standings, the dates on which they end, and the measures are all read from here.
 */

export interface PersonFacts {
  staff: StaffMember
  /** The roles of the person's accounts on the day. */
  roles: readonly Role[]
  /** The person's own certificates. */
  certificates: readonly Certificate[]
}

/** `level`, `multi-agency`, `life-support`, or a topic such as `TRN-01`. */
export type PartId = string

export interface Part {
  id: PartId
  isRequired: boolean
  /** The certificates that can answer it, whatever their dates. */
  certificates: readonly Certificate[]
  /** How long each of them counts, by rule. */
  months: number
  /** The last day of a starter's limit; null for no limit. */
  dueBy: CivilDate | null
  validity(certificate: Certificate, on: CivilDate): Validity
}

/**
 * The last day by which a starter must hold the level, or null where the set names no limit for it.
 * Source: domain.md 5.1 (level 1 in about 6 weeks, level 3 in 12 months; memory, to be confirmed).
 */
export function starterLimitEnd(
  set: TrainingRequirements,
  level: string,
  startedOn: CivilDate,
): CivilDate | null {
  const limit = set.starters.find((one) => one.level === level)
  if (limit?.days) return addDaysToDate(startedOn, limit.days)
  return limit?.months ? addMonthsToDate(startedOn, limit.months) : null
}

/** The safeguarding certificates that reach the level, or a higher one. */
export const certificatesAtLevel = (
  set: TrainingRequirements,
  certificates: readonly Certificate[],
  level: string,
): Certificate[] =>
  certificates.filter(
    (one) => one.subject === 'safeguarding' && rankOf(set, one.level) >= rankOf(set, level),
  )

/** What is required of the person; undefined for who is exempt. */
export const requirementOf = (
  set: TrainingRequirements,
  { staff, roles }: PersonFacts,
): TrainingRequirement | undefined => requirementFor(set, staff.profession, roles)

const starterLimit = (
  set: TrainingRequirements,
  person: PersonFacts,
  required: TrainingRequirement | undefined,
) => (required ? starterLimitEnd(set, required.level, person.staff.startedOn) : null)

/** The safeguarding level. */
export function levelPart(
  set: TrainingRequirements,
  person: PersonFacts,
  required = requirementOf(set, person),
): Part {
  return {
    id: 'level',
    isRequired: required !== undefined,
    certificates: required ? certificatesAtLevel(set, person.certificates, required.level) : [],
    months: set.levelMonths,
    dueBy: starterLimit(set, person, required),
    validity: (one, on) => validityOn(one, set.levelMonths, on),
  }
}

/** One topic. */
export function topicPart(
  set: TrainingRequirements,
  person: PersonFacts,
  topic: string,
  required = requirementOf(set, person),
): Part {
  return {
    id: topic,
    isRequired: required?.topics.includes(topic) ?? false,
    certificates: person.certificates.filter((one) => one.topics.includes(topic)),
    months: set.topicMonths,
    dueBy: starterLimit(set, person, required),
    validity: (one, on) => validityOn(one, set.topicMonths, on),
  }
}

/**
 * Training with other agencies: only what another agency delivered or attended counts; where that was not
 * recorded, it is not known.
 */
export function multiAgencyPart(
  set: TrainingRequirements,
  person: PersonFacts,
  required = requirementOf(set, person),
): Part {
  return {
    id: 'multi-agency',
    isRequired: required?.multiAgency ?? false,
    // The months run from completion alone: a printed expiry says nothing on when agencies last met.
    certificates: person.certificates
      .filter((one) => isMultiAgency(one) !== 'no')
      .map((one) => ({ ...one, expiresOn: null })),
    months: set.multiAgencyMonths,
    dueBy: addMonthsToDate(person.staff.startedOn, set.multiAgencyMonths),
    validity(one, on) {
      const validity = validityOn(one, set.multiAgencyMonths, on)
      return validity === 'in-date' && isMultiAgency(one) === 'not-known' ? 'not-known' : validity
    },
  }
}

/** Paediatric life support. */
export function lifeSupportPart(
  set: TrainingRequirements,
  person: PersonFacts,
  required = requirementOf(set, person),
): Part {
  return {
    id: 'life-support',
    isRequired: required?.lifeSupport ?? false,
    certificates: person.certificates.filter((one) => one.subject === 'life-support'),
    months: set.lifeSupportMonths,
    dueBy: starterLimit(set, person, required),
    validity: (one, on) => validityOn(one, set.lifeSupportMonths, on),
  }
}

/** Everything that is required of the person, the level first. */
export function requiredParts(set: TrainingRequirements, person: PersonFacts): Part[] {
  const required = requirementOf(set, person)
  return [
    levelPart(set, person, required),
    multiAgencyPart(set, person, required),
    lifeSupportPart(set, person, required),
    ...(required?.topics ?? []).map((topic) => topicPart(set, person, topic, required)),
  ].filter((part) => part.isRequired)
}

const latest = (days: readonly (CivilDate | null)[]): CivilDate | null =>
  days.reduce((last, day) => (day !== null && (last === null || day > last) ? day : last), null)

/** The last day on which what answers the part on a day still does; null where nothing does. */
export const heldUntil = (part: Part, on: CivilDate): CivilDate | null =>
  latest(
    part.certificates
      .filter((one) => part.validity(one, on) === 'in-date')
      .map((one) => lastDayOf(one, part.months)),
  )

/** The last day on which the part was held before a day on which it is over; null where that is not known. */
export const heldLast = (part: Part, on: CivilDate): CivilDate | null =>
  latest(
    part.certificates
      .filter((one) => part.validity(one, on) === 'over')
      .map((one) => lastDayOf(one, part.months) ?? one.expiresOn),
  )

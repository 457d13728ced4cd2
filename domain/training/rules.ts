import { addDaysToDate, addMonthsToDate } from '../shared/calendar.ts'
import type { CivilDate } from '../shared/time.ts'
import type { Role } from '../users/roles.ts'
import {
  type Employment,
  employmentLabels,
  type Profession,
  professionLabels,
} from '../users/staff.ts'
import type { Certificate, StaffMember } from './record.ts'
import {
  rankOf,
  requirementFor,
  type TrainingRequirement,
  type TrainingRequirements,
} from './requirements.ts'
import { bestOf, isMultiAgency, type Validity, validityOn } from './validity.ts'

/**
 * Compliance of one person with the required training, as of any date (Finding Five b; domain.md 5). Each
 * part is an ordered ladder; the truth tables are in docs/states/training.md.
 */

export const standings = [
  'not-in-post',
  'not-required',
  'in-date',
  'not-yet-due', // a starter within the limit
  'not-known', // a certificate without the day of completion, or without its agencies
  'lapsed', // held once, over now
  'missing', // never held
] as const
export type Standing = (typeof standings)[number]

export interface PersonFacts {
  staff: StaffMember
  /** The roles of the person's accounts on the day. */
  roles: readonly Role[]
  /** The person's own certificates. */
  certificates: readonly Certificate[]
}

/** Whether the person is in post on the day; the first and the last day count. */
export const isInPost = (staff: StaffMember, on: CivilDate): boolean =>
  staff.startedOn <= on && (staff.leftOn === null || staff.leftOn >= on)

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

interface Question {
  isRequired: boolean
  held: Validity | 'none'
  /** The last day of the starter's limit; null for no limit. */
  dueBy: CivilDate | null
}

/** The ladder that every part of the required training goes down. */
function standingOf(person: PersonFacts, on: CivilDate, asked: Question): Standing {
  if (!isInPost(person.staff, on)) return 'not-in-post'
  if (!asked.isRequired) return 'not-required'
  if (asked.held === 'in-date') return 'in-date'
  if (asked.dueBy !== null && on <= asked.dueBy) return 'not-yet-due'
  if (asked.held === 'not-known') return 'not-known'
  return asked.held === 'over' ? 'lapsed' : 'missing'
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

/** Whether a level, or a higher one, was held on the day. */
export const levelHeld = (
  set: TrainingRequirements,
  certificates: readonly Certificate[],
  level: string,
  on: CivilDate,
): Validity | 'none' =>
  bestOf(
    certificatesAtLevel(set, certificates, level).map((one) =>
      validityOn(one, set.levelMonths, on),
    ),
  )

/** Whether the person holds the level required of them, in date. */
export function levelStanding(
  set: TrainingRequirements,
  person: PersonFacts,
  on: CivilDate,
): Standing {
  const required = requirementFor(set, person.staff.profession, person.roles)
  return standingOf(person, on, {
    isRequired: required !== undefined,
    held: required ? levelHeld(set, person.certificates, required.level, on) : 'none',
    dueBy: required ? starterLimitEnd(set, required.level, person.staff.startedOn) : null,
  })
}

/** Whether one topic is in date for the person. */
export function topicStanding(
  set: TrainingRequirements,
  person: PersonFacts,
  topic: string,
  on: CivilDate,
): Standing {
  const required = requirementFor(set, person.staff.profession, person.roles)
  const covering = person.certificates.filter((one) => one.topics.includes(topic))
  return standingOf(person, on, {
    isRequired: required?.topics.includes(topic) ?? false,
    held: bestOf(covering.map((one) => validityOn(one, set.topicMonths, on))),
    dueBy: required ? starterLimitEnd(set, required.level, person.staff.startedOn) : null,
  })
}

/**
 * Whether the person had multi-agency training in the last twelve months: only what another agency
 * delivered or attended counts; where that was not recorded, it is not known.
 */
export function multiAgencyStanding(
  set: TrainingRequirements,
  person: PersonFacts,
  on: CivilDate,
): Standing {
  const required = requirementFor(set, person.staff.profession, person.roles)
  const held = person.certificates
    .filter((one) => isMultiAgency(one) !== 'no')
    .map((one) => multiAgencyValidity(one, set.multiAgencyMonths, on))
  return standingOf(person, on, {
    isRequired: required?.multiAgency ?? false,
    held: bestOf(held),
    dueBy: addMonthsToDate(person.staff.startedOn, set.multiAgencyMonths),
  })
}

/** The months run from completion alone: a printed expiry says nothing on when agencies last met. */
function multiAgencyValidity(certificate: Certificate, months: number, on: CivilDate): Validity {
  const validity = validityOn({ ...certificate, expiresOn: null }, months, on)
  return validity === 'in-date' && isMultiAgency(certificate) === 'not-known'
    ? 'not-known'
    : validity
}

/** Whether the person holds paediatric life support, in date. */
export function lifeSupportStanding(
  set: TrainingRequirements,
  person: PersonFacts,
  on: CivilDate,
): Standing {
  const required = requirementFor(set, person.staff.profession, person.roles)
  const held = person.certificates
    .filter((one) => one.subject === 'life-support')
    .map((one) => validityOn(one, set.lifeSupportMonths, on))
  return standingOf(person, on, {
    isRequired: required?.lifeSupport ?? false,
    held: bestOf(held),
    dueBy: required ? starterLimitEnd(set, required.level, person.staff.startedOn) : null,
  })
}

/** Several parts as one: the worst of those that are required. */
export function standingIn(parts: readonly Standing[]): Standing {
  const worstFirst: Standing[] = ['not-in-post', 'missing', 'lapsed', 'not-known', 'not-yet-due']
  const worst = worstFirst.find((standing) => parts.includes(standing))
  return worst ?? (parts.includes('in-date') ? 'in-date' : 'not-required')
}

/** The minutes of training in safeguarding that were completed in the months up to the day. */
export function minutesTowards(
  certificates: readonly Certificate[],
  months: number,
  on: CivilDate,
): number {
  const from = addMonthsToDate(on, -months)
  return certificates
    .filter((one) => one.subject === 'safeguarding' && one.completedOn !== null)
    .filter((one) => (one.completedOn ?? '') > from && (one.completedOn ?? '') <= on)
    .reduce((sum, one) => sum + (one.minutes ?? 0), 0)
}

export interface Compliance {
  requirement: TrainingRequirement | undefined
  level: Standing
  multiAgency: Standing
  lifeSupport: Standing
  topics: { id: string; standing: Standing }[]
  minutes: number
}

/** Everything that is asked of one person, as of a date: one line of the training matrix. */
export function complianceOf(
  set: TrainingRequirements,
  person: PersonFacts,
  on: CivilDate,
): Compliance {
  const requirement = requirementFor(set, person.staff.profession, person.roles)
  return {
    requirement,
    level: levelStanding(set, person, on),
    multiAgency: multiAgencyStanding(set, person, on),
    lifeSupport: lifeSupportStanding(set, person, on),
    topics: (requirement?.topics ?? []).map((id) => ({
      id,
      standing: topicStanding(set, person, id, on),
    })),
    minutes: minutesTowards(person.certificates, set.levelMonths, on),
  }
}

/** Shown apart in every figure: the profession, with bank, agency, students and visitors by themselves. */
export function groupLabel(staff: StaffMember): string {
  const profession =
    professionLabels[staff.profession as Profession] ?? 'Profession not in the list'
  const employment = employmentLabels[staff.employment as Employment] ?? staff.employment
  return staff.employment === 'substantive'
    ? profession
    : `${profession}, ${employment.toLowerCase()}`
}

import { addMonthsToDate } from '../shared/calendar.ts'
import type { CivilDate } from '../shared/time.ts'
import { isInPost } from '../users/staff-groups.ts'
import {
  certificatesAtLevel,
  levelPart,
  lifeSupportPart,
  multiAgencyPart,
  type Part,
  type PersonFacts,
  topicPart,
} from './parts.ts'
import type { Certificate } from './record.ts'
import type { TrainingRequirements } from './requirements.ts'
import { bestOf, type Validity, validityOn } from './validity.ts'

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

/** The ladder that every part of the required training goes down. */
export function standingOf(person: PersonFacts, part: Part, on: CivilDate): Standing {
  if (!isInPost(person.staff, on)) return 'not-in-post'
  if (!part.isRequired) return 'not-required'
  const held = bestOf(part.certificates.map((one) => part.validity(one, on)))
  if (held === 'in-date') return 'in-date'
  if (part.dueBy !== null && on <= part.dueBy) return 'not-yet-due'
  if (held === 'not-known') return 'not-known'
  return held === 'over' ? 'lapsed' : 'missing'
}

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
export const levelStanding = (
  set: TrainingRequirements,
  person: PersonFacts,
  on: CivilDate,
): Standing => standingOf(person, levelPart(set, person), on)

/** Whether one topic is in date for the person. */
export const topicStanding = (
  set: TrainingRequirements,
  person: PersonFacts,
  topic: string,
  on: CivilDate,
): Standing => standingOf(person, topicPart(set, person, topic), on)

/** Whether the person had multi-agency training in the last twelve months. */
export const multiAgencyStanding = (
  set: TrainingRequirements,
  person: PersonFacts,
  on: CivilDate,
): Standing => standingOf(person, multiAgencyPart(set, person), on)

/** Whether the person holds paediatric life support, in date. */
export const lifeSupportStanding = (
  set: TrainingRequirements,
  person: PersonFacts,
  on: CivilDate,
): Standing => standingOf(person, lifeSupportPart(set, person), on)

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

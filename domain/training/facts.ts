import { inForceAt, type RuleSet } from '../rule-sets/rule-set.ts'
import type { Instant } from '../shared/time.ts'
import type { Role } from '../users/roles.ts'
import type { PersonFacts } from './parts.ts'
import type { Certificate, StaffMember } from './record.ts'
import { type TrainingRequirements, trainingRequirements } from './requirements.ts'

/** A member of staff as the register stood at the cut. */
export interface StaffFact extends StaffMember {
  recordId: string
  version: number
  roles: readonly Role[]
  /** The posts before the one of the register: that of the day stands in the fields above. */
  posts?: readonly { recordId: string; version: number }[]
}

/** A revision of the requirements. */
export type RequirementsFact = RuleSet<TrainingRequirements> & { version: number }

/** Everything that the measures of training read, as it stood at the cut (decision 1). */
export interface TrainingFacts {
  staff: readonly StaffFact[]
  certificates: readonly Certificate[]
  requirements: readonly RequirementsFact[]
}

/** One person's time on the roster. */
export interface DutyFact {
  recordId: string
  version: number
  staffId: string
  startsAt: Instant
  endsAt: Instant
}

/** What the measure of shifts reads besides. */
export interface ShiftFacts extends TrainingFacts {
  duties: readonly DutyFact[]
  /** When the first shift began that was ever on the roster; null where there was none. */
  rosterSince: Instant | null
}

/** The requirements in force at an instant. */
export const requirementsAt = (
  revisions: readonly RequirementsFact[],
  at: Instant,
): RequirementsFact | undefined => inForceAt(revisions, trainingRequirements.kind, at)

/** Each member of staff with their own certificates. */
export function peopleOf(facts: TrainingFacts): { staff: StaffFact; person: PersonFacts }[] {
  const byStaff = new Map<string, Certificate[]>()
  for (const one of facts.certificates) {
    const own = byStaff.get(one.staffId)
    if (own) own.push(one)
    else byStaff.set(one.staffId, [one])
  }
  return facts.staff.map((staff) => ({
    staff,
    person: { staff, roles: staff.roles, certificates: byStaff.get(staff.staffId) ?? [] },
  }))
}

/** The codes of a text column: joined by a space, empty for none. */
export const codesIn = (text: string): string[] => text.split(' ').filter((one) => one !== '')

/** A certificate's row with its codes as lists. */
export interface CertificateRow extends Omit<Certificate, 'topics' | 'agenciesPresent'> {
  topics: string
  agenciesPresent: string | null
}

export const certificateOf = (row: CertificateRow): Certificate => ({
  ...row,
  topics: codesIn(row.topics),
  agenciesPresent: row.agenciesPresent === null ? null : codesIn(row.agenciesPresent),
})

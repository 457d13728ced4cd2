import type { Role } from '../users/roles.ts'
import type { NamedReader } from './record.ts'
import type { ReaderRole } from './rule-content.ts'

/**
 * Whether somebody may sign in the part of a required reader (decision 10: one named person in each part; the
 * same person or another in the role renews). The parts of the ward manager, the consultant and the
 * safeguarding lead go with the role; the nurses' parts with the name, or with the duty of the admitting shift.
 */
export function maySignAs(
  part: ReaderRole,
  signer: { staffId: string; role: Role },
  named: readonly NamedReader[],
): boolean {
  if (goesWithRole(part)) return signer.role === part
  return named.some((one) => one.role === part && one.staffId === signer.staffId)
}

/** Who was named to read one document in the part of its author. */
export interface StandIn {
  role: ReaderRole
  staffId: string
}

/** The parts that somebody fills in one document as a stand-in. */
export const standInParts = (standIns: readonly StandIn[], staffId: string): ReaderRole[] =>
  standIns.filter((one) => one.staffId === staffId).map(({ role }) => role)

/** Somebody who may be named as a stand-in for a document, as the record knows them. */
export interface StandInCandidate {
  profession: string
  role: Role | null
}

/**
 * Whether somebody may stand in for a required reader: another doctor, a ward manager or the safeguarding lead. Product
 * default, to be approved by the unit; the nurses' parts may be a registered nurse's.
 */
export const mayStandIn = (part: ReaderRole, { profession, role }: StandInCandidate): boolean =>
  profession === 'consultant' ||
  profession === 'doctor' ||
  role === 'ward-manager' ||
  role === 'consultant' ||
  role === 'safeguarding-lead' ||
  (!goesWithRole(part) && profession === 'registered-nurse')

/** Whether a part goes with the role of an account, and not with a name. */
export const goesWithRole = (part: ReaderRole) =>
  part === 'ward-manager' || part === 'consultant' || part === 'safeguarding-lead'

/** The parts that this person may fill in this stay. */
export const partsOf = (
  signer: { staffId: string; role: Role },
  named: readonly NamedReader[],
  parts: readonly ReaderRole[],
): ReaderRole[] => parts.filter((part) => maySignAs(part, signer, named))

/**
 * The parts in which this person is the one who has to read: those that they are named for, and those of
 * their role that nobody is named for.
 */
export const ownParts = (
  signer: { staffId: string; role: Role },
  named: readonly NamedReader[],
  parts: readonly ReaderRole[],
): ReaderRole[] =>
  partsOf(signer, named, parts).filter((part) => {
    const holder = named.find((one) => one.role === part)
    return holder === undefined || holder.staffId === signer.staffId
  })

/** The parts that nobody is named for yet: without a name nobody is chased. */
export const unnamedParts = (
  named: readonly NamedReader[],
  parts: readonly ReaderRole[],
): ReaderRole[] => parts.filter((part) => !named.some((one) => one.role === part))

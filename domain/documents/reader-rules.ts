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

const words = (text: string) => text.toLocaleLowerCase('en-GB').replace(/\s+/g, ' ').trim()

/** Whether the author as entered, "J. Reed, social worker", is somebody of this name. */
export const isNamedAs = (author: string, name: string): boolean => {
  const [written = '', wanted] = [words(author), words(name)]
  return written === wanted || written.startsWith(`${wanted},`)
}

import type { Permission } from '../users/permissions.ts'
import { type Role, roleLabels } from '../users/roles.ts'
import type { Standing } from './rules.ts'

/**
 * Who may sign (product.md 2; decision 11): not the author, not another role, not a person whose required
 * training has lapsed, unless by the named emergency path. Until the ward manager declares the training
 * register complete, missing training warns and is counted; it does not refuse. Truth table:
 * docs/states/training.md.
 */

export interface SigningFacts {
  signerId: string
  signerRole: Role
  /** Who wrote what is to be signed; null where a signature of the author is wanted, as on a reading. */
  authorId: string | null
  allowedRoles: readonly Role[]
  /** The signer's standing in the level required of them, on the day. */
  training: Standing
  registerComplete: boolean
  /** The reason of the emergency path; undefined where it was not taken. */
  emergencyReason?: string | undefined
}

export type SigningAnswer =
  | { may: 'sign' }
  /** Goes through, is shown to the signer, and is counted by itself. */
  | { may: 'sign-counted'; counted: 'training' | 'emergency'; message: string }
  | { may: 'not'; because: 'author' | 'role' | 'training'; message: string }

const isTrained = (training: Standing) => training === 'in-date' || training === 'not-yet-due'

const trainingLines: Record<Standing, string> = {
  'in-date': 'is in date',
  'not-yet-due': 'is not yet due',
  'not-in-post': 'cannot be told: the register shows no post today',
  'not-required': 'cannot be told: no requirement is set for the profession',
  'not-known': 'cannot be told: a certificate has no date of completion',
  lapsed: 'has lapsed',
  missing: 'is not on the register',
}

/** Whether this person may sign this, and what is counted if they do. */
export function maySign(facts: SigningFacts): SigningAnswer {
  if (facts.authorId === facts.signerId) {
    return {
      may: 'not',
      because: 'author',
      message: 'You wrote this yourself. Ask another person to sign it',
    }
  }
  if (!facts.allowedRoles.includes(facts.signerRole)) {
    const who = facts.allowedRoles.map((role) => roleLabels[role].toLowerCase()).join(', ')
    return { may: 'not', because: 'role', message: `This is signed by: ${who}` }
  }
  return mayTrainedSign(facts)
}

/**
 * The part of the rule that asks for training alone: what the door asks of everyone who signs, whatever the
 * act (lines 5.6 to 5.20). `whose` begins the message; by default it speaks to the signer.
 */
export function mayTrainedSign(
  facts: Pick<SigningFacts, 'training' | 'registerComplete' | 'emergencyReason'>,
  whose = 'Your',
): SigningAnswer {
  if (isTrained(facts.training)) return { may: 'sign' }
  const lapse = `${whose} required safeguarding training ${trainingLines[facts.training]}`
  if (!facts.registerComplete) {
    return {
      may: 'sign-counted',
      counted: 'training',
      message: `${lapse}. The signature counts, and is listed until the register is complete`,
    }
  }
  if (facts.emergencyReason?.trim()) {
    return {
      may: 'sign-counted',
      counted: 'emergency',
      message: `${lapse}. The signature is listed as an emergency`,
    }
  }
  return {
    may: 'not',
    because: 'training',
    message: `${lapse}. Ask a colleague in date to sign, or give the reason of the emergency`,
  }
}

// Keys, accounts, backups and the unit's own pair must never wait for a course: the password there proves who it is.
const notSignOffs: readonly string[] = ['own', 'users', 'store', 'unit']

/** Whether an act that is signed with a password asks for the signer's training. Commissioners are not staff of the unit. */
export const asksForTraining = (permission: Permission, role: Role): boolean =>
  role !== 'commissioner' && !notSignOffs.includes(permission.split(':')[0] ?? '')

import type { Standing } from './rules.ts'

/**
 * Who may sign (product.md 2; decision 11): not a role that may not, not a person whose required training has
 * lapsed unless by the named emergency path, and never who wrote what is signed. Until the ward manager declares
 * the training register complete, missing training warns and is counted; it does not refuse. Every act that is
 * signed with a password goes through this one rule. Truth table: docs/states/training.md 5.
 */

export interface SigningFacts {
  signerId: string
  /** Whether the signer's role may do this act, by the table of permissions. */
  mayByRole: boolean
  /** Who wrote or did what is signed; empty where it is the signer's own act, or has not been read yet. */
  writers: readonly string[]
  /** The signer's standing in the level required of them, on the day; null where no training is asked for. */
  training: Standing | null
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

/** What somebody is told who wrote what they would sign, where the act says nothing more to the point. */
export const wroteItThemselves = 'You wrote this yourself. Ask another person to sign it'

/**
 * Whether this person may sign this, and what is counted if they do. The reason of an emergency stands in for
 * training alone. `whose` begins the message on training; by default it speaks to the signer.
 */
export function maySign(facts: SigningFacts, whose = 'Your'): SigningAnswer {
  const { mayByRole, training, writers, signerId } = facts
  if (!mayByRole)
    return {
      may: 'not',
      because: 'role',
      message: 'Your role does not allow this. Ask the ward manager',
    }
  const answer: SigningAnswer =
    training === null ? { may: 'sign' } : mayTrainedSign({ ...facts, training }, whose)
  if (answer.may === 'not') return answer
  return writers.includes(signerId)
    ? { may: 'not', because: 'author', message: wroteItThemselves }
    : answer
}

/** The part of the rule that asks for training alone, as a screen tells it before anybody signs. */
export function mayTrainedSign(
  facts: Pick<SigningFacts, 'registerComplete' | 'emergencyReason'> & { training: Standing },
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

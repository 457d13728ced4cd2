import { refuse, refuseField } from '#domain/shared/failure.ts'
import { line } from '#domain/shared/text.ts'
import type { Instant } from '#domain/shared/time.ts'
import type { Standing } from '#domain/training/rules.ts'
import { asksForTraining, mayTrainedSign } from '#domain/training/signer.ts'
import type { ReadContext } from '../../platform/serve.ts'
import type { SignerCheck } from '../../platform/signer-check.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { theUnit } from '../stays/queries.ts'
import { trainingOf } from './queries.ts'

/** The entries of the audit by which signatures without the required training are counted. */
export const countedActions = {
  training: 'signed-untrained',
  emergency: 'signed-emergency',
} as const

/**
 * Who may sign (decision 11, docs/states/training.md 5): once the ward manager has declared the training
 * register complete, a signer whose required training has lapsed is refused, unless in an emergency whose
 * reason they give; until then they sign, and it is counted.
 */
export const signerCheck: SignerCheck = (signing) => {
  const { db, signer, isSecond, permission, procedure, now } = signing
  if (!asksForTraining(permission, signer.role)) return undefined
  const { standing, registerComplete } = signingFacts(db, signer.staffId, now)
  const emergencyReason = reasonOf(signing.emergency)
  const facts = { training: standing, registerComplete, emergencyReason }
  const answer = mayTrainedSign(facts, isSecond ? 'The second person’s' : 'Your')
  if (answer.may === 'sign') return undefined
  if (answer.may === 'not') {
    const field = isSecond ? 'second.signInName' : 'emergency'
    refuse('held', answer.message, [{ field, message: answer.message }])
  }
  return {
    action: countedActions[answer.counted],
    entity: 'staff',
    entityId: signer.staffId,
    reason: emergencyReason ?? '',
    payload: { procedure, role: signer.role, standing, second: isSecond },
  }
}

function reasonOf(typed: string | undefined): string | undefined {
  if (typed === undefined || typed.trim() === '') return undefined
  const read = line.safeParse(typed)
  return read.success
    ? read.data
    : refuseField('emergency', read.error.issues[0]?.message ?? 'Enter the reason again')
}

const signingFacts = (db: ReadDb, staffId: string, now: Instant) => ({
  standing: trainingOf(db, staffId, now).standing,
  registerComplete: theUnit(db).trainingRegisterComplete,
})

export interface OwnSigning {
  standing: Standing
  registerComplete: boolean
  may: 'sign' | 'sign-counted' | 'not'
  /** What to tell the person before they sign; null where there is nothing to say. */
  message: string | null
}

/** How the person's own signature stands, so that the screen can say so before they sign. */
export function ownSigning(ctx: ReadContext): OwnSigning {
  const { standing, registerComplete } = signingFacts(ctx.db, ctx.actor.staffId, ctx.now)
  const answer = mayTrainedSign({ training: standing, registerComplete })
  return {
    standing,
    registerComplete,
    may: answer.may,
    message: answer.may === 'sign' ? null : answer.message,
  }
}

import { refuse, refuseField } from '#domain/shared/failure.ts'
import { line } from '#domain/shared/text.ts'
import type { Instant } from '#domain/shared/time.ts'
import type { Standing } from '#domain/training/rules.ts'
import { maySign, mayTrainedSign, type SigningAnswer } from '#domain/training/signer.ts'
import { permits } from '#domain/users/permissions.ts'
import type { ReadContext } from '../../platform/serve.ts'
import type { SignerCheck, Told } from '../../platform/signer-check.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { theUnit } from '../stays/queries.ts'
import { trainingOf } from './queries.ts'

/** The entries of the audit by which signatures without the required training are counted. */
export const countedActions = {
  training: 'signed-untrained',
  emergency: 'signed-emergency',
} as const

/**
 * Who may sign (decision 11, docs/states/training.md 5), asked of every act that is signed with a password: at
 * the door before anything of the act is read, and again once the act has named who wrote what is signed.
 * Nobody's training is asked where the password opens a door and signs no record, nor that of a commissioner,
 * who is not staff of the unit.
 */
export const signerCheck: SignerCheck = (signing) => {
  const { db, signer, isSecond, permission, procedure, now, writers = [], told } = signing
  const asks = signing.signs !== 'door' && signer.role !== 'commissioner'
  const { standing, registerComplete } = signingFacts(db, signer.staffId, now)
  const emergencyReason = asks ? reasonOf(signing.emergency) : undefined
  const answer = maySign(
    {
      signerId: signer.staffId,
      // What a second person's role must allow is another permission, which the door has asked for.
      mayByRole: isSecond || permits(signer.role, permission),
      writers,
      training: asks ? standing : null,
      registerComplete,
      emergencyReason,
    },
    isSecond ? 'The second person’s' : 'Your',
  )
  if (answer.may === 'sign') return undefined
  if (answer.may === 'not') return refuseSigner(answer, isSecond, told)
  return {
    action: countedActions[answer.counted],
    entity: 'staff',
    entityId: signer.staffId,
    reason: emergencyReason ?? '',
    payload: { procedure, role: signer.role, standing, second: isSecond },
  }
}

function refuseSigner(
  { because, message }: Extract<SigningAnswer, { may: 'not' }>,
  isSecond: boolean,
  told: Told | undefined,
): never {
  if (because === 'role') refuse('not-permitted', message)
  if (because === 'training') {
    const field = isSecond ? 'second.signInName' : 'emergency'
    refuse('held', message, [{ field, message }])
  }
  const said = told?.message ?? message
  if (told?.field !== undefined) refuseField(told.field, said)
  refuse('held', said)
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

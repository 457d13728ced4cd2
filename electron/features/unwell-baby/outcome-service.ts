import type { z } from 'zod'
import { episodeOutcome } from '#drizzle/schema/unwell-baby-outcome.ts'
import type { SignedContext, TwoPersonContext } from '../../platform/serve.ts'
import { withdrawDutiesOf } from '../communications/events-service.ts'
import { noErrorAfterAll, tellOfError } from '../communications/told-in-error.ts'
import { withdrawReviews } from '../reviews/open.ts'
import { staffMember } from '../users/staff-service.ts'
import { checkAct, episodeNote, record } from './acting.ts'
import { type EpisodeCase, episodeCase } from './case.ts'
import { entryOf } from './raise-service.ts'
import type { enteredInErrorInput, outcomeInput, reopenInput } from './schemas.ts'

/** The outcome, signed by a registered nurse or doctor: nothing else stops the clock (decision 26). */
export function signOutcome(
  ctx: SignedContext,
  { episodeId, ...input }: z.output<typeof outcomeInput>,
): { outcomeId: string } {
  const found = episodeCase(ctx.db, episodeId)
  checkAct(ctx, found, { kind: 'end', outcome: input.kind, at: input.at })
  const { profession } = staffMember(ctx.db, ctx.actor.staffId)
  const signedByDoctor = profession === 'consultant' || profession === 'doctor'
  return record(ctx, episodeId, (tx) => {
    const made = tx.insert(episodeOutcome, {
      episodeId,
      ...input,
      signedByDoctor,
      secondPersonId: null,
    })
    const payload = { kind: input.kind }
    return {
      value: { outcomeId: made.recordId },
      audit: [episodeNote(found, 'outcome', 'episode_outcome', made, { payload })],
    }
  })
}

/** The nurse in charge and a second person say that the episode was entered in error (decision 26). */
export function enterInError(
  ctx: TwoPersonContext,
  { episodeId, reason }: z.output<typeof enteredInErrorInput>,
): { outcomeId: string } {
  const found = episodeCase(ctx.db, episodeId)
  const act = { kind: 'end', outcome: 'entered-in-error', at: ctx.now } as const
  checkAct(ctx, found, act, [], ctx.second)
  return record(ctx, episodeId, (tx) => {
    const made = tx.insert(episodeOutcome, {
      episodeId,
      kind: 'entered-in-error',
      at: tx.now,
      plan: reason,
      reviewAt: null,
      signedByDoctor: false,
      secondPersonId: ctx.second.staffId,
    })
    const duties = withdrawDutiesOf(tx, episodeId, reason)
    // Those who were told already have to hear that it was an error.
    const payload = { second: ctx.second.staffId, toldAlready: duties.told.length }
    return {
      value: { outcomeId: made.recordId },
      audit: [
        episodeNote(found, 'entered-in-error', 'episode_outcome', made, { reason, payload }),
        ...duties.audit,
        ...tellOfError(tx, { subjectId: episodeId, ...familyOf(found), told: duties.told }),
        ...withdrawReviews(tx, episodeId, reason),
      ],
    }
  })
}

const familyOf = ({ place: { pair, motherId } }: EpisodeCase) => ({
  pairId: pair.recordId,
  babyId: pair.babyId,
  motherId,
})

/** An outcome that was signed by mistake: the clock and the escalation go on as if it had not been. */
export function reopen(
  ctx: SignedContext,
  { episodeId, outcomeId, version, reason }: z.output<typeof reopenInput>,
): { version: number } {
  const found = episodeCase(ctx.db, episodeId)
  const { kind } = entryOf(found.facts.outcomes, outcomeId, 'outcomeId')
  return record(ctx, episodeId, (tx) => {
    const made = tx.withdraw(episodeOutcome, outcomeId, version, reason)
    return {
      value: { version: made.version },
      audit: [
        episodeNote(found, 'reopen', 'episode_outcome', made, { reason }),
        ...(kind === 'entered-in-error' ? noErrorAfterAll(tx, episodeId, reason) : []),
      ],
    }
  })
}

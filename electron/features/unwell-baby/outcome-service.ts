import type { z } from 'zod'
import { addDays, dateOf } from '#domain/shared/calendar.ts'
import { refuse } from '#domain/shared/failure.ts'
import { endedBy } from '#domain/unwell-baby/escalation.ts'
import {
  episodeDebrief,
  episodeOutcome,
  unwellBabyDrill,
} from '#drizzle/schema/unwell-baby-outcome.ts'
import type { CommandContext, SignedContext, TwoPersonContext } from '../../platform/serve.ts'
import { withdrawDutiesOf } from '../communications/events-service.ts'
import { checkFloor } from '../people/facts.ts'
import { withdrawReviews } from '../reviews/open.ts'
import { staffMember } from '../users/staff-service.ts'
import { checkAct, episodeNote, record } from './acting.ts'
import { episodeCase } from './case.ts'
import { entryOf } from './raise-service.ts'
import type {
  debriefInput,
  drillInput,
  enteredInErrorInput,
  outcomeInput,
  reopenInput,
} from './schemas.ts'

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
    const payload = { second: ctx.second.staffId, toldAlready: duties.sent }
    return {
      value: { outcomeId: made.recordId },
      audit: [
        episodeNote(found, 'entered-in-error', 'episode_outcome', made, { reason, payload }),
        ...duties.audit,
        ...withdrawReviews(tx, episodeId, reason),
      ],
    }
  })
}

/** An outcome that was signed by mistake: the clock and the escalation go on as if it had not been. */
export function reopen(
  ctx: SignedContext,
  { episodeId, outcomeId, version, reason }: z.output<typeof reopenInput>,
): { version: number } {
  const found = episodeCase(ctx.db, episodeId)
  entryOf(found.facts.outcomes, outcomeId, 'outcomeId')
  return record(ctx, episodeId, (tx) => {
    const made = tx.withdraw(episodeOutcome, outcomeId, version, reason)
    return {
      value: { version: made.version },
      audit: [episodeNote(found, 'reopen', 'episode_outcome', made, { reason })],
    }
  })
}

/** What the team learned. No name and no blame goes into it. */
export function debrief(
  ctx: CommandContext,
  { episodeId, heldAt, learning }: z.output<typeof debriefInput>,
): { debriefId: string } {
  const found = episodeCase(ctx.db, episodeId)
  checkAct(ctx, found, { kind: 'debrief', heldAt })
  if (endedBy(found.facts)?.kind === 'entered-in-error')
    refuse('held', 'This episode was entered in error: there is nothing to debrief')
  return record(ctx, episodeId, (tx) => {
    const made = tx.insert(episodeDebrief, { episodeId, heldAt, learning })
    return {
      value: { debriefId: made.recordId },
      audit: [episodeNote(found, 'debrief', 'episode_debrief', made)],
    }
  })
}

/** An earlier drill is a slip of the keys: no report looks back further. Default of this product. */
const drillsFromDays = 3653

/** A drill of the pathway, held and learned from; never an episode. */
export function recordDrill(
  ctx: CommandContext,
  input: z.output<typeof drillInput>,
): { drillId: string } {
  if (input.heldAt > ctx.now)
    refuse('invalid', 'Check the time', [
      { field: 'heldAt', message: 'This is in the future. Record the drill when it was held' },
    ])
  checkFloor('heldAt', input.heldAt, {
    on: dateOf(addDays(ctx.now, -drillsFromDays)),
    because: 'This is more than 10 years ago. Check the year',
  })
  return ctx.write((tx) => {
    const { recordId } = tx.insert(unwellBabyDrill, input)
    return {
      value: { drillId: recordId },
      audit: [{ action: 'episode.drill', entity: 'unwell_baby_drill', entityId: recordId }],
    }
  })
}

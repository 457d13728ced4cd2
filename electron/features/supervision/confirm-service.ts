import { refuse } from '#domain/shared/failure.ts'
import { confirmationState, isNurseOrDoctor } from '#domain/supervision/raises.ts'
import type { ConfirmationInput } from '#domain/supervision/record.ts'
import { raiseConfirmation } from '#drizzle/schema/supervision.ts'
import type { SignedContext } from '../../platform/serve.ts'
import { trustedNow } from '../../platform/trusted-now.ts'
import { pairCase } from './case.ts'

/** A registered nurse's word on a raise. Refuses one that needs none or has it already (decision 21). */
export function confirmRaise(ctx: SignedContext, input: ConfirmationInput): { confirmed: boolean } {
  const now = trustedNow(ctx.db, ctx.now)
  const pairId =
    ctx.db.row<{ pairId: string }>(
      'select pair_id as pairId from supervision_decision where record_id = @id',
      { id: input.decisionId },
    )?.pairId ?? refuse('not-found', 'This decision is not in the unit’s records')
  const supervised = pairCase(ctx.db, pairId, now)
  const decision = supervised.decisions.find(({ recordId }) => recordId === input.decisionId)
  if (!decision) refuse('not-found', 'This decision was entered in error')
  const state = confirmationState(decision, supervised.rules, now)
  if (state === 'not-needed') refuse('held', 'This decision needs no confirmation')
  if (state === 'confirmed' || state === 'refused')
    refuse('clash', 'Somebody else has given their word on this raise. Look at it again')
  const message = 'Another person, a registered nurse or a doctor, confirms a raise'
  if (!isNurseOrDoctor(ctx.actor.role)) refuse('not-permitted', message)
  ctx.notBy([decision.author], { message })
  return ctx.write((tx) => {
    const { recordId } = tx.insert(raiseConfirmation, {
      decisionId: input.decisionId,
      confirmed: input.confirmed,
      confirmedAt: now,
      note: input.note ?? '',
    })
    return {
      value: { confirmed: input.confirmed },
      audit: [
        {
          action: input.confirmed ? 'supervision.raise-confirmed' : 'supervision.raise-refused',
          entity: 'raise_confirmation',
          entityId: recordId,
          patients: [supervised.pair.babyId, supervised.pair.motherId],
        },
      ],
    }
  })
}

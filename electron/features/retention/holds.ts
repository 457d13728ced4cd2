import { refuse } from '#domain/shared/failure.ts'
import { legalHold } from '#drizzle/schema/restricted.ts'
import type { CommandContext } from '../../platform/serve.ts'
import { newest, standing } from '../../platform/standing.ts'
import { personById } from '../people/queries.ts'

const one = standing(legalHold, ['recordId', 'personId', 'liftedAt'], 't.record_id = @id')
const ofPerson = standing(legalHold, ['liftedAt'], 't.person_id = @personId')

/** Keeps a record, whatever its age: an inquiry, a claim, a complaint. */
export function placeHold(
  ctx: CommandContext,
  input: { personId: string; because: string; reference: string | null },
) {
  personById(ctx.db, input.personId)
  const standingNow = ofPerson.at(ctx.db, newest, { personId: input.personId })
  if (standingNow.some(({ liftedAt }) => liftedAt === null))
    refuse('held', 'This record is held already. Lift that hold first, or leave it')
  return ctx.write((tx) => {
    const { recordId } = tx.insert(legalHold, {
      ...input,
      placedAt: tx.now,
      liftedAt: null,
      liftedBecause: null,
    })
    return {
      value: { id: recordId },
      audit: [
        {
          action: 'retention.held',
          entity: 'legal_hold',
          entityId: recordId,
          entityVersion: 1,
          patients: [input.personId],
          reason: input.because,
        },
      ],
    }
  })
}

export function liftHold(
  ctx: CommandContext,
  { id, version, reason }: { id: string; version: number; reason: string },
) {
  const found = one.at(ctx.db, newest, { id })[0]
  if (!found) refuse('not-found', 'This hold is not on record. Open the list again')
  if (found.liftedAt !== null) refuse('held', 'This hold was lifted already')
  return ctx.write((tx) => {
    const made = tx.amend(
      legalHold,
      id,
      version,
      { liftedAt: tx.now, liftedBecause: reason },
      reason,
    )
    return {
      value: { id, version: made.version },
      audit: [
        {
          action: 'retention.hold-lifted',
          entity: 'legal_hold',
          entityId: id,
          entityVersion: made.version,
          patients: [found.personId],
          reason,
        },
      ],
    }
  })
}

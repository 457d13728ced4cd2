import type { z } from 'zod'
import { clashesOf, settlementFault } from '#domain/people/clashes.ts'
import { refuse, refuseField } from '#domain/shared/failure.ts'
import { clashSettlement } from '#drizzle/schema/people-questions.ts'
import type { CommandContext } from '../../platform/serve.ts'
import { dutiesOf } from './duties.ts'
import { factService } from './facts.ts'
import { personById } from './queries.ts'
import type { settlementInput } from './schemas.ts'
import { statementsTo } from './settled.ts'

type SettlementInput = z.output<typeof settlementInput>

/** The finding, with a reason, which of two statements holds. Both are kept. */
export const clashSettlements = factService({
  table: clashSettlement,
  entity: 'clash-settlement',
  whose: ['personId'],
  check(ctx: CommandContext, input: SettlementInput) {
    personById(ctx.db, input.personId, 'personId')
    const clash = clashesOf(statementsTo(ctx.db, input.personId)).find(
      ({ topic, first, other }) =>
        topic === input.topic &&
        first.recordId === input.firstId &&
        other.recordId === input.otherId,
    )
    if (!clash) refuse('not-found', 'These two statements do not differ any more')
    if (clash.first.version !== input.firstVersion || clash.other.version !== input.otherVersion)
      refuse('clash', 'One of the statements was changed meanwhile. Read both again, then settle')
    const fault = settlementFault(clash, input.holds)
    if (fault !== undefined) refuseField('holds', fault)
  },
  content: (input: SettlementInput) => input,
  patients: (input) => [input.personId],
  follows: dutiesOf('select distinct person_id as id from clash_settlement where record_id = @id'),
})

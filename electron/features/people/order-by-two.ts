import type { z } from 'zod'
import { type EnteredStatus, takesOrderOut } from '#domain/people/order-taken-out.ts'
import { refuse } from '#domain/shared/failure.ts'
import { childLegalStatus } from '#drizzle/schema/people.ts'
import type { CommandContext, TwoPersonContext } from '../../platform/serve.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { Change } from './facts.ts'
import type { endInput, legalStatusInput } from './schemas.ts'
import { legalStatusEnds } from './status-ends.ts'
import { legalStatuses } from './statuses.ts'

/** A child's order, police protection or plan is taken out by two people; everything else of a status one corrects alone. */

type Correction = Change & { fact: z.output<typeof legalStatusInput> }
type End = z.output<typeof endInput>

const entered = standing(childLegalStatus, ['code', 'startsAt', 'endedAt'], 't.record_id = @id')

function needOneEnough(
  ctx: CommandContext,
  id: string,
  change: (before: EnteredStatus) => EnteredStatus | null,
): void {
  const before = entered.at(ctx.db, newest, { id })[0]
  if (before && takesOrderOut(before, change(before), ctx.now))
    refuse(
      'held',
      'This takes an order, police protection or a plan of the child out, and nobody does that alone. Let a second person who has seen what is right sign it with you',
    )
}

const corrected =
  ({ fact: { code, startsAt, ended } }: Correction) =>
  (before: EnteredStatus): EnteredStatus => ({
    code,
    startsAt,
    endedAt: ended?.endedAt ?? before.endedAt,
  })

// Where everybody reads why it was changed.
const agreed = (reason: string, { second }: TwoPersonContext) =>
  `${reason} (signed with ${second.name})`

/** A correction by one person. */
export function changeLegalStatus(ctx: CommandContext, change: Correction) {
  needOneEnough(ctx, change.id, corrected(change))
  return legalStatuses.change(ctx, change)
}

/** A correction that two people sign. */
export const changeLegalStatusByTwo = (ctx: TwoPersonContext, change: Correction) =>
  legalStatuses.change(ctx, { ...change, reason: agreed(change.reason, ctx) })

/** Entered in error, as one person says. */
export function withdrawLegalStatus(ctx: CommandContext, change: Change) {
  needOneEnough(ctx, change.id, () => null)
  return legalStatuses.withdraw(ctx, change)
}

/** Entered in error, as two people say. */
export const withdrawLegalStatusByTwo = (ctx: TwoPersonContext, change: Change) =>
  legalStatuses.withdraw(ctx, { ...change, reason: agreed(change.reason, ctx) })

/** It ended, as one person says. */
export function endLegalStatus(ctx: CommandContext, end: End) {
  needOneEnough(ctx, end.id, (before) => ({ ...before, endedAt: end.endedAt }))
  return legalStatusEnds.end(ctx, end)
}

/** It ended so long ago that it counts no more, as two people say. */
export const endLegalStatusByTwo = (ctx: TwoPersonContext, end: End) =>
  legalStatusEnds.end(ctx, end, agreed(end.whatFollowed, ctx))

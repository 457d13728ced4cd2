import type { z } from 'zod'
import { addDays, dateOf } from '#domain/shared/calendar.ts'
import { refuseField } from '#domain/shared/failure.ts'
import type { Instant } from '#domain/shared/time.ts'
import { unwellBabyDrill } from '#drizzle/schema/unwell-baby-outcome.ts'
import { noteOf } from '../../platform/note-of.ts'
import type { CommandContext } from '../../platform/serve.ts'
import type { Outcome } from '../../platform/unit-of-work.ts'
import { checkFloor } from '../people/facts.ts'
import type { correctDrillInput, drillInput, withdrawDrillInput } from './schemas.ts'

type Saved = { drillId: string; version: number }

/** A drill of the pathway, held and learned from; never an episode. */
export function recordDrill(ctx: CommandContext, input: z.output<typeof drillInput>): Saved {
  checkHeld(ctx.now, input.heldAt)
  return ctx.write((tx) => savedAs('drill', tx.insert(unwellBabyDrill, input)))
}

/** A drill put right, with the reason: what it said before stays readable. */
export function correctDrill(
  ctx: CommandContext,
  { drillId, version, reason, ...drill }: z.output<typeof correctDrillInput>,
): Saved {
  checkHeld(ctx.now, drill.heldAt)
  return ctx.write((tx) =>
    savedAs('correct-drill', tx.amend(unwellBabyDrill, drillId, version, drill, reason), reason),
  )
}

/** A drill that was entered in error: it counts no more. */
export const withdrawDrill = (
  ctx: CommandContext,
  { drillId, version, reason }: z.output<typeof withdrawDrillInput>,
): Saved =>
  ctx.write((tx) =>
    savedAs('withdraw-drill', tx.withdraw(unwellBabyDrill, drillId, version, reason), reason),
  )

/** An earlier drill is a slip of the keys: no report looks back further. Default of this product. */
const drillsFromDays = 3653

function checkHeld(now: Instant, heldAt: Instant): void {
  if (heldAt > now)
    refuseField('heldAt', 'This is in the future. Record the drill when it was held')
  checkFloor('heldAt', heldAt, {
    on: dateOf(addDays(now, -drillsFromDays)),
    because: 'This is more than 10 years ago. Check the year',
  })
}

const note = noteOf('unwell_baby_drill')

const savedAs = (
  action: string,
  made: { recordId: string; version: number },
  reason?: string,
): Outcome<Saved> => ({
  value: { drillId: made.recordId, version: made.version },
  audit: [note(`episode.${action}`, made, reason)],
})

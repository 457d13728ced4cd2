import type { z } from 'zod'
import { whyLeft } from '#domain/leave/never-left.ts'
import { refuse } from '#domain/shared/failure.ts'
import { leaveDeparture, leaveReturn } from '#drizzle/schema/leave.ts'
import type { CommandContext } from '../../platform/serve.ts'
import { withdrawReviews } from '../reviews/open.ts'
import { caseOfLeave, leaveNote } from './case.ts'
import type { neverLeftInput } from './schemas.ts'

/**
 * Takes back a departure that was entered in error, with whatever return was recorded of it. The leave stands as
 * it was agreed; the reviews that nobody has answered go with it. What was entered stays readable in the history.
 */
export function neverLeft(
  ctx: CommandContext,
  { leaveId, version, reason }: z.output<typeof neverLeftInput>,
) {
  const { found, leave } = caseOfLeave(ctx, leaveId)
  const { departure, returns } = leave
  const held = whyLeft(departure, found.missing)
  if (held !== null || !departure) refuse('held', held ?? '')
  return ctx.write((tx) => {
    const made = tx.withdraw(leaveDeparture, departure.recordId, version, reason)
    for (const one of returns) tx.withdraw(leaveReturn, one.recordId, one.version, reason)
    const note = leaveNote(found, 'never-left', 'leave_departure', made, departure.babies, {
      reason,
      payload: { returns: returns.length },
    })
    return {
      value: { leaveId, version: made.version },
      audit: [note, ...withdrawReviews(tx, leaveId, reason)],
    }
  })
}

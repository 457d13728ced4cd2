import type { z } from 'zod'
import { requestFaults } from '#domain/leave/faults.ts'
import { isAgreed } from '#domain/leave/standing.ts'
import { refuse } from '#domain/shared/failure.ts'
import { leaveRequest } from '#drizzle/schema/leave.ts'
import type { CommandContext } from '../../platform/serve.ts'
import { withdrawDutiesOf } from '../communications/events-service.ts'
import { openReviews } from '../reviews/open.ts'
import { caseOfLeave, type LeaveCase, leaveCase, leaveNote, pairsNamed } from './case.ts'
import type { askInput, cancelInput, changeInput } from './schemas.ts'

type Asked = Omit<z.output<typeof askInput>, 'stayId'>

function check(found: LeaveCase, asked: Asked): void {
  const here = found.pairs.map(({ id }) => id)
  const faults = requestFaults(asked, found.stay, here, found.now)
  if (faults.length > 0) refuse('invalid', 'Check what was entered', faults)
}

const columns = ({ babies, carer, ...asked }: Asked) => ({
  ...asked,
  carer: asked.mother ? '' : (carer ?? ''),
  babies: JSON.stringify(babies),
})

/** Records leave that was asked for. Nobody goes before it is decided. */
export function ask(ctx: CommandContext, { stayId, ...asked }: z.output<typeof askInput>) {
  const found = leaveCase(ctx, stayId)
  check(found, asked)
  return ctx.write((tx) => {
    const made = tx.insert(leaveRequest, { stayId, ...columns(asked) })
    return {
      value: { leaveId: made.recordId },
      audit: [leaveNote(found, 'ask', 'leave_request', made, asked.babies)],
    }
  })
}

/**
 * Changes leave that nobody has gone on yet: it is decided again. What had been agreed and is changed opens a
 * review of the supervision of each baby (product.md 5d).
 */
export function changeLeave(
  ctx: CommandContext,
  { id, version, reason, ...asked }: z.output<typeof changeInput>,
) {
  const { found, leave } = caseOfLeave(ctx, id)
  if (leave.departure) refuse('held', 'They have left already. Record the return, and ask anew')
  check(found, asked)
  const wasAgreed = isAgreed(leave.standing.state)
  const babies = [...new Set([...leave.babies, ...asked.babies])]
  return ctx.write((tx) => {
    const made = tx.amend(leaveRequest, id, version, columns(asked), reason)
    const reviewed = wasAgreed
      ? openReviews(tx, {
          kind: 'leave',
          babyIds: pairsNamed(found, babies).map(({ babyId }) => babyId),
          happenedAt: found.now,
          what: 'Leave that had been agreed was changed',
          sourceId: id,
        })
      : []
    const note = leaveNote(found, 'change', 'leave_request', made, babies, { reason })
    return { value: { id, version: made.version }, audit: [note, ...reviewed] }
  })
}

/** Takes back leave that nobody has gone on; what others were to be told of it goes with it. */
export function cancelLeave(
  ctx: CommandContext,
  { id, version, reason }: z.output<typeof cancelInput>,
) {
  const { found, leave } = caseOfLeave(ctx, id)
  if (leave.departure) refuse('held', 'They have left already. Record the return')
  return ctx.write((tx) => {
    const made = tx.withdraw(leaveRequest, id, version, reason)
    const { audit } = withdrawDutiesOf(tx, id, reason)
    const note = leaveNote(found, 'cancel', 'leave_request', made, leave.babies, { reason })
    return { value: { id, version: made.version }, audit: [note, ...audit] }
  })
}

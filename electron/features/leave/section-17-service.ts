import type { z } from 'zod'
import { section17Faults } from '#domain/leave/section-17.ts'
import { refuse, refuseField } from '#domain/shared/failure.ts'
import { section17Leave } from '#drizzle/schema/leave.ts'
import type { CommandContext } from '../../platform/serve.ts'
import { actCodeAt } from './by-rule.ts'
import { caseOfGrant, leaveCase, leaveNote } from './case.ts'
import type { grantInput, revokeInput } from './schemas.ts'

/** Records leave under section 17, Mental Health Act as the responsible clinician granted it (decision 28). */
export function recordGrant(
  ctx: CommandContext,
  { stayId, places, ...granted }: z.output<typeof grantInput>,
) {
  const found = leaveCase(ctx, stayId)
  const code = actCodeAt(ctx.db, found.stay.motherId, found.now)
  const faults = section17Faults(granted, code, found.now)
  if (faults.length > 0) refuse('invalid', 'Check what was entered', faults)
  return ctx.write((tx) => {
    const made = tx.insert(section17Leave, {
      stayId,
      ...granted,
      places: JSON.stringify(places),
      ministryDocument: granted.ministryDocument ?? null,
      ministryAt: granted.ministryAt ?? null,
      revokedAt: null,
      revokedBy: null,
      revokedDocument: null,
    })
    return {
      value: { id: made.recordId },
      audit: [leaveNote(found, 'section-17', 'section_17_leave', made, [])],
    }
  })
}

/** Records that the leave was revoked in writing: from then it covers nothing. */
export function revokeGrant(
  ctx: CommandContext,
  { id, version, ...revoked }: z.output<typeof revokeInput>,
) {
  const { found, grant } = caseOfGrant(ctx, id)
  if (grant.revokedAt !== null) refuse('held', 'This leave was revoked already')
  if (revoked.revokedAt > found.now)
    refuseField('revokedAt', 'This is in the future. Enter when it was revoked')
  if (revoked.revokedAt < grant.grantedAt)
    refuseField('revokedAt', 'This is before it was granted. Check the time')
  return ctx.write((tx) => {
    const reason = 'Revoked in writing'
    const made = tx.amend(section17Leave, id, version, revoked, reason)
    const note = leaveNote(found, 'section-17-revoke', 'section_17_leave', made, [], { reason })
    return { value: { id, version: made.version }, audit: [note] }
  })
}

import type { z } from 'zod'
import { refuse, refuseField } from '#domain/shared/failure.ts'
import { legalEndFault } from '#domain/shared/legal-status-at.ts'
import { mentalHealthActEndFault } from '#domain/shared/mental-health-act.ts'
import type { Basis } from '#domain/shared/provenance.ts'
import type { Instant } from '#domain/shared/time.ts'
import { childLegalStatus, mentalHealthActStatus } from '#drizzle/schema/people.ts'
import type { CommandContext } from '../../platform/serve.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { AuditNote, WriteTx } from '../../platform/unit-of-work.ts'
import { sectionChanged } from '../communications/section-change.ts'
import { endNotEstablished, needCarried } from './carried.ts'
import { type Change, checkBasis } from './facts.ts'
import type { endInput } from './schemas.ts'
import { afterLegalStatus } from './status-follows.ts'

/**
 * That a status has ended, and what followed: said by name and at a time, apart from any correction. Until somebody says it
 * a status stands, whatever its date says (decision 19).
 */

type End = z.output<typeof endInput>

interface Kind {
  table: typeof childLegalStatus | typeof mentalHealthActStatus
  entity: string
  fault: (code: string, startsAt: Instant, endedAt: Instant, now: Instant) => string | undefined
  follows: (tx: WriteTx, recordId: string, why: string) => AuditNote[]
}

const noEnd = {
  endedAt: null,
  whatFollowed: null,
  endBasisKind: null,
  endBasisBy: null,
  endBasisOn: null,
  endBasisDocument: null,
}

/** The columns of an end, with how it is known. */
export const endContent = (
  { endedAt, whatFollowed }: { endedAt: Instant; whatFollowed: string },
  basis: Basis,
) => ({
  endedAt,
  whatFollowed,
  endBasisKind: basis.kind,
  endBasisBy: basis.by ?? null,
  endBasisOn: basis.on ?? null,
  endBasisDocument: basis.document ?? null,
})

function endsOf({ table, entity, fault, follows }: Kind) {
  const rows = standing(
    table,
    ['recordId', 'personId', 'code', 'startsAt', 'endedAt'],
    't.record_id = @id',
  )
  const rowOf = (ctx: CommandContext, id: string) =>
    rows.at(ctx.db, newest, { id })[0] ??
    refuse('not-found', 'This status is not on record any more. Open the page again')

  function put(
    ctx: CommandContext,
    { id, version, reason }: Change,
    action: string,
    patient: string,
    columns: typeof noEnd | ReturnType<typeof endContent>,
  ) {
    return ctx.write((tx) => {
      const made = tx.amend(table, id, version, columns, reason)
      const note = {
        action,
        entity,
        entityId: id,
        entityVersion: made.version,
        patients: [patient],
        reason,
      }
      return { value: { id, version: made.version }, audit: [note, ...follows(tx, id, reason)] }
    })
  }

  return {
    /** It has ended; said again, when and what followed are corrected. */
    end(
      ctx: CommandContext,
      { id, version, endedAt, whatFollowed, basis }: End,
      reason = whatFollowed,
    ) {
      const row = rowOf(ctx, id)
      const wrong = fault(row.code, row.startsAt, endedAt, ctx.now)
      if (wrong !== undefined) refuseField('endedAt', wrong)
      needCarried(basis, endNotEstablished)
      checkBasis(basis, ctx.now)
      const columns = endContent({ endedAt, whatFollowed }, basis)
      return put(ctx, { id, version, reason }, 'end', row.personId, columns)
    },
    /** That it ended was entered in error: it stands again. */
    takeBack(ctx: CommandContext, change: Change) {
      const row = rowOf(ctx, change.id)
      if (row.endedAt === null) refuse('held', 'Nobody has recorded that this ended')
      return put(ctx, change, 'take-back-end', row.personId, noEnd)
    },
  }
}

export const legalStatusEnds = endsOf({
  table: childLegalStatus,
  entity: 'child-legal-status',
  fault: legalEndFault,
  follows: afterLegalStatus,
})

export const mentalHealthActEnds = endsOf({
  table: mentalHealthActStatus,
  entity: 'mental-health-act-status',
  fault: mentalHealthActEndFault,
  follows: sectionChanged,
})

import { z } from 'zod'
import { auditFilter } from '#domain/audit/filter.ts'
import { reason } from '#domain/shared/text.ts'
import { act, nothing, query, router } from '../../platform/serve.ts'
import { chainSteps } from '../../platform/store/audit.ts'
import { inSteps } from '../../platform/store/backup-check.ts'
import { auditEntries, namedIn } from './entries.ts'
import { exportAudit } from './export.ts'
import { recordHistory } from './history.ts'

const before = z.int().min(1).optional()

export const auditRouter = router({
  /** Who looked at or changed the record of a person. */
  ofPatient: query(
    'audit:read',
    z.strictObject({ personId: z.uuid(), before }),
    (ctx, { personId, before }) => auditEntries(ctx.db, { personId }, before),
    { identifies: (_found, input) => [input.personId] },
  ),
  /** Who did what, by any filter: newest first, 100 at a time, older than `before`. */
  entries: query(
    'audit:read',
    z.strictObject({ filter: auditFilter, before }),
    (ctx, { filter, before }) => auditEntries(ctx.db, filter, before),
    { identifies: namedIn },
  ),
  /** Every version of one record, field by field, with who read beside it. */
  history: query(
    'audit:read',
    z.strictObject({ recordId: z.uuid() }),
    (ctx, { recordId }) => recordHistory(ctx.db, recordId),
    { identifies: ({ people }) => people.map(({ id }) => id) },
  ),
  /** The same entries as a file, with a reason that is kept. */
  export: act(
    'audit:read',
    z.strictObject({ filter: auditFilter, format: z.enum(['csv', 'xlsx']), reason }),
    exportAudit,
  ),
  /** Checks the whole chain, in steps that let clinical writes go in between. */
  verify: query('audit:verify', nothing, async (ctx) => {
    const { raw, auditKey } = ctx.house.store()
    const report = await inSteps(chainSteps(raw, auditKey))
    return {
      whole: report.fault === undefined,
      checked: report.checked,
      head: report.head,
      fault: report.fault ?? null,
      at: ctx.house.clock.now(),
    }
  }),
})

import { z } from 'zod'
import { nothing, query, router } from '../../platform/serve.ts'
import { chainSteps } from '../../platform/store/audit.ts'
import { inSteps } from '../../platform/store/backup-check.ts'
import { entriesOfPatient, entriesOfRecord } from './queries.ts'

const before = z.int().min(1).optional()
const newestFirst = Number.MAX_SAFE_INTEGER

export const auditRouter = router({
  /** Who looked at or changed the record of a person. */
  ofPatient: query(
    'audit:read',
    z.strictObject({ personId: z.uuid(), before }),
    (ctx, input) => entriesOfPatient(ctx.db, input.personId, input.before ?? newestFirst),
    { identifies: (_found, input) => [input.personId] },
  ),
  ofRecord: query('audit:read', z.strictObject({ id: z.uuid(), before }), (ctx, input) =>
    entriesOfRecord(ctx.db, input.id, input.before ?? newestFirst),
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

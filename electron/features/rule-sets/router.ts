import { z } from 'zod'
import { instantSchema } from '#domain/shared/calendar.ts'
import { ruleCode } from '#domain/shared/source.ts'
import { nothing, query, router } from '../../platform/serve.ts'
import { listRuleSets, ruleSetById, ruleSetInForce } from './queries.ts'

export const ruleSetsRouter = router({
  /** Every revision without its content; an unapproved one says so. */
  list: query('rule-sets:read', nothing, (ctx) => listRuleSets(ctx.db, ctx.now)),
  /** The revision of a kind that is in force now, or was at a past time. */
  current: query(
    'rule-sets:read',
    z.strictObject({ kind: ruleCode, at: instantSchema.nullish() }),
    (ctx, input) => ruleSetInForce(ctx.db, input.kind, input.at ?? ctx.now),
  ),
  get: query('rule-sets:read', z.strictObject({ id: z.uuid() }), (ctx, input) =>
    ruleSetById(ctx.db, input.id, ctx.now),
  ),
})

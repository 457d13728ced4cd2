import { z } from 'zod'
import { instantSchema } from '#domain/shared/calendar.ts'
import { ruleCode } from '#domain/shared/source.ts'
import { command, nothing, query, router, signedCommand } from '../../platform/serve.ts'
import { approve, renewReview } from './approval-service.ts'
import { type RuleSetKinds, shapeOfKind } from './content.ts'
import { changeDraft, dropDraft, startDraft } from './draft-service.ts'
import { listRuleSets, ruleSetById, ruleSetInForce } from './queries.ts'
import { considerRules, ruleSetOverview, ruleSetRevision } from './revisions.ts'
import { exportRules, importRules } from './rule-files.ts'
import * as schemas from './schemas.ts'

const one = z.strictObject({ id: schemas.id })

/** The rules as data: what is in force, drafts and their approval, over every kind that the app has. */
export const ruleSetsRouter = (kinds: RuleSetKinds) =>
  router({
    /** Every revision without its content; an unapproved one says so. */
    list: query('rule-sets:read', nothing, (ctx) => listRuleSets(ctx.db, ctx.now)),
    /** The revision of a kind that is in force now, or was at a past time. */
    current: query(
      'rule-sets:read',
      z.strictObject({ kind: ruleCode, at: instantSchema.nullish() }),
      (ctx, input) => ruleSetInForce(ctx.db, input.kind, input.at ?? ctx.now),
    ),
    get: query('rule-sets:read', one, (ctx, input) => ruleSetById(ctx.db, input.id, ctx.now)),

    /** Every kind, every revision, and how each stands. */
    overview: query('rule-sets:read', nothing, (ctx) => ruleSetOverview(ctx, kinds)),
    /** One revision with its rules, its history, and what would change if it were approved. */
    revision: query('rule-sets:read', one, (ctx, input) => ruleSetRevision(ctx, kinds, input.id)),
    /** The faults and the effect of rules while they are being written. */
    consider: query('rule-sets:edit', schemas.consideration, (ctx, { kind, content }) =>
      considerRules(ctx, kinds, { kind, content }),
    ),
    /** How each field of a kind may be changed, as JSON Schema. */
    shape: query('rule-sets:edit', z.strictObject({ kind: ruleCode }), (_, input) =>
      shapeOfKind(kinds, input.kind),
    ),
    startDraft: command('rule-sets:edit', schemas.newDraft, startDraft),
    changeDraft: command('rule-sets:edit', schemas.draftChange, (ctx, { content, ...input }) =>
      changeDraft(ctx, kinds, { ...input, content }),
    ),
    dropDraft: command('rule-sets:edit', z.strictObject(schemas.change), dropDraft),
    exportFile: query('rule-sets:read', one, (ctx, input) => exportRules(ctx.db, input.id)),
    importFile: command('rule-sets:edit', schemas.ruleFile, (ctx, input) =>
      importRules(ctx, kinds, input),
    ),
    /** Approval by somebody who did not write it; for a default, by two people together. */
    approve: signedCommand(
      'rule-sets:approve',
      schemas.approval,
      (ctx, input) => approve(ctx, kinds, input),
      { signs: 'others', second: 'rule-sets:approve' },
    ),
    /** The rules were looked at and stay: a new review date. */
    renewReview: signedCommand('rule-sets:approve', schemas.reviewDone, renewReview, {
      signs: 'others',
    }),
  })

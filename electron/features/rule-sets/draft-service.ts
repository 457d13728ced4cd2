import { nextRevision } from '#domain/rule-sets/revisions.ts'
import type { RuleSetFile } from '#domain/rule-sets/rule-set.ts'
import { refuse } from '#domain/shared/failure.ts'
import type { CivilDate } from '#domain/shared/time.ts'
import { ruleSet } from '#drizzle/schema/rule-sets.ts'
import type { CommandContext } from '../../platform/serve.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { checkedContent, checkedFile, kindNamed, type RuleSetKinds } from './content.ts'
import { contentText, revisionNames, revisionRow } from './revision-rows.ts'

/** Begins a draft as a copy of a revision. It changes nothing until somebody else approves it. */
export function startDraft(ctx: CommandContext, input: { basedOn: string; changes: string }) {
  const base = revisionRow(ctx.db, input.basedOn)
  return insertDraft(ctx, {
    kind: base.kind,
    title: base.title,
    source: base.source,
    reviewDue: base.reviewDue,
    content: contentText(ctx.db, base.recordId),
    origin: 'written',
    basedOn: base.recordId,
    changes: input.changes,
  })
}

/** A draft from a file that has been checked. `inForce` is the revision that it would replace. */
export function importDraft(
  ctx: CommandContext,
  kinds: RuleSetKinds,
  file: RuleSetFile,
  input: { inForce: string | null; changes: string },
) {
  const kind = kindNamed(kinds, file.kind)
  return insertDraft(ctx, {
    kind: file.kind,
    title: file.title,
    source: file.source,
    reviewDue: file.reviewDue,
    content: checkedFile(kind, file.content),
    origin: 'imported',
    basedOn: input.inForce,
    changes: input.changes,
  })
}

type NewDraft = Pick<
  typeof ruleSet.$inferInsert,
  'kind' | 'title' | 'source' | 'reviewDue' | 'content' | 'origin' | 'basedOn' | 'changes'
>

function insertDraft(ctx: CommandContext, draft: NewDraft) {
  const revision = nextRevision(revisionNames(ctx.db, draft.kind))
  return ctx.write((tx) => {
    const { recordId } = tx.insert(ruleSet, { ...draft, revision, effectiveFrom: ctx.now })
    return {
      value: { id: recordId, revision },
      audit: [{ action: 'draft', entity: 'rule-set', entityId: recordId, entityVersion: 1 }],
    }
  })
}

export interface DraftChange {
  id: string
  version: number
  reason: string
  title: string
  source: string
  reviewDue: CivilDate | null
  changes: string
  /** The rules, as the schema of their kind asks for them. */
  content: unknown
}

/** Changes a draft. Its editors may not approve it. */
export function changeDraft(ctx: CommandContext, kinds: RuleSetKinds, input: DraftChange) {
  const { kind } = needDraft(ctx.db, input.id)
  const { id, version: expected, reason, content, ...heads } = input
  const text = checkedContent(kindNamed(kinds, kind), content, 'content')
  return ctx.write((tx) => {
    const { version } = tx.amend(ruleSet, id, expected, { ...heads, content: text }, reason)
    return {
      value: { id, version },
      audit: [
        { action: 'change', entity: 'rule-set', entityId: id, entityVersion: version, reason },
      ],
    }
  })
}

/** Takes a draft back. It stays readable in the record. */
export function dropDraft(
  ctx: CommandContext,
  input: { id: string; version: number; reason: string },
) {
  needDraft(ctx.db, input.id)
  const { id, reason } = input
  return ctx.write((tx) => {
    const { version } = tx.withdraw(ruleSet, id, input.version, reason)
    return {
      value: { id, version },
      audit: [{ action: 'drop', entity: 'rule-set', entityId: id, entityVersion: version, reason }],
    }
  })
}

function needDraft(db: ReadDb, id: string) {
  const row = revisionRow(db, id)
  if (row.origin === 'shipped')
    refuse('held', 'A default of the app stays as it was shipped. Begin a draft from it')
  if (row.approvedAt !== null)
    refuse('held', 'Approved rules are not changed: decisions were made under them. Begin a draft')
  return row
}

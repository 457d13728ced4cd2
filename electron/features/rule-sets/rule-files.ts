import { faultsOfFile } from '#domain/rule-sets/file-faults.ts'
import { inForceAt, type RuleSetFile, ruleSetFileSchema } from '#domain/rule-sets/rule-set.ts'
import { Refusal, refuseField } from '#domain/shared/failure.ts'
import type { CommandContext } from '../../platform/serve.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import type { RuleSetKinds } from './content.ts'
import { importDraft } from './draft-service.ts'
import { contentText, revisionRow, revisionsOfKind } from './revision-rows.ts'

/** The most text of a file of rules; the largest that ships has a tenth of it. */
export const largestRuleFile = 500_000

/** A revision as a file, in the form in which the app ships its defaults. No file says that it is approved. */
export function exportRules(db: ReadDb, id: string): { name: string; text: string } {
  const { kind, revision, title, source, effectiveFrom, reviewDue } = revisionRow(db, id)
  const file: RuleSetFile = {
    kind,
    revision,
    title,
    source,
    effectiveFrom,
    reviewDue,
    content: JSON.parse(contentText(db, id)),
  }
  return { name: `${kind}-${revision}.json`, text: `${JSON.stringify(file, null, 2)}\n` }
}

/** Reads a file of rules as a draft, which somebody else has to approve. Refuses with each fault at its place. */
export function importRules(
  ctx: CommandContext,
  kinds: RuleSetKinds,
  input: { text: string; changes: string },
) {
  const file = readRules(input.text)
  const inForce = inForceAt(revisionsOfKind(ctx.db, file.kind), file.kind, ctx.now)
  return importDraft(ctx, kinds, file, {
    inForce: inForce?.recordId ?? null,
    changes: input.changes,
  })
}

function readRules(text: string): RuleSetFile {
  const file = jsonOf(text)
  const parsed = ruleSetFileSchema.safeParse(file)
  if (parsed.success) return parsed.data
  throw new Refusal({
    code: 'invalid',
    message: 'This file does not hold rules of this app',
    fields: faultsOfFile(parsed.error, file),
  })
}

function jsonOf(text: string): unknown {
  try {
    // Some editors put a mark before the first character.
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return refuseField('text', 'This is not a file of rules: choose one that this app has exported')
  }
}

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type RuleSetFile, ruleSetFileSchema } from '#domain/rule-sets/rule-set.ts'
import { ruleSet } from '#drizzle/schema/rule-sets.ts'
import type { WriteTx } from '../../platform/unit-of-work.ts'

/**
 * The rule sets that ship with the app, every file of the folder. Throws where a file is wrong, which is a
 * bug; content is checked against its kind's schema by the feature whose rules they are.
 */
export function shippedRuleSets(folder: string): RuleSetFile[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => ruleSetFileSchema.parse(JSON.parse(readFileSync(join(folder, file), 'utf8'))))
}

/** Writes the shipped rule sets as defaults that the unit has not approved; returns how many. */
export function insertShipped(tx: WriteTx, files: readonly RuleSetFile[]): number {
  for (const { content, reviewDue, ...file } of files)
    tx.insert(ruleSet, { ...file, reviewDue, content: JSON.stringify(content) })
  return files.length
}

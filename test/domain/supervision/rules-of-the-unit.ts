import { parseRuleSetFile } from '#domain/rule-sets/rule-set.ts'
import { supervisionRuleSetKind } from '#domain/supervision/rule-content.ts'
import file from '#drizzle/seed/rule-sets/supervision.json' with { type: 'json' }

/** The supervision rules as they are shipped. */
export const shipped = parseRuleSetFile(supervisionRuleSetKind, file)
export const rules = shipped.content

import { dutiesRuleSetKind } from '#domain/communications/duties-content.ts'
import { parseRuleSetFile } from '#domain/rule-sets/rule-set.ts'
import file from '#drizzle/seed/rule-sets/duties.json' with { type: 'json' }

/** The duties as they are shipped. */
export const content = parseRuleSetFile(dutiesRuleSetKind, file).content

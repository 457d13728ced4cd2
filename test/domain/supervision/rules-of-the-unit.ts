import { parseRuleSetFile, type RuleSet } from '#domain/rule-sets/rule-set.ts'
import { type SupervisionRules, supervisionRuleSetKind } from '#domain/supervision/rule-content.ts'
import file from '#drizzle/seed/rule-sets/supervision.json' with { type: 'json' }

const shipped = parseRuleSetFile(supervisionRuleSetKind, file)

/** The supervision rules as they are shipped. */
export const rules = shipped.content

/** The same as the unit's record holds them: recorded at set-up, not approved. */
export const ruleSet: RuleSet<SupervisionRules> = {
  ...shipped,
  recordId: 'rules',
  approvedBy: null,
  approvedAt: null,
  recordedAt: '2016-01-01T00:00:00.000Z',
}

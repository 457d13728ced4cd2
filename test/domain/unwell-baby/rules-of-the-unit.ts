import { parseRuleSetFile } from '#domain/rule-sets/rule-set.ts'
import type { RuleBook } from '#domain/unwell-baby/bands.ts'
import {
  escalationRuleSetKind,
  escortRuleSetKind,
  feverRuleSetKind,
  pewsRuleSetKind,
  sepsisRuleSetKind,
} from '#domain/unwell-baby/rule-set-kinds.ts'
import routesFile from '#drizzle/seed/rule-sets/escalation-routes.json' with { type: 'json' }
import escortFile from '#drizzle/seed/rule-sets/escort.json' with { type: 'json' }
import feverFile from '#drizzle/seed/rule-sets/fever.json' with { type: 'json' }
import pewsFile from '#drizzle/seed/rule-sets/pews.json' with { type: 'json' }
import sepsisFile from '#drizzle/seed/rule-sets/sepsis.json' with { type: 'json' }

/** The rules as they are shipped. */
export const rules: RuleBook = {
  fever: parseRuleSetFile(feverRuleSetKind, feverFile).content,
  sepsis: parseRuleSetFile(sepsisRuleSetKind, sepsisFile).content,
  pews: parseRuleSetFile(pewsRuleSetKind, pewsFile).content,
  routes: parseRuleSetFile(escalationRuleSetKind, routesFile).content,
}

export const escortRules = parseRuleSetFile(escortRuleSetKind, escortFile).content

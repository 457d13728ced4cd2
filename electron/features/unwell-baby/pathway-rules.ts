import { dutiesRuleSetKind } from '#domain/communications/duties-content.ts'
import type { Instant } from '#domain/shared/time.ts'
import type { RuleBook } from '#domain/unwell-baby/bands.ts'
import type { PrintedRevision } from '#domain/unwell-baby/pathway-print/words.ts'
import type { PathwayVersion } from '#domain/unwell-baby/readings.ts'
import {
  escalationRuleSetKind,
  escortRuleSetKind,
  feverRuleSetKind,
  pewsRuleSetKind,
  sepsisRuleSetKind,
} from '#domain/unwell-baby/rule-set-kinds.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { ruleInForce } from '../rule-sets/in-force.ts'

export interface PathwayRules {
  rules: RuleBook
  version: PathwayVersion
  /** Each part by its title and revision, as paper and screen name it. */
  revisions: PrintedRevision[]
}

/** The pathway in force at a moment: the rule sets that an unwell baby is looked after by, each in its revision. */
export function pathwayInForce(db: ReadDb, at: Instant): PathwayRules {
  const routes = ruleInForce(db, escalationRuleSetKind, at)
  const fever = ruleInForce(db, feverRuleSetKind, at)
  const sepsis = ruleInForce(db, sepsisRuleSetKind, at)
  const pews = ruleInForce(db, pewsRuleSetKind, at)
  const escort = ruleInForce(db, escortRuleSetKind, at)
  const duties = ruleInForce(db, dutiesRuleSetKind, at)
  const named: [
    string,
    typeof routes | typeof fever | typeof sepsis | typeof pews | typeof escort | typeof duties,
  ][] = [
    ['Routes and limits', routes],
    ['Fever table', fever],
    ['Sepsis table', sepsis],
    ['PEWS', pews],
    ['Who goes', escort],
    ['Who is told', duties],
  ]
  return {
    rules: {
      fever: fever.content,
      sepsis: sepsis.content,
      pews: pews.content,
      routes: routes.content,
    },
    version: {
      routesId: routes.recordId,
      feverId: fever.recordId,
      sepsisId: sepsis.recordId,
      pewsId: pews.recordId,
      escortId: escort.recordId,
      dutiesId: duties.recordId,
    },
    revisions: named.map(([title, { revision, approvedAt }]) => ({
      title,
      revision,
      approved: approvedAt !== null,
    })),
  }
}

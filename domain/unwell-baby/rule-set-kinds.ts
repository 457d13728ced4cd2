import type { RuleSetKind } from '../rule-sets/rule-set.ts'
import { type EscortContent, escortContentSchema } from '../shared/escort/escort-content.ts'
import { type EscalationContent, escalationContentSchema } from './escalation-content.ts'
import { type FeverContent, feverContentSchema } from './fever.ts'
import { type PewsContent, pewsContentSchema } from './pews-content.ts'
import { type SepsisContent, sepsisContentSchema } from './sepsis.ts'

/** The kinds of rule set by which an unwell baby is looked after. */
export const feverRuleSetKind: RuleSetKind<FeverContent> = {
  kind: 'fever',
  title: 'Fever in a baby: NICE traffic light',
  content: feverContentSchema,
}

export const sepsisRuleSetKind: RuleSetKind<SepsisContent> = {
  kind: 'sepsis',
  title: 'Suspected sepsis in a baby: NICE',
  content: sepsisContentSchema,
}

export const pewsRuleSetKind: RuleSetKind<PewsContent> = {
  kind: 'pews',
  title: 'National PEWS, 0 to 11 months',
  content: pewsContentSchema,
}

export const escalationRuleSetKind: RuleSetKind<EscalationContent> = {
  kind: 'escalation-routes',
  title: 'Unwell baby: routes, limits and words',
  content: escalationContentSchema,
  // Decision 25: a paediatrician signs it before it shows as approved.
  agreement: 'a paediatrician',
}

export const escortRuleSetKind: RuleSetKind<EscortContent> = {
  kind: 'escort',
  title: 'Who goes with a sick baby',
  content: escortContentSchema,
  // Its own source: the trust approves it.
  agreement: 'the trust’s Mental Health Act and safeguarding leads',
}

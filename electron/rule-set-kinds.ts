import { admissionCriteria } from '#domain/admission/criteria.ts'
import { informationItems } from '#domain/admission/information.ts'
import { otherFrameworks } from '#domain/assurance/frameworks/rule-content.ts'
import { historyAnalysis } from '#domain/chronology/rule-content.ts'
import { dutiesRuleSetKind } from '#domain/communications/duties-content.ts'
import { cultureRuleSet } from '#domain/culture/rule-content.ts'
import { spotQuestionsRuleSet } from '#domain/culture/spot-questions.ts'
import { historyDocuments } from '#domain/documents/rule-content.ts'
import { leaveApartRuleSet } from '#domain/leave/apart-content.ts'
import { leaveEscortRuleSet, leaveLimitsRuleSet } from '#domain/leave/rule-content.ts'
import { peopleRuleSet } from '#domain/people/rule-content.ts'
import { relationshipRuleSet, scopeStatement } from '#domain/relationship/rule-content.ts'
import { reviewEventsRuleSet } from '#domain/reviews/rule-content.ts'
import { observationReviewRuleSet } from '#domain/stays/observation.ts'
import { supervisionRuleSetKind } from '#domain/supervision/rule-content.ts'
import { trainingRequirements } from '#domain/training/requirements.ts'
import {
  escalationRuleSetKind,
  escortRuleSetKind,
  feverRuleSetKind,
  pewsRuleSetKind,
  sepsisRuleSetKind,
} from '#domain/unwell-baby/rule-set-kinds.ts'
import type { RuleSetKinds } from './features/rule-sets/content.ts'

/** Every kind of rule set, in the order of the administration page. A new kind is a line here and a file in drizzle/seed/rule-sets. */
export const ruleSetKinds: RuleSetKinds = [
  admissionCriteria,
  informationItems,
  historyDocuments,
  historyAnalysis,
  peopleRuleSet,
  supervisionRuleSetKind,
  observationReviewRuleSet,
  reviewEventsRuleSet,
  relationshipRuleSet,
  scopeStatement,
  escalationRuleSetKind,
  feverRuleSetKind,
  sepsisRuleSetKind,
  pewsRuleSetKind,
  escortRuleSetKind,
  leaveEscortRuleSet,
  leaveLimitsRuleSet,
  leaveApartRuleSet,
  dutiesRuleSetKind,
  trainingRequirements,
  cultureRuleSet,
  spotQuestionsRuleSet,
  otherFrameworks,
]

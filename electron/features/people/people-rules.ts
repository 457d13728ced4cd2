import { type PeopleRules, peopleRuleSet } from '#domain/people/rule-content.ts'
import type { Instant } from '#domain/shared/time.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { ruleInForce } from '../rule-sets/in-force.ts'

/** The limits for asking again and for placement meetings in force at an instant. */
export const peopleRulesAt = (db: ReadDb, at: Instant): PeopleRules =>
  ruleInForce(db, peopleRuleSet, at).content

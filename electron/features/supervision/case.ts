import { refuse } from '#domain/shared/failure.ts'
import { type LegalStanding, legalStandingAt } from '#domain/shared/legal-status-at.ts'
import type { Instant } from '#domain/shared/time.ts'
import type { SupervisionCase } from '#domain/supervision/current.ts'
import { supervisionRuleSetKind } from '#domain/supervision/rule-content.ts'
import { childLegalStatus } from '#drizzle/schema/people.ts'
import { pair, stay } from '#drizzle/schema/stays.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { ruleInForce } from '../rule-sets/in-force.ts'
import { type FamilyDecisions, familyDecisions } from './family-decisions.ts'
import type { DecisionRow } from './queries.ts'

const onePair = standing(
  pair,
  ['recordId', 'version', 'stayId', 'babyId', 'startedAt', 'endedAt'],
  't.record_id = @pairId',
)
const oneStay = standing(stay, ['recordId', 'motherId'], 't.record_id = @stayId')
const legalFacts = standing(
  childLegalStatus,
  ['recordId', 'code', 'startsAt', 'endsAt', 'endedAt', 'recordedAt'],
  't.person_id = @babyId',
)

export interface PairRow {
  recordId: string
  stayId: string
  babyId: string
  motherId: string
  startedAt: Instant
  endedAt: Instant | null
}

/** Everything that the rules need of one pair. */
export interface PairCase extends SupervisionCase, FamilyDecisions {
  pair: PairRow
  decisions: DecisionRow[]
  earlier: DecisionRow[]
  ofBaby: DecisionRow[]
  ruleSetId: string
  legal: LegalStanding
}

/** The pair with its decisions, the rules in force and the child's legal status. Refuses where there is no such pair. */
export function pairCase(db: ReadDb, pairId: string, at: Instant): PairCase {
  const found = onePair.at(db, newest, { pairId })[0]
  const mother = found && oneStay.at(db, newest, { stayId: found.stayId })[0]
  if (!found || !mother) refuse('not-found', 'This mother and baby are not in the unit’s records')
  const rules = ruleInForce(db, supervisionRuleSetKind, at)
  return {
    pair: { ...found, motherId: mother.motherId },
    pairStartedAt: found.startedAt,
    ...familyDecisions(db, [found])(pairId),
    rules: rules.content,
    ruleSetId: rules.recordId,
    legal: legalStandingAt(legalFacts.at(db, newest, { babyId: found.babyId }), at),
  }
}

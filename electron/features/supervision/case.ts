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
import { type DecisionRow, decisionsOf } from './queries.ts'

const onePair = standing(
  pair,
  ['recordId', 'version', 'stayId', 'babyId', 'startedAt', 'endedAt'],
  't.record_id = @pairId',
)
const pairsOfBaby = standing(pair, ['recordId', 'stayId'], 't.baby_id = @babyId')
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
export interface PairCase extends SupervisionCase {
  pair: PairRow
  /** Those of this pair: what stands. */
  decisions: DecisionRow[]
  /**
   * Those that a new decision is judged against: of every time in this stay that mother and baby were
   * together, so that parting and coming back lowers nothing.
   */
  judgedAgainst: DecisionRow[]
  /** Those of the baby's every stay: a court's limit does not end with a stay (decision 19). */
  ofBaby: DecisionRow[]
  ruleSetId: string
  legal: LegalStanding
}

/** The decisions of every stay of a baby, in the order in which they start. */
export const decisionsOfBaby = (db: ReadDb, babyId: string): DecisionRow[] =>
  decisionsOf(
    db,
    pairsOfBaby.at(db, newest, { babyId }).map(({ recordId }) => recordId),
  )

/** The pair with its decisions, the rules in force and the child's legal status. Refuses where there is no such pair. */
export function pairCase(db: ReadDb, pairId: string, at: Instant): PairCase {
  const found = onePair.at(db, newest, { pairId })[0]
  const mother = found && oneStay.at(db, newest, { stayId: found.stayId })[0]
  if (!found || !mother) refuse('not-found', 'This mother and baby are not in the unit’s records')
  const rules = ruleInForce(db, supervisionRuleSetKind, at)
  const pairs = pairsOfBaby.at(db, newest, { babyId: found.babyId })
  const ofBaby = decisionsOfBaby(db, found.babyId)
  const inStay = new Set(
    pairs.filter(({ stayId }) => stayId === found.stayId).map(({ recordId }) => recordId),
  )
  return {
    pair: { ...found, motherId: mother.motherId },
    pairStartedAt: found.startedAt,
    decisions: ofBaby.filter((decision) => decision.pairId === pairId),
    judgedAgainst: ofBaby.filter((decision) => inStay.has(decision.pairId)),
    ofBaby,
    rules: rules.content,
    ruleSetId: rules.recordId,
    legal: legalStandingAt(legalFacts.at(db, newest, { babyId: found.babyId }), at),
  }
}

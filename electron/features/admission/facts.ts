import { admissionCriteria } from '#domain/admission/criteria.ts'
import type { AdmissionFacts, DecisionFact, ReferralFact } from '#domain/admission/facts.ts'
import { informationItems } from '#domain/admission/information.ts'
import type { Cut, Period } from '#domain/shared/time.ts'
import { referral } from '#drizzle/schema/admission.ts'
import { admissionDecision } from '#drizzle/schema/admission-decisions.ts'
import { stay } from '#drizzle/schema/stays.ts'
import { standing } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { ruleSetsOf } from '../rule-sets/in-force.ts'
import { arrivalFacts } from './arrival-facts.ts'
import { decidedClauses, decidedItems, decidedOverrides, type OfDecision } from './decided.ts'
import { knownFacts } from './known-facts.ts'
import {
  answerRows,
  arrivalRows,
  childRows,
  cpisRows,
  decisionRows,
  type Ids,
  itemRows,
  overrideRows,
  referralRows,
} from './queries.ts'

// A referral counts where it was received, decided on or led to an arrival in the period.
const received = standing(referral, ['recordId'], 't.received_at >= @from and t.received_at < @to')
const decided = standing(
  admissionDecision,
  ['referralId'],
  `(t.decided_at >= @from and t.decided_at < @to)
    or (t.decided_at is null and t.recorded_at >= @from and t.recorded_at < @to)`,
)

const stays = standing(
  stay,
  ['recordId', 'arrivedAt'],
  't.record_id in (select value from json_each(@ids))',
)

/** What the measures of admission read of a period, as it had been recorded by the cut. */
export function admissionFacts(db: ReadDb, period: Period, cut: Cut): AdmissionFacts {
  const seq = cut.auditSeq
  const within = { from: period.from, to: period.to }
  const arrivals = arrivalFacts(db, period, seq)
  const ids = [
    ...new Set([
      ...received.at(db, seq, within).map((row) => row.recordId),
      ...decided.at(db, seq, within).map((row) => row.referralId),
      ...arrivals.flatMap(({ tie }) => tie?.referralId ?? []),
    ]),
  ]
  const overrides = overrideRows(db, ids, seq)
  // Only what was overridden as missing is looked for again after the decision.
  const overridden = [...new Set(overrides.map((one) => one.referralId))]
  return {
    referrals: referralFacts(db, ids, seq),
    decisions: decisionFacts(db, ids, seq),
    overrides,
    answers: answerRows(db, overridden, seq),
    items: itemRows(db, overridden, seq),
    cpisChecks: cpisRows(db, ids, seq),
    arrivals,
    criteria: ruleSetsOf(db, admissionCriteria, seq),
    information: ruleSetsOf(db, informationItems, seq),
  }
}

function referralFacts(db: ReadDb, ids: Ids, seq: number): ReferralFact[] {
  const rows = referralRows(db, ids, seq)
  const facts = knownFacts(db, rows, childRows(db, ids, seq), seq)
  const without = arrivalRows(db, ids, seq).filter((one) => one.withoutOffer)
  const arrivedAt = new Map(
    stays
      .at(db, seq, { ids: JSON.stringify(without.map((one) => one.stayId)) })
      .map((one) => [one.recordId, one.arrivedAt]),
  )
  const cameAt = new Map(without.map((one) => [one.referralId, arrivedAt.get(one.stayId) ?? null]))
  return rows.flatMap((row) => {
    const known = facts.get(row.recordId)
    if (!known) return []
    const { recordId, version, receivedAt, planned, decisionDueAt } = row
    const cameWithoutOfferAt = cameAt.get(recordId) ?? null
    return [
      { recordId, version, receivedAt, planned, decisionDueAt, cameWithoutOfferAt, facts: known },
    ]
  })
}

function decisionFacts(db: ReadDb, ids: Ids, seq: number): DecisionFact[] {
  const rows = decisionRows(db, ids, seq)
  const decisionIds = rows.map((row) => row.recordId)
  const clauses = byDecision(decidedClauses(db, decisionIds))
  const items = byDecision(decidedItems(db, decisionIds))
  const overrides = byDecision(decidedOverrides(db, decisionIds))
  return rows.map((row) => ({
    ...row,
    clauses: clauses.get(row.recordId) ?? [],
    items: items.get(row.recordId) ?? [],
    overrideIds: (overrides.get(row.recordId) ?? []).map((one) => one.overrideId),
  }))
}

const byDecision = <Row extends OfDecision>(rows: readonly Row[]) =>
  Map.groupBy(rows, (row) => row.decisionId)

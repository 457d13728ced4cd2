import { historyDocuments } from '#domain/documents/rule-content.ts'
import type {
  HistoryFacts,
  StatusFact,
  StayFact,
  SupervisionDecisionFact,
} from '#domain/history-review/facts.ts'
import { addDays } from '#domain/shared/calendar.ts'
import type { Cut, Period } from '#domain/shared/time.ts'
import { referral } from '#drizzle/schema/admission.ts'
import { admissionDecision } from '#drizzle/schema/admission-decisions.ts'
import { pair, stay } from '#drizzle/schema/stays.ts'
import { supervisionDecision } from '#drizzle/schema/supervision.ts'
import { standing } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import {
  arrivalRows,
  chaseRows,
  contentRows,
  documentRows,
  signatureRows,
  standInRows,
} from '../documents/rows.ts'
import { socialCareOf } from '../documents/social-care.ts'
import { statusSpans } from '../documents/statuses.ts'
import { ruleSetsOf } from '../rule-sets/in-force.ts'

/**
 * Longer than any limit of reading can run (60 working days): a limit that ends in the period began with a
 * stay, a receipt or a change since then.
 */
const longestLimitDays = 100

const among = (column: string) => `${column} in (select value from json_each(@ids))`
const ids = (list: readonly string[]) => JSON.stringify(list)

// What touches the period, and every stay with a decision, a document or a receipt that may count in it.
const stays = standing(
  stay,
  ['recordId', 'version', 'motherId', 'arrivedAt', 'endedAt', 'planned'],
  `(t.arrived_at < @to and (t.ended_at is null or t.ended_at > @since)) or ${among('t.record_id')}`,
)
// Each by its own time: one condition over both would read every receipt there is. The plus keeps the index
// of sequences out, which nearly all rows are in.
const newsSql = `select distinct d.stay_id as stayId, d.referral_id as referralId
  from history_document d where d.record_id in (
    select document_id from received_document where +audit_seq <= @seq and recorded_at > @since
    union all select document_id from received_document where +audit_seq <= @seq and received_at > @since)`
const expectedSql = `select distinct record_id as recordId, stay_id as stayId, referral_id as referralId
  from history_document
  where audit_seq <= @seq and expected_at >= @from and expected_at < @to`

const referrals = standing(referral, ['recordId', 'planned'], among('t.record_id'))
const offers = standing(
  admissionDecision,
  ['recordId', 'referralId', 'decidedAt'],
  `t.outcome = 'offered' and ${among('t.referral_id')}`,
  't.decided_at',
)
const referralDecisions = standing(
  admissionDecision,
  ['recordId', 'referralId', 'outcome', 'decidedAt', 'recordedAt'],
  among('t.referral_id'),
)
const pairs = standing(
  pair,
  ['recordId', 'stayId', 'babyId'],
  `t.started_at < @to and ${among('t.stay_id')}`,
)
const decisions = standing(
  supervisionDecision,
  ['recordId', 'version', 'pairId', 'kind', 'startsAt'],
  't.starts_at >= @from and t.starts_at < @to',
)
const pairsById = standing(pair, ['recordId', 'stayId', 'babyId'], among('t.record_id'))

interface Of {
  stayId: string | null
  referralId: string | null
}

/** What the measures of history review read of a period, as it had been recorded by the cut. */
export function historyFacts(db: ReadDb, period: Period, cut: Cut): HistoryFacts {
  const seq = cut.auditSeq
  const { from, to } = period
  const since = addDays(from, -longestLimitDays)
  const expected = db.rows<Of & { recordId: string }>(expectedSql, { seq, from, to })
  const news = [...expected, ...db.rows<Of>(newsSql, { seq, since })]
  const newsReferrals = news.flatMap(({ referralId }) => referralId ?? [])
  const withNews = [
    ...news.flatMap(({ stayId }) => stayId ?? []),
    ...arrivalRows(db, newsReferrals, seq).map(({ stayId }) => stayId),
  ]
  const decided = decisionsIn(db, period, seq)
  const touched = stays.at(db, seq, {
    to,
    since,
    ids: ids([...withNews, ...decided.map(({ stayId }) => stayId)]),
  })
  const stayIds = touched.map(({ recordId }) => recordId)
  const ofStays = arrivalRows(db, stayIds, seq)
  const found = documentRows(
    db,
    {
      documents: expected.map(({ recordId }) => recordId),
      stays: stayIds,
      referrals: ofStays.map(({ referralId }) => referralId),
    },
    seq,
  )
  const referralIds = found.flatMap(({ referralId }) => referralId ?? [])
  const arrived = new Map(
    [...ofStays, ...arrivalRows(db, referralIds, seq)].map((row) => [row.referralId, row.stayId]),
  )
  const documentIds = found.map(({ recordId }) => recordId)
  const notArrived = [...new Set(referralIds)].filter((id) => !arrived.has(id))
  return {
    stays: stayFacts(db, seq, touched, new Map(ofStays.map((row) => [row.stayId, row]))),
    documents: found.map((row) => ({
      ...row,
      stayId: row.stayId ?? arrived.get(row.referralId ?? '') ?? null,
    })),
    referralDecisions: referralDecisions.at(db, seq, { ids: ids(notArrived) }),
    contents: contentRows(db, documentIds, seq),
    signatures: signatureRows(db, documentIds, seq),
    chases: chaseRows(db, documentIds, seq),
    standIns: standInRows(db, documentIds, seq),
    supervisionDecisions: decided,
    statuses: statusFacts(db, stayIds, seq),
    ruleSets: ruleSetsOf(db, historyDocuments, seq),
  }
}

function decisionsIn(db: ReadDb, { from, to }: Period, seq: number): SupervisionDecisionFact[] {
  const rows = decisions.at(db, seq, { from, to })
  const pairIds = [...new Set(rows.map(({ pairId }) => pairId))]
  const byId = new Map(
    pairsById.at(db, seq, { ids: ids(pairIds) }).map((row) => [row.recordId, row]),
  )
  return rows.flatMap(({ recordId, version, pairId, kind, startsAt }) => {
    const of = byId.get(pairId)
    if (!of) return []
    const { stayId, babyId } = of
    return [{ recordId, version, kind, stayId, babyId, decidedAt: startsAt }]
  })
}

/** The legal statuses of the babies of these stays: what is risk-critical is read by more for some of them. */
function statusFacts(db: ReadDb, stayIds: readonly string[], seq: number): StatusFact[] {
  const found = pairs.at(db, seq, { to: '9', ids: ids(stayIds) })
  const spans = statusSpans(
    db,
    found.map(({ babyId }) => babyId),
    seq,
  )
  return found.flatMap(({ stayId, babyId }) =>
    (spans.get(babyId) ?? []).map((span) => ({ ...span, stayId, babyId })),
  )
}

type StayRow = ReturnType<typeof stays.at>[number]

function stayFacts(
  db: ReadDb,
  seq: number,
  rows: readonly StayRow[],
  tieOf: ReadonlyMap<string, { referralId: string; withoutOffer: boolean }>,
): StayFact[] {
  const among = { ids: ids([...tieOf.values()].map(({ referralId }) => referralId)) }
  const told = new Map(referrals.at(db, seq, among).map((row) => [row.recordId, row]))
  const offered = Map.groupBy(offers.at(db, seq, among), (row) => row.referralId)
  const babies = Map.groupBy(
    pairs.at(db, seq, { to: '9', ids: ids(rows.map(({ recordId }) => recordId)) }),
    (row) => row.stayId,
  )
  const onArrival = socialCareOf(
    db,
    rows.map(({ recordId, motherId, arrivedAt }) => ({
      referralId: tieOf.get(recordId)?.referralId ?? null,
      motherId,
      babyIds: (babies.get(recordId) ?? []).map(({ babyId }) => babyId),
      at: arrivedAt,
    })),
    seq,
  )
  return rows.map(({ recordId, version, arrivedAt, endedAt, planned }, index) => {
    const tie = tieOf.get(recordId)
    const from = told.get(tie?.referralId ?? '')
    // Who came in while no offer stood was not accepted before.
    const accepted = tie?.withoutOffer
      ? []
      : (offered.get(from?.recordId ?? '') ?? []).filter(
          ({ decidedAt }) => decidedAt === null || decidedAt <= arrivedAt,
        )
    return {
      recordId,
      version,
      arrivedAt,
      endedAt,
      planned: from && !tie?.withoutOffer ? from.planned : planned,
      socialCare: onArrival[index]?.socialCare ?? 'not-known',
      acceptedAt: accepted.at(-1)?.decidedAt ?? null,
    }
  })
}

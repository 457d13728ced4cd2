import type { Cut, Period } from '#domain/shared/time.ts'
import type { Activity, CellLevel, Place } from '#domain/supervision/codes.ts'
import type { DecisionVersionFact } from '#domain/supervision/coverage.ts'
import type { SupervisionFacts } from '#domain/supervision/measures.ts'
import { supervisionRuleSetKind } from '#domain/supervision/rule-content.ts'
import { pair } from '#drizzle/schema/stays.ts'
import { standing } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { ruleSetsOf } from '../rule-sets/in-force.ts'

// Only what touches the period: the newest version decides, so the outer condition is over it.
const pairs = standing(
  pair,
  ['recordId', 'version', 'stayId', 'startedAt', 'endedAt'],
  't.started_at < @to and (t.ended_at is null or t.ended_at > @from)',
)

const ofPairs = 'd.audit_seq <= @seq and d.pair_id in (select value from json_each(@pairs))'

const decisionsSql = `select d.record_id as recordId, d.version, d.pair_id as pairId, d.kind,
    d.decided_by_role as decidedByRole, d.starts_at as startsAt, d.review_due_at as reviewDueAt,
    d.recorded_at as recordedAt, d.withdrawn
  from supervision_decision d where ${ofPairs}`

const cellsSql = `select c.record_id as recordId, c.version, c.place, c.activity, c.level
  from supervision_cell c join supervision_decision d
    on d.record_id = c.record_id and d.version = c.version
  where ${ofPairs}`

const wordsSql = `select w.decision_id as decisionId, w.confirmed, w.confirmed_at as confirmedAt,
    (select f.recorded_at from raise_confirmation f
      where f.record_id = w.record_id and f.version = 1) as recordedAt
  from raise_confirmation w
  where w.audit_seq <= @seq and w.withdrawn = 0
    and not exists (select 1 from raise_confirmation n
      where n.record_id = w.record_id and n.version > w.version and n.audit_seq <= @seq)
    and w.decision_id in (select d.record_id from supervision_decision d where ${ofPairs})`

interface CellRow {
  recordId: string
  version: number
  place: Place
  activity: Activity
  level: CellLevel
}

type DecisionRow = Omit<DecisionVersionFact, 'cells' | 'withdrawn'> & { withdrawn: number }

/** What the measures of supervision read of a period, as it had been recorded by the cut. */
export function supervisionFacts(db: ReadDb, period: Period, cut: Cut): SupervisionFacts {
  const seq = cut.auditSeq
  const touching = pairs.at(db, seq, { from: period.from, to: period.to })
  const among = { seq, pairs: JSON.stringify(touching.map(({ recordId }) => recordId)) }
  const cells = Map.groupBy(
    db.rows<CellRow>(cellsSql, among),
    ({ recordId, version }) => `${recordId} ${version}`,
  )
  return {
    pairs: touching,
    decisions: db.rows<DecisionRow>(decisionsSql, among).map((row) => ({
      ...row,
      withdrawn: row.withdrawn === 1,
      cells: cells.get(`${row.recordId} ${row.version}`) ?? [],
    })),
    confirmations: db
      .rows<{ decisionId: string; confirmed: number; confirmedAt: string; recordedAt: string }>(
        wordsSql,
        among,
      )
      .map((row) => ({ ...row, confirmed: row.confirmed === 1 })),
    ruleSets: ruleSetsOf(db, supervisionRuleSetKind, seq),
  }
}

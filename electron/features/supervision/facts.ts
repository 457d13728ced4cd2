import { addMinutes } from '#domain/shared/calendar.ts'
import type { Cut, Period } from '#domain/shared/time.ts'
import type { Activity, CellLevel, Place } from '#domain/supervision/codes.ts'
import type { DecisionVersionFact } from '#domain/supervision/coverage.ts'
import type { SupervisionFacts } from '#domain/supervision/measures.ts'
import type { Cell } from '#domain/supervision/record.ts'
import { besideMinutes } from '#domain/supervision/round-measure.ts'
import { supervisionRuleSetKind } from '#domain/supervision/rule-content.ts'
import { pair } from '#drizzle/schema/stays.ts'
import { standing } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { ruleSetsOf } from '../rule-sets/in-force.ts'
import { awayBetween } from './away.ts'
import { checksBetween, roundsKeptSince } from './round-queries.ts'

// Only what touches the period: the newest version decides, so the outer condition is over it.
const pairs = standing(
  pair,
  ['recordId', 'version', 'stayId', 'startedAt', 'endedAt'],
  't.started_at < @to and (t.ended_at is null or t.ended_at > @from)',
)

const ofPairs = 'd.audit_seq <= @seq and d.pair_id in (select value from json_each(@pairs))'

// An assessment prepared before arrival was on record since it was signed; nothing changes it once it is
// taken over.
const knownSql = `case when d.version = 1 and d.prepared_id is not null then
    (select max(p.recorded_at) from prepared_supervision p where p.record_id = d.prepared_id)
  else d.recorded_at end`

// One row for each version: its cells come along as one text, for there are few different grids.
const decisionsSql = `select d.record_id as recordId, d.version, d.pair_id as pairId, d.kind, d.is_review as isReview,
    d.decided_by_role as decidedByRole, d.starts_at as startsAt, d.review_due_at as reviewDueAt,
    ${knownSql} as recordedAt, d.withdrawn,
    (select group_concat(c.place || ' ' || c.activity || ' ' || c.level) from supervision_cell c
      where c.record_id = d.record_id and c.version = d.version) as grid
  from supervision_decision d where ${ofPairs}`

const wordsSql = `select w.decision_id as decisionId, w.confirmed, w.confirmed_at as confirmedAt,
    (select f.recorded_at from raise_confirmation f
      where f.record_id = w.record_id and f.version = 1) as recordedAt
  from raise_confirmation w
  where w.audit_seq <= @seq and w.withdrawn = 0
    and not exists (select 1 from raise_confirmation n
      where n.record_id = w.record_id and n.version > w.version and n.audit_seq <= @seq)
    and w.decision_id in (select d.record_id from supervision_decision d where ${ofPairs})`

type DecisionRow = Omit<DecisionVersionFact, 'cells' | 'withdrawn' | 'isReview'> & {
  withdrawn: number
  isReview: number
  grid: string | null
}

/** The cells of a grid, each grid taken apart once. */
function cellsOf(grid: string | null, known: Map<string, Cell[]>): Cell[] {
  if (grid === null) return []
  const found = known.get(grid)
  if (found) return found
  const cells = grid.split(',').map((cell): Cell => {
    const [place, activity, level] = cell.split(' ')
    return { place: place as Place, activity: activity as Activity, level: level as CellLevel }
  })
  known.set(grid, cells)
  return cells
}

/** Every version of every decision of these pairs (a JSON list) by a cut, by pair, and the word on each raise. */
export function decisionVersions(db: ReadDb, pairs: string, seq: number) {
  const { decisions, confirmations } = versionsAt(db, pairs, seq)
  return {
    decisions: Map.groupBy(decisions, ({ pairId }) => pairId),
    words: new Map(confirmations.map((word) => [word.decisionId, word])),
  }
}

function versionsAt(db: ReadDb, pairs: string, seq: number) {
  const among = { seq, pairs }
  const grids = new Map<string, Cell[]>()
  return {
    decisions: db
      .rows<DecisionRow>(decisionsSql, among)
      .map(({ grid, withdrawn, isReview, ...row }) => ({
        ...row,
        isReview: isReview === 1,
        withdrawn: withdrawn === 1,
        cells: cellsOf(grid, grids),
      })),
    confirmations: db
      .rows<{ decisionId: string; confirmed: number; confirmedAt: string; recordedAt: string }>(
        wordsSql,
        among,
      )
      .map((row) => ({ ...row, confirmed: row.confirmed === 1 })),
  }
}

/** What the measures of supervision read of a period, as it had been recorded by the cut. */
export function supervisionFacts(db: ReadDb, period: Period, cut: Cut): SupervisionFacts {
  const seq = cut.auditSeq
  const touching = pairs.at(db, seq, { from: period.from, to: period.to })
  const ids = JSON.stringify(touching.map(({ recordId }) => recordId))
  return {
    pairs: touching,
    ...versionsAt(db, ids, seq),
    ruleSets: ruleSetsOf(db, supervisionRuleSetKind, seq),
    checks: checksBetween(
      db,
      ids,
      addMinutes(period.from, -besideMinutes),
      addMinutes(period.to, besideMinutes),
      seq,
    ),
    away: awayBetween(
      db,
      ids,
      addMinutes(period.from, -besideMinutes),
      addMinutes(period.to, besideMinutes),
      seq,
    ),
    roundsKeptSince: roundsKeptSince(db, seq),
  }
}

import type { Activity, CellLevel, Place } from '#domain/supervision/codes.ts'
import { type FactorRow, factors } from '#domain/supervision/factors.ts'
import type { Cell, DecisionFact, DecisionKind } from '#domain/supervision/record.ts'
import type { Role } from '#domain/users/roles.ts'
import { ruleOverride } from '#drizzle/schema/overrides.ts'
import {
  preparedSupervision,
  raiseConfirmation,
  supervisionDecision,
} from '#drizzle/schema/supervision.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'

const ofPairs = 't.pair_id in (select value from json_each(@pairs))'

const decisions = standing(
  supervisionDecision,
  [
    'recordId',
    'version',
    'pairId',
    'kind',
    'isReview',
    'startsAt',
    'reviewDueAt',
    'recordedAt',
    'author',
    'rationale',
    'evidence',
    'authorityRequirement',
    'legalBasis',
    'agreedWith',
    'agreedAt',
    'motherToldAt',
    'socialWorkerTold',
    'socialWorkerToldAt',
    'team',
    'decidedByRole',
    'secondSignerId',
    'ruleSetId',
    'preparedId',
  ],
  ofPairs,
  't.starts_at, t.record_id',
)

const prepared = standing(
  preparedSupervision,
  ['recordId', 'decidedAt', 'author'],
  't.record_id in (select value from json_each(@ids))',
)

const confirmations = standing(
  raiseConfirmation,
  ['decisionId', 'confirmed', 'confirmedAt', 'note', 'author'],
  `t.decision_id in (select d.record_id from supervision_decision d
     where d.pair_id in (select value from json_each(@pairs)))`,
)

const cellsSql = `select c.record_id as recordId, c.version, c.place, c.activity, c.level, c.note
  from supervision_cell c
  join supervision_decision t on t.record_id = c.record_id and t.version = c.version
  where ${ofPairs}`

const factorsSql = `select f.record_id as recordId, f.version, f.factor, f.answer, f.note
  from supervision_factor f
  join supervision_decision t on t.record_id = f.record_id and t.version = f.version
  where ${ofPairs}`

const overrides = standing(
  ruleOverride,
  ['subjectId', 'ruleId', 'because', 'overriddenAt'],
  `t.subject_id in (select d.record_id from supervision_decision d
     where d.pair_id in (select value from json_each(@pairs)))`,
  't.overridden_at, t.record_id',
)

interface CellRow {
  recordId: string
  version: number
  place: Place
  activity: Activity
  level: CellLevel
  note: string
}

/** A decision as it is shown: what the rules read of it, and the words that go with it. */
export interface DecisionRow extends DecisionFact {
  pairId: string
  recordedAt: string
  author: string
  rationale: string
  evidence: string
  legalBasis: string | null
  agreedWith: string | null
  agreedAt: string | null
  motherToldAt: string | null
  /** Who of social care was told of a lowering first, and when. */
  socialWorkerTold: string | null
  socialWorkerToldAt: string | null
  team: string | null
  secondSignerId: string | null
  ruleSetId: string
  /** When and by whom it was decided before arrival; null for one decided on the unit. */
  prepared: { decidedAt: string; author: string } | null
  cells: (Cell & { note: string })[]
  /** The rules that it was signed against, by name, each with the reason. */
  overrides: { rule: string; because: string }[]
  /** Empty for a raise, and for what was decided before they were asked. */
  factors: FactorRow[]
}

/** The decisions of these pairs as they stood at a cut, in the order in which they start. */
export function decisionsOf(
  db: ReadDb,
  pairIds: readonly string[],
  seq: number = newest,
): DecisionRow[] {
  const pairs = JSON.stringify(pairIds)
  const cells = Map.groupBy(
    db.rows<CellRow>(cellsSql, { pairs }),
    (cell) => `${cell.recordId} ${cell.version}`,
  )
  const answers = Map.groupBy(
    db.rows<FactorRow & { recordId: string; version: number }>(factorsSql, { pairs }),
    (row) => `${row.recordId} ${row.version}`,
  )
  const words = new Map(confirmations.at(db, seq, { pairs }).map((row) => [row.decisionId, row]))
  const against = Map.groupBy(overrides.at(db, seq, { pairs }), ({ subjectId }) => subjectId)
  const rows = decisions.at(db, seq, { pairs })
  const before = preparedOf(db, seq, rows)
  return rows.map(({ preparedId, ...row }) => {
    const word = words.get(row.recordId)
    return {
      ...row,
      prepared: (preparedId && before.get(preparedId)) || null,
      kind: row.kind as DecisionKind,
      decidedByRole: row.decidedByRole as Role,
      cells: (cells.get(`${row.recordId} ${row.version}`) ?? []).map(
        ({ place, activity, level, note }) => ({ place, activity, level, note }),
      ),
      overrides: (against.get(row.recordId) ?? []).map(({ ruleId, because }) => ({
        rule: ruleId,
        because,
      })),
      factors: factorsInOrder(answers.get(`${row.recordId} ${row.version}`) ?? []),
      confirmation: word ? { confirmed: word.confirmed, confirmedAt: word.confirmedAt } : null,
    }
  })
}

const factorsInOrder = (rows: readonly FactorRow[]): FactorRow[] =>
  factors.flatMap((factor) =>
    rows
      .filter((row) => row.factor === factor)
      .map(({ answer, note }) => ({ factor, answer, note })),
  )

function preparedOf(db: ReadDb, seq: number, rows: readonly { preparedId: string | null }[]) {
  const ids = rows.flatMap(({ preparedId }) => preparedId ?? [])
  if (ids.length === 0) return new Map<string, { decidedAt: string; author: string }>()
  return new Map(
    prepared
      .at(db, seq, { ids: JSON.stringify(ids) })
      .map(({ recordId, decidedAt, author }) => [recordId, { decidedAt, author }]),
  )
}

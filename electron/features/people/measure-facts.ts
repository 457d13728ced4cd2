import type { PeopleFacts, PlacementFact, StatementFact } from '#domain/people/measure-facts.ts'
import type { PlacementMeeting } from '#domain/people/placement.ts'
import { peopleRuleSet } from '#domain/people/rule-content.ts'
import { addDays, epochMs } from '#domain/shared/calendar.ts'
import type { Cut, Instant, Period } from '#domain/shared/time.ts'
import { childLegalStatus } from '#drizzle/schema/people.ts'
import { placementMeeting } from '#drizzle/schema/people-questions.ts'
import { pair } from '#drizzle/schema/stays.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { ruleSetsOf } from '../rule-sets/in-force.ts'
import { basisOf } from './facts.ts'
import { familiesOf, mothersBetween } from './family-rows.ts'

/** Longer than any limit of asking again can run: what falls due in a period was open this long before. */
const longestLimitDays = 100

// Who was here in the period: a status may begin weeks after the arrival.
const here = standing(
  pair,
  ['recordId', 'version', 'babyId', 'startedAt', 'endedAt'],
  't.started_at < @to and (t.ended_at is null or t.ended_at >= @from)',
)
const legal = standing(
  childLegalStatus,
  ['recordId', 'personId', 'code', 'startsAt', 'endsAt', 'endedAt', 'recordedAt'],
  't.person_id in (select value from json_each(@ids))',
)
const meetings = standing(
  placementMeeting,
  ['recordId', 'version', 'pairId', 'kind', 'plannedAt', 'heldAt', 'chairedBy', 'officer'],
  't.pair_id in (select value from json_each(@ids))',
  't.held_at, t.record_id',
)

const stands = (alias: string, table: string) =>
  `${alias}.audit_seq <= @seq and ${alias}.withdrawn = 0 and not exists (select 1 from ${table} n
    where n.record_id = ${alias}.record_id and n.version > ${alias}.version and n.audit_seq <= @seq)`

// The duty to tell the reviewing officer of an admission (COM-02), as it was sent.
const tellingsSql = `select e.pair_id as pairId, s.record_id as recordId, s.version as version,
    s.sent_at as sentAt
  from duty_event e
    join duty d on d.event_id = e.record_id and d.recipient = 'independent-reviewing-officer'
    join duty_sending s on s.duty_id = d.record_id
  where e.pair_id in (select value from json_each(@ids)) and e.event = 'COM-02'
    and ${stands('e', 'duty_event')} and ${stands('d', 'duty')} and ${stands('s', 'duty_sending')}
  order by s.sent_at`

export interface PairRow {
  recordId: string
  version: number
  babyId: string
  startedAt: Instant
  endedAt: Instant | null
}

/** The placements of these pairs: status, meetings, and when the reviewing officer was told. */
export function placementsOf(
  db: ReadDb,
  rows: readonly PairRow[],
  seq: number = newest,
): PlacementFact[] {
  const ids = JSON.stringify(rows.map(({ recordId }) => recordId))
  const statuses = Map.groupBy(
    legal.at(db, seq, { ids: JSON.stringify(rows.map(({ babyId }) => babyId)) }),
    ({ personId }) => personId,
  )
  const held = Map.groupBy(meetings.at(db, seq, { ids }), ({ pairId }) => pairId)
  const told = Map.groupBy(
    db.rows<{ pairId: string; recordId: string; version: number; sentAt: Instant | null }>(
      tellingsSql,
      { seq, ids },
    ),
    ({ pairId }) => pairId,
  )
  return rows.map(({ recordId, version, babyId, startedAt, endedAt }) => {
    const tellings = told.get(recordId) ?? []
    return {
      pairId: recordId,
      version,
      startedAt,
      endedAt,
      legal: statuses.get(babyId) ?? [],
      meetings: (held.get(recordId) ?? []) as PlacementMeeting[],
      officerToldAt: tellings.find(({ sentAt }) => sentAt !== null)?.sentAt ?? null,
      tellings,
    }
  })
}

const statementTypes = [
  'person',
  'tie',
  'contact',
  'child_legal_status',
  'mental_health_act_status',
  'question_asking',
] as const

// Ids sort by the time at which they were made, so the key of the table finds the rows of a period.
const statementsSql = statementTypes
  .map(
    (table) => `select '${table}' as type, t.record_id as recordId, t.version as version,
      f.recorded_at as recordedAt, t.basis_kind as basisKind, t.basis_by as basisBy,
      t.basis_on as basisOn, t.basis_document as basisDocument
    from ${table} f join ${table} t on t.record_id = f.record_id
    where f.version = 1 and f.record_id >= @first and f.record_id < @last
      and f.recorded_at >= @from and f.recorded_at < @to and ${stands('t', table)}`,
  )
  .join(' union all ')

/** The lowest id that can be made at an instant (UUIDv7: milliseconds first). */
function lowestId(at: Instant): string {
  const hex = epochMs(at).toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}`
}

type StatementRow = Omit<StatementFact, 'basis'> & {
  basisKind: string | null
  basisBy: string | null
  basisOn: string | null
  basisDocument: string | null
}

function statementsIn(db: ReadDb, { from, to }: Period, seq: number): StatementFact[] {
  const range = { seq, from, to, first: lowestId(from), last: lowestId(to) }
  return db
    .rows<StatementRow>(statementsSql, range)
    .map(({ type, recordId, version, recordedAt, basisKind, ...rest }) => ({
      type,
      recordId,
      version,
      recordedAt,
      basis: basisKind === null ? null : basisOf({ ...rest, basisKind }),
    }))
}

/** What the measures of people and ties read of a period, as it had been recorded by the cut. */
export function peopleFacts(db: ReadDb, period: Period, cut: Cut): PeopleFacts {
  const seq = cut.auditSeq
  const since = addDays(period.from, -longestLimitDays)
  return {
    families: familiesOf(db, mothersBetween(db, since, period.to, seq), seq),
    statements: statementsIn(db, period, seq),
    placements: placementsOf(db, here.at(db, seq, { ...period }), seq),
    ruleSets: ruleSetsOf(db, peopleRuleSet, seq),
  }
}

import { getTableColumns, getTableName } from 'drizzle-orm'
import type { Row, Subject } from '#domain/assurance/disclosure.ts'
import type { RecordRef } from '#domain/assurance/measure.ts'
import { recordKey } from '#domain/assurance/report-input.ts'
import * as schema from '#drizzle/schema/index.ts'
import { standing, type VersionTable } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'

/** Every version table by the type that a record reference names. */
const tables = new Map<string, VersionTable>(
  Object.values(schema)
    .filter((table): table is typeof schema.stay => 'recordId' in table && 'version' in table)
    .map((table) => [getTableName(table) as string, table]),
)

interface Select {
  sql: string
  /** The columns that the store keeps as 0 and 1. */
  booleans: string[]
}

const selects = new Map<string, Select>()

function selectOf(type: string): Select | undefined {
  const table = tables.get(type)
  if (!table) return undefined
  const known = selects.get(type)
  if (known) return known
  const all = Object.entries(getTableColumns(table))
  const columns = all.map(([key, column]) => `t.${column.name} as "${key}"`)
  const sql = `select ${columns.join(', ')} from ${type} t
    join json_each(@refs) r on t.record_id = r.value ->> 0 and t.version = r.value ->> 1`
  const booleans = all.filter(([, column]) => column.dataType === 'boolean').map(([key]) => key)
  const select = { sql, booleans }
  selects.set(type, select)
  return select
}

/** A row with yes and no as the schema has them; null stays null. */
function typed(row: Row & RecordRef, booleans: readonly string[]): Row & RecordRef {
  const flags = booleans
    .filter((key) => typeof row[key] === 'number')
    .map((key) => [key, row[key] === 1])
  return { ...row, ...Object.fromEntries(flags) }
}

/** Versions of records with all their columns, by `recordKey`. */
export function rowsOf(db: ReadDb, records: readonly RecordRef[]): Map<string, Row> {
  const refs = new Map(records.map((ref) => [recordKey(ref), ref]))
  const rows = new Map<string, Row>()
  for (const [type, of] of Map.groupBy(refs.values(), (ref) => ref.type)) {
    const select = selectOf(type)
    if (!select) continue
    const list = JSON.stringify(of.map(({ recordId, version }) => [recordId, version]))
    for (const row of db.rows<Row & RecordRef>(select.sql, { refs: list }))
      rows.set(recordKey(row), typed(row, select.booleans))
  }
  return rows
}

const typeSql = 'select type from record where record_id = @id'

/** The newest version of a record of any type, as recorded by a cut. */
function rowAt(db: ReadDb, id: string, seq: number): Row | undefined {
  const found = db.row<{ type: string }>(typeSql, { id })
  if (!found || !tables.has(found.type)) return undefined
  const version = db.row<{ top: number | null }>(
    `select max(version) as top from ${found.type} where record_id = @id and audit_seq <= @seq`,
    { id, seq },
  )?.top
  if (version == null) return undefined
  const ref = { type: found.type, recordId: id, version }
  return rowsOf(db, [ref]).get(recordKey(ref))
}

const arrivals = standing(schema.referralArrival, ['referralId', 'stayId'])
const stays = standing(schema.stay, ['recordId', 'motherId', 'arrivedAt'])
const pairs = standing(schema.pair, ['recordId', 'stayId', 'babyId'])
const babies = standing(schema.person, ['recordId', 'bornOn'], "t.kind = 'baby'")

const byCut = 'where audit_seq <= @seq order by version'
const dutyEventsSql = `select record_id as id, event_id as value from duty ${byCut}`
const episodePairsSql = `select record_id as id, pair_id as value from episode ${byCut}`
const eventPairsSql = `select record_id as id, pair_id as value from duty_event ${byCut}`

const pairsOfRows = (db: ReadDb, sql: string, seq: number): ReadonlyMap<string, string> =>
  new Map(db.rows<{ id: string; value: string }>(sql, { seq }).map(({ id, value }) => [id, value]))

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

/**
 * Whose each record is, so that its times can be told as days of a stay: by the pair, the stay, the referral
 * that led to it, the person or the member of staff that it names. `rows` are what `rowsOf` gave. Whose they
 * are is read at the cut `seq` too: what is corrected later changes no day of stay told at it (decision 2).
 */
export function subjectsOf(
  db: ReadDb,
  rows: ReadonlyMap<string, Row>,
  seq: number,
): Map<string, Subject> {
  const stayById = new Map(stays.at(db, seq).map((row) => [row.recordId, row]))
  const pairById = new Map(pairs.at(db, seq).map((row) => [row.recordId, row]))
  const stayOfReferral = new Map(arrivals.at(db, seq).map((row) => [row.referralId, row.stayId]))
  // Duties are many, and lead to their pair by two steps: all of them are read at once, where there is one.
  const eventOfDuty = once(() => pairsOfRows(db, dutyEventsSql, seq))
  const pairOfEvent = once(() => pairsOfRows(db, eventPairsSql, seq))
  const pairOfEpisode = once(() => pairsOfRows(db, episodePairsSql, seq))
  const bornOn = new Map(babies.at(db, seq).map((row) => [row.recordId, row.bornOn]))
  const text = (value: unknown) => (typeof value === 'string' ? value : undefined)

  const ofStay = (stayId: string): Subject => ({
    stayId,
    arrivedAt: stayById.get(stayId)?.arrivedAt,
  })
  const ofPair = (pairId: string): Subject => {
    const pair = pairById.get(pairId)
    return pair
      ? {
          ...ofStay(pair.stayId),
          babyId: pair.babyId,
          babyBornOn: bornOn.get(pair.babyId) ?? undefined,
        }
      : {}
  }
  // A statement is of the family that it is about: of several stays, of the last.
  const pairOfBaby = new Map([...pairById.values()].map((row) => [row.babyId, row.recordId]))
  const stayOfMother = new Map([...stayById.values()].map((row) => [row.motherId, row.recordId]))
  const ofPerson = (id: string | undefined): Subject => {
    const pairId = id && pairOfBaby.get(id)
    const stayId = id && stayOfMother.get(id)
    return pairId ? ofPair(pairId) : stayId ? ofStay(stayId) : {}
  }
  const ofRow = (row: Row): Subject => {
    const { recordId, stayId, staffId, subjectId, documentId, referralId } = row as Record<
      string,
      unknown
    >
    const { pairId, episodeId, dutyId, eventId } = row as Record<string, unknown>
    const { personId, toPersonId } = row as Record<string, unknown>
    const id = text(recordId) ?? ''
    const stay =
      text(stayId) ?? (stayById.has(id) ? id : stayOfReferral.get(text(referralId) ?? id))
    const told = text(eventId) ?? (text(dutyId) && eventOfDuty().get(String(dutyId)))
    const ofEpisode = text(episodeId)
    const pair =
      text(pairId) ??
      (ofEpisode && pairOfEpisode().get(ofEpisode)) ??
      (pairById.has(id) ? id : told && pairOfEvent().get(told))
    const subject = text(subjectId) ?? text(documentId)
    const about = subject === undefined ? undefined : rowAt(db, subject, seq)
    return {
      ...ofPerson(text(toPersonId) ?? text(personId) ?? id),
      ...(about ? ofRow(about) : {}),
      ...(stay ? ofStay(stay) : {}),
      ...(pair ? ofPair(pair) : {}),
      ...(text(staffId) ? { staffId: String(staffId) } : {}),
    }
  }
  return new Map([...rows.values()].map((row) => [String(row.recordId), ofRow(row)]))
}

import type { OverrideInput } from '#domain/assurance/report-input.ts'
import type { Instant, Period } from '#domain/shared/time.ts'
import { pair, stay } from '#drizzle/schema/stays.ts'
import { userAccount } from '#drizzle/schema/users.ts'
import { standing } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'

const among = (column: string) => `${column} in (select value from json_each(@ids))`
const stays = standing(
  stay,
  ['recordId', 'version', 'arrivedAt'],
  't.without_offer_because is not null and t.arrived_at >= @from and t.arrived_at < @to',
)
const pairs = standing(
  pair,
  ['recordId', 'version', 'startedAt'],
  't.without_check_because is not null and t.started_at >= @from and t.started_at < @to',
)
const accounts = standing(userAccount, ['staffId', 'role'], among('t.staff_id'))
// Who let them in is who recorded it, whoever corrected a time since.
const authorsSql = (table: string) =>
  `select record_id as recordId, author from ${table} where version = 1 and ${among('record_id')}`

interface Let {
  recordId: string
  version: number
  at: Instant
}

/**
 * Whoever came in without an offer or before a check, a line each in the report with the role of who let them
 * in. The reason stays in the record: it is what a person typed.
 */
export function arrivalsWithoutOffer(
  db: ReadDb,
  { from, to }: Period,
  seq: number,
): (OverrideInput & { type: string; version: number })[] {
  const mothers = stays
    .at(db, seq, { from, to })
    .map(({ arrivedAt, ...row }) => ({ ...row, at: arrivedAt }))
  const babies = pairs
    .at(db, seq, { from, to })
    .map(({ startedAt, ...row }) => ({ ...row, at: startedAt }))
  return [
    ...linesOf(db, seq, 'stay', 'Arrival without an offer', mothers),
    ...linesOf(db, seq, 'pair', 'A baby came in whom no check covered', babies),
  ]
}

function linesOf(db: ReadDb, seq: number, type: string, rule: string, rows: readonly Let[]) {
  const ids = JSON.stringify(rows.map(({ recordId }) => recordId))
  const authors = new Map(
    db
      .rows<{ recordId: string; author: string }>(authorsSql(type), { ids })
      .map((row) => [row.recordId, row.author]),
  )
  const staff = JSON.stringify([...new Set(authors.values())])
  const roles = new Map(accounts.at(db, seq, { ids: staff }).map((row) => [row.staffId, row.role]))
  return rows.map(({ recordId, version, at }) => ({
    type,
    recordId,
    version,
    requirement: '5a',
    rule,
    at,
    byRole: roles.get(authors.get(recordId) ?? '') ?? 'not known',
    secondRole: null,
    dueAt: null,
    kept: null,
  }))
}

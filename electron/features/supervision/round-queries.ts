import type { Instant } from '#domain/shared/time.ts'
import type { PairCheckFact } from '#domain/supervision/round-measure.ts'
import { type CheckOutcome, wholeMinute } from '#domain/supervision/rounds.ts'
import { supervisionCheck } from '#drizzle/schema/supervision.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'

const checks = standing(
  supervisionCheck,
  [
    'recordId',
    'version',
    'roundId',
    'pairId',
    'seenAt',
    'recordedAt',
    'outcome',
    'place',
    'withWhom',
    'note',
    'author',
  ],
  `t.pair_id in (select value from json_each(@pairs)) and t.seen_at >= @from and t.seen_at < @to`,
  't.seen_at, t.record_id',
)

const firstSql = `select version, recorded_at as recordedAt from supervision_check
  where record_id = @recordId and version = 1`

/** A correction does not make an entry later: it counts from its first version. */
function firstRecordedAt(
  db: ReadDb,
  row: { recordId: string; version: number; recordedAt: Instant },
) {
  if (row.version === 1) return row.recordedAt
  return (
    db.row<{ recordedAt: Instant }>(firstSql, { recordId: row.recordId })?.recordedAt ??
    row.recordedAt
  )
}

/** The checks of these pairs (a JSON list) between two times, as they stood at a cut. */
export function checksBetween(
  db: ReadDb,
  pairs: string,
  from: Instant,
  to: Instant,
  seq: number = newest,
): PairCheckFact[] {
  return checks.at(db, seq, { pairs, from, to }).map((row) => ({
    recordId: row.recordId,
    version: row.version,
    pairId: row.pairId,
    roundId: row.roundId,
    seenAt: wholeMinute(row.seenAt),
    recordedAt: wholeMinute(firstRecordedAt(db, row)),
    outcome: row.outcome as CheckOutcome,
  }))
}

/** The checks themselves, with the words that go with them. */
export const checkRows = (db: ReadDb, pairs: string, from: Instant, to: Instant) =>
  checks.at(db, newest, { pairs, from, to })

const keptSql = `select min(recorded_at) as since from supervision_round
  where version = 1 and audit_seq <= @seq`

/** When the first round of the unit was kept here, as of a cut; null where none ever was. */
export const roundsKeptSince = (db: ReadDb, seq: number = newest): Instant | null =>
  db.row<{ since: Instant | null }>(keptSql, { seq })?.since ?? null

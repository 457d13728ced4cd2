import { amountOf, type CareEntry } from '#domain/baby-care/entry.ts'
import type { CareKind, CareSource } from '#domain/baby-care/kinds.ts'
import type { Instant } from '#domain/shared/time.ts'
import { careEntry } from '#drizzle/schema/baby-care.ts'
import { everyVersion } from '../../platform/every-version.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'

const columns = [
  'recordId',
  'version',
  'babyId',
  'pairId',
  'kind',
  'way',
  'happenedAt',
  'source',
  'amount',
  'confirmed',
  'medicine',
  'dose',
  'note',
  'recordedAt',
  'author',
] as const

const between = standing(
  careEntry,
  columns,
  't.baby_id = @babyId and t.happened_at >= @from and t.happened_at < @until',
  't.happened_at desc, t.audit_seq desc',
)
const weights = standing(
  careEntry,
  columns,
  "t.baby_id = @babyId and t.kind = 'weight'",
  't.happened_at',
)
const one = standing(careEntry, columns, 't.record_id = @id')
const versions = everyVersion(
  careEntry,
  [...columns, 'reason', 'withdrawn'],
  't.record_id in (select v.record_id from care_entry v where v.baby_id = @babyId and v.happened_at >= @from and v.happened_at < @until and v.version > 1)',
)

/** An entry as it stands, its amount as it is typed. */
export type CareRecord = CareEntry & {
  id: string
  version: number
  babyId: string
  pairId: string
  recordedAt: Instant
  author: string
}

type Row = ReturnType<typeof one.at>[number]

function recordOf({ recordId, kind, way, source, amount, ...row }: Row): CareRecord {
  const known = kind as CareKind
  return {
    ...row,
    id: recordId,
    kind: known,
    way: way ?? '',
    source: source as CareSource,
    amount: amountOf(known, way ?? '', amount),
  }
}

/** The entries of a baby in a stretch of time, the latest first. */
export const entriesBetween = (
  db: ReadDb,
  babyId: string,
  from: Instant,
  until: Instant,
): CareRecord[] => between.at(db, newest, { babyId, from, until }).map(recordOf)

/** Every weight of a baby, the first first. */
export const weightsOf = (db: ReadDb, babyId: string): CareRecord[] =>
  weights.at(db, newest, { babyId }).map(recordOf)

export const entryById = (db: ReadDb, id: string): CareRecord | undefined =>
  one.at(db, newest, { id }).map(recordOf)[0]

/** Every version of those entries of a stretch of time that were changed, the oldest first. */
export const changedBetween = (db: ReadDb, babyId: string, from: Instant, until: Instant) =>
  versions
    .at(db, newest, { babyId, from, until })
    .map(({ reason, withdrawn, ...row }) => ({ ...recordOf(row), reason, withdrawn }))

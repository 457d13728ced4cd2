import type { Instant } from '#domain/shared/time.ts'
import { historyClash } from '#drizzle/schema/chronology.ts'
import { restrictedMove } from '#drizzle/schema/restricted.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'

const columns = [
  'recordId',
  'version',
  'personId',
  'entryId',
  'fromId',
  'fromVersion',
  'writerId',
  'moverId',
  'writerSeenAt',
  'reviewDueAt',
  'outcome',
  'reviewerId',
  'reviewedAt',
  'review',
] as const
const among = (column: string) => `${column} in (select value from json_each(@ids))`
const all = standing(restrictedMove, columns, '1', 't.review_due_at desc, t.record_id')
const ofEntries = standing(restrictedMove, columns, among('t.entry_id'))
const ofSources = standing(restrictedMove, ['fromId', 'fromVersion'], among('t.from_id'))
const ofWriter = standing(restrictedMove, columns, 't.writer_id = @staffId')
const clashes = standing(
  historyClash,
  ['recordId', 'version', 'what', 'settlement'],
  't.first_id = @id or t.second_id = @id',
)

export type MoveRow = ReturnType<typeof all.at>[number]

/** Every move, the latest first. */
export const allMoves = (db: ReadDb): MoveRow[] => all.at(db, newest)

/** The moves of what this member of staff wrote first. */
export const movesOfWriter = (db: ReadDb, staffId: string): MoveRow[] =>
  ofWriter.at(db, newest, { staffId })

/** The move that each of these restricted entries came from, where one did. */
export const movesOfEntries = (db: ReadDb, entries: readonly string[]): Map<string, MoveRow> =>
  new Map(
    ofEntries.at(db, newest, { ids: JSON.stringify(entries) }).map((row) => [row.entryId, row]),
  )

/** Up to which version of each of these records the words were moved: nobody but its readers is shown them. */
export function movedUpTo(db: ReadDb, records: readonly string[]): Map<string, number> {
  const found = new Map<string, number>()
  for (const { fromId, fromVersion } of ofSources.at(db, newest, { ids: JSON.stringify(records) }))
    found.set(fromId, Math.max(fromVersion, found.get(fromId) ?? 0))
  return found
}

/** What was written of how a record differs from another account. */
export const clashesWith = (db: ReadDb, id: string) => clashes.at(db, newest, { id })

/** Who wrote a record first, and when; and which version of it is the newest. */
export const writingOf = (db: ReadDb, table: string, id: string) =>
  db.row<{ author: string; recordedAt: Instant; newest: number }>(
    `select author, recorded_at as recordedAt,
      (select max(version) from ${table} where record_id = @id) as newest
     from ${table} where record_id = @id and version = 1`,
    { id },
  )

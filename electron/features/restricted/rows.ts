import { isOpen } from '#domain/restricted/access.ts'
import type { KeptFrom } from '#domain/restricted/entry.ts'
import type { Instant } from '#domain/shared/time.ts'
import { emergencyAccess, restrictedEntry } from '#drizzle/schema/restricted.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { basisOf } from '../people/facts.ts'
import { movesOfEntries } from './move-rows.ts'

const ofPeople = 't.person_id in (select value from json_each(@people))'
const entries = standing(
  restrictedEntry,
  [
    'recordId',
    'version',
    'recordedAt',
    'personId',
    'keptFrom',
    'because',
    'happenedAt',
    'what',
    'basisKind',
    'basisBy',
    'basisOn',
    'basisDocument',
  ],
  ofPeople,
  't.happened_at desc, t.record_id',
)
const one = standing(restrictedEntry, ['recordId', 'personId'], 't.record_id = @id')
const accessColumns = [
  'recordId',
  'version',
  'personId',
  'staffId',
  'because',
  'openedAt',
  'endsAt',
  'reviewDueAt',
  'outcome',
  'reviewerId',
  'reviewedAt',
  'review',
] as const
const allAccess = standing(emergencyAccess, accessColumns, '1', 't.opened_at desc')
const ofStaff = standing(emergencyAccess, accessColumns, `t.staff_id = @staffId and ${ofPeople}`)

const writersSql = `select record_id as id, author from restricted_entry
  where version = 1 and person_id in (select value from json_each(@people))`

/** The restricted entries of these people, latest first, each with who wrote it, and what it was moved from. */
export function entriesOf(db: ReadDb, people: readonly string[]) {
  const of = { people: JSON.stringify(people) }
  const writers = new Map(
    db.rows<{ id: string; author: string }>(writersSql, of).map(({ id, author }) => [id, author]),
  )
  const rows = entries.at(db, newest, of)
  const moves = movesOfEntries(
    db,
    rows.map(({ recordId }) => recordId),
  )
  return rows.map(({ recordId, keptFrom, basisKind, basisBy, basisOn, basisDocument, ...row }) => {
    const writer = writers.get(recordId) ?? ''
    const move = moves.get(recordId)
    return {
      id: recordId,
      keptFrom: keptFrom.split(',') as KeptFrom[],
      basis: basisOf({ basisKind, basisBy, basisOn, basisDocument }),
      writer,
      /** Who wrote it, who moved it, and who wrote the words that were moved. */
      writers: [writer, ...(move ? [move.writerId] : [])],
      move,
      ...row,
    }
  })
}

/** Whom an entry is about; undefined where there is none. */
export const entryById = (db: ReadDb, id: string) => one.at(db, newest, { id })[0]

/** The newest open window of one member of staff for each of these people. */
export const openWindows = (db: ReadDb, staffId: string, people: readonly string[], now: Instant) =>
  ofStaff
    .at(db, newest, { staffId, people: JSON.stringify(people) })
    .filter((access) => isOpen(access, now))

/** Every opening there was, newest first. */
export const allOpenings = (db: ReadDb) => allAccess.at(db, newest)

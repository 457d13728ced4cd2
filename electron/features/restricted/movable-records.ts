import { isMovable, type MovableType } from '#domain/restricted/movable.ts'
import { dateOf, startOfDay } from '#domain/shared/calendar.ts'
import type { Basis } from '#domain/shared/provenance.ts'
import type { Instant } from '#domain/shared/time.ts'
import { clauseAnswer, informationItem, referral } from '#drizzle/schema/admission.ts'
import { careEntry } from '#drizzle/schema/baby-care.ts'
import { chronologyEntry } from '#drizzle/schema/chronology.ts'
import { healthContact } from '#drizzle/schema/health-use.ts'
import { contact } from '#drizzle/schema/people.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { ReadDb, VersionTable } from '../../platform/unit-of-work.ts'
import { basisOf } from '../people/facts.ts'

/** What of a record goes along when its words are moved. */
export interface MovableRecord {
  type: MovableType
  table: VersionTable
  /** Whom it is about; null where it is about nobody. */
  personId: string | null
  happenedAt: Instant
  /** Null where the record itself says how it is known. */
  basis: Basis | null
}

const basisKeys = ['basisKind', 'basisBy', 'basisOn', 'basisDocument'] as const
const byId = 't.record_id = @id'
const rough = ({ happenedOn, recordedAt }: { happenedOn: string | null; recordedAt: Instant }) =>
  startOfDay(happenedOn ?? dateOf(recordedAt))

const events = standing(
  chronologyEntry,
  ['motherId', 'personId', 'happenedOn', 'recordedAt', ...basisKeys],
  byId,
)
const healthContacts = standing(
  healthContact,
  ['personId', 'happenedOn', 'recordedAt', ...basisKeys],
  byId,
)
const contacts = standing(contact, ['personId', 'recordedAt', ...basisKeys], byId)
const careEntries = standing(careEntry, ['babyId', 'happenedAt', 'source'], byId)
const answers = standing(clauseAnswer, ['referralId', 'answeredAt', ...basisKeys], byId)
const items = standing(informationItem, ['referralId', 'recordedAt', ...basisKeys], byId)
const referrals = standing(referral, ['motherId', 'receivedAt', 'referrerName'], byId)

type Read = (db: ReadDb, id: string) => Omit<MovableRecord, 'type' | 'table'> | undefined

const first = <Row, Value>(rows: readonly Row[], value: (row: Row) => Value): Value | undefined =>
  rows[0] === undefined ? undefined : value(rows[0])

const motherOf = (db: ReadDb, referralId: string) =>
  referrals.at(db, newest, { id: referralId })[0]?.motherId ?? null

const withBasis = (row: {
  basisKind: string | null
  basisBy: string | null
  basisOn: string | null
  basisDocument: string | null
}): Basis | null => (row.basisKind === null ? null : basisOf({ ...row, basisKind: row.basisKind }))

const reads: Record<MovableType, { table: VersionTable; read: Read }> = {
  chronology_entry: {
    table: chronologyEntry,
    read: (db, id) =>
      first(events.at(db, newest, { id }), (row) => ({
        personId: row.personId ?? row.motherId,
        happenedAt: rough(row),
        basis: withBasis(row),
      })),
  },
  health_contact: {
    table: healthContact,
    read: (db, id) =>
      first(healthContacts.at(db, newest, { id }), (row) => ({
        personId: row.personId,
        happenedAt: rough(row),
        basis: withBasis(row),
      })),
  },
  contact: {
    table: contact,
    read: (db, id) =>
      first(contacts.at(db, newest, { id }), (row) => ({
        personId: row.personId,
        happenedAt: row.recordedAt,
        basis: withBasis(row),
      })),
  },
  care_entry: {
    table: careEntry,
    read: (db, id) =>
      first(careEntries.at(db, newest, { id }), ({ babyId, happenedAt, source }) => ({
        personId: babyId,
        happenedAt,
        basis:
          source === 'mother'
            ? { kind: 'told' as const, by: 'The mother', on: dateOf(happenedAt) }
            : null,
      })),
  },
  clause_answer: {
    table: clauseAnswer,
    read: (db, id) =>
      first(answers.at(db, newest, { id }), (row) => ({
        personId: motherOf(db, row.referralId),
        happenedAt: row.answeredAt,
        basis: withBasis(row),
      })),
  },
  information_item: {
    table: informationItem,
    read: (db, id) =>
      first(items.at(db, newest, { id }), (row) => ({
        personId: motherOf(db, row.referralId),
        happenedAt: row.recordedAt,
        basis: withBasis(row),
      })),
  },
  referral: {
    table: referral,
    read: (db, id) =>
      first(referrals.at(db, newest, { id }), ({ motherId, receivedAt, referrerName }) => ({
        personId: motherId,
        happenedAt: receivedAt,
        basis: { kind: 'told' as const, by: referrerName, on: dateOf(receivedAt) },
      })),
  },
}

/** A record whose words may be moved, as it stands; undefined where there is none, 'held' where its kind stays. */
export function movableRecord(db: ReadDb, id: string): MovableRecord | 'held' | undefined {
  const known = db.row<{ type: string }>('select type from record where record_id = @id', { id })
  if (!known) return undefined
  if (!isMovable(known.type)) return 'held'
  const { table, read } = reads[known.type]
  const found = read(db, id)
  return found && { type: known.type, table, ...found }
}

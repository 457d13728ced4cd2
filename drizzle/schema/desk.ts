import { blob, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { isDate, isInstant, isInteger, refersTo, versioned, versionKeys } from './columns.ts'

/** Says that this store is a commissioner's desk and no unit's record: it is written at the first run alone. */
export const desk = sqliteTable('desk', { ...versioned(), name: text('name').notNull() }, (t) =>
  versionKeys('desk', t),
)

/** A sealed pack that came to the desk whole, with the report in it (decision 38). */
export const receivedPack = sqliteTable(
  'received_pack',
  {
    ...versioned(),
    /** SHA-256 of the ZIP. */
    packHash: text('pack_hash').notNull(),
    /** Of the pair that signed it. */
    fingerprint: text('fingerprint').notNull(),
    unitName: text('unit_name').notNull(),
    provider: text('provider').notNull(),
    odsCode: text('ods_code'),
    disclosure: text('disclosure').notNull(),
    periodFrom: text('period_from').notNull(),
    periodTo: text('period_to').notNull(),
    cutAt: text('cut_at').notNull(),
    /** Version and stage of the report. */
    reportVersion: integer('report_version').notNull(),
    stage: text('stage').notNull(),
    contentHash: text('content_hash').notNull(),
    model: blob('model', { mode: 'buffer' }).notNull(),
  },
  (t) => [
    ...versionKeys('received_pack', t),
    isInstant('received_pack_from', t.periodFrom),
    isInstant('received_pack_to', t.periodTo),
    isInstant('received_pack_cut', t.cutAt),
    isInteger('received_pack_report_version_int', t.reportVersion),
    index('received_pack_of').on(t.packHash),
  ],
)

/** That a fingerprint is a unit's own, and how the desk knows it: by telephone or letter, never by the pack. */
export const knownSigner = sqliteTable(
  'known_signer',
  {
    ...versioned(),
    fingerprint: text('fingerprint').notNull(),
    unitName: text('unit_name').notNull(),
    /** How it was confirmed, by whom on the unit. */
    confirmedBy: text('confirmed_by').notNull(),
    confirmedOn: text('confirmed_on').notNull(),
  },
  (t) => [
    ...versionKeys('known_signer', t),
    isDate('known_signer_on', t.confirmedOn),
    index('known_signer_of').on(t.fingerprint),
  ],
)

/** What the desk says of a requirement of a pack: a finding in words, or its own level with the reason. */
export const deskNote = sqliteTable(
  'desk_note',
  {
    ...versioned(),
    packId: refersTo('pack_id').notNull(),
    requirement: text('requirement').notNull(),
    /** strength, finding, recommendation, or level */
    kind: text('kind').notNull(),
    words: text('words').notNull(),
    /** Of a level. */
    level: text('level'),
  },
  (t) => [...versionKeys('desk_note', t), index('desk_note_of').on(t.packId)],
)

/** A signed reply that a unit has taken in: the visit that holds its findings, and whose key signed it. */
export const takenReply = sqliteTable(
  'taken_reply',
  {
    ...versioned(),
    replyHash: text('reply_hash').notNull(),
    fingerprint: text('fingerprint').notNull(),
    deskName: text('desk_name').notNull(),
    /** How the unit knows the desk's fingerprint. */
    confirmedBy: text('confirmed_by').notNull(),
    visitId: refersTo('visit_id').notNull(),
    reply: blob('reply', { mode: 'buffer' }).notNull(),
  },
  (t) => [...versionKeys('taken_reply', t), index('taken_reply_of').on(t.replyHash)],
)

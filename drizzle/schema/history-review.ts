import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { isDate, isInstant, isInteger, refersTo, versioned, versionKeys } from './columns.ts'

/**
 * A document on the register of history: expected, asked for, received or not held (product.md 2, 5c). It
 * belongs to a referral, and through its arrival to a stay; or to a stay itself.
 */
export const historyDocument = sqliteTable(
  'history_document',
  {
    ...versioned(),
    referralId: refersTo('referral_id'),
    stayId: refersTo('stay_id'),
    classId: text('class_id').notNull(),
    title: text('title').notNull(),
    /** The baby whom it is about; empty for one about the mother. */
    babyId: refersTo('baby_id'),
    sourceId: refersTo('source_id'),
    sourceName: text('source_name').notNull(),
    /** open, not-held or not-needed */
    outcome: text('outcome').notNull(),
    because: text('because').notNull().default(''),
    expectedAt: text('expected_at').notNull(),
    /** Fixed when its clock starts (architecture.md, law 5); empty only in what was imported without it. */
    askDueAt: text('ask_due_at'),
    askedAt: text('asked_at'),
    askedOf: text('asked_of'),
    chaseDueAt: text('chase_due_at'),
    closedAt: text('closed_at'),
    /** How it is known that the source holds none. */
    basisKind: text('basis_kind'),
    basisBy: text('basis_by'),
    basisOn: text('basis_on'),
    basisDocument: text('basis_document'),
    ruleSetId: refersTo('rule_set_id').notNull(),
  },
  (t) => [
    ...versionKeys('history_document', t),
    check('history_document_of', sql`${t.referralId} is not null or ${t.stayId} is not null`),
    isInstant('history_document_expected', t.expectedAt),
    isInstant('history_document_ask_due', t.askDueAt),
    isInstant('history_document_asked', t.askedAt),
    isInstant('history_document_chase_due', t.chaseDueAt),
    isInstant('history_document_closed', t.closedAt),
    index('history_document_referral').on(t.referralId),
    index('history_document_stay').on(t.stayId),
    index('history_document_expected').on(t.expectedAt),
  ],
)

/** Somebody who was asked for a document was asked again. */
export const documentChase = sqliteTable(
  'document_chase',
  {
    ...versioned(),
    documentId: refersTo('document_id').notNull(),
    chasedAt: text('chased_at').notNull(),
    chasedOf: text('chased_of').notNull(),
    nextDueAt: text('next_due_at').notNull(),
  },
  (t) => [
    ...versionKeys('document_chase', t),
    isInstant('document_chase_at', t.chasedAt),
    isInstant('document_chase_next', t.nextDueAt),
    index('document_chase_document').on(t.documentId),
  ],
)

/**
 * What was received: a new report is a new record, a correction of its entry a new version. The hash is
 * that of the content fields of the list named beside it, with the attachment's hash (decision 10).
 */
export const receivedDocument = sqliteTable(
  'received_document',
  {
    ...versioned(),
    documentId: refersTo('document_id').notNull(),
    /** Empty only in what was imported without it. */
    receivedAt: text('received_at'),
    title: text('title').notNull(),
    writer: text('writer').notNull(),
    writtenOn: text('written_on'),
    summary: text('summary').notNull().default(''),
    /** SHA-256 of the attached file, which lies in the attachment store under it. */
    attachmentHash: text('attachment_hash'),
    mediaType: text('media_type'),
    attachmentBytes: integer('attachment_bytes'),
    fieldListVersion: integer('field_list_version').notNull(),
    contentHash: text('content_hash').notNull(),
  },
  (t) => [
    ...versionKeys('received_document', t),
    isInstant('received_document_at', t.receivedAt),
    isDate('received_document_written', t.writtenOn),
    isInteger('received_document_bytes_int', t.attachmentBytes),
    isInteger('received_document_fields_int', t.fieldListVersion),
    index('received_document_document').on(t.documentId, t.receivedAt),
    index('received_document_received').on(t.receivedAt),
    index('received_document_recorded').on(t.recordedAt),
  ],
)

/**
 * That somebody read a document, bound to what it said, with a line on what it means for the baby's safety
 * (product.md 2, 5c).
 */
export const readerSignature = sqliteTable(
  'reader_signature',
  {
    ...versioned(),
    documentId: refersTo('document_id').notNull(),
    receivedId: refersTo('received_id').notNull(),
    receivedVersion: integer('received_version').notNull(),
    readerId: refersTo('reader_id').notNull(),
    /** The required reader whose part it fills; empty for anybody else of the staff. */
    readerRole: text('reader_role'),
    signedAt: text('signed_at').notNull(),
    fieldListVersion: integer('field_list_version').notNull(),
    contentHash: text('content_hash').notNull(),
    significance: text('significance').notNull(),
    /** When the reader last opened this version here; empty where it was read outside the app. */
    openedAt: text('opened_at'),
    /** Where a copy on paper was read, by one who never opened it here. */
    readOnPaper: text('read_on_paper'),
    /** The reader, whose name is like the author's, said that they are somebody else. */
    notTheAuthor: integer('not_the_author', { mode: 'boolean' }).notNull().default(false),
  },
  (t) => [
    ...versionKeys('reader_signature', t),
    isInstant('reader_signature_at', t.signedAt),
    isInstant('reader_signature_opened', t.openedAt),
    isInteger('reader_signature_received_int', t.receivedVersion),
    isInteger('reader_signature_fields_int', t.fieldListVersion),
    index('reader_signature_document').on(t.documentId, t.signedAt),
    index('reader_signature_reader').on(t.readerId),
  ],
)

/** One sitting of somebody over what was received: how long it was open before them, and which pages were. */
export const documentReading = sqliteTable(
  'document_reading',
  {
    ...versioned(),
    documentId: refersTo('document_id').notNull(),
    receivedId: refersTo('received_id').notNull(),
    receivedVersion: integer('received_version').notNull(),
    readerId: refersTo('reader_id').notNull(),
    openedAt: text('opened_at').notNull(),
    /** How many pages it has, and which of them came into view: "1-3 7". */
    pages: integer('pages').notNull(),
    pagesSeen: text('pages_seen').notNull(),
    /** For how long it was in view, in seconds. */
    seconds: integer('seconds').notNull(),
  },
  (t) => [
    ...versionKeys('document_reading', t),
    isInstant('document_reading_opened', t.openedAt),
    isInteger('document_reading_received_int', t.receivedVersion),
    isInteger('document_reading_pages_int', t.pages),
    isInteger('document_reading_seconds_int', t.seconds),
    index('document_reading_document').on(t.documentId),
  ],
)

/** Who fills the part of a required reader in one stay (decision 10). */
export const namedReader = sqliteTable(
  'named_reader',
  {
    ...versioned(),
    stayId: refersTo('stay_id').notNull(),
    role: text('role').notNull(),
    staffId: refersTo('staff_id').notNull(),
    namedAt: text('named_at').notNull(),
  },
  (t) => [
    ...versionKeys('named_reader', t),
    isInstant('named_reader_at', t.namedAt),
    index('named_reader_stay').on(t.stayId, t.role),
  ],
)

/**
 * Who reads and signs one document in the part of somebody who wrote it, where nobody else fills that part: named by the
 * ward manager, with the reason (decision 10: one named person in each required role).
 */
export const readerStandIn = sqliteTable(
  'reader_stand_in',
  {
    ...versioned(),
    documentId: refersTo('document_id').notNull(),
    role: text('role').notNull(),
    staffId: refersTo('staff_id').notNull(),
    because: text('because').notNull(),
    namedAt: text('named_at').notNull(),
  },
  (t) => [
    ...versionKeys('reader_stand_in', t),
    isInstant('reader_stand_in_at', t.namedAt),
    index('reader_stand_in_document').on(t.documentId),
    index('reader_stand_in_time').on(t.namedAt),
  ],
)

import type { DocumentOutcome } from '#domain/documents/record.ts'
import type { ReaderRole } from '#domain/documents/rule-content.ts'
import { referralArrival } from '#drizzle/schema/admission.ts'
import {
  documentChase,
  historyDocument,
  namedReader,
  readerSignature,
  readerStandIn,
} from '#drizzle/schema/history-review.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { hashesOf } from './content-hashes.ts'

/** The rows of the register as they stood at a cut, by the ids that they belong to. */

const ids = (list: readonly string[]) => JSON.stringify(list)
const among = (column: string) => `${column} in (select value from json_each(@ids))`

const documents = standing(
  historyDocument,
  [
    'recordId',
    'version',
    'recordedAt',
    'author',
    'referralId',
    'stayId',
    'classId',
    'title',
    'babyId',
    'sourceId',
    'sourceName',
    'outcome',
    'because',
    'expectedAt',
    'askDueAt',
    'askedAt',
    'askedOf',
    'chaseDueAt',
    'closedAt',
    'basisKind',
    'basisBy',
    'basisOn',
    'basisDocument',
  ],
  `t.record_id in (select value from json_each(@documents))
    or t.stay_id in (select value from json_each(@stays))
    or t.referral_id in (select value from json_each(@referrals))`,
  't.expected_at, t.record_id',
)

interface Owners {
  documents?: readonly string[]
  stays?: readonly string[]
  referrals?: readonly string[]
}

/** The documents of these stays and referrals, and those of these ids. */
export const documentRows = (db: ReadDb, owners: Owners, seq: number = newest) =>
  documents
    .at(db, seq, {
      documents: ids(owners.documents ?? []),
      stays: ids(owners.stays ?? []),
      referrals: ids(owners.referrals ?? []),
    })
    .map((row) => ({ ...row, outcome: row.outcome as DocumentOutcome }))
export type DocumentRow = ReturnType<typeof documentRows>[number]

const arrivals = standing(
  referralArrival,
  ['recordId', 'referralId', 'stayId', 'withoutOffer'],
  `${among('t.stay_id')} or ${among('t.referral_id')}`,
)

/** Which referral led to which stay, for ids of either. */
export const arrivalRows = (db: ReadDb, list: readonly string[], seq: number = newest) =>
  arrivals.at(db, seq, { ids: ids(list) })

// Every version counts: what a document said at any time has to be told. A record that was withdrawn does not.
const contentsSql = `select t.record_id as recordId, t.version, t.recorded_at as recordedAt, t.author,
    t.reason, t.document_id as documentId, t.received_at as receivedAt, t.title, t.writer,
    t.written_on as writtenOn, t.summary, t.attachment_hash as attachmentHash,
    t.media_type as mediaType, t.attachment_bytes as attachmentBytes,
    t.field_list_version as fieldListVersion, t.content_hash as contentHash
  from received_document t
  where t.audit_seq <= @seq and ${among('t.document_id')}
    and not exists (select 1 from received_document w
      where w.record_id = t.record_id and w.withdrawn = 1 and w.audit_seq <= @seq)
  order by t.record_id, t.version`

interface RawContent {
  recordId: string
  version: number
  recordedAt: string
  author: string
  /** Why the entry was corrected; empty for a new report. */
  reason: string
  documentId: string
  receivedAt: string | null
  title: string
  writer: string
  writtenOn: string | null
  summary: string
  attachmentHash: string | null
  mediaType: string | null
  attachmentBytes: number | null
  fieldListVersion: number
  contentHash: string
}

/** Every version of what was received for these documents. */
export const contentRows = (db: ReadDb, documentIds: readonly string[], seq: number = newest) =>
  db
    .rows<RawContent>(contentsSql, { seq, ids: ids(documentIds) })
    .map((row) => ({ ...row, hashes: hashesOf(row) }))
export type ContentRow = ReturnType<typeof contentRows>[number]

const signatures = standing(
  readerSignature,
  [
    'recordId',
    'version',
    'recordedAt',
    'documentId',
    'receivedId',
    'receivedVersion',
    'readerId',
    'readerRole',
    'signedAt',
    'fieldListVersion',
    'contentHash',
    'significance',
    'openedAt',
    'readOnPaper',
    'notTheAuthor',
  ],
  among('t.document_id'),
  't.signed_at, t.record_id',
)

/** The signatures to these documents, the first first. */
export const signatureRows = (db: ReadDb, documentIds: readonly string[], seq: number = newest) =>
  signatures
    .at(db, seq, { ids: ids(documentIds) })
    .map((row) => ({ ...row, readerRole: row.readerRole as ReaderRole | null }))
export type SignatureRow = ReturnType<typeof signatureRows>[number]

const chases = standing(
  documentChase,
  [
    'recordId',
    'version',
    'recordedAt',
    'author',
    'documentId',
    'chasedAt',
    'chasedOf',
    'nextDueAt',
  ],
  among('t.document_id'),
  't.chased_at, t.record_id',
)

/** Each time that these documents were asked for again. */
export const chaseRows = (db: ReadDb, documentIds: readonly string[], seq: number = newest) =>
  chases.at(db, seq, { ids: ids(documentIds) })
export type ChaseRow = ReturnType<typeof chaseRows>[number]

const readers = standing(
  namedReader,
  ['recordId', 'version', 'stayId', 'role', 'staffId', 'namedAt'],
  among('t.stay_id'),
  't.named_at, t.record_id',
)

/** Who was named for the parts of these stays. */
export const namedReaderRows = (db: ReadDb, stayIds: readonly string[], seq: number = newest) =>
  readers
    .at(db, seq, { ids: ids(stayIds) })
    .map((row) => ({ ...row, role: row.role as ReaderRole }))

const standIns = standing(
  readerStandIn,
  [
    'recordId',
    'version',
    'recordedAt',
    'author',
    'documentId',
    'role',
    'staffId',
    'because',
    'namedAt',
  ],
  among('t.document_id'),
  't.named_at, t.record_id',
)

/** Who stands in for an author among the readers of these documents. */
export const standInRows = (db: ReadDb, documentIds: readonly string[], seq: number = newest) =>
  standIns
    .at(db, seq, { ids: ids(documentIds) })
    .map((row) => ({ ...row, role: row.role as ReaderRole }))
export type StandInRow = ReturnType<typeof standInRows>[number]

import type { CivilDate, Instant } from '../shared/time.ts'
import type { ReaderRole } from './rule-content.ts'

/** The shapes of the history register (product.md 2, 5c). Every row is one version of one record. */

export interface Row {
  recordId: string
  version: number
  recordedAt: Instant
}

/** What came of expecting a document. */
export const documentOutcomes = [
  'open', // expected or received
  'not-held', // the source says that it holds none
  'not-needed', // struck from the list, with a reason
] as const
export type DocumentOutcome = (typeof documentOutcomes)[number]

/** A document on the register: expected, asked for, received or not held. */
export interface ExpectedDocument extends Row {
  classId: string
  title: string
  /** The baby whom it is about; null for one about the mother, which concerns every baby of hers. */
  babyId: string | null
  sourceName: string
  outcome: DocumentOutcome
  expectedAt: Instant
  /** When it has to have been asked for; null only in what was imported without it. */
  askDueAt: Instant | null
  askedAt: Instant | null
  /** When, unless it has come by then, it has to be chased for the first time. */
  chaseDueAt: Instant | null
  /** When the source said that it holds none; null otherwise. */
  /** When the source said that it holds none, or it was struck from the list; null in older strikes. */
  closedAt: Instant | null
}

/** One time that a document was chased. */
export interface DocumentChase extends Row {
  documentId: string
  chasedAt: Instant
  /** When it has to be chased again. */
  nextDueAt: Instant
}

/**
 * One version of what was received: a new report, or a correction of an entry. `hashes` holds the hash of
 * the content for each field list that a signature may name (domain/documents/signed-fields.ts).
 */
export interface ReceivedContent extends Row {
  documentId: string
  /** Null only in what was imported without it. */
  receivedAt: Instant | null
  writtenOn: CivilDate | null
  hashes: Readonly<Record<number, string>>
}

/** That somebody read a document: bound to what it said, with a line on what it means for the baby's safety. */
export interface ReaderSignature extends Row {
  documentId: string
  readerId: string
  /** The required reader whose part it fills; null for anybody else of the staff. */
  readerRole: ReaderRole | null
  signedAt: Instant
  fieldListVersion: number
  contentHash: string
  significance: string
}

/** Who fills the part of a required reader in one stay. */
export interface NamedReader {
  role: ReaderRole
  staffId: string
}

/** A legal status of a child, from when it was both in force and on record; `to` is null while it goes on. */
export interface StatusSpan {
  code: string
  from: Instant
  to: Instant | null
}

/** Who was named to read one document in the part of its author, where nobody else fills that part. */
export interface ReaderStandIn extends Row, NamedReader {
  documentId: string
  because: string
  namedAt: Instant
}

/** A document with everything that was received and signed. */
export interface DocumentFile {
  document: ExpectedDocument
  /** The legal statuses of the children whom it concerns; absent where none is on record. */
  statuses?: readonly StatusSpan[]
  contents: readonly ReceivedContent[]
  signatures: readonly ReaderSignature[]
  /** Absent where nobody stands in for a reader. */
  standIns?: readonly ReaderStandIn[]
}

/** The documents that concern a pair, and when the mother arrived (null before that). */
export interface PairHistory {
  arrivedAt: Instant | null
  documents: readonly DocumentFile[]
}

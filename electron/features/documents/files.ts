import type { DocumentFile } from '#domain/documents/record.ts'
import { historyDocuments } from '#domain/documents/rule-content.ts'
import {
  type UnreadDocument,
  unreadDocuments,
  unreadRiskCritical,
} from '#domain/documents/rules.ts'
import { refuse } from '#domain/shared/failure.ts'
import type { Instant } from '#domain/shared/time.ts'
import { newest } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { ruleInForce } from '../rule-sets/in-force.ts'
import { pairById, stayById } from '../stays/queries.ts'
import {
  arrivalRows,
  type ChaseRow,
  type ContentRow,
  chaseRows,
  contentRows,
  type DocumentRow,
  documentRows,
  type SignatureRow,
  type StandInRow,
  signatureRows,
  standInRows,
} from './rows.ts'
import { statusesOfDocuments } from './statuses.ts'

/** A document of the register with everything that was received, signed and chased. */
export interface RegisterFile extends DocumentFile {
  document: DocumentRow
  contents: readonly ContentRow[]
  signatures: readonly SignatureRow[]
  chases: readonly ChaseRow[]
  standIns: readonly StandInRow[]
}

/** The documents in these rows with what belongs to each. */
export function filesOf(
  db: ReadDb,
  documents: readonly DocumentRow[],
  seq: number = newest,
): RegisterFile[] {
  const ids = documents.map(({ recordId }) => recordId)
  const contents = Map.groupBy(contentRows(db, ids, seq), (row) => row.documentId)
  const signatures = Map.groupBy(signatureRows(db, ids, seq), (row) => row.documentId)
  const chases = Map.groupBy(chaseRows(db, ids, seq), (row) => row.documentId)
  const standIns = Map.groupBy(standInRows(db, ids, seq), (row) => row.documentId)
  const statusesOf = statusesOfDocuments(db, documents, seq)
  return documents.map((document) => ({
    document,
    statuses: statusesOf(document),
    contents: contents.get(document.recordId) ?? [],
    signatures: signatures.get(document.recordId) ?? [],
    chases: chases.get(document.recordId) ?? [],
    standIns: standIns.get(document.recordId) ?? [],
  }))
}

/** One document; refuses where it is not on the register. */
export function fileById(db: ReadDb, documentId: string): RegisterFile {
  const [found] = filesOf(db, documentRows(db, { documents: [documentId] }))
  return (
    found ??
    refuse('not-found', 'This document is not on the register any more. Open the register again', [
      { field: 'documentId', message: 'Choose a document that is on the register' },
    ])
  )
}

/** The documents of each of these stays: its own, and those of the referral that led to it. */
export function filesOfStays(db: ReadDb, stayIds: readonly string[]): Map<string, RegisterFile[]> {
  const stayOf = new Map(arrivalRows(db, stayIds).map((row) => [row.referralId, row.stayId]))
  const rows = documentRows(db, { stays: stayIds, referrals: [...stayOf.keys()] })
  const own = ({ document }: RegisterFile) =>
    document.stayId ?? stayOf.get(document.referralId ?? '') ?? ''
  return Map.groupBy(filesOf(db, rows), own)
}

/** What is unread in each of these stays at an instant, of those where anything is. */
export function unreadOfStays(
  db: ReadDb,
  stays: readonly { recordId: string; arrivedAt: Instant }[],
  at: Instant,
): Map<string, UnreadDocument[]> {
  const set = ruleInForce(db, historyDocuments, at).content
  const files = filesOfStays(
    db,
    stays.map(({ recordId }) => recordId),
  )
  return new Map(
    stays.flatMap(({ recordId, arrivedAt }) => {
      const documents = files.get(recordId) ?? []
      const unread = unreadDocuments({ arrivedAt, documents }, set, at)
      return unread.length === 0 ? [] : [[recordId, unread] as const]
    }),
  )
}

/** How many documents of a stay a required reader has not signed as they stand. */
export const unreadCount = (db: ReadDb, stayId: string, at: Instant): number => {
  const { id, arrivedAt } = stayById(db, stayId)
  return unreadOfStays(db, [{ recordId: id, arrivedAt }], at).get(id)?.length ?? 0
}

/**
 * The risk-critical documents of a mother and baby that a required reader has not signed as they stood at an
 * instant: those about the mother and those about this baby (decision 20).
 */
export function unreadRiskCriticalOf(db: ReadDb, pairId: string, at: Instant): UnreadDocument[] {
  const { stayId, babyId } = pairById(db, pairId)
  const { arrivedAt } = stayById(db, stayId)
  const documents = (filesOfStays(db, [stayId]).get(stayId) ?? []).filter(
    ({ document }) => document.babyId === null || document.babyId === babyId,
  )
  return unreadRiskCritical(
    { arrivedAt, documents },
    ruleInForce(db, historyDocuments, at).content,
    at,
  )
}

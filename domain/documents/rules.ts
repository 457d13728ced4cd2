import { laterOf } from '../shared/calendar.ts'
import { dueOf } from '../shared/limits.ts'
import { onceFor } from '../shared/once-for.ts'
import type { Instant } from '../shared/time.ts'
import {
  changesOf,
  contentsAt,
  isSignedAs,
  isSignedToAny,
  type Said,
  versionsOf,
} from './contents.ts'
import type { DocumentFile, PairHistory, ReaderSignature, ReceivedContent } from './record.ts'
import { firstLimitEnd, requiredReaders } from './required-readers.ts'
import { classOf, type HistoryDocuments, type ReaderRole } from './rule-content.ts'

/**
 * Who has to read what by when, and who has (Finding Five c; decision 10). Re-opened is computed: what the
 * document says now is not what was signed. Truth tables: docs/states/history-review.md.
 */

/** When a reading that a change re-opened has to be renewed; null before she has arrived. */
export const renewalLimitEnd = (
  changedAt: Instant,
  set: HistoryDocuments,
  arrivedAt: Instant | null,
): Instant | null =>
  arrivedAt === null ? null : dueOf(set.limits.renewal.limit, laterOf(changedAt, arrivedAt)).at

export const readings = ['not-received', 'read', 're-opened', 'unread'] as const
export type Reading = (typeof readings)[number]

export interface ReaderStanding {
  role: ReaderRole
  reading: Reading
  /** When it is due; null where nothing is, or she has not arrived. */
  dueAt: Instant | null
  overdue: boolean
  /** The signature that stands, or the last one that a change re-opened. */
  signature: ReaderSignature | null
  /** What re-opened it, where something did. */
  reOpenedBy: Said | null
}

// The measure of supervision decisions asks about the same signatures at each of them.
const latestFirstByRole = onceFor((signatures: readonly ReaderSignature[]) =>
  Map.groupBy(
    [...signatures].sort((a, b) => (a.signedAt < b.signedAt ? 1 : -1)),
    (one) => one.readerRole,
  ),
)

const inRole = (file: DocumentFile, role: ReaderRole, at: Instant) =>
  (latestFirstByRole(file.signatures).get(role) ?? []).filter((one) => one.signedAt <= at)

/**
 * Where the reading of one required role stands at an instant; `since` is when a child's status began to ask
 * for this reader.
 */
export function readerStanding(
  file: DocumentFile,
  role: ReaderRole,
  set: HistoryDocuments,
  arrivedAt: Instant | null,
  at: Instant,
  since: Instant | null = null,
): ReaderStanding {
  const contents = contentsAt(file, at)
  const signatures = inRole(file, role, at).filter((one) => isSignedToAny(one, file.contents))
  const open = contents.filter((one) => !signatures.some((signed) => isSignedAs(signed, one)))
  const standing = (reading: Reading, rest: Partial<ReaderStanding> = {}): ReaderStanding => {
    const { dueAt = null, signature = null, reOpenedBy = null } = rest
    const overdue = dueAt !== null && at > dueAt
    return { role, reading, dueAt, overdue, signature, reOpenedBy }
  }
  if (contents.length === 0) return standing('not-received')
  const [last] = signatures
  if (open.length === 0) return standing('read', last ? { signature: last } : {})
  const each = open.map((content) => {
    const reOpenedBy = reopening(file, content, signatures, at)
    return reOpenedBy
      ? { reOpenedBy, dueAt: renewalLimitEnd(reOpenedBy.since, set, arrivedAt) }
      : {
          reOpenedBy: null,
          dueAt: firstLimitEnd(
            { ...file, contents: versionsOf(file, content) },
            set,
            arrivedAt,
            since,
          ),
        }
  })
  const dueAt = each.flatMap((one) => one.dueAt ?? []).sort()[0] ?? null
  const unread = each.some((one) => one.reOpenedBy === null)
  const [first] = each
  return unread || !first || !last
    ? standing('unread', { dueAt })
    : standing('re-opened', { dueAt, signature: last, reOpenedBy: first.reOpenedBy })
}

/**
 * What re-opened the reading of one report: the change from which it says something else than was signed,
 * without a break until `at`; or, where it was never signed, its coming after the reader had signed another.
 * Undefined where it has not been read at all.
 */
function reopening(
  file: DocumentFile,
  content: ReceivedContent,
  signatures: readonly ReaderSignature[],
  at: Instant,
): Said | undefined {
  const changes = changesOf(file).filter(
    (one) => one.content.recordId === content.recordId && one.since <= at,
  )
  const versions = versionsOf(file, content)
  const own = signatures.find((one) => isSignedToAny(one, versions))
  if (!own) {
    const [came] = changes
    const isAnother = came !== undefined && came.content.version === 1
    return isAnother && signatures.some((one) => one.signedAt < came.since) ? came : undefined
  }
  let found: Said | undefined
  for (const change of changes)
    found = isSignedAs(own, change.content) ? undefined : (found ?? change)
  return found ?? { content, since: own.signedAt }
}

/** Where the reading of every required role stands. A document struck from the list needs no reading. */
export const readersOf = (
  file: DocumentFile,
  set: HistoryDocuments,
  arrivedAt: Instant | null,
  at: Instant,
): ReaderStanding[] =>
  file.document.outcome === 'not-needed'
    ? []
    : requiredReaders(file, set, at).map(({ role, since }) =>
        readerStanding(file, role, set, arrivedAt, at, since),
      )

export interface UnreadDocument {
  documentId: string
  title: string
  /** The required readers who have not signed what it says now. */
  roles: ReaderRole[]
  /** When the first of them is due; null before she has arrived. */
  dueAt: Instant | null
}

const isUnread = (standing: ReaderStanding) =>
  standing.reading === 'unread' || standing.reading === 're-opened'

/** The documents received by then that a required reader had not signed as they read at that moment. */
export const unreadDocuments = (
  { arrivedAt, documents }: PairHistory,
  set: HistoryDocuments,
  at: Instant,
): UnreadDocument[] =>
  documents.flatMap((file) => {
    const open = readersOf(file, set, arrivedAt, at).filter(isUnread)
    if (open.length === 0) return []
    const { recordId, title } = file.document
    const due = open.flatMap(({ dueAt }) => dueAt ?? []).sort()[0]
    return [
      { documentId: recordId, title, roles: open.map(({ role }) => role), dueAt: due ?? null },
    ]
  })

/**
 * The risk-critical documents of a pair, received by then, that a required reader had not signed as they read
 * at that moment: nothing is lowered meanwhile (decision 20, measure 5c-5). The limit does not matter here.
 */
export const unreadRiskCritical = (
  history: PairHistory,
  set: HistoryDocuments,
  at: Instant,
): UnreadDocument[] =>
  unreadDocuments(
    {
      ...history,
      documents: history.documents.filter(
        (file) => classOf(set, file.document.classId).riskCritical,
      ),
    },
    set,
    at,
  )

/** One person on the shift and the documents that they have not read as they stand. */
export interface NotRead {
  staffId: string
  documentIds: string[]
}

/**
 * Who on this shift has not read what (decision 10): a list, not a measure. Everybody counts, whatever their
 * part; a signature to what the document said before does not.
 */
export function notReadOnShift(
  documents: readonly DocumentFile[],
  onShift: readonly string[],
  at: Instant,
): NotRead[] {
  const received = documents.filter((file) => file.document.outcome !== 'not-needed')
  return onShift
    .map((staffId) => ({
      staffId,
      documentIds: received
        .filter((file) => hasNotRead(file, staffId, at))
        .map((file) => file.document.recordId),
    }))
    .filter((one) => one.documentIds.length > 0)
}

function hasNotRead(file: DocumentFile, staffId: string, at: Instant): boolean {
  const own = file.signatures.filter((one) => one.readerId === staffId && one.signedAt <= at)
  return contentsAt(file, at).some((content) => !own.some((one) => isSignedAs(one, content)))
}

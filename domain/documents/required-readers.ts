import { laterOf } from '../shared/calendar.ts'
import { dueOf } from '../shared/limits.ts'
import type { Instant } from '../shared/time.ts'
import { isSignedAs, receivedSince } from './contents.ts'
import type { DocumentFile, ReceivedContent, StatusSpan } from './record.ts'
import { classOf, type HistoryDocuments, type ReaderRole } from './rule-content.ts'

/**
 * Who has to read a document: by its class, and, where it is risk-critical, by the child's legal status
 * (Finding Five c; decision 10). Truth table: docs/states/history-review.md.
 */
export interface RequiredReader {
  role: ReaderRole
  /** From when a child's status asks for this reader; null for one that the class asks for. */
  since: Instant | null
}

/** Everybody who has to read it at an instant. */
export const requiredReaders = (
  file: DocumentFile,
  set: HistoryDocuments,
  at: Instant,
): RequiredReader[] =>
  byClassThenStatus(file, set, ({ from, to }) => from <= at && (to === null || to > at))

function byClassThenStatus(
  file: DocumentFile,
  set: HistoryDocuments,
  counts: (span: StatusSpan) => boolean,
): RequiredReader[] {
  const { readers, riskCritical } = classOf(set, file.document.classId)
  const found: RequiredReader[] = readers.map((role) => ({ role, since: null }))
  if (!riskCritical || !file.statuses) return found
  for (const rule of set.readersByStatus) {
    const since = file.statuses
      .filter((span) => rule.statuses.includes(span.code) && counts(span))
      .map(({ from }) => from)
      .sort()[0]
    if (since === undefined) continue
    for (const role of rule.readers)
      if (!found.some((one) => one.role === role)) found.push({ role, since })
  }
  return found
}

/**
 * Who has to read a report still, as its entry reads. Such a report is taken back by two people: its limit, once it began
 * to run, is not made to begin anew by one. No published source; a default of the product [P]. Truth table:
 * docs/states/history-review.md, 9.
 */
export const notSignedBy = (
  file: DocumentFile,
  content: ReceivedContent,
  set: HistoryDocuments,
  at: Instant,
): ReaderRole[] =>
  requiredReaders(file, set, at)
    .map(({ role }) => role)
    .filter(
      (role) => !file.signatures.some((one) => one.readerRole === role && isSignedAs(one, content)),
    )

/**
 * When the first reading is due: the limit runs from the latest of receipt, arrival, and, for a reader whom a
 * status asks for, that status. Null while nothing was received or she has not arrived.
 */
export function firstLimitEnd(
  file: DocumentFile,
  set: HistoryDocuments,
  arrivedAt: Instant | null,
  since: Instant | null = null,
): Instant | null {
  const received = receivedSince(file)
  if (received === undefined || arrivedAt === null) return null
  const { riskCritical } = classOf(set, file.document.classId)
  const { limit } = riskCritical ? set.limits.riskCritical : set.limits.full
  const start = laterOf(received, arrivedAt)
  return dueOf(limit, since === null ? start : laterOf(start, since)).at
}

/**
 * Each first reading with its limit, for those whom the class asks for and those whom a status asked for
 * until the limit was out: a status that ended before asks for nothing any more.
 */
export function firstReadings(
  file: DocumentFile,
  set: HistoryDocuments,
  arrivedAt: Instant,
): { role: ReaderRole; dueAt: Instant }[] {
  const due = (since: Instant | null) => firstLimitEnd(file, set, arrivedAt, since)
  const outlasts = ({ from, to }: StatusSpan) => to === null || to > (due(from) ?? '')
  return byClassThenStatus(file, set, outlasts).flatMap(({ role, since }) => {
    const dueAt = due(since)
    return dueAt === null ? [] : [{ role, dueAt }]
  })
}

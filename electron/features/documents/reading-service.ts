import { pagesOf, type ReadingInput, rangesOf, type Sitting } from '#domain/documents/reading.ts'
import { minutesBetween } from '#domain/shared/calendar.ts'
import { refuse } from '#domain/shared/failure.ts'
import { documentReading } from '#drizzle/schema/history-review.ts'
import type { CommandContext } from '../../platform/serve.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { familyOfDocument, peopleIn } from './family.ts'
import { openedBy, receivedVersion } from './opened.ts'

const sittings = standing(
  documentReading,
  [
    'recordId',
    'version',
    'readerId',
    'receivedId',
    'receivedVersion',
    'openedAt',
    'pages',
    'pagesSeen',
    'seconds',
  ],
  't.document_id = @documentId',
  't.opened_at, t.record_id',
)

/** Every sitting over a document, the first first. */
export const sittingsOf = (db: ReadDb, documentId: string): (Sitting & { version: number })[] =>
  sittings.at(db, newest, { documentId })

/**
 * Keeps how far somebody has read in this sitting, which began when they last opened it: a later word on the
 * same sitting is its next version. No sitting lasts longer than it has been open, to the minute that has begun.
 */
export function logReading(ctx: CommandContext, input: ReadingInput) {
  const { receivedId, version, pages, seen, seconds } = input
  const { documentId, file } = receivedVersion(ctx.db, { receivedId, version })
  const { staffId } = ctx.actor
  const opened = openedBy(ctx.db, [receivedId]).findLast(
    (one) => one.staffId === staffId && one.version === version,
  )
  if (!opened) refuse('held', 'This document has not been opened here')
  const before = sittings
    .at(ctx.db, newest, { documentId })
    .find(
      (one) =>
        one.readerId === staffId &&
        one.receivedId === receivedId &&
        one.receivedVersion === version &&
        one.openedAt === opened.at,
    )
  const content = {
    pages,
    pagesSeen: rangesOf([...seen, ...pagesOf(before?.pagesSeen ?? '')]),
    seconds: Math.max(
      before?.seconds ?? 0,
      Math.min(seconds, (minutesBetween(opened.at, ctx.now) + 1) * 60),
    ),
  }
  const family = familyOfDocument(ctx.db, file.document)
  return ctx.write((tx) => {
    const made = before
      ? tx.amend(documentReading, before.recordId, before.version, content, 'Read on')
      : tx.insert(documentReading, {
          ...content,
          documentId,
          receivedId,
          receivedVersion: version,
          readerId: staffId,
          openedAt: opened.at,
        })
    return {
      value: { id: made.recordId },
      audit: [
        {
          action: 'document.reading',
          entity: 'document_reading',
          entityId: made.recordId,
          entityVersion: made.version,
          patients: peopleIn(family),
        },
      ],
    }
  })
}

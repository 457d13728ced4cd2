import { createHash } from 'node:crypto'
import { copyDocument } from '#domain/retention/copy-document.ts'
import { dateOf } from '#domain/shared/calendar.ts'
import { refuseField } from '#domain/shared/failure.ts'
import type { Instant } from '#domain/shared/time.ts'
import { subjectAccess } from '#drizzle/schema/restricted.ts'
import { makePdf } from '../../platform/pdf/make-pdf.ts'
import type { ReadContext } from '../../platform/serve.ts'
import { letterheadOf } from '../letters/letterhead.ts'
import { personById } from '../people/queries.ts'
import { copyLines } from './copy-lines.ts'

interface CopyInput {
  personId: string
  askedBy: string
  identified: string
  receivedAt: Instant
  /** The marked entries that somebody has looked at, and that may go out. */
  include: string[]
}

/**
 * The copy as a PDF. What is marked goes in only where somebody said so by its number; restricted entries never
 * do, and are not counted. That it was made, for whom and with which hash is a record of its own.
 */
export async function makeCopy(ctx: ReadContext, input: CopyInput) {
  const { db, now } = ctx
  const subject = personById(db, input.personId)
  if (input.receivedAt > now)
    refuseField('receivedAt', 'The request is dated in the future. Check the day')
  const all = copyLines(db, input.personId)
  const looked = new Set(input.include)
  const lines = all.filter(({ id, reasons }) => reasons.length === 0 || looked.has(id))
  const heldBack = all.length - lines.length
  const bytes = await makePdf(
    copyDocument({
      head: letterheadOf(db),
      name: `${subject.givenName} ${subject.familyName}`,
      askedBy: input.askedBy,
      lines,
      heldBack,
      printedBy: ctx.actor.name,
      printedAt: now,
      today: dateOf(now),
    }),
  )
  const fileHash = createHash('sha256').update(bytes).digest('hex')
  ctx.house.writeAs(
    ctx.actor,
    ctx.unitId,
  )((tx) => {
    const { recordId } = tx.insert(subjectAccess, {
      personId: input.personId,
      askedBy: input.askedBy,
      identified: input.identified,
      receivedAt: input.receivedAt,
      copiedAt: tx.now,
      entries: `${lines.length} given, ${heldBack} held back`,
      fileHash,
    })
    return {
      value: null,
      audit: [
        {
          action: 'subject-access.copied',
          entity: 'subject_access',
          entityId: recordId,
          entityVersion: 1,
          patients: [input.personId],
          afterHash: fileHash,
          payload: { given: lines.length, heldBack },
        },
      ],
    }
  })
  return {
    name: `record-copy-${dateOf(now)}.pdf`,
    bytes: Uint8Array.from(bytes),
    given: lines.length,
    heldBack,
  }
}

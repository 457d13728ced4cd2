import { contentsAt } from '#domain/documents/contents.ts'
import { type ReceivedInput, receivedFaults, receivedInput } from '#domain/documents/input.ts'
import { notSignedBy } from '#domain/documents/required-readers.ts'
import { classOf, handlingOf, historyDocuments } from '#domain/documents/rule-content.ts'
import { currentFieldList } from '#domain/documents/signed-fields.ts'
import { dateOf, formatDate } from '#domain/shared/calendar.ts'
import { refuse, refuseField } from '#domain/shared/failure.ts'
import { fromBirth } from '#domain/shared/plausible.ts'
import { historyDocument, receivedDocument } from '#drizzle/schema/history-review.ts'
import type { CommandContext, TwoPersonContext } from '../../platform/serve.ts'
import type { AuditNote, ReadDb, WriteTx } from '../../platform/unit-of-work.ts'
import { checkFloor } from '../people/facts.ts'
import { personById } from '../people/queries.ts'
import { openReviews, withdrawReviews } from '../reviews/open.ts'
import { ruleInForce } from '../rule-sets/in-force.ts'
import { type KeptFile, keptFile } from './attachments.ts'
import { hashOfContent } from './content-hashes.ts'
import { openAgain } from './expect-service.ts'
import { type Family, familyOfDocument, peopleIn } from './family.ts'
import { fileById, type RegisterFile } from './files.ts'
import { asOf, type CorrectInput, correctInput, type WithdrawInput } from './schemas.ts'

/**
 * Takes in a document, or a new report of the same kind from the same source: what it says now is another
 * content, so whoever had signed the one before has to read again.
 */
export function receiveDocument(ctx: CommandContext, input: ReceivedInput) {
  asOf(receivedInput, input, ctx.now)
  const file = fileById(ctx.db, input.documentId)
  const { document } = file
  if (document.outcome === 'not-needed')
    refuse('held', 'This document was struck from the list. Put it back first')
  const content = checked(ctx, file, input)
  const family = familyOfDocument(ctx.db, document)
  return ctx.write((tx) => {
    const { recordId } = tx.insert(receivedDocument, content)
    return {
      value: { id: recordId, version: 1 },
      audit: [
        receivedNote('document.received', recordId, 1, family),
        ...heldAfterAll(tx, file, family),
        ...reviewOf(tx, file, family, recordId, input),
      ],
    }
  })
}

/** What is risk-critical opens a review of supervision: a new report from its receipt, a change from its entry. */
function reviewOf(
  tx: WriteTx,
  { document }: RegisterFile,
  family: Family,
  receivedId: string,
  received?: ReceivedInput,
): AuditNote[] {
  const { riskCritical } = classOf(
    ruleInForce(tx, historyDocuments, tx.now).content,
    document.classId,
  )
  if (!riskCritical) return []
  return openReviews(tx, {
    kind: 'document',
    babyIds: document.babyId === null ? family.babyIds : [document.babyId],
    happenedAt: received?.receivedAt ?? tx.now,
    what: `${document.title}: ${received ? 'received' : 'what it says was changed'}`,
    sourceId: receivedId,
  })
}

/** The source was said to hold none, and it has come. */
function heldAfterAll(tx: WriteTx, { document }: RegisterFile, family: Family): AuditNote[] {
  if (document.outcome !== 'not-held') return []
  const { recordId, version } = document
  const reason = 'It came after all'
  const made = tx.amend(historyDocument, recordId, version, openAgain, reason)
  return [
    {
      action: 'document.put-back',
      entity: 'history_document',
      entityId: recordId,
      entityVersion: made.version,
      patients: peopleIn(family),
      reason,
    },
  ]
}

/** Corrects the entry of what was received. Where a signed field changes, every signature re-opens. */
export function correctReceived(ctx: CommandContext, input: CorrectInput) {
  asOf(correctInput, input, ctx.now)
  const { id, version, reason, ...received } = input
  const file = fileById(ctx.db, input.documentId)
  needReceived(file, id)
  const content = checked(ctx, file, received, id)
  const family = familyOfDocument(ctx.db, file.document)
  const before = file.contents.findLast(({ recordId }) => recordId === id)
  return ctx.write((tx) => {
    const made = tx.amend(receivedDocument, id, version, content, reason)
    const isSame = before?.hashes[currentFieldList] === content.contentHash
    return {
      value: { id, version: made.version },
      audit: [
        receivedNote('document.corrected', id, made.version, family, reason),
        ...(isSame ? [] : reviewOf(tx, file, family, id)),
      ],
    }
  })
}

const documentOf = `select document_id as documentId from received_document where record_id = @id limit 1`

/**
 * Takes back what was entered in error, as on the wrong register. It stays readable in the audit. What somebody has to read
 * still is taken back by two people.
 */
export function withdrawReceived(ctx: CommandContext, input: WithdrawInput) {
  const { file, content } = receivedById(ctx.db, input.id)
  const set = ruleInForce(ctx.db, historyDocuments, ctx.now).content
  if (notSignedBy(file, content, set, ctx.now).length > 0)
    refuse(
      'held',
      'Not everybody has read this who must, and nobody takes it back alone. Let a second person who has seen what is wrong sign it with you',
    )
  return takeBack(ctx, input, file)
}

/** The same by two people, who both sign. */
export const withdrawReceivedByTwo = (ctx: TwoPersonContext, input: WithdrawInput) =>
  takeBack(
    ctx,
    { ...input, reason: `${input.reason} (signed with ${ctx.second.name})` },
    receivedById(ctx.db, input.id).file,
  )

function receivedById(db: ReadDb, id: string) {
  const row = db.row<{ documentId: string }>(documentOf, { id })
  const file = row && fileById(db, row.documentId)
  const content = file?.contents.findLast(({ recordId }) => recordId === id)
  if (!file || !content)
    refuse('not-found', 'This document is not on record any more. Open the register again')
  return { file, content }
}

function takeBack(ctx: CommandContext, { id, version, reason }: WithdrawInput, file: RegisterFile) {
  const family = familyOfDocument(ctx.db, file.document)
  return ctx.write((tx) => {
    const made = tx.withdraw(receivedDocument, id, version, reason)
    return {
      value: { id, version: made.version },
      audit: [
        receivedNote('document.withdrawn', id, made.version, family, reason),
        ...withdrawReviews(tx, id, reason),
      ],
    }
  })
}

const receivedNote = (
  action: string,
  entityId: string,
  entityVersion: number,
  family: Family,
  reason = '',
): AuditNote => ({
  action,
  entity: 'received_document',
  entityId,
  entityVersion,
  patients: peopleIn(family),
  reason,
})

function needReceived(file: RegisterFile, id: string): void {
  if (!file.contents.some(({ recordId }) => recordId === id))
    refuse('not-found', 'This document is not on record any more. Open the register again')
}

/** What is to be written, after everything that could be wrong with it was looked at. */
function checked(
  ctx: CommandContext,
  file: RegisterFile,
  received: ReceivedInput,
  exceptId?: string,
) {
  const { content: set } = ruleInForce(ctx.db, historyDocuments, ctx.now)
  const faults = receivedFaults(received, handlingOf(set, file.document.classId))
  if (faults.length > 0) refuse('invalid', 'Check what was entered', faults)
  // What an earlier stay left here was received then; nobody received anything about her before her birth.
  const { motherId } = familyOfDocument(ctx.db, file.document)
  checkFloor('receivedAt', received.receivedAt, fromBirth(personById(ctx.db, motherId)))
  const kept = received.attachmentHash === null ? null : keptFile(ctx, received.attachmentHash)
  const { documentId, receivedAt, title, author, writtenOn } = received
  const signed = {
    title,
    author,
    writtenOn,
    summary: received.summary ?? '',
    attachmentHash: received.attachmentHash,
  }
  const contentHash = hashOfContent(signed, currentFieldList)
  const held = contentsAt(file, ctx.now)
  if (exceptId === undefined && held.some(({ hashes }) => hashes[currentFieldList] === contentHash))
    refuseField('title', 'Just this is on the register already. Enter what is new about it')
  if (kept && !received.sameFileIsRight) refuseSameFile(ctx.db, file, kept, exceptId)
  return {
    documentId,
    receivedAt,
    title,
    writer: author,
    writtenOn,
    summary: signed.summary,
    attachmentHash: signed.attachmentHash,
    mediaType: kept?.mediaType ?? null,
    attachmentBytes: kept?.bytes ?? null,
    fieldListVersion: currentFieldList,
    contentHash,
  }
}

const sameFileSql = `select t.document_id as documentId, t.title, t.received_at as receivedAt,
    t.recorded_at as recordedAt
  from received_document t
  where t.attachment_hash = @sha256 and t.withdrawn = 0 and t.record_id <> @exceptId
    and not exists (select 1 from received_document n
      where n.record_id = t.record_id and n.version > t.version)
  order by t.recorded_at limit 20`

interface SameFile {
  documentId: string
  title: string
  receivedAt: string | null
  recordedAt: string
}

/** The same file twice may be right, as for twins; it may also be in the wrong family's record. */
function refuseSameFile(db: ReadDb, file: RegisterFile, { sha256 }: KeptFile, exceptId = ''): void {
  const others = db.rows<SameFile>(sameFileSql, { sha256, exceptId })
  const [first] = others
  if (!first) return
  const own = familyOfDocument(db, file.document)
  const foreign = others.some(
    ({ documentId }) =>
      familyOfDocument(db, fileById(db, documentId).document).motherId !== own.motherId,
  )
  const on = formatDate(dateOf(first.receivedAt ?? first.recordedAt))
  refuseField(
    'sameFileIsRight',
    foreign
      ? 'This same file is filed in the record of another mother. Check whose it is, and say so if it belongs here too'
      : `This same file is on the register already: ${first.title}, received ${on}. Say so if it belongs here too`,
  )
}

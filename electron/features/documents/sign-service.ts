import { likeness } from '#domain/documents/author.ts'
import { contentsAt, isSignedAs } from '#domain/documents/contents.ts'
import type { SignInput } from '#domain/documents/input.ts'
import { maySignAs, standInParts } from '#domain/documents/reader-rules.ts'
import { readerRoleLabels } from '#domain/documents/rule-content.ts'
import { currentFieldList } from '#domain/documents/signed-fields.ts'
import { refuse, refuseField } from '#domain/shared/failure.ts'
import { readerSignature } from '#drizzle/schema/history-review.ts'
import type { ReadContext, SignedContext } from '../../platform/serve.ts'
import { staffMember } from '../users/staff-service.ts'
import { readPart } from './attachments.ts'
import { familyOfDocument, peopleIn } from './family.ts'
import { fileById } from './files.ts'
import { openedBy, receivedVersion } from './opened.ts'
import { readersNow } from './readers.ts'
import type { ContentRow } from './rows.ts'
import type { FileInput } from './schemas.ts'

/** One part of the attached file of what was received, with the people whom it concerns. */
export function attachedPart(ctx: ReadContext, { part, ...input }: FileInput) {
  const { attachmentHash, file } = receivedVersion(ctx.db, input)
  if (attachmentHash === null) refuse('not-found', 'No file is attached to this document')
  return {
    ...readPart(ctx, attachmentHash, part),
    people: peopleIn(familyOfDocument(ctx.db, file.document)),
  }
}

/**
 * Signs that a document was read, as it stood before the reader, with a line on what it means for the baby's
 * safety. Refuses with `clash` where it says something else by now, and a part that is not the reader's.
 */
export function signDocument(ctx: SignedContext, input: SignInput) {
  const file = fileById(ctx.db, input.documentId)
  const { document } = file
  if (document.outcome === 'not-needed')
    refuse('held', 'This document was struck from the list: nobody has to read it')
  const content = contentsAt(file, ctx.now).find(
    (one) =>
      one.recordId === input.receivedId &&
      one.version === input.receivedVersion &&
      one.hashes[currentFieldList] === input.contentHash,
  ) as ContentRow | undefined
  if (!content)
    refuse('clash', 'This document has changed since you opened it. Read it again, then sign')
  const family = familyOfDocument(ctx.db, document)
  const { actor } = ctx
  const part = input.readerRole
  const mayFill =
    part === null ||
    maySignAs(part, actor, readersNow(ctx.db, family)) ||
    standInParts(file.standIns, actor.staffId).includes(part)
  if (part !== null && !mayFill)
    refuseField(
      'readerRole',
      `You do not fill the part of ${readerRoleLabels[part].toLowerCase()} now. Choose your own part, or be named for it first`,
    )
  checkNotAuthor(ctx, content, part, input.notTheAuthor)
  const before = file.signatures.some(
    (one) => one.readerId === actor.staffId && one.readerRole === part && isSignedAs(one, content),
  )
  if (before) refuse('held', 'You have signed this as it stands already')
  const opened = openedBy(ctx.db, [input.receivedId]).findLast(
    (one) => one.staffId === actor.staffId && one.version === input.receivedVersion,
  )
  if (!opened && input.readOnPaper === undefined)
    refuseField(
      'readOnPaper',
      'You have not opened this here. Open it first, or enter where the copy is that you read on paper',
    )
  return ctx.write((tx) => {
    const { recordId } = tx.insert(readerSignature, {
      documentId: input.documentId,
      receivedId: input.receivedId,
      receivedVersion: input.receivedVersion,
      readerId: actor.staffId,
      readerRole: part,
      signedAt: tx.now,
      fieldListVersion: currentFieldList,
      contentHash: input.contentHash,
      significance: input.significance,
      openedAt: opened?.at ?? null,
      readOnPaper: input.readOnPaper ?? null,
      notTheAuthor: input.notTheAuthor && part !== null,
    })
    return {
      value: { id: recordId },
      audit: [
        {
          action: 'document.signed',
          entity: 'reader_signature',
          entityId: recordId,
          entityVersion: 1,
          patients: peopleIn(family),
          afterHash: input.contentHash,
          payload: { document: input.documentId, received: input.receivedId, part },
        },
      ],
    }
  })
}

/**
 * The author of a report cannot be one of those who must have read it (product.md 2): another in the part reads, or a
 * stand-in whom the ward manager names. Who only filed it may: filing is not writing (docs/decisions/0009-sign-off.md).
 */
function checkNotAuthor(
  ctx: SignedContext,
  { writer }: ContentRow,
  part: SignInput['readerRole'],
  notTheAuthor: boolean,
): void {
  const { staffId } = ctx.actor
  const found = part === null ? 'no' : likeness(writer, staffMember(ctx.db, staffId).name)
  ctx.notBy(found === 'same' ? [staffId] : [], {
    field: 'readerRole',
    message:
      'You wrote this, so another in your part reads and signs it, or somebody whom the ward manager names to stand in; you may sign for yourself. If it is somebody else of your name, correct the author to say who',
  })
  if (found === 'like' && !notTheAuthor)
    refuseField(
      'notTheAuthor',
      `The author is entered as “${writer}”. Say whether that is you: who wrote it signs for themselves alone`,
    )
}

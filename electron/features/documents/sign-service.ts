import { contentAt, isSignedAs } from '#domain/documents/contents.ts'
import type { SignInput } from '#domain/documents/input.ts'
import { maySignAs } from '#domain/documents/reader-rules.ts'
import { readerRoleLabels } from '#domain/documents/rule-content.ts'
import { currentFieldList } from '#domain/documents/signed-fields.ts'
import { refuse, refuseField } from '#domain/shared/failure.ts'
import type { Instant } from '#domain/shared/time.ts'
import { readerSignature } from '#drizzle/schema/history-review.ts'
import type { CommandContext, ReadContext, SignedContext } from '../../platform/serve.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { readPart } from './attachments.ts'
import { familyOfDocument, peopleIn } from './family.ts'
import { fileById } from './files.ts'
import { readersNow } from './readers.ts'
import type { FileInput, OpenInput } from './schemas.ts'

const openedAction = 'document.opened'

const contentSql = `select document_id as documentId, attachment_hash as attachmentHash
  from received_document where record_id = @receivedId and version = @version`

function receivedVersion(db: ReadDb, { receivedId, version }: OpenInput) {
  const found = db.row<{ documentId: string; attachmentHash: string | null }>(contentSql, {
    receivedId,
    version,
  })
  if (!found)
    refuse('not-found', 'This document is not on record any more. Open the register again', [
      { field: 'receivedId', message: 'Choose a document that is on record' },
    ])
  return { ...found, file: fileById(db, found.documentId) }
}

/** Somebody opened what was received: kept in the audit, beside the sign-off (product.md 2, 5c). */
export function openDocument(ctx: CommandContext, input: OpenInput) {
  const { file } = receivedVersion(ctx.db, input)
  const family = familyOfDocument(ctx.db, file.document)
  return ctx.write(() => ({
    value: { receivedId: input.receivedId, version: input.version },
    audit: [
      {
        action: openedAction,
        entity: 'received_document',
        entityId: input.receivedId,
        entityVersion: input.version,
        patients: peopleIn(family),
      },
    ],
  }))
}

const openedSql = `select a.entity_id as receivedId, a.entity_version as version,
    a.staff_id as staffId, a.at
  from audit a where a.action = '${openedAction}'
    and a.entity_id in (select value from json_each(@ids)) order by a.seq`

export interface Opened {
  receivedId: string
  version: number
  staffId: string
  at: Instant
}

/** Who opened these received documents, and when; the first first. */
export const openedBy = (db: ReadDb, receivedIds: readonly string[]): Opened[] =>
  db.rows<Opened>(openedSql, { ids: JSON.stringify(receivedIds) })

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
  const content = contentAt(file, ctx.now)
  const isSame =
    content?.recordId === input.receivedId &&
    content.version === input.receivedVersion &&
    content.hashes[currentFieldList] === input.contentHash
  if (!content || !isSame)
    refuse('clash', 'This document has changed since you opened it. Read it again, then sign')
  const family = familyOfDocument(ctx.db, document)
  const { actor } = ctx
  const part = input.readerRole
  if (part !== null && !maySignAs(part, actor, readersNow(ctx.db, family)))
    refuseField(
      'readerRole',
      `You do not fill the part of ${readerRoleLabels[part].toLowerCase()} now. Choose your own part, or be named for it first`,
    )
  const before = file.signatures.some(
    (one) => one.readerId === actor.staffId && one.readerRole === part && isSignedAs(one, content),
  )
  if (before) refuse('held', 'You have signed this as it stands already')
  const opened = openedBy(ctx.db, [input.receivedId]).findLast(
    (one) => one.staffId === actor.staffId && one.version === input.receivedVersion,
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

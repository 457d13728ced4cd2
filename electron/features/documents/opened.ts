import { refuse } from '#domain/shared/failure.ts'
import type { Instant } from '#domain/shared/time.ts'
import type { CommandContext } from '../../platform/serve.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { familyOfDocument, peopleIn } from './family.ts'
import { fileById } from './files.ts'
import type { OpenInput } from './schemas.ts'

const openedAction = 'document.opened'

const contentSql = `select document_id as documentId, attachment_hash as attachmentHash
  from received_document where record_id = @receivedId and version = @version`

/** The document of a version of what was received; refuses where it is not on record. */
export function receivedVersion(db: ReadDb, { receivedId, version }: OpenInput) {
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

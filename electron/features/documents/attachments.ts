import { randomUUID } from 'node:crypto'
import {
  filePartBytes,
  judgeFile,
  type MediaType,
  mostFileBytes,
  tooLargeText,
} from '#domain/documents/file-kinds.ts'
import { refuse, refuseField } from '#domain/shared/failure.ts'
import type { ReadContext } from '../../platform/serve.ts'
import type { Session } from '../../platform/session.ts'
import type { FilePartInput } from './schemas.ts'

/** A file on its way in. It is gone with the session; nothing of it is kept until it is whole and judged. */
interface Upload {
  id: string
  bytes: number
  parts: Uint8Array[]
}

const uploads = new WeakMap<Session, Upload>()

/** Before a byte is sent: refuses a file that is too large. One file a session is on its way at a time. */
export function startFile(ctx: ReadContext, { bytes }: { bytes: number }) {
  if (bytes > mostFileBytes) refuseField('bytes', tooLargeText)
  const id = randomUUID()
  uploads.set(ctx.session, { id, bytes, parts: [] })
  return { uploadId: id, partBytes: filePartBytes, parts: Math.ceil(bytes / filePartBytes) }
}

export interface KeptFile {
  sha256: string
  mediaType: MediaType
  bytes: number
}

/**
 * Takes the next part. With the last one the file is judged by its content, kept under its hash and
 * answered; before that, null. Refuses parts out of order, more than was announced, and every kind of file
 * that cannot be shown here.
 */
export function takePart(ctx: ReadContext, input: FilePartInput): KeptFile | null {
  const upload = uploads.get(ctx.session)
  if (upload?.id !== input.uploadId || upload.parts.length !== input.part)
    refuse('held', 'The sending of this file was broken off. Choose the file again')
  if (input.bytes.length > filePartBytes)
    refuseField('bytes', 'This part of the file is too large. Send it in parts of 1 MB')
  upload.parts.push(Uint8Array.from(input.bytes))
  const received = upload.parts.reduce((sum, part) => sum + part.length, 0)
  if (received < upload.bytes) return null
  uploads.delete(ctx.session)
  if (received > upload.bytes)
    refuse('held', 'The file changed while it was sent. Choose the file again')
  const judged = judgeFile(Buffer.concat(upload.parts))
  if ('fault' in judged) refuseField('bytes', judged.fault)
  const { sha256, size } = ctx.house.store().attachments.put(upload.parts)
  return { sha256, mediaType: judged.mediaType, bytes: size }
}

/** What kind of file is kept under a hash; refuses where there is none. */
export function keptFile(ctx: ReadContext, sha256: string): KeptFile {
  const parts = ctx.house.store().attachments.get(sha256)
  if (!parts) refuseField('attachmentHash', 'This file has not been sent. Choose it again')
  const content = Buffer.concat(parts)
  const judged = judgeFile(content)
  if ('fault' in judged) refuseField('attachmentHash', judged.fault)
  return { sha256, mediaType: judged.mediaType, bytes: content.length }
}

/** The file that a session reads part by part, checked once; forgotten with its last part. */
const beingRead = new WeakMap<Session, { sha256: string; parts: readonly Uint8Array[] }>()

/** One part of a kept file. Throws where the content is not what was kept. */
export function readPart(ctx: ReadContext, sha256: string, part: number) {
  const known = beingRead.get(ctx.session)
  const parts = known?.sha256 === sha256 ? known.parts : ctx.house.store().attachments.get(sha256)
  const bytes = parts?.[part]
  if (!parts || !bytes) refuse('not-found', 'There is no such part of this file')
  if (part === parts.length - 1) beingRead.delete(ctx.session)
  else beingRead.set(ctx.session, { sha256, parts })
  return { part, of: parts.length, bytes: Uint8Array.from(bytes) }
}

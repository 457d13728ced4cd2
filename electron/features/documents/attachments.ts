import {
  judgeFile,
  type MediaType,
  mostFileBytes,
  tooLargeText,
} from '#domain/documents/file-kinds.ts'
import { refuse, refuseField } from '#domain/shared/failure.ts'
import type { ReadContext } from '../../platform/serve.ts'
import type { Session } from '../../platform/session.ts'
import { uploadPlace } from '../../platform/upload.ts'
import { mustOpen } from './must-open.ts'
import type { FilePartInput } from './schemas.ts'

/** Files on their way in; nothing of one is kept until it is whole and judged. */
const uploads = uploadPlace(mostFileBytes, tooLargeText)

/** Before a byte is sent: refuses a file that is too large. One file a session is on its way at a time. */
export const startFile = (ctx: ReadContext, { bytes }: { bytes: number }) =>
  uploads.start(ctx.session, bytes)

export interface KeptFile {
  sha256: string
  mediaType: MediaType
  bytes: number
}

/**
 * Takes the next part. With the last one the file is judged by its content, opened, and kept under its hash and
 * answered; before that, null. Refuses parts out of order, more than was announced, every kind of file that cannot
 * be shown here, and a PDF or a picture that cannot be opened.
 */
export async function takePart(ctx: ReadContext, input: FilePartInput): Promise<KeptFile | null> {
  const parts = uploads.take(ctx.session, input)
  if (!parts) return null
  const content = Buffer.concat(parts)
  const judged = judgeFile(content)
  if ('fault' in judged) refuseField('bytes', judged.fault)
  await mustOpen(content, judged.mediaType)
  const { sha256, size } = ctx.house.store().attachments.put(parts)
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

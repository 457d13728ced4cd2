import { mostFileBytes, tooLargeText } from '#domain/documents/file-kinds.ts'
import type { Failure } from '#domain/shared/failure.ts'
import { act, type Outputs } from '../../api.ts'

export type KeptFile = NonNullable<Outputs['documents']['filePart']>

/**
 * Sends a file part by part and answers what was kept of it, or why it was not taken. `onPart` hears the
 * share that has been sent, 0 to 1.
 */
export async function sendFile(
  bytes: Uint8Array,
  onPart: (share: number) => void,
): Promise<{ kept: KeptFile } | { refused: string }> {
  if (bytes.length === 0) return { refused: 'This file is empty. Choose another' }
  if (bytes.length > mostFileBytes) return { refused: tooLargeText }
  const started = await act.documents.startFile.mutate({ bytes: bytes.length })
  if (!started.ok) return { refused: messageOf(started.failure) }
  const { uploadId, partBytes, parts } = started.value
  for (let part = 0; part < parts; part += 1) {
    const reply = await act.documents.filePart.mutate({
      uploadId,
      part,
      bytes: bytes.slice(part * partBytes, (part + 1) * partBytes),
    })
    if (!reply.ok) return { refused: messageOf(reply.failure) }
    if (reply.value) return { kept: reply.value }
    onPart((part + 1) / parts)
  }
  return { refused: 'The file did not arrive whole. Choose it again' }
}

const messageOf = ({ fields, message }: Failure) => fields?.[0]?.message ?? message

/** A whole file that is given part by part; undefined where a part cannot be read. */
export async function wholeFile(
  partOf: (
    part: number,
  ) => Promise<{ ok: true; value: { of: number; bytes: unknown } } | { ok: false }>,
): Promise<Uint8Array | undefined> {
  const parts: Uint8Array[] = []
  for (let part = 0, of = 1; part < of; part += 1) {
    const reply = await partOf(part)
    if (!reply.ok) return undefined
    of = reply.value.of
    // Bytes cross the bridge as they are; the type of the call says what they would be as JSON.
    parts.push(reply.value.bytes as Uint8Array)
  }
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

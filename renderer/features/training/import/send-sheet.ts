import type { Failure } from '#domain/shared/failure.ts'
import { act } from '../../../api.ts'
import type { Look } from './view.ts'

/** Sends a spreadsheet part by part, and answers what is in it, or why it was not taken. */
export async function sendSheet(file: {
  name: string
  bytes: Uint8Array
}): Promise<{ look: Look } | { refused: string }> {
  const { name: fileName, bytes } = file
  const started = await act.training.startImport.mutate({ fileName, bytes: bytes.length })
  if (!started.ok) return { refused: messageOf(started.failure) }
  const { uploadId, partBytes, parts } = started.value
  for (let part = 0; part < parts; part += 1) {
    const reply = await act.training.importPart.mutate({
      uploadId,
      part,
      bytes: bytes.slice(part * partBytes, (part + 1) * partBytes),
    })
    if (!reply.ok) return { refused: messageOf(reply.failure) }
    if (reply.value) return { look: reply.value as Look }
  }
  return { refused: 'The file did not arrive whole. Choose it again' }
}

const messageOf = ({ fields, message }: Failure) => fields?.[0]?.message ?? message

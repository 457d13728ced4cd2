import type { Failure } from '#domain/shared/failure.ts'
import { act, type Outputs } from '../../api.ts'

export type Taken = NonNullable<Outputs['desk']['packPart']>

/** Sends a pack to the desk part by part and answers what became of it, or why it was not taken. */
export async function sendToDesk(
  bytes: Uint8Array,
): Promise<{ taken: Taken } | { refused: string }> {
  const started = await act.desk.startPack.mutate({ bytes: bytes.length })
  if (!started.ok) return { refused: messageOf(started.failure) }
  const { partBytes, parts, uploadId } = started.value
  for (let part = 0; part < parts; part += 1) {
    const reply = await act.desk.packPart.mutate({
      uploadId,
      part,
      bytes: bytes.slice(part * partBytes, (part + 1) * partBytes),
    })
    if (!reply.ok) return { refused: messageOf(reply.failure) }
    if (reply.value) return { taken: reply.value as Taken }
  }
  return { refused: 'The file did not arrive whole. Choose it again' }
}

const messageOf = ({ fields, message }: Failure) => fields?.[0]?.message ?? message

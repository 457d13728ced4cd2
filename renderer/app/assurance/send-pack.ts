import type { Failure } from '#domain/shared/failure.ts'
import { act, type Outputs } from '../../api.ts'

export type Verdict = NonNullable<Outputs['assurance']['packPart']>

/** Sends a pack part by part and answers what became of it, or why it was not taken. */
export async function sendPack(
  bytes: Uint8Array,
): Promise<{ verdict: Verdict } | { refused: string }> {
  const started = await act.assurance.startPackCheck.mutate({ bytes: bytes.length })
  if (!started.ok) return { refused: messageOf(started.failure) }
  const { partBytes, parts, uploadId } = started.value
  for (let part = 0; part < parts; part += 1) {
    const reply = await act.assurance.packPart.mutate({
      uploadId,
      part,
      bytes: bytes.slice(part * partBytes, (part + 1) * partBytes),
    })
    if (!reply.ok) return { refused: messageOf(reply.failure) }
    if (reply.value) return { verdict: reply.value as Verdict }
  }
  return { refused: 'The file did not arrive whole. Choose it again' }
}

const messageOf = ({ fields, message }: Failure) => fields?.[0]?.message ?? message

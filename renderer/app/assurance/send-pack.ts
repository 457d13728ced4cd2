import type { Failure, Reply } from '#domain/shared/failure.ts'

/** Where a pack is sent to, part by part; the last part answers what became of it. */
export interface PackDoor<Answer> {
  start(input: {
    bytes: number
  }): Promise<Reply<{ partBytes: number; parts: number; uploadId: string }>>
  part(input: { uploadId: string; part: number; bytes: Uint8Array }): Promise<Reply<Answer | null>>
}

/** Sends a pack part by part and answers what became of it, or why it was not taken. */
export async function sendPack<Answer>(
  bytes: Uint8Array,
  door: PackDoor<Answer>,
): Promise<{ answer: Answer } | { refused: string }> {
  const started = await door.start({ bytes: bytes.length })
  if (!started.ok) return { refused: messageOf(started.failure) }
  const { partBytes, parts, uploadId } = started.value
  for (let part = 0; part < parts; part += 1) {
    const reply = await door.part({
      uploadId,
      part,
      bytes: bytes.slice(part * partBytes, (part + 1) * partBytes),
    })
    if (!reply.ok) return { refused: messageOf(reply.failure) }
    if (reply.value) return { answer: reply.value }
  }
  return { refused: 'The file did not arrive whole. Choose it again' }
}

const messageOf = ({ fields, message }: Failure) => fields?.[0]?.message ?? message

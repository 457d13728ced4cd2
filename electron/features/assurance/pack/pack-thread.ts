import { Refusal } from '#domain/shared/failure.ts'
import type { Steps } from '../../../platform/making.ts'
import { inThread, keepThread, threadFile } from '../../../platform/thread.ts'
import type { OpenedPack, PackReply, PackWork } from './pack-worker.ts'

/** Packs are made and verified beside the store: no clinical write waits for them (decision 8). */
export async function packInThread<Key extends 'files' | 'pack' | 'check' | 'opened'>(
  key: Key,
  work: PackWork,
  steps?: Steps,
): Promise<Extract<PackReply, Record<Key, unknown>>[Key]> {
  const reply = await inThread<PackReply>(workerFile(), work, { name: 'pack', ...steps })
  return answerOf(key, reply)
}

const workerFile = () => threadFile('pack-worker', import.meta.url)

/** Opens packs one after another in one thread, each verified as by itself. To be closed when the last is open. */
export function packOpener(): { open(pack: Uint8Array): Promise<OpenedPack>; close(): void } {
  const work: PackWork = { task: 'open-each' }
  const thread = keepThread<Uint8Array, PackReply>(workerFile(), work, 'packs')
  return {
    open: async (pack) => answerOf('opened', await thread.ask(pack)),
    close: () => thread.close(),
  }
}

function answerOf<Key extends string>(
  key: Key,
  reply: PackReply,
): Extract<PackReply, Record<Key, unknown>>[Key] {
  if ('failure' in reply) throw new Refusal(reply.failure)
  if ('fault' in reply) throw new Error(`The pack could not be handled: ${reply.fault}`)
  return (reply as Extract<PackReply, Record<Key, unknown>>)[key]
}

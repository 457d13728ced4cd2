import { Refusal } from '#domain/shared/failure.ts'
import type { Steps } from '../../../platform/making.ts'
import { inThread, threadFile } from '../../../platform/thread.ts'
import type { PackReply, PackWork } from './pack-worker.ts'

/** Packs are made and verified beside the store: no clinical write waits for them (decision 8). */
export async function packInThread<Key extends 'files' | 'pack' | 'check' | 'opened'>(
  key: Key,
  work: PackWork,
  steps?: Steps,
): Promise<Extract<PackReply, Record<Key, unknown>>[Key]> {
  const file = threadFile('pack-worker', import.meta.url)
  const reply = await inThread<PackReply>(file, work, { name: 'pack', ...steps })
  if ('failure' in reply) throw new Refusal(reply.failure)
  if ('fault' in reply) throw new Error(`The pack could not be handled: ${reply.fault}`)
  return (reply as Extract<PackReply, Record<Key, unknown>>)[key]
}

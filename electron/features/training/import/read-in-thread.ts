import { Refusal, refuse } from '#domain/shared/failure.ts'
import type { Sheet } from '#domain/training/import/sheet.ts'
import { inThread, threadFile } from '../../../platform/thread.ts'
import type { SheetReply } from './sheet-worker.ts'

/** A file of honest size is read in a few seconds, also on a slow computer. */
const longestMs = 60_000

/**
 * Reads a spreadsheet beside the store, so that no clinical write waits for it (decision 8). Refuses what
 * `readSheets` refuses, and a file that takes longer than a minute.
 */
export async function readInThread(bytes: Uint8Array): Promise<Sheet[]> {
  const file = threadFile('sheet-worker', import.meta.url)
  const signal = AbortSignal.timeout(longestMs)
  const reply = await inThread<SheetReply>(file, bytes, { name: 'sheet', signal }).catch(() =>
    refuse(
      'invalid',
      'This file could not be read in a minute. Save the one sheet as CSV, and choose that file',
    ),
  )
  if ('failure' in reply) throw new Refusal(reply.failure)
  if ('fault' in reply) throw new Error(`A spreadsheet could not be read: ${reply.fault}`)
  return reply.sheets
}

import { parentPort, workerData } from 'node:worker_threads'
import { type Failure, Refusal } from '#domain/shared/failure.ts'
import type { Sheet } from '#domain/training/import/sheet.ts'
import { readSheets } from './read-sheet.ts'

/** What the worker says once, at its end. */
export type SheetReply = { sheets: Sheet[] } | { failure: Failure } | { fault: string }

async function reply(bytes: Uint8Array): Promise<SheetReply> {
  try {
    return { sheets: await readSheets(bytes) }
  } catch (error) {
    if (error instanceof Refusal) return { failure: error.failure }
    return { fault: error instanceof Error ? error.name : 'not an error' }
  }
}

parentPort?.postMessage(await reply(workerData as Uint8Array))

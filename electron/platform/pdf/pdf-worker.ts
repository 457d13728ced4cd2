import { parentPort, workerData } from 'node:worker_threads'
import type { PrintDocument } from '#domain/shared/print-document.ts'
import { compilePdf } from './compile.ts'
import { PdfProblem } from './pdf-problem.ts'

/** What the worker says once, at its end. */
export type PdfReply = { bytes: Uint8Array } | { problem: string }

/** One worker makes one document: its memory goes with it, and a crash takes nothing else along. */
function reply(): PdfReply {
  try {
    // A copy of exact size: the compiler's own buffer may lie in a shared pool.
    return { bytes: new Uint8Array(compilePdf(workerData as PrintDocument)) }
  } catch (error) {
    return { problem: error instanceof PdfProblem ? error.message : 'The PDF engine failed' }
  }
}

const answer = reply()
parentPort?.postMessage(answer, 'bytes' in answer ? [answer.bytes.buffer as ArrayBuffer] : [])

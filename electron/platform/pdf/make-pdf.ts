import { Worker } from 'node:worker_threads'
import type { PrintDocument } from '#domain/shared/print-document.ts'
import { PdfProblem } from './pdf-problem.ts'
import type { PdfReply } from './pdf-worker.ts'

/**
 * The document as an accessible PDF (PDF/UA-1, A4), made in a thread of its own so that nothing waits for
 * it. The same document gives the same bytes. Rejects with a `PdfProblem`, whose message holds no content,
 * and with the signal's reason where it is aborted; there is no other engine (decision 12).
 */
export function makePdf(
  document: PrintDocument,
  { signal, workerFile = builtWorker() }: { signal?: AbortSignal; workerFile?: URL } = {},
): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason)
    const worker = new Worker(workerFile, { workerData: document, name: 'pdf' })
    const stop = () => {
      worker.terminate().catch(() => {})
      reject(signal?.reason)
    }
    signal?.addEventListener('abort', stop, { once: true })
    worker.once('message', (reply: PdfReply) => {
      if ('bytes' in reply) resolve(reply.bytes)
      else reject(new PdfProblem(reply.problem))
    })
    worker.once('error', () => reject(new PdfProblem('The PDF engine failed')))
    worker.once('exit', () => {
      signal?.removeEventListener('abort', stop)
      // Without effect where the worker has answered.
      reject(new PdfProblem('The PDF engine stopped'))
    })
  })
}

/** The worker's file: beside this one as source, beside the entries of a build otherwise. */
function builtWorker(): URL {
  if (import.meta.url.endsWith('.ts')) return new URL('./pdf-worker.ts', import.meta.url)
  const isChunk = import.meta.url.includes('/chunks/')
  return new URL(isChunk ? '../pdf-worker.js' : './pdf-worker.js', import.meta.url)
}

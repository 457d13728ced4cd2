import type { PrintDocument } from '#domain/shared/print-document.ts'
import { inThread, ThreadProblem, threadFile } from '../thread.ts'
import { PdfProblem } from './pdf-problem.ts'
import type { PdfReply } from './pdf-worker.ts'

/**
 * The document as an accessible PDF (PDF/UA-1, A4), made in a thread of its own so that nothing waits for
 * it. The same document gives the same bytes. Rejects with a `PdfProblem`, whose message holds no content,
 * and with the signal's reason where it is aborted; there is no other engine (decision 12).
 */
export async function makePdf(
  document: PrintDocument,
  {
    signal,
    workerFile = threadFile('pdf-worker', import.meta.url),
  }: { signal?: AbortSignal; workerFile?: URL } = {},
): Promise<Uint8Array> {
  const reply = await inThread<PdfReply>(workerFile, document, { name: 'pdf', signal }).catch(
    (error: unknown) => {
      if (signal?.aborted) throw error
      const how = error instanceof ThreadProblem ? error.how : 'failed'
      throw new PdfProblem(`The PDF engine ${how}`)
    },
  )
  if ('bytes' in reply) return reply.bytes
  throw new PdfProblem(reply.problem)
}

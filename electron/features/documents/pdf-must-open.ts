import { refuseField } from '#domain/shared/failure.ts'
import { inThread, threadFile } from '../../platform/thread.ts'
import type { PdfOpening } from './open-pdf.ts'
import type { OpenPdfReply } from './open-pdf-worker.ts'

/** A scan of 25 MB opens in a few seconds, also on a slow computer. */
const longestMs = 60_000

const faults: Record<Exclude<PdfOpening, 'opens'>, string> = {
  locked:
    'This PDF is protected by a password. Save it without the password, or print and scan it, and choose that file',
  broken: 'This file cannot be opened as a PDF. Save it again as PDF, or scan it anew',
}

/**
 * Opens a PDF beside the store, so that no clinical write waits for it (decision 8). Refuses at `bytes` what
 * cannot be opened within a minute: a file that only calls itself a PDF, and one that asks for a password.
 */
export async function pdfMustOpen(bytes: Uint8Array): Promise<void> {
  const file = threadFile('open-pdf-worker', import.meta.url)
  const signal = AbortSignal.timeout(longestMs)
  // A file on which the reader fails or takes too long will not be shown by it either.
  const broken: OpenPdfReply = { opening: 'broken' }
  const { opening } = await inThread<OpenPdfReply>(file, bytes, { name: 'open-pdf', signal }).catch(
    () => broken,
  )
  if (opening !== 'opens') refuseField('bytes', faults[opening])
}

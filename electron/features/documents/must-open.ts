import { type MediaType, mediaTypeLabels } from '#domain/documents/file-kinds.ts'
import { refuseField } from '#domain/shared/failure.ts'
import { inThread, threadFile } from '../../platform/thread.ts'
import type { PdfOpening } from './open-pdf.ts'
import type { OpenPdfReply } from './open-pdf-worker.ts'
import type { PictureType } from './open-picture.ts'
import type { OpenPictureReply, OpenPictureWork } from './open-picture-worker.ts'

/** A scan of 25 MB opens in a few seconds, also on a slow computer. */
const longestMs = 60_000

const faults: Record<Exclude<PdfOpening, 'opens'>, string> = {
  locked:
    'This PDF is protected by a password. Save it without the password, or print and scan it, and choose that file',
  broken: 'This file cannot be opened as a PDF. Save it again as PDF, or scan it anew',
}

/**
 * Opens a file as its reader will, beside the store, so that no clinical write waits for it (decision 8). Refuses at
 * `bytes` what cannot be opened within a minute: a PDF or a picture that only calls itself one, a picture that is cut
 * short, and a PDF that asks for a password. Text is judged by its bytes alone (domain/documents/file-kinds.ts).
 */
export async function mustOpen(bytes: Uint8Array, mediaType: MediaType): Promise<void> {
  if (mediaType === 'application/pdf') await pdfMustOpen(bytes)
  else if (mediaType !== 'text/plain') await pictureMustOpen(bytes, mediaType)
}

// A file on which the reader fails or takes too long will not be shown by it either.
const answerOf = <Reply>(name: string, workerData: unknown, broken: Reply): Promise<Reply> =>
  inThread<Reply>(threadFile(`${name}-worker`, import.meta.url), workerData, {
    name,
    signal: AbortSignal.timeout(longestMs),
  }).catch(() => broken)

async function pdfMustOpen(bytes: Uint8Array): Promise<void> {
  const { opening } = await answerOf<OpenPdfReply>('open-pdf', bytes, { opening: 'broken' })
  if (opening !== 'opens') refuseField('bytes', faults[opening])
}

async function pictureMustOpen(bytes: Uint8Array, mediaType: PictureType): Promise<void> {
  const work: OpenPictureWork = { bytes, mediaType }
  const { opens } = await answerOf<OpenPictureReply>('open-picture', work, { opens: false })
  if (!opens)
    refuseField(
      'bytes',
      `This ${mediaTypeLabels[mediaType]} cannot be opened, or is cut short. Copy it, take it or scan it again`,
    )
}

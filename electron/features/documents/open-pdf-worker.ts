import { parentPort, workerData } from 'node:worker_threads'
import { openPdf, type PdfOpening } from './open-pdf.ts'

/** What the worker says once, at its end. */
export type OpenPdfReply = { opening: PdfOpening }

const reply: OpenPdfReply = { opening: await openPdf(workerData as Uint8Array) }
parentPort?.postMessage(reply)

import { parentPort, workerData } from 'node:worker_threads'
import { readReport } from '#domain/assurance/any-report.ts'
import { type Failure, Refusal } from '#domain/shared/failure.ts'
import { type FormatName, makeReportFile } from './formats.ts'
import type { ReportFile } from './report-file.ts'

/** What is asked of the worker: the stored model as it lies in the store, and the format. */
export interface ReportFileWork {
  format: FormatName
  model: Uint8Array
}

/** What the worker says once, at its end. */
export type ReportFileReply = { file: ReportFile } | { failure: Failure } | { fault: string }

async function reply({ format, model }: ReportFileWork): Promise<ReportFileReply> {
  try {
    const text = Buffer.from(model).toString('utf8')
    const file = await makeReportFile(format, readReport(JSON.parse(text)))
    return { file: { ...file, bytes: new Uint8Array(file.bytes) } }
  } catch (error) {
    if (error instanceof Refusal) return { failure: error.failure }
    return { fault: error instanceof Error ? error.name : 'not an error' }
  }
}

const answer = await reply(workerData as ReportFileWork)
parentPort?.postMessage(answer, 'file' in answer ? [answer.file.bytes.buffer as ArrayBuffer] : [])

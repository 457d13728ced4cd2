import { parentPort, workerData } from 'node:worker_threads'
import { buildReport } from '#domain/assurance/build-report.ts'
import type { ReportInput } from '#domain/assurance/report-input.ts'
import type { ReportModel } from '#domain/assurance/report-model.ts'
import { canonicalJson, type JsonValue } from '../../platform/store/canonical.ts'
import { contentHash } from './content-hash.ts'
import { makePseudonyms } from './pseudonyms.ts'

/** What the worker says once, at its end: the frozen model as canonical JSON, and what heads it. */
export type BuildReply =
  | { model: Uint8Array; cover: ReportModel['cover']; contentHash: string }
  | { fault: string }

/** The key of the pseudonyms is made here and ends here: nobody can link them afterwards (decision 37). */
function reply(input: ReportInput): BuildReply {
  const pseudonyms = makePseudonyms()
  try {
    const model = buildReport(input, { pseudonym: pseudonyms.of, hash: contentHash })
    const text = canonicalJson(model as unknown as JsonValue)
    return {
      model: new TextEncoder().encode(text),
      cover: model.cover,
      contentHash: model.contentHash,
    }
  } catch (error) {
    return { fault: error instanceof Error ? error.message : 'not an error' }
  } finally {
    pseudonyms.destroy()
  }
}

const answer = reply(workerData as ReportInput)
parentPort?.postMessage(answer, 'model' in answer ? [answer.model.buffer as ArrayBuffer] : [])

import { parentPort, workerData } from 'node:worker_threads'
import type { AnyReport } from '#domain/assurance/any-report.ts'
import { buildReport } from '#domain/assurance/build-report.ts'
import type { ReportInput } from '#domain/assurance/report-input.ts'
import type { ReportCover } from '#domain/assurance/report-model.ts'
import { buildShareable } from '#domain/assurance/shareable/build-shareable.ts'
import type { ReleasedCell } from '#domain/assurance/shareable/ledger.ts'
import { canonicalJson, type JsonValue } from '../../platform/store/canonical.ts'
import { contentHash } from './content-hash.ts'
import { makePseudonyms } from './pseudonyms.ts'

/** What is asked of the worker: a shareable report comes with the ledger that it is held against. */
export type BuildWork =
  | { disclosure: 'restricted'; input: ReportInput }
  | { disclosure: 'shareable'; input: ReportInput; earlier: readonly ReleasedCell[] }

/** What the worker says once, at its end: the frozen model as canonical JSON, and what heads it. */
export type BuildReply =
  | { model: Uint8Array; cover: ReportCover; contentHash: string; lines: ReleasedCell[] }
  | { fault: string }

interface Built {
  model: AnyReport
  /** For the ledger of what was released; a restricted report has none. */
  lines: ReleasedCell[]
}

/** The key of the pseudonyms is made here and ends here: nobody can link them afterwards (decision 37). */
function build(work: BuildWork): Built {
  if (work.disclosure === 'shareable') return buildShareable(work.input, work.earlier, contentHash)
  const pseudonyms = makePseudonyms()
  try {
    const model = buildReport(work.input, { pseudonym: pseudonyms.of, hash: contentHash })
    return { model, lines: [] }
  } finally {
    pseudonyms.destroy()
  }
}

function reply(work: BuildWork): BuildReply {
  try {
    const { model, lines } = build(work)
    const text = canonicalJson(model as unknown as JsonValue)
    return {
      model: new TextEncoder().encode(text),
      cover: model.cover,
      contentHash: model.contentHash,
      lines,
    }
  } catch (error) {
    return { fault: error instanceof Error ? error.message : 'not an error' }
  }
}

const answer = reply(workerData as BuildWork)
parentPort?.postMessage(answer, 'model' in answer ? [answer.model.buffer as ArrayBuffer] : [])

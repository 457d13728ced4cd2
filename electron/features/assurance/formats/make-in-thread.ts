import { Refusal } from '#domain/shared/failure.ts'
import { inThread, threadFile } from '../../../platform/thread.ts'
import type { FormatName } from './formats.ts'
import type { ReportFile } from './report-file.ts'
import type { ReportFileReply, ReportFileWork } from './report-file-worker.ts'

/**
 * A report's file, made beside the store: a large one takes seconds, and no clinical write waits for it
 * (decision 8). Rejects with the refusal where the format cannot hold the report.
 */
export async function makeFileInThread(
  format: FormatName,
  model: Uint8Array,
  signal?: AbortSignal,
): Promise<ReportFile> {
  const work: ReportFileWork = { format, model }
  const file = threadFile('report-file-worker', import.meta.url)
  const reply = await inThread<ReportFileReply>(file, work, { name: 'report-file', signal })
  if ('file' in reply) return reply.file
  if ('failure' in reply) throw new Refusal(reply.failure)
  throw new Error(`A report's file could not be made: ${reply.fault}`)
}

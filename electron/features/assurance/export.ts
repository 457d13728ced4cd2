import { createHash } from 'node:crypto'
import { making } from '../../platform/making.ts'
import type { ReadContext } from '../../platform/serve.ts'
import type { FormatName } from './formats/formats.ts'
import { makeFileInThread } from './formats/make-in-thread.ts'
import type { ReportFile } from './formats/report-file.ts'
import { mayLeave } from './release.ts'
import { storedModel } from './service.ts'

/** A report in one format, to be taken away. Who took it, when and its hash are audited before it is given. */
export async function exportReport(
  ctx: ReadContext,
  { reportId, format }: { reportId: string; format: FormatName },
): Promise<ReportFile> {
  const file = await making(ctx, 'The file', ({ signal }) =>
    makeFileInThread(format, storedModel(ctx.db, reportId), signal),
  )
  noteFile(ctx, 'report.exported', reportId, format, file)
  return file
}

/** The very file that would be taken away, to be looked at here. */
export async function previewReport(
  ctx: ReadContext,
  { reportId }: { reportId: string },
): Promise<ReportFile> {
  const file = await making(ctx, 'The pages', ({ signal }) =>
    makeFileInThread('pdf', storedModel(ctx.db, reportId), signal),
  )
  noteFile(ctx, 'report.shown', reportId, 'pdf', file)
  return file
}

function noteFile(
  ctx: ReadContext,
  action: 'report.exported' | 'report.shown',
  reportId: string,
  format: FormatName,
  { bytes }: ReportFile,
): void {
  ctx.house.writeAs(ctx.actor, ctx.unitId, { quiet: true })((tx) => {
    if (action === 'report.exported') mayLeave(tx, reportId)
    return {
      value: null,
      audit: [
        {
          action,
          entity: 'report',
          entityId: reportId,
          afterHash: createHash('sha256').update(bytes).digest('hex'),
          payload: { format, bytes: bytes.length },
        },
      ],
    }
  })
}

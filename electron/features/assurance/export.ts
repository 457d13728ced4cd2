import { createHash } from 'node:crypto'
import type { ReadContext } from '../../platform/serve.ts'
import { type FormatName, makeReportFile } from './formats/formats.ts'
import type { ReportFile } from './formats/report-file.ts'
import { reportModel } from './service.ts'

/** A report in one format. Who took it away, when and its hash are audited before the file is given. */
export async function exportReport(
  ctx: ReadContext,
  { reportId, format }: { reportId: string; format: FormatName },
): Promise<ReportFile> {
  const file = await makeReportFile(format, reportModel(ctx.db, reportId))
  ctx.house.writeAs(ctx.actor, ctx.unitId, { quiet: true })(() => ({
    value: null,
    audit: [
      {
        action: 'report.exported',
        entity: 'report',
        entityId: reportId,
        afterHash: createHash('sha256').update(file.bytes).digest('hex'),
        payload: { format, bytes: file.bytes.length },
      },
    ],
  }))
  return file
}

import type { AnyReport } from '#domain/assurance/any-report.ts'
import { csvZip } from './csv.ts'
import { docxFile } from './docx.ts'
import { htmlFile } from './html.ts'
import { jsonFile } from './json.ts'
import { pdfFile } from './pdf.ts'
import type { ReportFile } from './report-file.ts'
import { xlsxFile } from './xlsx.ts'

/** The formats that a report can be taken away in. All are made from the one model and say the same. */
export const formatNames = ['pdf', 'html', 'xlsx', 'csv', 'docx', 'json'] as const
export type FormatName = (typeof formatNames)[number]

export const formatLabels: Record<FormatName, string> = {
  pdf: 'PDF',
  html: 'Web page (HTML)',
  xlsx: 'Spreadsheet (XLSX)',
  csv: 'Tables (CSV in a ZIP)',
  docx: 'Word document (DOCX)',
  json: 'JSON',
}

type Make = (model: AnyReport, signal?: AbortSignal) => ReportFile | Promise<ReportFile>

const makers: Record<FormatName, Make> = {
  pdf: pdfFile,
  html: htmlFile,
  xlsx: xlsxFile,
  csv: csvZip,
  docx: docxFile,
  json: jsonFile,
}

/** The report in one format. Rejects where it cannot be made; nothing takes its place. */
export const makeReportFile = async (
  format: FormatName,
  model: AnyReport,
  signal?: AbortSignal,
): Promise<ReportFile> => makers[format](model, signal)

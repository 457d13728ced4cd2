import { type AnyReport, documentOf } from '#domain/assurance/any-report.ts'
import { makePdf } from '../../../platform/pdf/make-pdf.ts'
import { fileStem, type ReportFile } from './report-file.ts'

/** The report as an accessible PDF. Rejects with a `PdfProblem`, or with the signal's reason. */
export const pdfFile = async (model: AnyReport, signal?: AbortSignal): Promise<ReportFile> => ({
  name: `${fileStem(model)}.pdf`,
  mediaType: 'application/pdf',
  bytes: await makePdf(documentOf(model), signal ? { signal } : {}),
})

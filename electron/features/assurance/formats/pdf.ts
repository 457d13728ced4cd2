import { reportDocument } from '#domain/assurance/print/report-document.ts'
import type { ReportModel } from '#domain/assurance/report-model.ts'
import { makePdf } from '../../../platform/pdf/make-pdf.ts'
import { fileStem, type ReportFile } from './report-file.ts'

/** The report as an accessible PDF. Rejects with a `PdfProblem`, or with the signal's reason. */
export const pdfFile = async (model: ReportModel, signal?: AbortSignal): Promise<ReportFile> => ({
  name: `${fileStem(model)}.pdf`,
  mediaType: 'application/pdf',
  bytes: await makePdf(reportDocument(model), signal ? { signal } : {}),
})

import { type AnyReport, documentOf } from '#domain/assurance/any-report.ts'
import { docxType, makeDocx } from '../../../platform/docx/make-docx.ts'
import { fileStem, type ReportFile } from './report-file.ts'

/** The report as a Word document, from the same blocks as the PDF: headings, tables with heads, charts with their words. */
export const docxFile = async (model: AnyReport): Promise<ReportFile> => ({
  name: `${fileStem(model)}.docx`,
  mediaType: docxType,
  bytes: await makeDocx(documentOf(model), model.annex.software.name),
})

import { type AnyReport, documentOf } from '#domain/assurance/any-report.ts'
import { htmlType, makeHtml } from '../../../platform/html/make-html.ts'
import { fileStem, type ReportFile } from './report-file.ts'

/** The report as one HTML page that opens in any browser, from the same blocks as the PDF. */
export const htmlFile = (model: AnyReport): ReportFile => ({
  name: `${fileStem(model)}.html`,
  mediaType: htmlType,
  bytes: makeHtml(documentOf(model)),
})

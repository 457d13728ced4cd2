import type { PrintDocument } from '../shared/print-document.ts'
import { reportDocument } from './print/report-document.ts'
import { type ReportModel, reportModelSchema } from './report-model.ts'
import { shareableDocument } from './shareable/print/shareable-document.ts'
import { type ShareableModel, shareableModelSchema } from './shareable/shareable-model.ts'
import { shareableTables } from './shareable/tables/shareable-tables.ts'
import { reportTables } from './tables/report-tables.ts'
import type { DataTable } from './tables/table.ts'

/** A report of either kind (decision 36). Every format is made from it, whichever it is. */
export type AnyReport = ReportModel | ShareableModel

export const isShareable = (model: AnyReport): model is ShareableModel =>
  model.cover.disclosure === 'shareable'

/** Reads a stored or received report. Throws where it does not hold the shape of its kind. */
export const readReport = (json: unknown): AnyReport =>
  (json as { format?: unknown })?.format === 'mbu-assurance-shareable-report'
    ? shareableModelSchema.parse(json)
    : reportModelSchema.parse(json)

/** The report as it goes on paper. The same report gives the same document. */
export const documentOf = (model: AnyReport): PrintDocument =>
  isShareable(model) ? shareableDocument(model) : reportDocument(model)

/** The whole report as tables. */
export const tablesOf = (model: AnyReport): DataTable[] =>
  isShareable(model) ? shareableTables(model) : reportTables(model)

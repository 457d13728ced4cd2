import type { ReportModel } from '../report-model.ts'
import { writtenTables } from '../written/tables.ts'
import {
  auditExtractTable,
  concernsTable,
  otherFrameworksTable,
  partnerMeansTable,
} from './annex-tables.ts'
import { episodesTable, oneShiftTable, overridesTable, ruleSetsTable } from './closing-tables.ts'
import { groupsTable, measuresTable, trendTable } from './measure-tables.ts'
import { fieldsTable, recordsTable, sourcesTable } from './record-tables.ts'
import { aboutTable, requirementsTable } from './requirement-tables.ts'
import type { DataTable } from './table.ts'

/** The whole report as tables: every figure and every pseudonymised record that it holds. */
export const reportTables = (model: ReportModel): DataTable[] => [
  aboutTable(model),
  requirementsTable(model),
  measuresTable(model),
  groupsTable(model),
  trendTable(model),
  recordsTable(model),
  sourcesTable(model),
  fieldsTable(model),
  ...writtenTables(model.written),
  ...otherFrameworksTable(model),
  concernsTable(model),
  ...partnerMeansTable(model),
  overridesTable(model),
  episodesTable(model),
  ruleSetsTable(model),
  oneShiftTable(model),
  ...auditExtractTable(model),
]

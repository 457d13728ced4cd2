import {
  type CellStyle,
  type CellValue as SheetValue,
  type WriteSheet,
  writeXlsx,
} from 'hucre/xlsx'
import { type AnyReport, tablesOf } from '#domain/assurance/any-report.ts'
import type { CellType, CellValue, DataTable } from '#domain/assurance/tables/table.ts'
import { refuse } from '#domain/shared/failure.ts'
import { fileStem, madeAt, type ReportFile } from './report-file.ts'

/** Excel reads no further row of a sheet, the heading among them. */
const mostSheetRows = 1_048_576

/**
 * The tables of the report as a workbook: a sheet each, cells typed (a text stays a text whatever it begins
 * with, and there is no formula), empty cells explained by the status column.
 */
export async function xlsxFile(model: AnyReport): Promise<ReportFile> {
  const at = madeAt(model)
  const tables = tablesOf(model)
  refuseLongTables(tables)
  return {
    name: `${fileStem(model)}.xlsx`,
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    bytes: await writeXlsx({
      sheets: tables.map((table) => sheetOf(table, model.cover.classification)),
      properties: {
        title: `${model.cover.title}, ${model.cover.period.label}`,
        description: model.cover.classification,
        creator: model.annex.software.name,
        created: at,
        modified: at,
      },
    }),
  }
}

/** Refuses a table that no sheet holds: a file that a spreadsheet cuts short would lie. */
export function refuseLongTables(tables: readonly Pick<DataTable, 'name' | 'rows'>[]): void {
  const long = tables.find(({ rows }) => rows.length >= mostSheetRows)
  if (long)
    refuse(
      'invalid',
      `The table ${long.name} is longer than a sheet may be. Take CSV or JSON, or make the report of a shorter period`,
    )
}

const headStyle: CellStyle = {
  font: { bold: true, color: { rgb: 'FFFFFF' } },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: '003087' } },
  alignment: { vertical: 'top', wrapText: true },
}

const formats: Partial<Record<CellType, string>> = {
  whole: '#,##0',
  percent: '0.0%',
  date: 'dd mmm yyyy',
}

/** One table as a sheet, with its marking above and below. */
export function sheetOf(table: DataTable, marking: string): WriteSheet {
  const heads = table.columns.map(({ label }) => label)
  return {
    name: table.name,
    columns: table.columns.map(({ type }, index) => ({
      width: widthOf(table, index),
      ...(formats[type] === undefined ? {} : { numFmt: formats[type] }),
      style: { alignment: { vertical: 'top', wrapText: type === 'text' } },
    })),
    rows: [
      heads,
      ...table.rows.map((row) =>
        row.map((value, index) => cellOf(value, table.columns[index]?.type ?? 'text')),
      ),
    ],
    cells: new Map(
      heads.map((value, index) => [`0,${index}`, { value, type: 'string', style: headStyle }]),
    ),
    freezePane: { rows: 1 },
    headerFooter: { oddHeader: `&C${marking}`, oddFooter: `&C${marking}&RPage &P of &N` },
    pageSetup: {
      orientation: 'landscape',
      paperSize: 'a4',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
    },
    a11y: { summary: table.about },
  }
}

function cellOf(value: CellValue, type: CellType): SheetValue {
  if (typeof value === 'number') return type === 'percent' ? value / 1000 : value
  if (type === 'date' && typeof value === 'string') return new Date(`${value}T00:00:00.000Z`)
  return value
}

/** As wide as the longest short text, never wider than a column that can be read. */
function widthOf(table: DataTable, index: number): number {
  let longest = table.columns[index]?.label.length ?? 0
  for (const row of table.rows.slice(0, 200))
    longest = Math.max(longest, String(row[index] ?? '').length)
  return Math.min(48, Math.max(9, longest + 2))
}

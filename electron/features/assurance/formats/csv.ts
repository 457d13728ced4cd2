// Its entry for Node declares a `require` of its own, which the build does as well.
import { zipSync } from 'fflate/browser'
import { type AnyReport, tablesOf } from '#domain/assurance/any-report.ts'
import { csvText } from './csv-text.ts'
import { fileStem, madeAt, type ReportFile } from './report-file.ts'

/** Each table of the report as a CSV file. */
export const csvFiles = (model: AnyReport): ReportFile[] =>
  tablesOf(model).map((table) => ({
    name: `${table.name.toLowerCase()}.csv`,
    mediaType: 'text/csv;charset=utf-8',
    bytes: new TextEncoder().encode(csvText(table)),
  }))

/** All tables in one ZIP. The same report gives the same bytes. */
export function csvZip(model: AnyReport): ReportFile {
  const files = Object.fromEntries(csvFiles(model).map(({ name, bytes }) => [name, bytes]))
  return {
    name: `${fileStem(model)}-csv.zip`,
    mediaType: 'application/zip',
    bytes: zipSync(files, { level: 6, mtime: wallTime(madeAt(model)) }),
  }
}

/** A ZIP holds local time without a zone: written so that every machine writes the same. */
const wallTime = (at: Date) =>
  new Date(
    at.getUTCFullYear(),
    at.getUTCMonth(),
    at.getUTCDate(),
    at.getUTCHours(),
    at.getUTCMinutes(),
  )

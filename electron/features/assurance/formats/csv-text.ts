import type { CellType, CellValue, DataTable } from '#domain/assurance/tables/table.ts'

// A spreadsheet takes a cell for a formula by its first sign that can be seen. OWASP's list, widened by what
// spreadsheets skip before it (blanks, no-break spaces, zero-width signs) and by the full-width signs.
const startsFormula =
  /^[\s\u00a0\u00ad\u180e\u200b-\u200f\u2028-\u202f\u205f-\u2064\u3000\ufeff]*[=+\-@|\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/

/** A text that no spreadsheet runs: an apostrophe before whatever it could take for a formula. */
export const inert = (text: string): string => (startsFormula.test(text) ? `'${text}` : text)

/** RFC 4180: quoted where it holds a comma, a quote, a line end, or a blank at an end. */
const quoted = (text: string): string =>
  /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text

/** One value as text. A percentage is written as a number: 87.5. */
export function cellText(value: CellValue, type: CellType): string {
  if (value === null) return ''
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'number')
    return type === 'percent' ? `${Math.floor(value / 10)}.${value % 10}` : String(value)
  return quoted(inert(value))
}

const byteOrderMark = '\ufeff'

/** The table as CSV: UTF-8 with its mark, so that Excel reads accents; CRLF; a head row. */
export function csvText(table: DataTable): string {
  const head = table.columns.map(({ label, type }) =>
    quoted(inert(type === 'percent' ? `${label} (%)` : label)),
  )
  const rows = table.rows.map((row) =>
    row.map((value, index) => cellText(value, table.columns[index]?.type ?? 'text')),
  )
  return `${byteOrderMark}${[head, ...rows].map((cells) => `${cells.join(',')}\r\n`).join('')}`
}

/** A table of the report as data: one value in each cell, typed, for spreadsheets and for reading by machine. */

export type CellType = 'text' | 'whole' | 'percent' | 'date' | 'flag'

/**
 * `whole` is a count or minutes; `percent` is tenths of a per cent; `date` is YYYY-MM-DD. A cell that holds
 * nothing is null, never 0 and never an empty text: the status column of its row says why.
 */
export type CellValue = string | number | boolean | null

export interface TableColumn {
  key: string
  label: string
  type: CellType
}

export interface DataTable {
  /** Names the sheet and the file: at most 31 characters, letters, digits and hyphens. */
  name: string
  /** What the rows are, in one sentence. */
  about: string
  columns: readonly TableColumn[]
  rows: readonly (readonly CellValue[])[]
}

const column =
  (type: CellType) =>
  (key: string, label: string): TableColumn => ({ key, label, type })

export const text = column('text')
export const whole = column('whole')
export const percent = column('percent')
export const date = column('date')
export const flag = column('flag')

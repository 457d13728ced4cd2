/** A sheet as it was read from a file: text and numbers alone, never a formula. */

/** A day that the spreadsheet itself calls a day arrives as YYYY-MM-DD. */
export type Cell = string | number | null

export interface SheetRow {
  /** The number that the spreadsheet shows beside the row, from 1. */
  row: number
  cells: readonly Cell[]
}

export interface Sheet {
  name: string
  /** What stands over each column; titles above them are left out. */
  headings: readonly string[]
  /** The rows under the headings that hold anything. */
  rows: readonly SheetRow[]
  /** Days as bare numbers are counted from 1904 instead of 1900. */
  from1904: boolean
  /** What was found while reading, in words: merged cells, formulas. */
  notes: readonly string[]
}

/** A cell as text, without blanks at its ends; empty where it holds nothing. */
export const textIn = (cell: Cell | undefined): string =>
  cell === null || cell === undefined
    ? ''
    : String(cell)
        .normalize('NFC')
        .replace(/[\s\u00a0]+/g, ' ')
        .trim()

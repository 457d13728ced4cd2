import { type Block, type Column, cell } from './print-document.ts'

/** A table with room to write by hand: what is asked, and empty cells for the answers. */
export const writeTable = (
  caption: string,
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
): Block => ({
  kind: 'table',
  caption,
  dense: true,
  write: true,
  empty: '',
  columns,
  rows: rows.map((texts) => texts.map((text) => cell(text))),
})

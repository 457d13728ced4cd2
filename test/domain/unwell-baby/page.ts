import { readFileSync } from 'node:fs'
import { tableUnder } from '../../support/markdown-table.ts'

/** A table of a page in docs/states as `[line, row]` pairs for `test.each`. */
export function linesUnder(page: string, heading: string): [string, (column: string) => string][] {
  const text = readFileSync(new URL(`../../../docs/states/${page}.md`, import.meta.url), 'utf8')
  return tableUnder(text, heading).map((row) => [
    row.line ?? '?',
    (column) => {
      const cell = row[column]
      if (cell === undefined) throw new Error(`No column "${column}" under "${heading}"`)
      return cell
    },
  ])
}

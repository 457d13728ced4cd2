import { readFileSync } from 'node:fs'
import { isLocalProblem, localToInstant } from '#domain/shared/calendar.ts'
import type { Instant } from '#domain/shared/time.ts'
import { tableUnder } from '../../support/markdown-table.ts'

const page = readFileSync(new URL('../../../docs/states/duties.md', import.meta.url), 'utf8')

type Cell = (column: string) => string

/** A table of docs/states/duties.md as `[first cell, row]` pairs for `test.each`. */
export function linesUnder(heading: string): [string, Cell][] {
  return tableUnder(page, heading).map((row) => [
    Object.values(row)[0] ?? '?',
    (column) => {
      const cell = row[column]
      if (cell === undefined) throw new Error(`No column "${column}" under "${heading}"`)
      return cell
    },
  ])
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** The instant of "Mon 23 Nov 2026 14:02" in local time; the day of the week is for the reader. */
export function instantOfWords(words: string): Instant {
  const match = /^(?:[A-Z][a-z]{2} )?(\d{1,2}) ([A-Z][a-z]{2}) (\d{4}) (\d\d:\d\d)$/.exec(words)
  if (!match) throw new Error(`"${words}" is no time`)
  const [, day = '', month = '', year = '', time = ''] = match
  const date = `${year}-${String(months.indexOf(month) + 1).padStart(2, '0')}-${day.padStart(2, '0')}`
  const instant = localToInstant({ date, time })
  if (isLocalProblem(instant)) throw new Error(instant.message)
  return instant
}

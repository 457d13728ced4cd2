import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Disclosure } from '#domain/assurance/report-model.ts'
import {
  type Clearance,
  clearingFault,
  leavingText,
  withheldBecause,
} from '#domain/assurance/written/free-text.ts'
import { tableUnder } from '../../../support/markdown-table.ts'

const page = readFileSync('docs/states/free-text.md', 'utf8')
const lines = (heading: string) => tableUnder(page, heading).map((row) => [row.line, row] as const)

const clearancesIn = (cell = ''): Clearance[] =>
  cell === '-'
    ? []
    : cell.split(', ').map((one) => {
        const [version, scope] = one.split(' ')
        return { entryVersion: Number(version), scope: scope as Disclosure }
      })

describe('a typed text in a report', () => {
  it.each(lines('1. Whether a wording'))('line %s of docs/states/free-text.md', (_, row) => {
    const why = withheldBecause(
      Number(row['wording now']),
      clearancesIn(row.cleared),
      row.report as Disclosure,
    )
    expect(why ?? '-').toBe(row['why withheld'])
    expect(leavingText('Words', why)).toEqual(
      row.shown === 'yes'
        ? { text: 'Words', withheld: false }
        : { text: `withheld: ${row['why withheld']}`, withheld: true },
    )
  })

  it.each(lines('2. Who may clear'))('line %s of docs/states/free-text.md', (_, row) => {
    const fault = clearingFault(row['wrote the words'] ?? '', row['clears them'] ?? '')
    expect(fault === null).toBe(row.may === 'yes')
  })
})

import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { withheldWord } from '#domain/assurance/disclosure.ts'
import { tenthsText } from '#domain/assurance/figure-text.ts'
import { cellsThatComeBack } from '#domain/assurance/shareable/comes-back.ts'
import { countsFigure } from '#domain/assurance/shareable/exact-figure.ts'
import { clashesWithEarlier, type ReleasedCell } from '#domain/assurance/shareable/ledger.ts'
import {
  cellNames,
  type Published,
  publishCell,
  publishFigure,
} from '#domain/assurance/shareable/small-numbers.ts'
import { periodOfDays } from '#domain/shared/calendar.ts'
import { tableUnder } from '../../../support/markdown-table.ts'

const page = readFileSync('docs/states/small-numbers.md', 'utf8')
const lines = (heading: string) =>
  tableUnder(page, heading).map((row) => [row.line, Object.values(row)] as const)
const shown = (cell: Published | null) => (cell === withheldWord ? 'w' : String(cell))
const exactOf = ([, pass, fail, incomplete, notEligible]: readonly (string | undefined)[]) =>
  countsFigure({
    pass: Number(pass),
    fail: Number(fail),
    incomplete: Number(incomplete),
    notEligible: Number(notEligible),
  })

const periods: Record<string, { from: string; to: string }> = {
  Q1: periodOfDays('2026-01-01', '2026-03-31'),
  Q2: periodOfDays('2026-04-01', '2026-06-30'),
  Q3: periodOfDays('2026-07-01', '2026-09-30'),
  year: periodOfDays('2026-01-01', '2026-12-31'),
}

const line = (period: string, count: string): ReleasedCell => {
  const cell = { size: Number(count), quantity: Number(count) }
  const { from, to } = periods[period] ?? { from: '', to: '' }
  const printed = publishCell(cell, 'count')
  return { measure: '5a-1', part: '', cell: 'pass', from, to, ...cell, printed }
}

describe('the page of small numbers', () => {
  it.each(lines('1. One figure'))('prints one figure as line %s says', (_, row) => {
    const printed = publishFigure(exactOf(row), 'count')
    const rate = printed.rateTenths === withheldWord ? 'w' : tenthsText(printed.rateTenths)
    expect([...cellNames.map((name) => shown(printed[name])), rate]).toEqual(row.slice(5, 12))
  })

  it.each(lines('2. What is refused'))('refuses or prints, line %s', (_, row) => {
    const comesBack = cellsThatComeBack({ exact: exactOf(row), unit: 'count' })
    expect(comesBack.length === 0 ? 'yes' : 'no').toBe(row[5])
  })

  it.each(lines('3. Earlier releases'))('looks into the ledger, line %s', (_, row) => {
    const [, before = '', then = '', now = '', count = '', printed] = row
    const clashes = clashesWithEarlier([line(now, count)], [line(before, then)], 'count')
    expect(clashes ? 'no' : 'yes').toBe(printed)
  })
})

describe('a cell of minutes', () => {
  it.each([
    [{ size: 0, quantity: 0 }, 0],
    [{ size: 7, quantity: 90_000 }, withheldWord],
    [{ size: 8, quantity: 90_100 }, 90_000],
    // Rounded away is not nothing.
    [{ size: 9, quantity: 100 }, withheldWord],
  ])('%o is printed as %s', (cell, printed) => {
    expect(publishCell(cell, 'minutes')).toBe(printed)
  })
})

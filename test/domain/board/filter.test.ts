import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { boardFilters, endOfShift, isShown } from '#domain/board/filter.ts'
import { tableUnder } from '../../support/markdown-table.ts'

const page = readFileSync(join(import.meta.dirname, '../../../docs/states/board-filter.md'), 'utf8')
const at = (time: string) => `2026-11-23T${time}:00.000Z`

it.each(tableUnder(page, '1. The table').map((row) => [row.line, row] as const))(
  'line %s of docs/states/board-filter.md',
  (_, row) => {
    const pair = {
      fallback: row.level === 'fallback',
      reviewsDueAt: row.review === '-' ? [] : (row.review ?? '').split(', ').map(at),
      episode: row.episode === 'yes',
      away: row.away === 'baby',
    }
    const well = { fallback: false, reviewsDueAt: [], episode: false, away: false }
    const bed = {
      overdue: row.overdue === 'yes',
      withoutBed: row.overdue === 'no bed',
      unread: Number(row.unread),
      motherAway: row.away === 'mother',
      pairs: row.level === 'none' ? [] : [pair],
    }
    const under = (of: typeof bed) =>
      boardFilters.filter((filter) => isShown(filter, of, at('20:00'))).join(', ') || '-'
    expect(under(bed)).toBe(row['shown under'])
    // A twin to whom nothing is open changes nothing, wherever it stands.
    expect(under({ ...bed, pairs: [well, ...bed.pairs] })).toBe(row['shown under'])
  },
)

describe('the end of the shift', () => {
  it('is that of the last who is on it', () => {
    expect(endOfShift([at('20:00'), at('15:00')], at('10:00'))).toBe(at('20:00'))
  })
  it('is 12 hours from now where nobody is recorded', () => {
    expect(endOfShift([], at('10:00'))).toBe(at('22:00'))
  })
})

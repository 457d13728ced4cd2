import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gapsOf } from '#domain/chronology/gaps.ts'
import { addDaysToDate } from '#domain/shared/calendar.ts'
import { tableUnder } from '../../support/markdown-table.ts'
import { aLine, page, shipped, spoken, written } from './builders.ts'

const until = '2026-06-01'
const timeGaps = (told: readonly ReturnType<typeof aLine>[]) =>
  gapsOf({ lines: told, awaited: [], until }, shipped).filter(({ kind }) => kind === 'time')

describe('gaps in time', () => {
  it.each(tableUnder(page, '1. Gaps in time').map((row) => [row.line, row] as const))(
    'line %s of docs/states/chronology.md',
    (_, row) => {
      const told = row['told of'] ?? ''
      const lines =
        told === 'nothing'
          ? []
          : told.split('; ').map((text) => {
              const [first = '', last] = text.split(' to ')
              return aLine({
                happened: written(first),
                ended: last === undefined ? null : written(last).on,
              })
            })
      const found = timeGaps(lines).map(({ first, last }) => `${spoken(first)} to ${spoken(last)}`)
      expect(found.join('; ') || 'none').toBe(row.gaps)
    },
  )

  it('never call a day a gap of which something is told, and are always longer than the limit', () => {
    const day = fc.integer({ min: 0, max: 800 }).map((n) => addDaysToDate('2024-04-01', n))
    fc.assert(
      fc.property(fc.array(day, { maxLength: 30 }), (days) => {
        const lines = days.map((on) => aLine({ happened: { on, precision: 'day' } }))
        for (const { first = '', last = '' } of timeGaps(lines)) {
          expect(days.some((on) => on >= first && on <= last)).toBe(false)
          expect(addDaysToDate(first, shipped.gaps.days) <= last).toBe(true)
        }
      }),
    )
  })

  it('are not closed by a letter that was merely written then', () => {
    const letter = aLine({ from: 'document', happened: written('Mar 2025') })
    expect(timeGaps([letter])).toEqual(timeGaps([]))
  })
})

describe('other gaps', () => {
  const found = gapsOf(
    {
      lines: [aLine({ happened: { on: null, precision: 'not-known' }, what: 'A fall' })],
      awaited: [
        { title: 'GP record', sourceName: 'The Surgery', state: 'asked' },
        { title: 'Police', sourceName: 'Westmarch Police', state: 'expected' },
        { title: 'Risk assessment', sourceName: '', state: 'expected' },
      ],
      until,
    },
    shipped,
  )
  it('name each document that has not come, and each event without a date', () => {
    expect(found.filter(({ kind }) => kind !== 'time').map(({ text }) => text)).toEqual([
      'GP record, from The Surgery: asked for, not received',
      'Police, from Westmarch Police: not asked for yet',
      'Risk assessment: nobody is known who holds it',
      'When it happened is not known: A fall',
    ])
  })
})

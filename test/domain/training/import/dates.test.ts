import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDaysToDate } from '#domain/shared/calendar.ts'
import { dateOrderIn, readDate } from '#domain/training/import/dates.ts'
import type { Cell } from '#domain/training/import/sheet.ts'

test.each<[Cell, string | null]>([
  [null, null],
  ['  ', null],
  ['2026-11-23', '2026-11-23'],
  ['2026-11-23 00:00:00', '2026-11-23'],
  ['2026/1/5', '2026-01-05'],
  ['23/11/2026', '2026-11-23'],
  ['5.1.2026', '2026-01-05'],
  ['23 Nov 2026', '2026-11-23'],
  ['23-NOV-2026', '2026-11-23'],
  ['1st September 2026', '2026-09-01'],
  ['November 23, 2026', '2026-11-23'],
  [45_231, '2023-11-01'],
  [45_231.75, '2023-11-01'],
  [61, '1900-03-01'],
])('%j is %j', (cell, date) => {
  expect(readDate(cell, 'day-first', false)).toEqual({ date })
})

test.each<Cell>([
  '23/11/26',
  '31/02/2026',
  '11/23/2026', // month first in a file that is day first
  'spring',
  '32 Nov 2026',
  '5 Nonsense 2026',
  '20261123',
  'n/a',
  0,
  60, // the 29 February 1900 that never was
  -1,
  2_026,
  1e9,
  Number.NaN,
])('%j is a fault in words, never a guess', (cell) => {
  const read = readDate(cell, 'day-first', false)
  // 2026 as a day of 1905 is a day of the calendar; the rules on certificates refuse its year.
  if (cell === 2_026) expect(read).toEqual({ date: '1905-07-18' })
  else expect(read).toMatchObject({ fault: expect.any(String) })
})

test.each<[Cell[], ReturnType<typeof dateOrderIn>]>([
  [[], null],
  [['2026-11-23', 45_000, null, '23 Nov 2026'], null],
  [['04/04/2026'], null],
  [['13/04/2026', '03/04/2026'], 'day-first'],
  [['03/04/2026'], 'ask'],
  [['04/13/2026'], 'ask'],
  [['13/04/2026', '04/13/2026'], 'ask'],
])('the order of %j is %j', (cells, order) => {
  expect(dateOrderIn(cells)).toBe(order)
})

const day = fc.integer({ min: 0, max: 60_000 }).map((days) => addDaysToDate('1930-01-01', days))

test('every day reads back from each way of writing it', () => {
  fc.assert(
    fc.property(day, (date) => {
      const [year, month, number] = date.split('-')
      expect(readDate(`${number}/${month}/${year}`, 'day-first', false)).toEqual({ date })
      expect(readDate(`${month}/${number}/${year}`, 'month-first', false)).toEqual({ date })
      const serial = Math.round((Date.parse(date) - Date.parse('1899-12-30')) / 86_400_000)
      expect(readDate(serial, 'day-first', false)).toEqual({ date })
      expect(readDate(serial - 1462, 'day-first', true)).toEqual({ date })
    }),
  )
})

test('no text makes it throw', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.double()), (cell) => {
      expect(readDate(cell, 'day-first', false)).toBeTypeOf('object')
    }),
  )
})

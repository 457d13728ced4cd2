import { expect, test } from 'vitest'
import { compared } from '#domain/supervision/compared.ts'
import { everywhere } from './builders.ts'

const of = (rows: ReturnType<typeof compared>, place: string, activity = 'all') =>
  rows
    .find((row) => row.place === place && row.activity === activity)
    ?.cells.map(({ level, shift }) => `${level} ${shift}`)

test('each decision stands beside the one before it, place by place', () => {
  const rows = compared([
    { cells: everywhere('SUP-1') },
    { cells: [{ place: 'home', activity: 'all', level: 'SUP-2' }] },
    { cells: everywhere('SUP-2') },
    { cells: [{ place: 'home', activity: 'all', level: 'not-allowed' }] },
  ])
  expect(of(rows, 'home')).toEqual([
    'SUP-1 first',
    'SUP-2 less-strict',
    'SUP-2 same',
    'not-allowed stricter',
  ])
  expect(of(rows, 'grounds')).toEqual([
    'SUP-1 first',
    'null not-named',
    'SUP-2 less-strict',
    'null not-named',
  ])
})

test('an activity has a row of its own where any decision sets it apart', () => {
  const rows = compared([
    { cells: everywhere('SUP-3') },
    {
      cells: [...everywhere('SUP-3'), { place: 'unit-day', activity: 'bathing', level: 'SUP-1' }],
    },
  ])
  expect(of(rows, 'unit-day', 'bathing')).toEqual(['SUP-3 first', 'SUP-1 stricter'])
  expect(of(rows, 'unit-night', 'bathing')).toBeUndefined()
  expect(rows).toHaveLength(9)
})

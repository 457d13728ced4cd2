import { expect, test } from 'vitest'
import type { CellLevel } from '#domain/supervision/codes.ts'
import type { PlaceStanding } from '#domain/supervision/current.ts'
import { strictestHere } from '#domain/supervision/strictest-here.ts'

const here = (level: CellLevel, ...tasks: CellLevel[]) =>
  strictestHere({
    level,
    exceptions: tasks.map((one) => ({ level: one })) as PlaceStanding['exceptions'],
  })

test.each<[CellLevel, CellLevel[], CellLevel]>([
  ['SUP-4', [], 'SUP-4'],
  ['SUP-4', ['SUP-2'], 'SUP-2'],
  ['SUP-2', ['SUP-4'], 'SUP-2'],
  ['SUP-4', ['SUP-3', 'SUP-1'], 'SUP-1'],
  ['SUP-4', ['not-allowed'], 'SUP-4'],
  ['not-allowed', ['SUP-4'], 'not-allowed'],
])('%s with tasks %s goes out as %s', (level, tasks, expected) => {
  expect(here(level, ...tasks)).toBe(expected)
})

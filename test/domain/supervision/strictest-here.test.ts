import { expect, test } from 'vitest'
import type { CellLevel } from '#domain/supervision/codes.ts'
import type { PlaceStanding, SideStanding } from '#domain/supervision/current.ts'
import { shownSide, stricterActivities, strictestHere } from '#domain/supervision/strictest-here.ts'
import { rules } from './rules-of-the-unit.ts'

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

const bathing = { activity: 'bathing', level: 'SUP-1' }
const place = (level: CellLevel, ...exceptions: object[]) =>
  ({ level, exceptions }) as unknown as PlaceStanding
test.each([
  ['stricter by day', [place('SUP-3', bathing), place('SUP-3')], 'decided', ['bathing']],
  [
    'stricter in two places, said once',
    [place('SUP-3', bathing), place('SUP-3', bathing)],
    'decided',
    ['bathing'],
  ],
  ['alike', [place('SUP-3'), place('SUP-3')], 'decided', []],
  ['less strict', [place('SUP-3', { ...bathing, level: 'SUP-4' })], 'decided', []],
  [
    'not allowed: strictest of all',
    [place('SUP-3', { ...bathing, level: 'not-allowed' })],
    'decided',
    ['bathing'],
  ],
  [
    'in a place where she may not be',
    [place('not-allowed', bathing), place('SUP-3')],
    'decided',
    [],
  ],
  ['under the fallback', [place('SUP-3', bathing)], 'fallback-expired', []],
] as const)('activities of a side: %s', (_, places, reason, expected) => {
  expect(stricterActivities({ general: 'SUP-3', reason }, places)).toEqual(expected)
})

test.each([
  ['stricter for one', [place('SUP-3', bathing)], 'SUP-1', ['SUP-3', 'stricter for bathing']],
  ['alike', [place('SUP-3')], 'SUP-3', ['SUP-3', '']],
] as const)('a side as it is shown: %s', (_, places, level, [shown, words]) => {
  const side = { level, general: 'SUP-3', reason: 'decided', dueAt: null, lateMinutes: 0 }
  expect(shownSide(rules, side as SideStanding, places)).toEqual({
    level: shown,
    stricterFor: words,
  })
})

import { describe, expect, test } from 'vitest'
import { needsApproval } from '#domain/shared/source.ts'
import {
  cellLevels,
  isStricter,
  levels,
  places,
  placesOf,
  strictestOf,
} from '#domain/supervision/codes.ts'
import {
  fallbackOf,
  levelName,
  levelRuleOf,
  placeName,
  supervisionRulesSchema,
} from '#domain/supervision/rule-content.ts'
import { rules } from './rules-of-the-unit.ts'

describe('the shipped supervision rules', () => {
  test('hold the five levels with their rounds and reviews', () => {
    expect(
      levels.map((level) => [
        levelRuleOf(rules, level).name,
        levelRuleOf(rules, level).roundMinutes,
        levelRuleOf(rules, level).reviewAtMostHours,
      ]),
    ).toEqual([
      ['Separate', null, 24],
      ['Constant', 15, 24],
      ['Close', 30, 72],
      ['General', 60, 168],
      ['Independent', 60, 168],
    ])
  })

  test('fall back to constant in every place, never without staff outside', () => {
    expect(places.map((place) => fallbackOf(rules, place).level)).toEqual([
      ...['SUP-1', 'SUP-1', 'SUP-1', 'SUP-1', 'not-allowed', 'SUP-1', 'SUP-1', 'SUP-1'],
    ])
  })

  test('every level waits for the unit to approve it', () => {
    expect(rules.levels.every(({ mark }) => needsApproval(mark))).toBe(true)
  })

  test('name what they hold', () => {
    expect(placeName(rules, 'hospital')).toBe('Hospital with the baby')
    expect(levelName(rules, 'not-allowed')).toBe('Not allowed')
    expect(levelName(rules, 'SUP-1')).toBe('Constant')
  })
})

describe('rules that are refused', () => {
  const changed = (change: (copy: typeof rules) => void) => {
    const copy = structuredClone(rules)
    change(copy)
    return supervisionRulesSchema.safeParse(copy)
  }

  test.each<[string, (copy: typeof rules) => void]>([
    ['a place without a fallback', (copy) => copy.fallback.pop()],
    ['a fallback twice', (copy) => copy.fallback.push({ ...fallbackOf(copy, 'home') })],
    [
      'separation as a fallback',
      (copy) => Object.assign(copy.fallback[0] ?? {}, { level: 'SUP-0' }),
    ],
    ['a lax fallback', (copy) => Object.assign(copy.fallback[0] ?? {}, { level: 'SUP-3' })],
    ['a missing level', (copy) => copy.levels.shift()],
    [
      'a review after more than a week',
      (copy) => Object.assign(copy.levels[3] ?? {}, { reviewAtMostHours: 169 }),
    ],
    ['a level without a source', (copy) => Object.assign(copy.levels[0] ?? {}, { source: ' ' })],
  ])('%s', (_, change) => expect(changed(change).success).toBe(false))
})

test('levels run from the strictest, and being allowed nowhere is stricter than any', () => {
  expect(cellLevels[0]).toBe('not-allowed')
  expect(isStricter('SUP-0', 'SUP-1')).toBe(true)
  expect(isStricter('SUP-1', 'SUP-1')).toBe(false)
  expect(strictestOf(['SUP-3', 'SUP-1', 'SUP-4'])).toBe('SUP-1')
  expect(strictestOf([])).toBeUndefined()
  expect(placesOf.inside).toEqual(['unit-day', 'unit-night'])
  expect(placesOf.outside).toHaveLength(6)
})

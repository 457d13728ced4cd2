import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { differences } from '#domain/rule-sets/differences.ts'
import { rulesWithin } from '#domain/rule-sets/rules-within.ts'

const rules = {
  levels: [
    {
      code: 'SUP-1',
      name: 'Constant',
      reviewAtMostHours: 24,
      source: 'Domain 4.1',
      mark: 'proposal',
    },
    {
      code: 'SUP-2',
      name: 'Close',
      reviewAtMostHours: 72,
      source: 'Domain 4.1',
      mark: 'published',
    },
  ],
  lateEntry: { minutes: 60, source: 'Default', mark: 'proposal' },
}

describe('what would change', () => {
  test('is nothing between the same rules', () => {
    expect(differences(rules, structuredClone(rules))).toEqual([])
  })

  test('is named by the code and name of the rule and the words of its field', () => {
    const after = structuredClone(rules)
    after.levels[1] = { ...rules.levels[1], reviewAtMostHours: 48 } as never
    expect(differences(rules, after)).toEqual([
      { where: ['levels', 'SUP-2 Close', 'review at most hours'], was: '72', becomes: '48' },
    ])
  })

  test('shows a rule that is new and one that goes, and leaves the others alone', () => {
    const after = { ...rules, levels: [{ code: 'SUP-9', name: 'New' }, rules.levels[0]] }
    expect(
      differences(rules, after).map(({ where, was, becomes }) => [where[1], was, becomes]),
    ).toEqual([
      ['SUP-9 New', null, 'code: SUP-9, name: New'],
      ['SUP-2 Close', expect.stringContaining('Close'), null],
    ])
  })

  test('shows a changed order of a list, since order can matter', () => {
    expect(differences({ list: ['a', 'b'] }, { list: ['b', 'a'] })).toEqual([
      { where: ['list'], was: 'a; b', becomes: 'b; a' },
    ])
  })

  test('is empty for equal values alone, whatever they are', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
        const left = JSON.parse(JSON.stringify(a))
        const right = JSON.parse(JSON.stringify(b))
        expect(differences(left, left)).toEqual([])
        const isSame = sorted(left) === sorted(right)
        expect(differences(left, right).length === 0).toBe(isSame)
      }),
    )
  })
})

/** JSON with the keys of objects in order: their order says nothing. */
const sorted = (value: unknown): string =>
  JSON.stringify(value, (_, inner) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )

test('every rule with a source is found, with what it says', () => {
  expect(rulesWithin(rules)).toEqual([
    {
      where: ['levels', 'SUP-1 Constant'],
      says: 'Constant',
      source: 'Domain 4.1',
      mark: 'proposal',
    },
    { where: ['levels', 'SUP-2 Close'], says: 'Close', source: 'Domain 4.1', mark: 'published' },
    { where: ['late entry'], says: 'minutes 60', source: 'Default', mark: 'proposal' },
  ])
})

import { describe, expect, test } from 'vitest'
import { readValue, valuesWithin, withValue } from '#domain/rule-sets/values.ts'

const rules = {
  levels: [
    { code: 'SUP-1', name: 'Constant', hours: 24, rounds: null },
    { code: 'SUP-2', name: 'Close', hours: 72, rounds: true },
  ],
  words: ['one', 'two'],
}

describe('the values within rules', () => {
  test('each has a way to it and words for it', () => {
    const values = valuesWithin(rules)
    expect(values).toHaveLength(10)
    expect(values[6]).toEqual({
      path: ['levels', 1, 'hours'],
      where: ['levels', 'SUP-2 Close', 'hours'],
      value: 72,
    })
    expect(values[9]?.where).toEqual(['words', 'number 2'])
  })

  test('each can be changed alone, and the rest stays', () => {
    for (const { path, value } of valuesWithin(rules)) {
      const changed = withValue(rules, path, 'other')
      const after = valuesWithin(changed)
      expect(after.filter((one) => one.value === 'other')).toHaveLength(1)
      expect(withValue(changed, path, value)).toEqual(rules)
    }
  })

  test('a way that leads nowhere is refused', () => {
    expect(() => withValue(rules, ['levels', 9, 'hours'], 1)).toThrow()
    expect(() => withValue(rules, ['__proto__', 'x'], 1)).toThrow()
  })
})

test.each([
  ['48', 24, 48],
  ['1.5', 24, 1.5],
  ['two days', 24, 'two days'],
  ['48', 'Close', '48'],
  ['yes', true, true],
  ['no', true, false],
  ['', 24, null],
  ['', 'Close', ''],
  ['15', null, 15],
  ['none', null, 'none'],
] as const)('%j typed over %j is %j', (typed, before, expected) => {
  expect(readValue(typed, before)).toBe(expected)
})

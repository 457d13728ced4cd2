import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contentHash } from '../../../../electron/platform/store/audit.ts'
import {
  canonical,
  canonicalJson,
  inNfc,
  type JsonValue,
} from '../../../../electron/platform/store/canonical.ts'

const text = fc.string({ unit: 'grapheme' }).map((one) => one.normalize('NFC'))
const { tree } = fc.letrec<{ tree: JsonValue }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small' },
    text,
    fc.maxSafeInteger().map((one) => (Object.is(one, -0) ? 0 : one)),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('tree')),
    fc.dictionary(text, tie('tree')),
  ),
}))

const shuffled = (value: JsonValue): JsonValue => {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(shuffled)
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, shuffled(inner as JsonValue)]),
  )
}

describe('the canonical encoding', () => {
  it('is the same whatever the order of keys', () => {
    fc.assert(
      fc.property(tree, (value) => {
        expect(canonical(shuffled(value)).equals(canonical(value))).toBe(true)
        expect(canonicalJson(shuffled(value))).toBe(canonicalJson(value))
      }),
    )
  })

  it('differs for different values', () => {
    fc.assert(
      fc.property(tree, tree, (a, b) => {
        const same = canonicalJson(a) === canonicalJson(b)
        expect(canonical(a).equals(canonical(b))).toBe(same)
      }),
    )
  })

  it('writes JSON that reads back as the value', () => {
    fc.assert(
      fc.property(tree, (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(value)
      }),
    )
  })

  it.each([
    [
      ['ab', 'c'],
      ['a', 'bc'],
    ],
    [[], ['']],
    [[[]], []],
    [{ a: null }, {}],
    ['1', 1],
    [true, 'true'],
    [
      [1, [2]],
      [[1], 2],
    ],
    [{ a: 'b' }, ['a', 'b']],
  ])('tells %j from %j', (a, b) => {
    expect(canonical(a).equals(canonical(b))).toBe(false)
  })

  it('is this, to the byte, for ever', () => {
    const value = { z: [1, -20, true, false, null], ä: 'Siân', a: { b: '' } }
    expect(canonical(value).toString('utf8')).toBe(
      'o3:s1:ao1:s1:bs0:s1:zl5:i1;i-20;t;f;n;s2:äs5:Siân',
    )
    expect(contentHash(['a', 'b'], { b: 2, a: 'Siân', c: 'left out' })).toBe(
      contentHash(['a', 'b'], { a: 'Sia\u0302n', b: 2 }),
    )
  })

  it.each([
    1.5,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    -0,
    2 ** 53,
    undefined,
    10n,
    new Date(0),
    new Map(),
    () => 1,
    Symbol('a'),
    '\ud800',
    'e\u0301',
    { a: undefined },
    [undefined],
    new Array(2),
  ])('refuses %s, which has no one form', (value) => {
    expect(() => canonical(value as JsonValue)).toThrow()
  })

  it('refuses a cycle', () => {
    const cycle: JsonValue[] = []
    cycle.push(cycle)
    expect(() => canonical(cycle)).toThrow('32 levels')
  })
})

describe('text in one form', () => {
  it('is made so in keys and values', () => {
    expect(inNfc({ 'e\u0301': ['e\u0301'] })).toEqual({ é: ['é'] })
    expect(() => inNfc({ 'e\u0301': 1, é: 2 })).toThrow('same text')
  })
})

describe('the hash of a content', () => {
  it('changes with any named field and with no other', () => {
    const fields = ['level', 'place']
    const content = { level: 'SUP-1', place: null, label: 'x' }
    const hash = contentHash(fields, content)
    expect(hash).toMatch(/^[0-9a-f]{64}$/)
    expect(contentHash(fields, { ...content, label: 'y' })).toBe(hash)
    expect(contentHash(fields, { ...content, level: 'SUP-2' })).not.toBe(hash)
    expect(contentHash(fields, { ...content, place: '' })).not.toBe(hash)
    expect(contentHash(['place', 'level'], content)).not.toBe(hash)
  })

  it('needs every named field', () => {
    expect(() => contentHash(['level', 'gone'], { level: 1 })).toThrow('gone')
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { payloadFailure, payloadLimitBytes } from '../../../electron/platform/payload.ts'

const fieldOf = (input: unknown) => payloadFailure(input)?.fields?.[0]?.field
const nested = (depth: number): unknown => (depth === 0 ? 'end' : { in: nested(depth - 1) })

describe('an input is taken', () => {
  test.each([
    ['nothing', undefined],
    ['plain data', { a: [1, 'x', null, true, undefined, { b: -0.5 }] }],
    ['an object without a prototype', Object.assign(Object.create(null), { a: 1 })],
    ['1 MB of text exactly', { a: 'x'.repeat(payloadLimitBytes - 1) }],
    ['bytes', { part: new Uint8Array(payloadLimitBytes) }],
    ['32 levels', nested(32)],
    ['emoji and other alphabets', { a: '👩🏽‍🍼 நூர் نور' }],
  ])('with %s', (_what, input) => {
    expect(payloadFailure(input)).toBeNull()
  })

  test('whatever the data, if it is plain, small and well formed', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5, stringUnit: 'grapheme-ascii' }), (value) => {
        const failure = payloadFailure(value)
        if (failure) expect(failure.fields?.[0]?.message).toMatch(/cannot be used/)
      }),
    )
  })
})

describe('an input is refused at its field', () => {
  test.each([
    ['too much text', { small: 'x', note: 'x'.repeat(payloadLimitBytes) }, 'note'],
    ['too much text in many bytes', { note: '€'.repeat(400_000) }, 'note'],
    ['too many bytes', { part: new Uint8Array(payloadLimitBytes + 1) }, ''],
    ['33 levels', { a: nested(32) }, `a${'.in'.repeat(32)}`],
    ['too many values', { list: Array(60_000).fill(0) }, 'list.49998'],
    ['NUL', { a: [{ b: 'x\u0000' }] }, 'a.0.b'],
    ['half a character', { a: 'x\udc00' }, 'a'],
    ['infinity', { a: Number.POSITIVE_INFINITY }, 'a'],
    ['a date', { a: new Date() }, 'a'],
    ['an instance', { a: new (class Thing {})() }, 'a'],
    ['a key from the prototype', { a: { constructor: 1 } }, 'a.constructor'],
    ['a key of 201 letters', { ['k'.repeat(201)]: 1 }, 'k'.repeat(60)],
    ['a big integer', { a: 1n }, 'a'],
  ])('for %s', (_what, input, field) => {
    expect(fieldOf(input)).toBe(field)
  })

  test('without ever throwing, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.anything({ withDate: true, withMap: true, withNullPrototype: true }),
        (value) => {
          expect(() => payloadFailure(value)).not.toThrow()
        },
      ),
    )
  })
})

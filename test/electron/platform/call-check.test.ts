import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkCall } from '../../../electron/platform/call-check.ts'

const good = { path: 'supervision.record', type: 'mutation', input: { level: 'SUP-1' } }

function nested(depth: number): unknown {
  let value: unknown = 'bottom'
  for (let level = 0; level < depth; level += 1) value = { value }
  return value
}

describe('A call from a page', () => {
  test.each([
    ['a command', { ...good, operationId: randomUUID() }],
    ['a query with nothing to say', { path: 'board.view', type: 'query', input: undefined }],
    ['a signature', { ...good, password: 'correct horse battery' }],
    ['two people', { ...good, second: { signInName: 'r.okafor', password: 'x' } }],
    ['a deeper path', { ...good, path: 'unwellBaby.episode.close' }],
    ['a file', { ...good, input: { bytes: new Uint8Array(2_000_000) } }],
  ])('passes: %s', (_what, call) => {
    expect(checkCall(call)).toEqual(call)
  })

  test.each([
    ['nothing', undefined],
    ['text', 'supervision.record'],
    ['a list', [good]],
    ['no path', { ...good, path: undefined }],
    ['a path without a feature', { ...good, path: 'record' }],
    ['a path to a prototype', { ...good, path: '__proto__.constructor' }],
    ['a path of many thousand letters', { ...good, path: `a.${'b'.repeat(5000)}` }],
    ['a type that is none', { ...good, type: 'subscription' }],
    ['a field more', { ...good, role: 'administrator' }],
    ['a session of its own', { ...good, connection: 'x' }],
    ['an operation id that is none', { ...good, operationId: '1; drop table' }],
    ['a password that is no text', { ...good, password: { $ne: '' } }],
    [
      'a second person with a role',
      { ...good, second: { signInName: 'a', password: 'b', role: 'c' } },
    ],
    ['more text than a screen sends', { ...good, input: 'x'.repeat(3_000_001) }],
    ['text spread over many fields', { ...good, input: Array(600_000).fill('abcdef') }],
    ['half a million numbers', { ...good, input: Array(500_000).fill(1) }],
    ['too many bytes', { ...good, input: new Uint8Array(32_000_001) }],
    ['too deep', { ...good, input: nested(40) }],
    ['a map', { ...good, input: new Map() }],
    ['a date', { ...good, input: new Date() }],
    ['a big integer', { ...good, input: 1n }],
    ['a shared buffer', { ...good, input: new SharedArrayBuffer(8) }],
    ['bytes over a shared buffer', { ...good, input: new Uint8Array(new SharedArrayBuffer(8)) }],
    [
      'a prototype smuggled in',
      JSON.parse('{"path":"a.b","type":"query","input":{"__proto__":{"a":1}}}'),
    ],
  ])('is refused: %s', (_what, call) => {
    expect(checkCall(call)).toBeUndefined()
  })

  test('is judged without ever throwing, whatever it is', () => {
    fc.assert(
      fc.property(fc.anything(), (sent) => {
        expect(() => checkCall(sent)).not.toThrow()
      }),
    )
  })

  test('that refers to itself is refused', () => {
    const call: Record<string, unknown> = { ...good }
    call.input = call
    expect(checkCall(call)).toBeUndefined()
  })
})

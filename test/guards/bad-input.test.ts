import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Failure } from '#domain/shared/failure.ts'
import { type Permission, permits } from '#domain/users/permissions.ts'
import { roles } from '#domain/users/roles.ts'
import { declared, startTestUnit, type TestUnit, testPassword } from '../support/app.ts'

let unit: TestUnit
beforeAll(async () => {
  unit = await startTestUnit()
})
afterAll(() => unit.close())

const nested = (depth: number): unknown => (depth === 0 ? {} : { deeper: nested(depth - 1) })
const cyclic: Record<string, unknown> = {}
cyclic.self = cyclic

const spoilt: [string, unknown][] = [
  ['null', null],
  ['a number', 7],
  ['not a number', Number.NaN],
  ['a text', 'x'],
  ['a list', []],
  ['an empty form', {}],
  ['a form of another kind', { unknown: 1 }],
  ['a key that changes objects', JSON.parse('{"__proto__":{"role":"administrator"}}')],
  ['the constructor', { constructor: { prototype: {} } }],
  ['a name from the prototype', { toString: 'x' }],
  ['33 levels', nested(40)],
  ['itself inside itself', cyclic],
  ['NUL', { name: 'a\u0000b' }],
  ['half a character', { name: 'a\ud800' }],
  ['1 MB of text', { name: 'x'.repeat(1_048_577) }],
  ['a date', new Date(0)],
  ['a map', new Map([['a', 1]])],
  ['a function', { f: () => 1 }],
  ['a symbol', { [Symbol('x')]: 1 }],
  ['a big number', { n: 2n ** 70n }],
  ['half a million entries', Array.from({ length: 500_000 }, () => 1)],
  ['shared memory', new Uint8Array(new SharedArrayBuffer(8))],
]

/** Acts whose every question is optional: a rescue without a file takes the copy that fits. */
const askNothing = ['store.rescueKeys']

/** Somebody who may call it, so that only the input can be what is refused. */
function allowed(permission: (typeof declared)[number]['meta']['permission']) {
  const role = roles.find((one) => permission !== undefined && permits(one, permission))
  return role ? unit.as(role) : unit.nobody()
}

/** Somebody else who may be the second person. */
function partner(permission: Permission, first: ReturnType<typeof allowed>) {
  const role = roles.find(
    (one) => permits(one, permission) && !('role' in first && first.role === one),
  )
  return unit.second(role ?? 'ward-manager')
}

describe.each(declared)('$path', ({ path, meta }) => {
  test.each(spoilt)('refuses %s with a message', async (what, input) => {
    const user = allowed(meta.permission)
    const reply = await user.call(path, input, {
      password: testPassword,
      ...(meta.second ? { second: partner(meta.second, user) } : {}),
    })
    // What asks nothing that must be answered may be asked with nothing.
    if (what === 'an empty form' && meta.kind === 'read' && reply.ok) return
    if (what === 'an empty form' && askNothing.includes(path)) return
    const failure: Pick<Failure, 'message' | 'fields'> & { code: string } = reply.ok
      ? { code: 'done', message: '' }
      : reply.failure
    expect(failure.code).toBe('invalid')
    expect(failure.message).toMatch(/^[A-Z]/)
    for (const one of failure.fields ?? []) expect(one.message).toMatch(/^[A-Z].{5,}/)
    expect(failure.fields?.length).toBeGreaterThan(0)
  })
})

describe('whatever is sent', () => {
  test('is answered, and never with a fault', async () => {
    const writing = declared.filter(({ meta }) => meta.kind === 'command')
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...writing),
        fc.anything(),
        async ({ path, meta }, input) => {
          const reply = await allowed(meta.permission).call(path, input)
          expect(reply.ok).toBe(false)
        },
      ),
      { numRuns: 300 },
    )
  })

  test.each([
    ['0001-01-01', '9999-12-31', ['first', 'last']],
    ['0001-01-01', '2026-11-23', ['first']],
    ['2026-01-01', '9999-12-31', ['last']],
    ['1800-01-01', '2199-12-31', ['last']],
    ['1800-01-01', '1899-12-31', undefined],
    ['2100-01-01', '2199-12-31', ['first']],
    ['1926-11-24', '2026-11-23', undefined],
  ])('a period from %s to %s is answered at its fields', async (first, last, fields) => {
    const reply = await unit.as('commissioner').call('assurance.requirements', { first, last })
    expect(reply.ok ? undefined : reply.failure.fields?.map(({ field }) => field)).toEqual(fields)
  })

  test('a text of 1 MB is refused at its field, and nothing is written', async () => {
    const before = unit.app.house.store().chain.seq
    const failure = await unit
      .as('nurse')
      .fails('people.add', { kind: 'mother', givenName: 'x'.repeat(1_048_577) })
    expect(failure.fields).toEqual([
      {
        field: 'givenName',
        message: 'There is more text here than can be saved at once (1 MB). Shorten it',
      },
    ])
    expect(unit.app.house.store().chain.seq).toBe(before)
  })
})

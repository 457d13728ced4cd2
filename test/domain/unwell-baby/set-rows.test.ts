import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findingCodes, findingGroups } from '#domain/unwell-baby/findings.ts'
import { type ObservationSet, skipReasons } from '#domain/unwell-baby/observation.ts'
import { rowsOfSet, setsOfRows } from '#domain/unwell-baby/set-rows.ts'
import { signCodes, signs } from '#domain/unwell-baby/signs.ts'
import { recordedSet } from './builders.ts'

const reading = (decimals: number) =>
  fc.oneof(
    fc.record({
      kind: fc.constant('value' as const),
      value: fc.integer({ min: 0, max: 9999 }).map((n) => n / 10 ** decimals),
      confirmed: fc.boolean(),
    }),
    fc.record({
      kind: fc.constant('not-measured' as const),
      because: fc.constantFrom(...skipReasons),
    }),
    fc.record({
      kind: fc.constant('not-measured' as const),
      because: fc.constant('other' as const),
      note: fc.string({ minLength: 1 }),
    }),
  )

const anySet: fc.Arbitrary<Pick<ObservationSet, 'readings' | 'groups' | 'findings'>> = fc.record({
  readings: fc.record(
    Object.fromEntries(signCodes.map((code) => [code, reading(signs[code].decimals)])),
    { requiredKeys: [] },
  ),
  groups: fc.record(
    Object.fromEntries(
      findingGroups.map((group) => [
        group,
        fc.oneof(
          fc.record({ checked: fc.constant(true as const) }),
          fc.record({ checked: fc.constant(false as const), because: fc.string({ minLength: 1 }) }),
        ),
      ]),
    ),
    { requiredKeys: [] },
  ),
  findings: fc.subarray(findingCodes),
})

test('what is stored of a set comes back the same, each version with its own rows', () => {
  fc.assert(
    fc.property(anySet, anySet, (first, second) => {
      const sets = [first, second].map((one, index) =>
        recordedSet({}, { ...one, recordId: 'set-1', version: index + 1 }),
      )
      const keyed = sets.map((set) => ({
        ...rowsOfSet(set),
        key: { recordId: set.recordId, version: set.version },
      }))
      const all = <Part extends 'readings' | 'groups' | 'findings'>(part: Part) =>
        keyed.flatMap(({ key, ...rows }) => rows[part].map((row) => ({ ...row, ...key })))
      const back = setsOfRows(sets, {
        readings: all('readings') as never,
        groups: all('groups') as never,
        findings: all('findings') as never,
      })
      expect(back).toEqual(sets)
    }),
  )
})

test('a stored value is a whole number', () => {
  const [row] = rowsOfSet(recordedSet({ temperature: 38.2 })).readings
  expect(row).toMatchObject({ sign: 'temperature', value: 382 })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { arrivalFaults, endFaults, overlaps, pairFaults, type Span } from '#domain/stays/rules.ts'

const now = '2026-11-23T09:00:00.000Z'
const hour = (n: number) =>
  new Date(Date.parse('2026-11-01T00:00:00.000Z') + n * 3_600_000).toISOString()
const span = fc
  .tuple(fc.integer({ min: 0, max: 200 }), fc.option(fc.integer({ min: 1, max: 100 })))
  .map(
    ([start, length]): Span => ({
      startsAt: hour(start),
      endsAt: length === null ? null : hour(start + length),
    }),
  )

describe('two stretches of time', () => {
  test('overlap where some hour is in both, whichever comes first', () => {
    const holds = (one: Span, at: string) =>
      one.startsAt <= at && (one.endsAt === null || at < one.endsAt)
    fc.assert(
      fc.property(span, span, (a, b) => {
        const shared = Array.from({ length: 500 }, (_, n) => hour(n)).some(
          (at) => holds(a, at) && holds(b, at),
        )
        expect(overlaps(a, b)).toBe(shared)
        expect(overlaps(b, a)).toBe(shared)
      }),
    )
  })
})

describe('an arrival', () => {
  test.each([
    ['good', now, '1995-02-28', [], 0],
    ['in the future', '2026-11-23T09:00:00.001Z', null, [], 1],
    ['before her birth', '1995-02-27T23:00:00.000Z', '1995-02-28', [], 1],
    ['while another stay is open', now, null, [{ startsAt: hour(0), endsAt: null }], 1],
    ['after another stay', now, null, [{ startsAt: hour(0), endsAt: hour(24) }], 0],
    ['within another stay', hour(10), null, [{ startsAt: hour(0), endsAt: hour(24) }], 1],
  ])('%s', (_what, at, born, stays, faults) => {
    expect(arrivalFaults(at, born, stays, now)).toHaveLength(faults)
  })
})

describe('a pair', () => {
  const stay = { startsAt: '2026-11-20T09:00:00.000Z', endsAt: null }
  const baby = { bornOn: '2026-11-21', bornAt: null }
  test.each([
    ['begins at the birth', '2026-11-21T12:00:00.000Z', baby, stay, 0],
    ['not before the birth', '2026-11-20T23:00:00.000Z', baby, stay, 1],
    [
      'not before the minute of the birth',
      '2026-11-21T12:00:00.000Z',
      { ...baby, bornAt: '2026-11-21T12:01:00.000Z' },
      stay,
      1,
    ],
    [
      'not before the mother came',
      '2026-11-20T08:00:00.000Z',
      { bornOn: '2026-10-01', bornAt: null },
      stay,
      1,
    ],
    ['not in the future', '2026-11-24T08:00:00.000Z', baby, stay, 1],
    [
      'not after the stay',
      '2026-11-22T12:00:00.000Z',
      baby,
      { ...stay, endsAt: '2026-11-22T00:00:00.000Z' },
      1,
    ],
  ])('%s', (_what, at, facts, within, faults) => {
    expect(pairFaults(at, within, facts, [], now)).toHaveLength(faults)
  })

  test('is not where the baby is in another pair', () => {
    const other = [{ startsAt: '2026-11-21T09:00:00.000Z', endsAt: null }]
    expect(pairFaults('2026-11-22T09:00:00.000Z', stay, baby, other, now)).toHaveLength(1)
  })
})

describe('an end', () => {
  test.each([
    ['after every start', '2026-11-22T09:00:00.000Z', 0],
    ['at a start', '2026-11-21T09:00:00.000Z', 1],
    ['before a start', '2026-11-20T09:00:00.000Z', 1],
    ['in the future', '2026-11-23T10:00:00.000Z', 1],
  ])('%s', (_what, at, faults) => {
    expect(
      endFaults(at, ['2026-11-20T12:00:00.000Z', '2026-11-21T09:00:00.000Z'], now),
    ).toHaveLength(faults)
  })
})

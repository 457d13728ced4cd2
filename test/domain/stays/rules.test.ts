import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { instantOf } from '#domain/shared/calendar.ts'
import { arrivalFaults, endFaults, overlaps, pairFaults } from '#domain/stays/rules.ts'
import { unbornText, weeksPregnant } from '#domain/stays/unborn.ts'

const now = '2026-11-23T12:00:00.000Z'
const at = (day: string, time = '10:00') => `2026-11-${day}T${time}:00.000Z`
const only = (faults: { message: string }[]) => faults.map(({ message }) => message).join('; ')

describe('an arrival', () => {
  test.each<[string, string, string | null, { startsAt: string; endsAt: string | null }[], string]>(
    [
      ['now', at('23'), '1996-02-29', [], ''],
      ['in the future', at('24'), null, [], 'in the future'],
      ['before her birth', at('20'), '2026-11-21', [], 'before her date of birth'],
      [
        'while she is here',
        at('20'),
        null,
        [{ startsAt: at('01'), endsAt: null }],
        'on the unit already',
      ],
      [
        'within an earlier stay',
        at('05'),
        null,
        [{ startsAt: at('01'), endsAt: at('10') }],
        'in an earlier stay',
      ],
      [
        'on the minute an earlier stay ended',
        at('10'),
        null,
        [{ startsAt: at('01'), endsAt: at('10') }],
        '',
      ],
    ],
  )('%s', (_, arrivedAt, bornOn, stays, message) => {
    const found = only(arrivalFaults(arrivedAt, bornOn, stays, now))
    expect(message === '' ? found : found.includes(message)).toBe(message === '' ? '' : true)
  })
})

describe('a pair', () => {
  const stay = { startsAt: at('10'), endsAt: null }
  const baby = { bornOn: '2026-11-12', bornAt: at('12') }
  test.each<[string, string, { startsAt: string; endsAt: string | null }, object[], string]>([
    ['from the birth on the unit', at('12'), stay, [], ''],
    ['before the birth', at('12', '09:59'), stay, [], 'before the baby was born'],
    ['before the mother came', at('09'), stay, [], 'before the mother arrived'],
    ['after her stay', at('20'), { ...stay, endsAt: at('20') }, [], 'after her stay ended'],
    ['in the future', at('24'), stay, [], 'in the future'],
    [
      'while paired already',
      at('13'),
      stay,
      [{ startsAt: at('12'), endsAt: null }],
      'on the unit then already',
    ],
    ['again, after coming back', at('16'), stay, [{ startsAt: at('12'), endsAt: at('15') }], ''],
  ])('%s', (_, startedAt, span, pairs, message) => {
    const found = only(pairFaults(startedAt, span, baby, pairs as (typeof stay)[], now))
    expect(message === '' ? found : found.includes(message)).toBe(message === '' ? '' : true)
  })

  test('without a time of birth the day counts from its start', () => {
    const born = { bornOn: '2026-11-12', bornAt: null }
    expect(pairFaults(at('12', '00:00'), stay, born, [], now)).toEqual([])
  })
})

test('an end comes after every start, and not in the future', () => {
  expect(endFaults(at('20'), [at('10'), at('12')], now)).toEqual([])
  expect(only(endFaults(at('12'), [at('10'), at('12')], now))).toContain('before the start')
  expect(only(endFaults(at('24'), [at('10')], now))).toContain('in the future')
})

test('two stretches overlap just when they share a moment', () => {
  const some = fc
    .tuple(
      fc.integer({ min: 0, max: 20 }),
      fc.option(fc.integer({ min: 1, max: 10 }), { nil: null }),
    )
    .map(([start, length]) => ({
      startsAt: instantOf(start),
      endsAt: length === null ? null : instantOf(start + length),
    }))
  fc.assert(
    fc.property(some, some, (a, b) => {
      const holds = (span: typeof a, ms: number) =>
        span.startsAt <= instantOf(ms) && (span.endsAt === null || instantOf(ms) < span.endsAt)
      const shared = Array.from({ length: 60 }, (_, ms) => ms).some(
        (ms) => holds(a, ms) && holds(b, ms),
      )
      expect(overlaps(a, b)).toBe(shared)
    }),
  )
})

describe('a baby who is not born yet', () => {
  test('is told by weeks and due date', () => {
    expect(unbornText('2027-01-04', '2026-11-23')).toBe('Unborn, 34 wk, due 4 Jan 2027')
    expect(unbornText('2026-11-23', '2026-11-23')).toBe('Unborn, 40 wk, due 23 Nov 2026')
    expect(unbornText('2026-11-16', '2026-11-23')).toBe('Unborn, 41 wk, was due 16 Nov 2026')
    expect(unbornText(null, '2026-11-23')).toBe('Unborn, due date not known')
  })

  test('32 weeks, from which a unit admits, is eight weeks before the due date', () => {
    expect(weeksPregnant('2027-01-18', '2026-11-23')).toBe(32)
    expect(weeksPregnant('2027-01-19', '2026-11-23')).toBe(31)
  })
})

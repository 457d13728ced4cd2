import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import * as calendar from '#domain/shared/calendar.ts'

const { instantOf, epochMs, instantToLocal, localToInstant } = calendar

// Every minute from two days before to two days after each change of 2026, and any time of 60 years.
const aroundMarch = { min: Date.UTC(2026, 2, 27), max: Date.UTC(2026, 2, 31) }
const aroundOctober = { min: Date.UTC(2026, 9, 23), max: Date.UTC(2026, 9, 27) }
const someMinute = fc
  .oneof(
    fc.integer(aroundMarch),
    fc.integer(aroundOctober),
    fc.integer({ min: Date.UTC(1975, 0, 1), max: Date.UTC(2035, 0, 1) }),
  )
  .map((ms) => instantOf(Math.floor(ms / 60_000) * 60_000))

describe('the local clock', () => {
  test('agrees with the time zone library at any time', () => {
    fc.assert(
      fc.property(someMinute, (instant) => {
        const expected = Temporal.Instant.from(instant).toZonedDateTimeISO('Europe/London')
        const local = instantToLocal(instant)
        expect(`${local.date}T${local.time}`).toBe(
          expected.toPlainDateTime().toString().slice(0, 16),
        )
        expect(local.offsetMinutes).toBe(expected.offsetNanoseconds / 60e9)
      }),
      { numRuns: 1000 },
    )
  })

  test('goes there and back without loss, first and second told apart', () => {
    fc.assert(
      fc.property(someMinute, (instant) => {
        expect(localToInstant(instantToLocal(instant))).toBe(instant)
      }),
      { numRuns: 1000 },
    )
  })

  test('01:30 came twice on 25 October 2026: which has to be said', () => {
    const typed = { date: '2026-10-25', time: '01:30' }
    expect(localToInstant(typed)).toEqual({
      problem: 'repeated-hour',
      message:
        'The clocks went back: 01:30 on 25 Oct 2026 came twice. Say whether it was the first or the second',
    })
    expect(localToInstant({ ...typed, which: 'first' })).toBe('2026-10-25T00:30:00.000Z')
    expect(localToInstant({ ...typed, which: 'second' })).toBe('2026-10-25T01:30:00.000Z')
    expect(calendar.formatDateTime('2026-10-25T01:30:00.000Z')).toBe('25 Oct 2026, 01:30 (second)')
    expect(calendar.formatTime('2026-10-25T00:30:00.000Z')).toBe('01:30 (first)')
  })

  test.each([
    ['00:59', '2026-10-24T23:59:00.000Z'],
    ['02:00', '2026-10-25T02:00:00.000Z'],
  ])('%s on that night came once, and first or second makes no difference', (time, instant) => {
    expect(localToInstant({ date: '2026-10-25', time })).toBe(instant)
    expect(localToInstant({ date: '2026-10-25', time, which: 'second' })).toBe(instant)
  })

  test('01:30 did not come on 29 March 2026', () => {
    const refused = localToInstant({ date: '2026-03-29', time: '01:30' })
    expect(refused).toMatchObject({ problem: 'missing-hour' })
    expect(calendar.isLocalProblem(refused)).toBe(true)
    expect(localToInstant({ date: '2026-03-29', time: '01:00' })).toMatchObject({
      problem: 'missing-hour',
    })
    expect(localToInstant({ date: '2026-03-29', time: '02:00' })).toBe('2026-03-29T01:00:00.000Z')
  })

  test('is written as people write it', () => {
    expect(calendar.formatDateTime('2026-06-01T13:02:59.999Z')).toBe('1 Jun 2026, 14:02')
    expect(calendar.formatDate('2026-11-09')).toBe('9 Nov 2026')
  })
})

describe('what is typed', () => {
  test.each([
    ...[
      '2026-02-31',
      '2025-02-29',
      '2026-13-01',
      '03/04/2026',
      '26-04-03',
      '2026-4-3',
      '',
      '٢٠٢٦-٠١-٠١',
    ],
    ...['2026-01-01T00:00:00.000Z', '0000-00-00', ' 2026-01-01', '+002026-01-01'],
  ])('%j is not a date', (typed) => {
    expect(calendar.civilDateSchema.safeParse(typed).success).toBe(false)
  })

  test.each(['0001-01-01', '0206-06-01', '1799-12-31', '2200-01-01', '9999-12-31'])(
    '%s is no year of anything that is recorded here',
    (typed) => {
      const message = 'Enter a year from 1800 to 2199'
      const at = `${typed}T09:00:00.000Z`
      expect(calendar.civilDateSchema.safeParse(typed).error?.issues).toMatchObject([{ message }])
      expect(calendar.instantSchema.safeParse(at).error?.issues).toMatchObject([{ message }])
    },
  )

  test.each(['2024-02-29', '1899-12-31', '2026-12-31'])('%s is a date', (typed) => {
    expect(calendar.civilDateSchema.parse(typed)).toBe(typed)
  })

  test.each([
    ...[
      '2026-11-23T02:01:33Z',
      '2026-11-23T24:00:00.000Z',
      '2026-11-23T02:01:60.000Z',
      '2026-11-23',
    ],
    ...[
      '2026-02-31T00:00:00.000Z',
      '2026-11-23T02:01:33.000+00:00',
      '+012026-01-01T00:00:00.00Z',
      'now',
      '',
    ],
  ])('%j is not an instant', (typed) => {
    expect(calendar.instantSchema.safeParse(typed).success).toBe(false)
  })

  test('an instant has one form', () => {
    expect(calendar.instantSchema.parse('2026-11-23T02:01:33.000Z')).toBe(
      '2026-11-23T02:01:33.000Z',
    )
    expect(calendar.instantSchema.safeParse(1_790_000_000_000).success).toBe(false)
    expect(() => instantOf(Date.UTC(10_000, 0, 1))).toThrow(RangeError)
  })

  test.each(['24:00', '12:60', '9:00', '12:00:00', '12.30', ''])('%j is not a time', (typed) => {
    expect(calendar.clockTimeSchema.safeParse(typed).success).toBe(false)
  })
})

describe('days and minutes', () => {
  test('a day of a stay is counted by the calendar: one on arrival, two from midnight', () => {
    const arrived = '2026-10-24T22:30:00.000Z' // 23:30 local
    expect(calendar.dayOfStay(arrived, arrived)).toBe(1)
    expect(calendar.dayOfStay(arrived, '2026-10-24T22:59:00.000Z')).toBe(1)
    expect(calendar.dayOfStay(arrived, '2026-10-24T23:00:00.000Z')).toBe(2)
    expect(calendar.dayOfStay(arrived, '2026-10-26T00:00:00.000Z')).toBe(3)
  })

  test('a day of 25 hours and one of 23 hours are one day each', () => {
    const { from, to } = calendar.periodOfDays('2026-10-25', '2026-10-25')
    expect(calendar.minutesBetween(from, to)).toBe(25 * 60)
    const spring = calendar.periodOfDays('2026-03-29', '2026-03-29')
    expect(calendar.minutesBetween(spring.from, spring.to)).toBe(23 * 60)
    expect(calendar.addDays('2026-10-24T11:00:00.000Z', 1)).toBe('2026-10-25T12:00:00.000Z')
    expect(calendar.addDays('2026-03-28T01:30:00.000Z', 1)).toBe('2026-03-29T01:30:00.000Z')
    expect(calendar.addDays('2026-10-24T00:30:00.000Z', 1)).toBe('2026-10-25T00:30:00.000Z')
  })

  test('every day starts at its midnight, and the days join without a gap', () => {
    fc.assert(
      fc.property(someMinute, (instant) => {
        const date = calendar.dateOf(instant)
        const start = calendar.startOfDay(date)
        expect(start <= instant).toBe(true)
        expect(calendar.dateOf(start)).toBe(date)
        expect(calendar.dateOf(instantOf(epochMs(start) - 1))).toBe(
          calendar.addDaysToDate(date, -1),
        )
      }),
    )
  })

  test('elapsed minutes and hours pay no heed to the clocks', () => {
    expect(calendar.addHours('2026-10-24T23:30:00.000Z', 2)).toBe('2026-10-25T01:30:00.000Z')
    expect(calendar.minutesBetween('2026-10-25T00:30:00.000Z', '2026-10-25T01:30:59.999Z')).toBe(60)
    expect(calendar.addMinutes('2026-03-29T00:59:00.000Z', 2)).toBe('2026-03-29T01:01:00.000Z')
    expect(calendar.minutesBetween('2026-10-25T00:30:00.000Z', '2026-10-25T00:29:00.000Z')).toBe(-1)
  })

  test('a month later is the same day, or the last of a shorter month', () => {
    expect(calendar.addMonthsToDate('2026-01-31', 1)).toBe('2026-02-28')
    expect(calendar.addMonthsToDate('2026-11-23', 3)).toBe('2027-02-23')
  })

  test('weekdays run from Monday to Sunday', () => {
    expect(calendar.weekdayOf('2026-11-23')).toBe(1)
    expect(calendar.weekdayOf('2026-11-22')).toBe(7)
    expect(calendar.daysBetween('2024-02-28', '2024-03-01')).toBe(2)
  })
})

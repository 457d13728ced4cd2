import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { englandBankHolidays } from '#domain/shared/bank-holidays.ts'
import { addDaysToDate, instantOf, weekdayOf } from '#domain/shared/calendar.ts'
import { dueOf, type Limit, limitSchema, limitText } from '#domain/shared/limits.ts'
import {
  calendarKnown,
  calendarWarning,
  isWorkingDay,
  workingDayAfter,
} from '#domain/shared/working-days.ts'

/** Easter Sunday by the anonymous Gregorian rule. */
function easter(year: number): string {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = Math.floor(b / 4)
  const f = Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3)
  const h = (19 * a + b - d - f + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const month = Math.floor((h + l - 7 * m + 114) / 31)
  const day = ((h + l - 7 * m + 114) % 31) + 1
  return `${year}-0${month}-${String(day).padStart(2, '0')}`
}

/** The holidays of an ordinary year by the Banking and Financial Dealings Act 1971 and custom. */
function byRule(year: number): string[] {
  const monday = (from: string) => {
    let date = from
    while (weekdayOf(date) !== 1) date = addDaysToDate(date, 1)
    return date
  }
  const dates: string[] = []
  const observe = (date: string) => {
    let free = date
    while (weekdayOf(free) > 5 || dates.includes(free)) free = addDaysToDate(free, 1)
    dates.push(free)
  }
  observe(`${year}-01-01`)
  dates.push(addDaysToDate(easter(year), -2), addDaysToDate(easter(year), 1))
  dates.push(monday(`${year}-05-01`), monday(`${year}-05-25`), monday(`${year}-08-25`))
  observe(`${year}-12-25`)
  observe(`${year}-12-26`)
  return dates.sort()
}

describe('bank holidays of England', () => {
  // 2020, 2022 and 2023 had a moved or an added day.
  test.each([2016, 2017, 2018, 2019, 2021, 2024, 2025, 2026, 2027, 2028])(
    '%i is as the law makes it',
    (year) => {
      const listed = englandBankHolidays.dates.filter((date) => date.startsWith(`${year}`))
      expect([...listed].sort()).toEqual(byRule(year))
    },
  )

  test('the moved and added days are there', () => {
    for (const date of ['2020-05-08', '2022-06-03', '2022-09-19', '2023-05-08']) {
      expect(isWorkingDay(date)).toBe(false)
    }
    expect(isWorkingDay('2020-05-04')).toBe(true)
  })

  test('a warning comes 90 days before they run out', () => {
    expect(calendarWarning('2026-11-23')).toBeUndefined()
    expect(calendarWarning('2028-10-01')).toBeUndefined()
    expect(calendarWarning('2028-10-02')).toContain('90 more days')
    expect(calendarWarning('2029-01-01')).toContain('not known for today')
  })
})

const due = (limit: Limit, from: string, event?: string) => dueOf(limit, from, event).at

describe('limits', () => {
  test.each<[string, Limit, string, string]>([
    [
      'at once is 15 minutes',
      { kind: 'at-once' },
      '2026-11-23T14:02:00.000Z',
      '2026-11-23T14:17:00.000Z',
    ],
    [
      'an hour',
      { kind: 'hours', hours: 1 },
      '2026-11-23T14:02:00.000Z',
      '2026-11-23T15:02:00.000Z',
    ],
    [
      'hours are elapsed while the clocks go back',
      { kind: 'hours', hours: 24 },
      '2026-10-24T11:00:00.000Z',
      '2026-10-25T11:00:00.000Z',
    ],
    [
      'the same day ends at 23:59',
      { kind: 'same-day' },
      '2026-11-23T14:02:00.000Z',
      '2026-11-23T23:59:00.000Z',
    ],
    [
      'in summer that is 22:59 UTC',
      { kind: 'same-day' },
      '2026-06-01T14:02:00.000Z',
      '2026-06-01T22:59:00.000Z',
    ],
    [
      'late at night the same day is two hours',
      { kind: 'same-day' },
      '2026-11-23T22:30:00.000Z',
      '2026-11-24T00:30:00.000Z',
    ],
    [
      'one working day from Monday',
      { kind: 'working-days', days: 1 },
      '2026-11-23T09:00:00.000Z',
      '2026-11-24T17:00:00.000Z',
    ],
    [
      'one working day from Friday night',
      { kind: 'working-days', days: 1 },
      '2026-11-27T23:30:00.000Z',
      '2026-11-30T17:00:00.000Z',
    ],
    [
      'one working day from Saturday',
      { kind: 'working-days', days: 1 },
      '2026-11-28T12:00:00.000Z',
      '2026-11-30T17:00:00.000Z',
    ],
    [
      'over Christmas 2026',
      { kind: 'working-days', days: 1 },
      '2026-12-24T12:00:00.000Z',
      '2026-12-29T17:00:00.000Z',
    ],
    [
      'five working days over Easter 2026',
      { kind: 'working-days', days: 5 },
      '2026-04-01T12:00:00.000Z',
      '2026-04-10T16:00:00.000Z',
    ],
    [
      'just after midnight counts from the new day',
      { kind: 'working-days', days: 1 },
      '2026-06-01T23:30:00.000Z',
      '2026-06-03T16:00:00.000Z',
    ],
  ])('%s', (_, limit, from, at) => expect(due(limit, from)).toBe(at))

  test('before an event is its own start', () => {
    expect(due({ kind: 'before' }, '2026-11-23T14:02:00.000Z', '2026-11-25T10:00:00.000Z')).toBe(
      '2026-11-25T10:00:00.000Z',
    )
  })

  test('beyond the known bank holidays the due time is marked', () => {
    const limit: Limit = { kind: 'working-days', days: 3 }
    expect(dueOf(limit, '2028-12-28T12:00:00.000Z')).toEqual({
      at: '2029-01-02T17:00:00.000Z',
      calendarKnown: false,
    })
    expect(dueOf(limit, '2028-12-20T12:00:00.000Z').calendarKnown).toBe(true)
    expect(calendarKnown('2015-12-31', '2016-01-04')).toBe(false)
  })

  test('a limit in working days ends on one, with just that many after the start', () => {
    const someTime = fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2028, 0, 1) })
    fc.assert(
      fc.property(someTime, fc.integer({ min: 1, max: 20 }), (ms, days) => {
        const start = instantOf(ms).slice(0, 10)
        const end = workingDayAfter(start, days)
        let counted = 0
        for (let date = addDaysToDate(start, 1); date <= end; date = addDaysToDate(date, 1)) {
          if (isWorkingDay(date)) counted += 1
        }
        expect(counted).toBe(days)
        expect(isWorkingDay(end)).toBe(true)
      }),
    )
  })

  test('the same day is never less than two hours away, and never beyond two hours after midnight', () => {
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 0, 1) }), (ms) => {
        const at = Date.parse(due({ kind: 'same-day' }, instantOf(ms)))
        expect(at - ms).toBeGreaterThanOrEqual(2 * 3600_000)
        expect(at - ms).toBeLessThan(25 * 3600_000)
      }),
    )
  })

  test('limits are data, in words that a person reads', () => {
    expect(limitText(limitSchema.parse({ kind: 'working-days', days: 1 }))).toBe(
      'within 1 working day',
    )
    expect(limitText({ kind: 'hours', hours: 4 })).toBe('within 4 hours')
    expect(limitSchema.safeParse({ kind: 'hours', hours: 0 }).success).toBe(false)
    expect(limitSchema.safeParse({ kind: 'soon' }).success).toBe(false)
  })
})

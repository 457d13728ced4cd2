import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import * as age from '#domain/shared/age.ts'
import { addDaysToDate } from '#domain/shared/calendar.ts'

describe('months', () => {
  test.each([
    ['2026-01-31', '2026-02-28', 0],
    ['2026-01-31', '2026-03-01', 1],
    ['2024-02-29', '2025-02-28', 11],
    ['2024-02-29', '2025-03-01', 12],
    ['2024-02-29', '2028-02-28', 47],
    ['2024-02-29', '2028-02-29', 48],
    ['2026-05-15', '2026-08-14', 2],
    ['2026-05-15', '2026-08-15', 3],
    ['2026-05-15', '2026-12-14', 6],
    ['2026-05-15', '2026-12-15', 7],
    ['2026-05-15', '2026-05-15', 0],
    ['2026-05-15', '2026-05-14', -1],
  ])('born %s, on %s: %i', (bornOn, on, months) => {
    expect(age.monthsOld(bornOn, on)).toBe(months)
  })

  test('eighteen comes at the start of the birthday', () => {
    expect(age.yearsOld('2008-11-23', '2026-11-22')).toBe(17)
    expect(age.yearsOld('2008-11-23', '2026-11-23')).toBe(18)
  })

  test('never older than the calendar says, and never more than a day younger', () => {
    const date = fc.integer({ min: 0, max: 4000 }).map((days) => addDaysToDate('2019-06-01', days))
    fc.assert(
      fc.property(date, fc.integer({ min: 0, max: 1500 }), (bornOn, days) => {
        const on = addDaysToDate(bornOn, days)
        const library = Temporal.PlainDate.from(bornOn).until(on, { largestUnit: 'months' }).months
        const months = age.monthsOld(bornOn, on)
        expect(library - months === 0 || library - months === 1).toBe(true)
        const dayBefore = age.monthsOld(bornOn, addDaysToDate(on, -1))
        expect(months - dayBefore === 0 || months - dayBefore === 1).toBe(true)
      }),
    )
  })
})

describe('ages in words', () => {
  test.each([
    ['2026-11-23', '0 days', '0 days'],
    ['2026-11-22', '1 day', '1 day'],
    ['2026-11-12', '11 days', '11 days'],
    ['2026-10-27', '27 days', '27 days'],
    ['2026-10-26', '4 wk', '4 weeks'],
    ['2026-09-18', '9 wk', '9 weeks 3 days'],
    ['2026-08-24', '13 wk', '13 weeks'],
    ['2026-08-23', '3 months', '3 months'],
    ['2026-07-21', '4 months', '4 months 2 days'],
    ['2025-11-24', '11 months', '11 months 30 days'],
    ['2025-11-23', '12 months', '12 months'],
    ['1998-11-24', '27 years', '335 months 30 days'],
  ])('born %s: %s, exactly %s', (bornOn, short, exact) => {
    expect(age.ageText(bornOn, '2026-11-23')).toBe(short)
    expect(age.exactAgeText(bornOn, '2026-11-23')).toBe(exact)
  })

  test('a baby that is to be born tomorrow has no age', () => {
    expect(age.ageText('2026-11-24', '2026-11-23')).toBeUndefined()
    expect(age.exactAgeText('2026-11-24', '2026-11-23')).toBeUndefined()
    expect(age.weekBand('2026-11-24', '2026-11-23')).toBe('unborn')
  })

  test('the exact age in months and days leads back to the day', () => {
    expect(age.exactAgeText('2026-01-31', '2026-06-30')).toBe('4 months 30 days')
    expect(age.exactAgeText('2026-01-31', '2026-07-01')).toBe('5 months')
  })
})

describe('corrected age', () => {
  test.each([
    ['born at 36 weeks 6 days, 9 weeks ago', 258, '2026-09-21', '5 wk'],
    ['born at 37 weeks', 259, '2026-09-21', undefined],
    ['gestation not known', null, '2026-09-21', undefined],
    ['born at 28 weeks, 9 weeks ago', 196, '2026-09-21', '3 wk before due date'],
    ['born at 30 weeks, 68 days ago', 210, '2026-09-16', '2 days before due date'],
    ['on the due date', 210, '2026-09-14', '0 days'],
    ['two years old', 210, '2024-11-23', undefined],
    ['a day under two years', 224, '2024-11-24', '22 months'],
  ])('%s', (_, gestationDays, bornOn, text) => {
    expect(age.correctedAgeText(bornOn, gestationDays, '2026-11-23')).toBe(text)
  })
})

test('week bands meet without a gap', () => {
  const on = '2026-11-23'
  const band = (days: number) => age.weekBand(addDaysToDate(on, -days), on)
  expect([0, 27, 28, 90, 91, 181, 182, 363, 364].map(band)).toEqual([
    ...['under 4 weeks', 'under 4 weeks', '4 to 12 weeks', '4 to 12 weeks'],
    ...['13 to 25 weeks', '13 to 25 weeks', '26 to 51 weeks', '26 to 51 weeks'],
    '52 weeks or more',
  ])
})

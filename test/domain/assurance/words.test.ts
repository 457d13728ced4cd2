import { describe, expect, it } from 'vitest'
import { percentText, quantityText } from '#domain/assurance/figure-text.ts'
import { periodText, shortPeriodText } from '#domain/assurance/period-text.ts'
import { periodOfDays } from '#domain/shared/calendar.ts'

describe('a figure in words', () => {
  it.each([
    [0, 0, '–'],
    [0, 7, '0.0 %'],
    [7, 7, '100.0 %'],
    [2, 3, '66.6 %'],
    [9499, 10_000, '94.9 %'],
    [999_999, 1_000_000, '99.9 %'],
  ])('%i of %i is %s', (pass, denominator, words) => {
    expect(percentText({ pass, denominator })).toBe(words)
  })

  it.each([
    [0, 'count', '0'],
    [1_234_567, 'count', '1,234,567'],
    [0, 'minutes', '0 h'],
    [59, 'minutes', '59 min'],
    [60, 'minutes', '1 h'],
    [74_045, 'minutes', '1,234 h 5 min'],
  ] as const)('%i in %s is %s', (quantity, unit, words) => {
    expect(quantityText(quantity, unit)).toBe(words)
  })
})

describe('a period in words', () => {
  it.each([
    ['2026-07-01', '2026-09-30', 'July to September 2026', 'Jul–Sep 26'],
    ['2026-07-01', '2026-07-31', 'July 2026', 'Jul 26'],
    ['2025-10-01', '2026-03-31', 'October 2025 to March 2026', 'Oct–Mar 26'],
    ['2026-02-01', '2026-02-28', 'February 2026', 'Feb 26'],
    ['2026-07-03', '2026-09-30', '3 Jul 2026 to 30 Sep 2026', '3 Jul–30 Sep 26'],
  ])('%s to %s is %s', (first, last, words, short) => {
    expect(periodText(periodOfDays(first, last))).toBe(words)
    expect(shortPeriodText(periodOfDays(first, last))).toBe(short)
  })
})

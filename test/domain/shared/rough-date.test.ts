import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDaysToDate } from '#domain/shared/calendar.ts'
import {
  daysOf,
  mayCoincide,
  roughDateInput,
  roughOf,
  roughText,
  roughTyped,
} from '#domain/shared/rough-date.ts'

describe('a date as far as it is known', () => {
  it.each([
    ['12/3/2025', '2025-03-12', 'day', '12 Mar 2025'],
    ['3/2025', '2025-03-01', 'month', 'Mar 2025'],
    ['2025', '2025-01-01', 'year', '2025'],
    ['12.03.2025', '2025-03-12', 'day', '12 Mar 2025'],
    ['', null, 'not-known', 'date not known'],
  ])('reads %j', (typed, on, precision, text) => {
    const found = roughOf(typed)
    expect(found).toEqual({ on, precision })
    expect(found && roughText(found)).toBe(text)
  })

  it.each(['31/2/2025', '13/2025', 'spring', '25', '1850', '2025-03-12-1', '0/2025'])(
    'refuses %j and says how to mend it',
    (typed) => {
      expect(roughOf(typed)).toBeUndefined()
      expect(roughDateInput().safeParse(typed).error?.issues[0]?.message).toMatch(/such as/)
    },
  )

  it('refuses what lies ahead, and takes the month that has begun', () => {
    const input = roughDateInput('2026-11-23')
    expect(input.safeParse('24/11/2026').success).toBe(false)
    expect(input.safeParse('12/2026').success).toBe(false)
    expect(input.safeParse('11/2026').success).toBe(true)
  })

  it('is typed again as it was', () => {
    const days = fc.integer({ min: 0, max: 40_000 }).map((n) => addDaysToDate('1910-01-01', n))
    fc.assert(
      fc.property(days, fc.constantFrom('day', 'month', 'year'), (day, precision) => {
        const typed = roughTyped({ on: day, precision: precision as 'day' })
        const read = roughOf(typed)
        expect(read && roughTyped(read)).toBe(typed)
        const span = read && daysOf(read)
        expect(span && span[0] <= day && day <= span[1]).toBe(true)
      }),
    )
  })

  it('may be the same day where nothing says otherwise', () => {
    const of = (text: string) => roughOf(text) ?? { on: null, precision: 'not-known' as const }
    expect(mayCoincide(of('3/2025'), of('31/3/2025'))).toBe(true)
    expect(mayCoincide(of('3/2025'), of('1/4/2025'))).toBe(false)
    expect(mayCoincide(of(''), of('1/4/2025'))).toBe(true)
  })
})

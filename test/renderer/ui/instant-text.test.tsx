import { describe, expect, it } from 'vitest'
import {
  needsWhich,
  partsOf,
  readInstant,
  textOfInstant,
  tidyTime,
} from '../../../renderer/ui/form/instant-text.ts'

describe('a date and time as typed', () => {
  it.each([
    ['2026-11-23T09:45', '2026-11-23T09:45:00.000Z'],
    ['2026-07-01T945', '2026-07-01T08:45:00.000Z'],
    ['2026-10-25T01:30/first', '2026-10-25T00:30:00.000Z'],
    ['2026-10-25T01:30/second', '2026-10-25T01:30:00.000Z'],
  ])('reads %s', (text, instant) => {
    expect(readInstant(text)).toEqual({ instant })
  })

  it.each([
    ['2026-10-25T01:30', 'came twice'],
    ['2026-03-29T01:30', 'The clocks went forward'],
    ['2026-11-23T', 'Enter the time'],
    ['T09:45', 'Enter the date'],
    ['2026-11-23T24:00', 'Enter the time as hours and minutes'],
    ['2026-02-31T09:00', 'not in the calendar'],
  ])('refuses %s and says why', (text, words) => {
    expect(readInstant(text)).toEqual({ fault: expect.stringContaining(words) })
  })

  it('asks which of the two only in the hour that came twice', () => {
    expect(needsWhich(partsOf('2026-10-25T01:30'))).toBe(true)
    expect(needsWhich(partsOf('2026-10-25T02:30'))).toBe(false)
    expect(needsWhich(partsOf('2026-10-25T'))).toBe(false)
  })

  it('refuses what has not come yet', () => {
    const limits = { latest: '2026-11-23T10:00:00.000Z', tooLate: 'not yet' }
    expect(readInstant('2026-11-23T10:01', limits)).toEqual({ fault: 'not yet' })
    expect(readInstant('2026-11-23T10:00', limits)).toHaveProperty('instant')
  })

  it.each(['2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z', '2026-07-01T08:45:00.000Z'])(
    'shows %s so that it is read back the same',
    (instant) => {
      expect(readInstant(textOfInstant(instant))).toEqual({ instant })
    },
  )

  it('tidies a time typed in haste', () => {
    expect(tidyTime('945')).toBe('09:45')
    expect(tidyTime(' 9.45')).toBe('09:45')
    expect(tidyTime('soon')).toBe('soon')
  })
})

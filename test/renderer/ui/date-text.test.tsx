import { describe, expect, it } from 'vitest'
import {
  boxesOfPasted,
  civilDateOf,
  dateFault,
  textOfBoxes,
} from '../../../renderer/ui/form/date-text.ts'

describe('a date in three boxes', () => {
  it('is a civil date when day and month are typed without noughts', () => {
    expect(civilDateOf(textOfBoxes({ day: '3', month: '4', year: '2026' }))).toBe('2026-04-03')
  })

  it('keeps what was typed when it is not a date', () => {
    expect(textOfBoxes({ day: 'x', month: '', year: '26' })).toBe('26--x')
  })

  it.each([
    ['2026-04-03', { day: '03', month: '04', year: '2026' }],
    ['3/4/2026', { day: '3', month: '4', year: '2026' }],
    ['03.04.2026', { day: '03', month: '04', year: '2026' }],
    ['3 4 2026', { day: '3', month: '4', year: '2026' }],
  ])('takes %s apart when it is pasted', (text, boxes) => {
    expect(boxesOfPasted(text)).toEqual(boxes)
  })

  it.each(['03/04/26', 'April', '4', '20260403'])('does not guess at %s', (text) => {
    expect(boxesOfPasted(text)).toBeUndefined()
  })

  it.each([
    ['2026-02-31', 'This day is not in the calendar. Check the day and the month'],
    ['2026-13-01', 'This day is not in the calendar. Check the day and the month'],
    ['26-02-01', 'Enter the year in four figures, such as 2026'],
    ['2026--01', 'Enter the month'],
    ['2026--', 'Enter the day and month'],
    ['2026-02-x', 'This day is not in the calendar. Check the day and the month'],
  ])('refuses %s and says how to mend it', (text, message) => {
    expect(dateFault(text)).toBe(message)
  })

  it('takes 29 February in a leap year alone', () => {
    expect(dateFault('2024-02-29')).toBeUndefined()
    expect(dateFault('2025-02-29')).toBeDefined()
  })

  it('refuses a day after the last or before the first that it may be', () => {
    expect(dateFault('2026-11-24', { latest: '2026-11-23' })).toBe(
      'Enter a date that is not after 23 Nov 2026',
    )
    expect(dateFault('1899-01-01', { earliest: '1900-01-01' })).toBe(
      'Enter a date that is not before 1 Jan 1900',
    )
  })
})

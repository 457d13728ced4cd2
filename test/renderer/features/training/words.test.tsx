import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  hoursText,
  hoursTyped,
  minutesTyped,
} from '../../../../renderer/features/training/words.ts'

describe('hours', () => {
  it.each([
    ['8', 480],
    ['7.5', 450],
    ['7,5', 450],
    ['7:30', 450],
    ['0:20', 20],
    ['0.25', 15],
  ])('typed as %s are %i minutes', (typed, minutes) => {
    expect(minutesTyped(typed)).toBe(minutes)
  })

  it.each(['', '8 h', '-1', '7:60', '1e3', '1.234', 'eight'])('are not read from %j', (typed) => {
    expect(minutesTyped(typed)).toBeUndefined()
  })

  it('come back from the form as they went into it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40_000 }), (minutes) => {
        expect(minutesTyped(hoursTyped(minutes))).toBe(minutes)
      }),
    )
  })

  it('are shown with their minutes', () => {
    expect([30, 480, 450].map(hoursText)).toEqual(['30 min', '8 h', '7 h 30 min'])
  })
})

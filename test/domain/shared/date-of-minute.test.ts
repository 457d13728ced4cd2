import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dateOf, epochMs, instantOf } from '#domain/shared/calendar.ts'
import { dateOfMinutes } from '#domain/shared/date-of-minute.ts'

test('a minute has the date that its instant has, also about midnight and where the clocks change', () => {
  const first = epochMs('2016-01-01T00:00:00.000Z') / 60_000
  const anywhere = fc.integer({ min: first, max: first + 20 * 366 * 24 * 60 })
  const aboutMidnight = fc
    .tuple(fc.integer({ min: 0, max: 20 * 366 }), fc.integer({ min: -130, max: 130 }))
    .map(([day, beside]) => first + day * 24 * 60 + beside)
  const dateAt = dateOfMinutes()
  fc.assert(
    fc.property(fc.oneof(anywhere, aboutMidnight), (minute) => {
      expect(dateAt(minute)).toBe(dateOf(instantOf(minute * 60_000)))
    }),
  )
})

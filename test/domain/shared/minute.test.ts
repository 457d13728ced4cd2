import fc from 'fast-check'
import { expect, test } from 'vitest'
import { afterInMinute, minuteOf } from '#domain/shared/minute.ts'

const at = (time: string) => `2026-11-23T${time}Z`

test.each([
  ['14:02:00.000', [], '14:02:00.000'],
  ['14:02:00.000', ['14:02:40.000'], '14:02:40.000'],
  ['14:02:00.000', ['14:02:40.000', '14:02:10.000', '14:01:59.999'], '14:02:40.000'],
  ['14:02:00.000', ['14:03:00.000'], '14:02:00.000'],
  ['14:02:30.000', ['14:02:40.000'], '14:02:30.000'],
])('%s after %j is %s', (typed, follows, becomes) => {
  expect(afterInMinute(at(typed), follows.map(at))).toBe(at(becomes))
})

test('it never leaves the minute that was typed, and never goes back', () => {
  const instant = fc
    .integer({ min: 0, max: 3_600_000 })
    .map((ms) => new Date(Date.UTC(2026, 10, 23) + ms).toISOString())
  fc.assert(
    fc.property(instant, fc.array(instant), (typed, follows) => {
      const after = afterInMinute(typed, follows)
      expect(minuteOf(after)).toBe(minuteOf(typed))
      expect(after >= typed).toBe(true)
    }),
  )
})

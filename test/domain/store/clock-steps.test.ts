import { expect, test } from 'vitest'
import { addMinutes } from '#domain/shared/calendar.ts'
import { stepsOfClock } from '#domain/store/clock-steps.ts'
import { stepsText } from '#domain/store/safety-page.ts'

const at = '2026-11-23T09:00:00.000Z'
const reading = (wall: number, monotonic: number, bootId = 'a') => ({
  at: addMinutes(at, wall),
  monotonicMs: monotonic * 60_000,
  bootId,
})

test.each([
  ['none while both clocks go alike', [reading(0, 0), reading(60, 60)], []],
  ['none of two minutes', [reading(0, 0), reading(62, 60)], []],
  ['one ahead', [reading(0, 0), reading(70, 10)], [60]],
  ['one back', [reading(0, 0), reading(-50, 10)], [-60]],
  ['none over a restart, however long it was off', [reading(0, 500), reading(900, 1, 'b')], []],
  ['one back over a restart', [reading(0, 500), reading(-1440, 1, 'b')], [-1440]],
  ['each of several', [reading(0, 0), reading(70, 10), reading(20, 20)], [60, -60]],
])('of the clock: %s', (_what, readings, minutes) => {
  expect(stepsOfClock(readings).map(({ byMinutes }) => byMinutes)).toEqual(minutes)
})

test('are told newest first, and how many there are', () => {
  expect(stepsText([])).toBe('None among the newest entries')
  const steps = stepsOfClock([reading(0, 0), reading(70, 10), reading(20, 20)])
  expect(stepsText(steps)).toBe(
    '60 min back, to 23 Nov 2026, 09:20; 60 min ahead, to 23 Nov 2026, 10:10',
  )
  const many = [1, 2, 3, 4, 5].map((n) => ({ from: at, to: addMinutes(at, n), byMinutes: n }))
  expect(stepsText(many)).toMatch(/; 5 in all$/)
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addMinutes } from '#domain/shared/calendar.ts'
import { clockStep, elapsedText, episodeClock } from '#domain/unwell-baby/clock.ts'
import { recognisedNow } from '#domain/unwell-baby/episode.ts'
import { at, concern, episode, outcome } from './builders.ts'

const minutes = (count: number) => count * 60_000

describe('the clock of an episode', () => {
  test('starts at recognition, not at entry', () => {
    const facts = episode({ concern: [concern({ recordedAt: at('14:40') })] })
    expect(episodeClock(facts, at('14:42'))).toEqual({
      startedAt: at('14:02'),
      running: true,
      stoppedAt: null,
      elapsedMs: minutes(40),
    })
  })

  test('moving recognition later changes what is recorded, not the clock', () => {
    const facts = episode({
      concern: [concern(), concern({ version: 2, recognisedAt: at('14:20') })],
    })
    expect(recognisedNow(facts)).toBe(at('14:20'))
    expect(episodeClock(facts, at('14:42')).elapsedMs).toBe(minutes(40))
  })

  test('stops with an outcome, and stays with the first', () => {
    const outcomes = [
      outcome({ kind: 'transferred', at: at('15:00') }),
      outcome({ kind: 'returned', at: at('18:00') }),
    ]
    expect(episodeClock(episode({ outcomes }), at('19:00'))).toMatchObject({
      running: false,
      stoppedAt: at('15:00'),
      elapsedMs: minutes(58),
    })
  })

  test('is never less than what was shown, whatever the clock on the wall does', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -600, max: 600 }), { maxLength: 20 }), (jumps) => {
        let now = at('14:02')
        let shown = 0
        for (const jump of jumps) {
          now = addMinutes(now, jump)
          const { elapsedMs } = episodeClock(episode(), now, shown)
          expect(elapsedMs).toBeGreaterThanOrEqual(shown)
          shown = elapsedMs
        }
      }),
    )
  })

  test('runs on through the hour that comes twice', () => {
    const facts = episode({ concern: [concern({ recognisedAt: '2026-10-25T00:50:00.000Z' })] })
    // 01:50 summer time to 01:10 winter time: twenty minutes.
    expect(episodeClock(facts, '2026-10-25T01:10:00.000Z').elapsedMs).toBe(minutes(20))
  })

  test.each([
    [0, '00:00:00'],
    [187_999, '00:03:07'],
    [94_440_000, '26:14:00'],
    [400 * 3_600_000, '400:00:00'],
  ])('%i ms reads %s', (ms, text) => expect(elapsedText(ms)).toBe(text))
})

describe('a step of the clock', () => {
  const before = { wall: at('14:00'), monotonicMs: 1000, bootId: 'a' }
  const reading = (time: string, monotonicMs: number, bootId = 'a') => ({
    wall: at(time),
    monotonicMs: 1000 + monotonicMs,
    bootId,
  })

  test('of up to two minutes is none', () => {
    expect(clockStep(before, reading('14:12', minutes(10)))).toBeNull()
    expect(clockStep(before, reading('14:08', minutes(10)))).toBeNull()
  })

  test('of more is found in both directions, with both times', () => {
    expect(clockStep(before, reading('14:13', minutes(10)))).toEqual({
      expected: at('14:10'),
      found: at('14:13'),
      byMs: minutes(3),
    })
    expect(clockStep(before, reading('13:10', minutes(10)))?.byMs).toBe(minutes(-60))
  })

  test('is not looked for between two runs of the app', () => {
    expect(clockStep(before, reading('13:10', minutes(10), 'b'))).toBeNull()
  })
})

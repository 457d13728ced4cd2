import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { recordLateBy } from '#domain/audit/event-times.ts'
import { addMinutes } from '#domain/shared/calendar.ts'
import { lagText, lateAfterMinutes, lateBy } from '#domain/shared/late-entry.ts'

const at = '2026-11-23T01:00:00.000Z'

describe('a late entry', () => {
  test.each([
    [0, null],
    [59, null],
    [60, 60],
    [200, 200],
    [-30, null],
  ])('entered %i minutes after is late by %s', (minutes, late) => {
    expect(lateBy(at, addMinutes(at, minutes))).toBe(late)
  })

  test('is late by real time, across the hour that comes twice', () => {
    expect(lateBy('2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z')).toBe(60)
  })

  test('is late from an hour on and never before, whatever the time', () => {
    fc.assert(
      fc.property(fc.integer({ min: -10_000, max: 100_000 }), (minutes) => {
        expect(lateBy(at, addMinutes(at, minutes)) !== null).toBe(minutes >= lateAfterMinutes)
      }),
    )
  })

  test.each([
    [60, '1 h'],
    [200, '3 h 20 min'],
    [2_880, '2 d'],
    [3_120, '2 d 4 h'],
  ])('%i minutes reads %s', (minutes, text) => {
    expect(lagText(minutes)).toBe(text)
  })

  test('of a record is judged by what happened, not by a plan or a limit', () => {
    const entered = addMinutes(at, 90)
    expect(recordLateBy({ observedAt: at, reviewDueAt: entered }, entered)).toBe(90)
    expect(recordLateBy({ plannedFor: at }, entered)).toBeNull()
    expect(recordLateBy({ observedAt: null, calledAt: at }, entered)).toBe(90)
  })
})

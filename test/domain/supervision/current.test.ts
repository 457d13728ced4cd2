import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addMinutes } from '#domain/shared/calendar.ts'
import { type CellLevel, cellLevels, isStricter, places } from '#domain/supervision/codes.ts'
import { supervisionAt } from '#domain/supervision/current.ts'
import type { Cell, DecisionFact } from '#domain/supervision/record.ts'
import { decision, everywhere } from './builders.ts'
import { rules } from './rules-of-the-unit.ts'

const now = '2026-11-23T12:00:00.000Z'
const standing = (decisions: DecisionFact[], at = now) =>
  supervisionAt({ rules, decisions, pairStartedAt: '2026-11-20T12:00:00.000Z' }, at)
const made = (cells: readonly Cell[], given: Partial<DecisionFact> = {}) =>
  decision({
    startsAt: '2026-11-23T08:00:00.000Z',
    reviewDueAt: '2026-11-24T08:00:00.000Z',
    cells,
    ...given,
  })
const set = (levels: Partial<Record<(typeof places)[number], CellLevel>>): Cell[] =>
  everywhere('SUP-3').map((cell) => ({ ...cell, level: levels[cell.place] ?? cell.level }))

describe('inside, outside and night', () => {
  test('with nothing decided: constant, at night in the nursery, outside only with staff', () => {
    const { inside, outside, night, places: at, reviewDueAt } = standing([])
    expect([inside.level, outside.level, night.level]).toEqual(['SUP-1', 'SUP-1', 'SUP-1'])
    expect(inside).toMatchObject({ reason: 'fallback-absent', lateMinutes: 3 * 1440, dueAt: null })
    expect(at['unit-night'].words).toBe('Constant: baby in the nursery, or one-to-one')
    expect(at.grounds.words).toBe('Only with a one-to-one staff escort')
    expect(at['community-alone'].words).toBe(
      'Not without staff: only with a one-to-one staff escort',
    )
    expect(reviewDueAt).toBeNull()
  })

  test('inside is the stricter of day and night; outside the strictest of where she may be', () => {
    const { inside, outside, night } = standing([
      made(set({ 'unit-night': 'SUP-2', 'community-alone': 'not-allowed', hospital: 'SUP-1' })),
    ])
    expect(inside).toMatchObject({ level: 'SUP-2', reason: 'decided', lateMinutes: 0 })
    expect(night.level).toBe('SUP-2')
    expect(outside.level).toBe('SUP-1')
  })

  test('outside is not allowed only when no place outside is', () => {
    const none = everywhere('not-allowed').map((cell) =>
      cell.place.startsWith('unit') ? { ...cell, level: 'SUP-3' as const } : cell,
    )
    expect(standing([made(none)])).toMatchObject({
      inside: { level: 'SUP-3' },
      outside: { level: 'not-allowed' },
    })
  })

  test('an activity apart is shown apart, and counts in the level of its side', () => {
    const cells: Cell[] = [
      ...everywhere('SUP-3'),
      { place: 'unit-day', activity: 'bathing', level: 'SUP-1' },
      { place: 'unit-day', activity: 'medicines', level: 'not-allowed' },
    ]
    const { inside, places: at } = standing([made(cells)])
    expect(inside).toMatchObject({ level: 'SUP-1', general: 'SUP-3' })
    expect(at['unit-day'].level).toBe('SUP-3')
    expect(at['unit-day'].exceptions.map(({ activity, level }) => [activity, level])).toEqual([
      ['bathing', 'SUP-1'],
      ['medicines', 'not-allowed'],
    ])
  })
})

describe('each place by itself', () => {
  test('a later decision leaves the places that it does not name as they were', () => {
    const raise = made([{ place: 'home', activity: 'all', level: 'SUP-2' }], {
      kind: 'raise',
      startsAt: '2026-11-23T10:00:00.000Z',
      reviewDueAt: '2026-11-23T11:00:00.000Z',
    })
    const { outside, places: at } = standing([raise, made(everywhere('SUP-3'))])
    expect(at.home).toMatchObject({ reason: 'fallback-expired', level: 'SUP-1', lateMinutes: 60 })
    expect(at.hospital).toMatchObject({ reason: 'decided', level: 'SUP-3' })
    expect(outside).toMatchObject({ reason: 'fallback-expired', level: 'SUP-1', lateMinutes: 60 })
  })

  test('a later decision for all activities ends an earlier exception', () => {
    const first = made([...everywhere('SUP-3'), { place: 'home', activity: 'car', level: 'SUP-1' }])
    const later = made(everywhere('SUP-3'), { startsAt: '2026-11-23T09:00:00.000Z' })
    expect(standing([first]).places.home.exceptions).toHaveLength(1)
    expect(standing([first, later]).places.home.exceptions).toHaveLength(0)
  })

  test('one that starts later does not count yet, and one entered late does not push aside a newer', () => {
    const ahead = made(everywhere('SUP-4'), { startsAt: '2026-11-23T13:00:00.000Z' })
    const backDated = made(everywhere('SUP-4'), { startsAt: '2026-11-22T08:00:00.000Z' })
    expect(standing([made(everywhere('SUP-2')), ahead, backDated]).inside.level).toBe('SUP-2')
    expect(standing([ahead]).inside.reason).toBe('fallback-absent')
  })

  test('of two that start at one moment the stricter level and the earlier review count', () => {
    const lax = made(everywhere('SUP-4'), { reviewDueAt: '2026-11-23T11:30:00.000Z' })
    const strict = made(everywhere('SUP-2'))
    for (const decisions of [
      [lax, strict],
      [strict, lax],
    ]) {
      expect(standing(decisions, '2026-11-23T11:00:00.000Z').inside.level).toBe('SUP-2')
      expect(standing(decisions)).toMatchObject({
        inside: { level: 'SUP-1', reason: 'fallback-expired', lateMinutes: 30 },
      })
    }
  })
})

const unitDayBathing = { place: 'unit-day', activity: 'bathing' } as const

describe('parted and together again, in this stay or in a new one', () => {
  const decidedThen = (level: CellLevel) =>
    made(everywhere(level), { startsAt: '2026-11-01T08:00:00.000Z' })
  const standingNow = (earlier: DecisionFact[], decisions: DecisionFact[] = []) =>
    supervisionAt({ rules, decisions, earlier, pairStartedAt: '2026-11-23T11:00:00.000Z' }, now)

  test('a separation stands on until they are assessed again, as not assessed', () => {
    const { inside, outside, night } = standingNow([decidedThen('SUP-0')])
    for (const side of [inside, outside, night])
      expect(side).toMatchObject({ level: 'SUP-0', reason: 'fallback-absent', lateMinutes: 60 })
  })

  test('what was less strict than the fallback brings nothing back', () => {
    expect(standingNow([decidedThen('SUP-4')]).inside).toMatchObject({
      level: 'SUP-1',
      reason: 'fallback-absent',
    })
  })

  test('an activity apart that was separate stays so', () => {
    const bathing = made([...everywhere('SUP-3'), { ...unitDayBathing, level: 'SUP-0' }], {
      startsAt: '2026-11-01T08:00:00.000Z',
    })
    expect(standingNow([bathing]).places['unit-day'].exceptions).toMatchObject([
      { activity: 'bathing', level: 'SUP-0', reason: 'fallback-absent' },
    ])
  })

  test('an assessment of now ends it', () => {
    expect(standingNow([decidedThen('SUP-0')], [made(everywhere('SUP-1'))]).inside).toMatchObject({
      level: 'SUP-1',
      reason: 'decided',
    })
  })
})

describe('what a court or an authority requires', () => {
  test('stands for the baby, whichever stay it was entered in', () => {
    const limit = made(everywhere('SUP-2'), {
      startsAt: '2026-11-01T08:00:00.000Z',
      authorityRequirement: 'Interim care order: no time alone',
    })
    const decisions = [made(everywhere('SUP-2'))]
    const { authorityRequirement } = supervisionAt(
      { rules, decisions, ofBaby: [limit, ...decisions], pairStartedAt: now },
      now,
    )
    expect(authorityRequirement).toBe('Interim care order: no time alone')
  })

  test('stays when the form has run out, and is that of the last to name it', () => {
    const first = made(everywhere('SUP-2'), {
      startsAt: '2026-11-01T08:00:00.000Z',
      reviewDueAt: '2026-11-02T08:00:00.000Z',
      authorityRequirement: 'Interim care order: no time alone',
    })
    expect(standing([first]).authorityRequirement).toBe('Interim care order: no time alone')
    const later = made(everywhere('SUP-2'), {
      authorityRequirement: 'Order of 20 Nov: grounds alone',
    })
    expect(standing([later, first]).authorityRequirement).toBe('Order of 20 Nov: grounds alone')
    expect(standing([made(everywhere('SUP-2'))]).authorityRequirement).toBeNull()
  })
})

describe('an old or absent assessment never passes for a current one', () => {
  const someDecision = fc
    .record({
      start: fc.integer({ min: -5000, max: 60 }),
      length: fc.integer({ min: 1, max: 10_080 }),
      cells: fc
        .array(
          fc.record({ place: fc.constantFrom(...places), level: fc.constantFrom(...cellLevels) }),
          { maxLength: 8 },
        )
        .map((list) => list.map((one) => ({ ...one, activity: 'all' as const }))),
      role: fc.constantFrom('nurse' as const, 'nursery-nurse' as const),
    })
    .map(({ start, length, cells, role }) =>
      decision({
        startsAt: addMinutes(now, start),
        reviewDueAt: addMinutes(now, start + length),
        cells,
        decidedByRole: role,
        kind: role === 'nurse' ? 'renewal' : 'raise',
      }),
    )

  test('outside the time of a decision the level is never less than constant', () => {
    fc.assert(
      fc.property(fc.array(someDecision, { maxLength: 6 }), (decisions) => {
        for (const place of Object.values(standing(decisions).places)) {
          const current = decisions.some((d) => d.startsAt <= now && d.reviewDueAt > now)
          if (!current) expect(place.reason).not.toBe('decided')
          if (place.reason !== 'decided') expect(isStricter('SUP-1', place.level)).toBe(false)
          if (place.reason === 'decided') expect(place.level).toBe(place.decidedLevel)
          expect(place.lateMinutes > 0 && place.reason === 'decided').toBe(false)
        }
      }),
    )
  })

  test('the order of the decisions makes no difference to the level', () => {
    fc.assert(
      fc.property(fc.array(someDecision, { maxLength: 6 }), (decisions) => {
        const levels = (list: DecisionFact[]) =>
          Object.values(standing(list).places).map(({ level, reason, lateMinutes }) => [
            level,
            reason,
            lateMinutes,
          ])
        expect(levels(decisions.toReversed())).toEqual(levels(decisions))
      }),
    )
  })
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addHours, addMinutes } from '#domain/shared/calendar.ts'
import { type Arrived, startTestUnit, type TestUnit } from '../../../support/app.ts'
import { wholeDecision } from '../../../support/supervision.ts'

interface Current {
  standing: { inside: { level: string; reason: string } }
}

let unit: TestUnit
beforeAll(async () => {
  unit = await startTestUnit()
})
afterAll(() => unit.close())

const current = (pairId: string) => unit.as('nurse').ok<Current>('supervision.current', { pairId })

describe('what must not get past the conditions', () => {
  let family: Arrived
  const nurse = () => unit.as('nurse')
  const decide = (input: object, second?: string) =>
    nurse().call('supervision.decide', input, second ? { second: unit.second('consultant') } : {})
  const inside = async (pairId = family.pairId) => (await current(pairId)).standing.inside

  beforeAll(async () => {
    family = await unit.arrive({ bed: 0 })
    await nurse().ok('supervision.decide', {
      ...wholeDecision(family.pairId, 'SUP-1', unit.clock.now(), 24),
      authorityRequirement: 'The court: never alone with the baby',
    })
    unit.clock.pass(120)
    for (const role of ['nurse', 'nursery-nurse', 'consultant'] as const)
      await unit.as(role).signIn()
  })

  test('a lowering that says it was decided before the limit of a court', async () => {
    const before = addHours(unit.clock.now(), -3)
    const input = {
      ...wholeDecision(family.pairId, 'SUP-3', before, 24),
      team: 'Team',
      authorityRequirement: 'The court: never alone with the baby',
    }
    const reply = await decide(input, 'consultant')
    expect(reply).toMatchObject({ ok: false, failure: { code: 'held' } })
    expect(await inside()).toMatchObject({ level: 'SUP-1' })
  })

  test('another wording of the limit that nobody of the authority agreed to', async () => {
    const input = {
      ...wholeDecision(family.pairId, 'SUP-1', unit.clock.now(), 12),
      authorityRequirement: '-',
    }
    const failure = await nurse().fails('supervision.decide', input)
    expect(failure.fields?.[0]?.field).toBe('authorityRequirement')
    const nursery = unit.as('nursery-nurse')
    expect(await nursery.fails('supervision.raise', input)).toMatchObject({ code: 'held' })
  })

  test('a raise that renews, separates or is not one', async () => {
    const nursery = unit.as('nursery-nurse')
    const raise = (level: 'SUP-0' | 'SUP-1') => ({
      ...wholeDecision(family.pairId, level, unit.clock.now(), 12),
      legalBasis: { kind: 'police', document: 'x' },
    })
    expect(await nursery.fails('supervision.raise', raise('SUP-1'))).toMatchObject({ code: 'held' })
    expect(await nursery.fails('supervision.raise', raise('SUP-0'))).toMatchObject({ code: 'held' })
  })

  test('parting and coming back: it is judged against what was decided before', async () => {
    await nurse().ok('stays.endPair', {
      id: family.pairId,
      version: 1,
      reason: 'To hospital',
      endedAt: unit.clock.now(),
    })
    unit.clock.pass(1)
    const again = await nurse().ok<{ pairId: string }>('stays.babyArrives', {
      stayId: family.stayId,
      baby: { id: family.babyId },
      startedAt: unit.clock.now(),
    })
    const failure = await nurse().fails('supervision.decide', {
      ...wholeDecision(again.pairId, 'SUP-4', unit.clock.now(), 24),
      authorityRequirement: 'The court: never alone with the baby',
    })
    expect(failure.code).toBe('held')
    expect(failure.fields?.map(({ field }) => field)).toContain('conditions.SUP-C3')
    expect(await inside(again.pairId)).toMatchObject({ level: 'SUP-1', reason: 'fallback-absent' })
  })

  test('a raise above a level that has run out neither relaxes the fallback nor ends it: a whole assessment does', async () => {
    const other = await unit.arrive({ bed: 1 })
    await nurse().ok(
      'supervision.decide',
      wholeDecision(other.pairId, 'SUP-3', unit.clock.now(), 4),
    )
    unit.clock.pass(5 * 60)
    for (const role of ['nurse', 'nursery-nurse'] as const) await unit.as(role).signIn()
    const { decisionId } = await unit
      .as('nursery-nurse')
      .ok<{ decisionId: string }>(
        'supervision.raise',
        wholeDecision(other.pairId, 'SUP-2', unit.clock.now(), 12),
      )
    expect(await inside(other.pairId)).toMatchObject({ level: 'SUP-1', reason: 'fallback-expired' })
    await nurse().ok('supervision.confirmRaise', { decisionId, confirmed: true })
    expect(await inside(other.pairId)).toMatchObject({ level: 'SUP-1', reason: 'fallback-expired' })
    await nurse().ok(
      'supervision.raise',
      wholeDecision(other.pairId, 'SUP-1', unit.clock.now(), 12),
    )
    expect(await inside(other.pairId)).toMatchObject({ level: 'SUP-1', reason: 'fallback-expired' })
    await nurse().ok(
      'supervision.decide',
      wholeDecision(other.pairId, 'SUP-1', unit.clock.now(), 12),
    )
    expect(await inside(other.pairId)).toMatchObject({ level: 'SUP-1', reason: 'decided' })
  })

  test('social care told long ago', async () => {
    const failure = await nurse().fails('supervision.decide', {
      ...wholeDecision(family.pairId, 'SUP-1', addMinutes(unit.clock.now(), -7 * 60), 24),
      socialWorkerTold: { who: 'J. Reed', at: '2020-01-01T10:00:00.000Z' },
    })
    expect(failure.fields?.map(({ field }) => field)).toContain('socialWorkerTold.at')
  })
})

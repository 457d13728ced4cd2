import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addHours } from '#domain/shared/calendar.ts'
import { type Arrived, startTestUnit, type TestUnit } from '../../../support/app.ts'
import { allSign, expectDocument, nameNurses, receiveDocument } from '../../../support/documents.ts'
import { answerEvents, wholeDecision } from '../../../support/supervision.ts'

interface Current {
  standing: {
    inside: { level: string; reason: string; lateMinutes: number }
    outside: { level: string; reason: string }
    toConfirm: { state: string }[]
  }
  decisions: { kind: string; recordId: string }[]
}

let unit: TestUnit
beforeAll(async () => {
  unit = await startTestUnit()
})
afterAll(() => unit.close())

const current = (pairId: string) => unit.as('nurse').ok<Current>('supervision.current', { pairId })

describe('a supervision decision', () => {
  let family: Arrived
  beforeAll(async () => {
    family = await unit.arrive({ bed: 0 })
  })

  test('is constant by the fallback until somebody has assessed', async () => {
    const { standing, decisions } = await current(family.pairId)
    expect(decisions).toEqual([])
    expect(standing.inside).toMatchObject({ level: 'SUP-1', reason: 'fallback-absent' })
    expect(standing.outside).toMatchObject({ level: 'SUP-1', reason: 'fallback-absent' })
  })

  test('takes effect when a nurse has signed it with their own password', async () => {
    const input = wholeDecision(family.pairId, 'SUP-2', unit.clock.now(), 48)
    expect(
      await unit.as('nurse').fails('supervision.decide', input, { password: 'not my password' }),
    ).toMatchObject({ code: 'wrong-password' })
    unit.clock.pass(1)
    expect(await unit.as('nurse').ok('supervision.decide', input)).toMatchObject({ kind: 'first' })
    const { standing } = await current(family.pairId)
    expect(standing.inside).toMatchObject({ level: 'SUP-2', reason: 'decided', lateMinutes: 0 })
  })

  test('falls back to constant at its review, and the time is counted', async () => {
    unit.clock.pass(48 * 60 + 41)
    await unit.as('nurse').signIn()
    const { standing } = await current(family.pairId)
    expect(standing.inside).toMatchObject({
      level: 'SUP-1',
      reason: 'fallback-expired',
      lateMinutes: 42,
    })
  })

  test('is raised at once by a nursery nurse, and waits for a nurse to confirm it', async () => {
    const nursery = unit.as('nursery-nurse')
    await nursery.signIn()
    const input = wholeDecision(family.pairId, 'SUP-1', unit.clock.now(), 12)
    const { decisionId } = await nursery.ok<{ decisionId: string }>('supervision.raise', input)
    expect((await current(family.pairId)).standing.toConfirm).toMatchObject([{ state: 'awaiting' }])
    const word = { decisionId, confirmed: true }
    expect(await nursery.fails('supervision.confirmRaise', word)).toMatchObject({
      code: 'not-permitted',
    })
    await unit.as('nurse').ok('supervision.confirmRaise', word)
    expect((await current(family.pairId)).standing.toConfirm).toEqual([])
    expect(await unit.as('nurse').fails('supervision.confirmRaise', word)).toMatchObject({
      code: 'clash',
    })
  })

  test('is not lowered as a raise', async () => {
    const input = wholeDecision(family.pairId, 'SUP-3', unit.clock.now(), 12)
    expect(await unit.as('nurse').fails('supervision.raise', input)).toMatchObject({ code: 'held' })
  })

  test('is lowered by a team with a second signer, or by a named override', async () => {
    // Of two that start at one moment the stricter would count.
    unit.clock.pass(1)
    const startsAt = unit.clock.now()
    const input = wholeDecision(family.pairId, 'SUP-3', startsAt, 12)
    const nurse = unit.as('nurse')
    const held = await nurse.fails('supervision.decide', input)
    expect(held.code).toBe('held')
    expect(held.fields?.map(({ field }) => field)).toEqual([
      'conditions.SUP-C4',
      'conditions.SUP-C5',
      'conditions.SUP-C9',
    ])
    const overrides = [{ rule: 'SUP-C9', because: 'The authority answers tomorrow' }]
    const team = 'Consultant, ward manager, primary nurse'
    const second = unit.second('ward-manager')
    expect(
      await nurse.fails('supervision.decide', { ...input, team, overrides }, { second }),
    ).toMatchObject({ code: 'not-permitted' })
    await unit.as('consultant').signIn()
    const made = await unit
      .as('consultant')
      .ok('supervision.decide', { ...input, team, overrides }, { second })
    expect(made).toMatchObject({ kind: 'lowering' })
    expect((await current(family.pairId)).standing.inside).toMatchObject({ level: 'SUP-3' })
    expect(unit.db.rows('select rule_id as rule from rule_override')).toEqual([{ rule: 'SUP-C9' }])
  })

  test('is not signed by a second person who is the first', async () => {
    const input = wholeDecision(family.pairId, 'SUP-4', unit.clock.now(), 12)
    const failure = await unit
      .as('nurse')
      .fails('supervision.decide', { ...input, team: 'Team' }, { second: unit.second('nurse') })
    expect(failure.code).not.toBe('ok')
    expect((await current(family.pairId)).standing.inside).toMatchObject({ level: 'SUP-3' })
  })
})

describe('a risk-critical document that is unread', () => {
  test('holds a lowering, not a renewal that has answered it, until everybody has signed who must', async () => {
    const family = await unit.arrive({ bed: 2 })
    const { pairId, stayId } = family
    const nurse = unit.as('nurse')
    await nurse.ok('supervision.decide', wholeDecision(pairId, 'SUP-2', unit.clock.now(), 48))
    await unit.as('ward-manager').signIn()
    await nameNurses(unit, stayId)
    const documentId = await expectDocument(nurse, stayId)
    await receiveDocument(nurse, documentId, unit.clock.now())
    unit.clock.pass(1)
    const lowering = {
      ...wholeDecision(pairId, 'SUP-3', unit.clock.now(), 12),
      team: 'Consultant, ward manager, primary nurse',
      socialWorkerTold: { who: 'Duty team', at: unit.clock.now() },
    }
    const second = { second: unit.second('ward-manager') }
    const held = await nurse.fails('supervision.decide', lowering, second)
    expect(held.fields?.map(({ field }) => field)).toEqual([
      'conditions.SUP-C6',
      'conditions.SUP-C7',
    ])
    await answerEvents(unit, pairId)
    expect(
      await nurse.ok('supervision.decide', wholeDecision(pairId, 'SUP-2', unit.clock.now(), 24)),
    ).toMatchObject({ kind: 'renewal' })
    for (const role of ['ward-manager', 'consultant', 'nurse'] as const)
      await unit.as(role).signIn()
    await allSign(unit, documentId)
    unit.clock.pass(1)
    const startsAt = unit.clock.now()
    expect(await nurse.ok('supervision.decide', { ...lowering, startsAt }, second)).toMatchObject({
      kind: 'lowering',
    })
  })
})

describe('bad input to a supervision decision', () => {
  let family: Arrived
  beforeAll(async () => {
    family = await unit.arrive({ bed: 1 })
  })
  const decide = (input: unknown) => unit.as('nurse').fails('supervision.decide', input)
  const fieldsOf = async (input: unknown) => (await decide(input)).fields?.map(({ field }) => field)

  test.each<[string, (now: string, pairId: string) => object, string]>([
    ['a review before the start', (now) => ({ reviewDueAt: addHours(now, -1) }), 'reviewDueAt'],
    [
      'a review later than the level allows',
      (now) => ({ reviewDueAt: addHours(now, 25) }),
      'reviewDueAt',
    ],
    ['a start long before the stay', (now) => ({ startsAt: addHours(now, -24 * 8) }), 'startsAt'],
    [
      'a start still to come',
      (now) => ({ startsAt: addHours(now, 1), reviewDueAt: addHours(now, 2) }),
      'startsAt',
    ],
    ['no reason', () => ({ rationale: '  ' }), 'rationale'],
    [
      'an unknown level',
      (_, pairId) => ({ cells: [{ place: 'home', activity: 'all', level: 'SUP-9' }], pairId }),
      'cells.0.level',
    ],
    [
      'a first assessment of one place',
      () => ({ cells: [{ place: 'home', activity: 'all', level: 'SUP-1' }] }),
      'cells',
    ],
    [
      'separation without a legal basis',
      (now, pairId) => wholeDecision(pairId, 'SUP-0', now),
      'legalBasis',
    ],
    ['agreement without a time', () => ({ agreedWith: 'J. Reed, social worker' }), 'agreedAt'],
    [
      'an agreement still to come',
      (now) => ({ agreedWith: 'J. Reed', agreedAt: addHours(now, 1) }),
      'agreedAt',
    ],
    [
      'one condition overridden twice',
      () => ({
        overrides: [
          { rule: 'SUP-C4', because: 'One' },
          { rule: 'SUP-C4', because: 'Two' },
        ],
      }),
      'overrides',
    ],
  ])('%s is refused at its field', async (_, change, field) => {
    const now = unit.clock.now()
    const input = { ...wholeDecision(family.pairId, 'SUP-1', now), ...change(now, family.pairId) }
    expect(await fieldsOf(input)).toContain(field)
    const { decisions } = await current(family.pairId)
    expect(decisions).toEqual([])
  })

  test('a pair that does not exist is not found', async () => {
    const input = wholeDecision('01a0a0a0-0000-7000-8000-000000000000', 'SUP-1', unit.clock.now())
    expect(await decide(input)).toMatchObject({ code: 'not-found' })
  })
})

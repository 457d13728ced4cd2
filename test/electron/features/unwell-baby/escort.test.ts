import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addMinutes } from '#domain/shared/calendar.ts'
import type { EpisodePage } from '../../../../electron/features/unwell-baby/view.ts'
import { type Arrived, startTestUnit, type TestUnit } from '../../../support/app.ts'
import { wholeDecision } from '../../../support/supervision.ts'
import { actsOn, pass } from './acting.ts'

let unit: TestUnit
const families: Arrived[] = []
const family = (bed: number) => families[bed] as Arrived
beforeAll(async () => {
  unit = await startTestUnit()
  for (const bed of [0, 1, 2, 3]) families.push(await unit.arrive({ bed, bornOn: '2026-07-20' }))
  await pass(unit, 60, 'nursery-nurse', 'consultant')
})
afterAll(() => unit.close())

const document = { kind: 'document', document: 'Sealed order', on: '2026-11-20' }
const legal = (babyId: string, code: string) =>
  unit.as('nurse').ok('people.addLegalStatus', {
    personId: babyId,
    code,
    startsAt: '2026-11-20T09:00:00.000Z',
    endsAt: '2027-01-07T09:00:00.000Z',
    authority: 'Westmarch Council',
    basis: document,
  })
const informal = (motherId: string) =>
  unit.as('nurse').ok('people.addMentalHealthAct', {
    personId: motherId,
    code: '01',
    startsAt: '2026-11-20T09:00:00.000Z',
    endsAt: null,
    basis: document,
  })
const decide = (episodeId: string, more: object = {}) => ({
  episodeId,
  decidedAt: unit.clock.now(),
  ...more,
})
type ByRule = EpisodePage['escort']['byRule']

/** While the clock runs an assessment is held; who may override it does so by name. */
const decideMeanwhile = (input: object) =>
  unit.as('consultant').ok('supervision.decide', {
    ...input,
    overrides: [{ rule: 'SUP-C7', because: 'The paediatrician asked who may stay with the baby' }],
  })

describe('who goes with the baby', () => {
  let episodeId: string
  beforeAll(async () => {
    episodeId = await actsOn(unit, family(0)).raise()
  })

  test('is the fallback where nothing is recorded, and says what has to be found out', async () => {
    const { escort } = await actsOn(unit, family(0)).page(episodeId)
    expect(escort.byRule.facts).toMatchObject({
      level: { code: 'SUP-1', from: 'fallback' },
      childCodes: null,
      mentalHealthAct: null,
    })
    expect(escort.byRule.answer.babyEscorts).toBe(1)
    expect(escort.byRule.consent[0]).toMatch(/life-saving/i)
    expect(escort.byRule.consent.join(' ')).toContain('not recorded')
    expect(escort.byRule.ruleSet).toMatchObject({ title: expect.any(String), approved: false })
  })

  test('follows the supervision level of the hospital, else of outside', async () => {
    const levels = { hospital: 'SUP-2' } as const
    const input = wholeDecision(family(0).pairId, 'SUP-4', unit.clock.now(), 48, levels)
    await decideMeanwhile(input)
    const rule = async () => (await actsOn(unit, family(0)).page(episodeId)).escort.byRule
    expect((await rule()).facts.level).toEqual({ code: 'SUP-2', from: 'hospital' })
    await pass(unit, 1)
    const second = family(1)
    const outside = wholeDecision(second.pairId, 'SUP-3', unit.clock.now(), 20)
    await unit.as('nurse').ok('supervision.decide', {
      ...outside,
      cells: outside.cells.map((cell) =>
        cell.place === 'hospital' ? { ...cell, level: 'SUP-1' } : cell,
      ),
    })
    const other = await actsOn(unit, second).raise()
    const found = (await actsOn(unit, second).page(other)).escort.byRule
    expect(found.facts.level).toEqual({ code: 'SUP-1', from: 'hospital' })
    expect(found.levelName).toBe('Constant')
  })

  test('asks who was reached under an order, and hands over the order', async () => {
    await legal(family(0).babyId, 'LEG-07')
    await informal(family(0).motherId)
    const { escort } = await actsOn(unit, family(0)).page(episodeId)
    expect(escort.byRule.facts).toMatchObject({ childCodes: ['LEG-07'], mentalHealthAct: '01' })
    expect(escort.byRule.answer.reach.map(({ whom }) => whom)).toContain('social-worker')
    expect(escort.byRule.answer.handOver.length).toBeGreaterThan(0)
    expect(escort.byRule.answer.authorityNotReached).toBe(true)
    const asked = await unit.as('nurse').ok<ByRule>('unwellBaby.considerEscort', {
      episodeId,
      answers: { authoritySays: 'no' },
    })
    expect(asked.answer.motherMayGo).toBe('no')
  })

  test('leave counts with who granted it, when, and the form; it is kept and shown', async () => {
    const nurse = unit.as('nurse')
    const covers = { leave: { covers: true, escorted: true, ministryConsent: false } }
    const fieldsOf = async (more: object) =>
      (await nurse.fails('unwellBaby.decideEscort', decide(episodeId, more))).fields?.map(
        ({ field }) => field,
      )
    const leaveGrant = { by: 'Dr C. Test', at: unit.clock.now(), document: 'Section 17 form' }
    expect(await fieldsOf({ answers: covers })).toEqual(['leaveGrant.by'])
    expect(await fieldsOf({ answers: covers, leaveGrant: { ...leaveGrant, by: '' } })).toEqual([
      'leaveGrant.by',
    ])
    const later = addMinutes(unit.clock.now(), 5)
    expect(await fieldsOf({ answers: covers, leaveGrant: { ...leaveGrant, at: later } })).toEqual([
      'leaveGrant.at',
    ])
    await nurse.ok(
      'unwellBaby.decideEscort',
      decide(episodeId, { answers: covers, leaveGrant, escortNames: 'Sam Example' }),
    )
    const { escort } = await actsOn(unit, family(0)).page(episodeId)
    expect(escort.decisions.at(-1)).toMatchObject({
      leaveGrantedBy: 'Dr C. Test',
      leaveGrantedAt: leaveGrant.at,
      leaveDocument: 'Section 17 form',
    })
  })

  test('as the rules say, or higher, is decided by anyone clinical', async () => {
    const nursery = unit.as('nursery-nurse')
    const plain = await nursery.ok<{ lowered: string[] }>(
      'unwellBaby.decideEscort',
      decide(episodeId, { escortNames: 'Priscilla Quartey' }),
    )
    expect(plain.lowered).toEqual([])
    const choice = { babyEscorts: 2, motherEscorts: 0, section17Escort: false, motherMayGo: 'no' }
    await nursery.ok('unwellBaby.decideEscort', decide(episodeId, { choice }))
  })

  test('lower is an override by name with a reason, of those who may', async () => {
    const choice = { babyEscorts: 0, motherEscorts: 0, section17Escort: false, motherMayGo: 'yes' }
    const lower = (more: object = {}) => decide(episodeId, { choice, ...more })
    expect(
      await unit
        .as('nursery-nurse')
        .fails('unwellBaby.decideEscort', lower({ because: 'No staff' })),
    ).toMatchObject({ code: 'not-permitted', fields: [{ field: 'choice' }] })
    expect(await unit.as('nurse').fails('unwellBaby.decideEscort', lower())).toMatchObject({
      code: 'held',
      fields: [{ field: 'because' }],
    })
    await unit
      .as('nurse')
      .ok('unwellBaby.decideEscort', lower({ because: 'The ambulance took only one' }))
    const named = "select rule_id as rule, because from rule_override where rule_id like 'ESC-%'"
    expect(unit.db.rows(named)).toEqual([
      { rule: 'ESC-RULE', because: 'The ambulance took only one' },
    ])
    const { escort } = await actsOn(unit, family(0)).page(episodeId)
    expect(escort.decisions.at(-1)).toMatchObject({
      by: 'nurse person',
      choice: { babyEscorts: 0 },
      overrideId: expect.any(String),
    })
  })

  test('in the future, or with somebody reached in the future, is refused at its field', async () => {
    const later = new Date(Date.parse(unit.clock.now()) + 60_000).toISOString()
    const reached = [{ whom: 'social-worker', name: 'J. Reed', at: later }]
    const nurse = unit.as('nurse')
    const fields = async (input: object) =>
      (await nurse.fails('unwellBaby.decideEscort', input)).fields?.map(({ field }) => field)
    expect(await fields(decide(episodeId, { decidedAt: later }))).toEqual(['decidedAt'])
    expect(await fields(decide(episodeId, { reached }))).toEqual(['reached.0.at'])
  })
})

describe('the journey', () => {
  test('left, arrived and back, each with its time; the clock runs until an outcome', async () => {
    const own = family(2)
    const act = actsOn(unit, own)
    const episodeId = await act.raise({ findings: ['green-vomit'] })
    await act.reached(episodeId, '999')
    const nurse = unit.as('nurse')
    const left = { episodeId, leftAt: unit.clock.now(), destination: 'Emergency department' }
    const { departureId } = await nurse.ok<{ departureId: string }>('unwellBaby.left', {
      ...left,
      motherCannotGo: true,
    })
    expect(await nurse.fails('unwellBaby.left', left)).toMatchObject({ code: 'held' })
    await pass(unit, 4)
    const arrived = {
      episodeId,
      departureId,
      version: 1,
      arrivedAt: unit.clock.now(),
      handedOverTo: 'Sister A. Test',
      handedOverAt: unit.clock.now(),
      motherCannotGo: true,
    }
    await nurse.ok('unwellBaby.arrived', arrived)
    expect((await act.page(episodeId)).pathway[3]).toMatchObject({ key: 'escort', state: 'late' })
    const back = { episodeId, departureId, version: 2, returnedAt: unit.clock.now() }
    await nurse.ok('unwellBaby.returned', back)
    const page = await act.page(episodeId)
    expect(page.clock.running).toBe(true)
    expect(page.departures[0]).toMatchObject({ returnedAt: unit.clock.now(), motherCannotGo: true })
    // The call to 999, the journey and the mother who cannot go have each told others of their own.
    const events = unit.db.rows<{ event: string }>(
      'select event from duty_event where source_id = @id order by event',
      { id: episodeId },
    )
    expect(events.map(({ event }) => event)).toEqual(expect.arrayContaining(['COM-05', 'COM-18']))
  })
})

describe('who answers, and how it ends', () => {
  test('the next person takes over by signing; nobody twice', async () => {
    const act = actsOn(unit, family(3))
    const episodeId = await act.raise()
    expect(await unit.as('nurse').fails('unwellBaby.takeOn', { episodeId })).toMatchObject({
      code: 'held',
    })
    const consultant = unit.as('consultant')
    await consultant.signIn()
    expect(
      await consultant.fails('unwellBaby.takeOn', { episodeId }, { password: 'not my password' }),
    ).toMatchObject({ code: 'wrong-password' })
    await pass(unit, 1, 'consultant')
    await consultant.ok('unwellBaby.takeOn', { episodeId })
    const { responder } = await act.page(episodeId)
    expect(responder).toMatchObject({
      name: 'consultant person',
      before: [{ name: 'nurse person' }],
    })
    expect(responder.next).toMatchObject({ role: 'Nurse in charge' })
  })

  test('in error is said by the nurse in charge and another person', async () => {
    const act = actsOn(unit, family(3))
    const episodeId = await act.raise({ another: true })
    const input = { episodeId, reason: 'Raised on the wrong baby' }
    const nurse = unit.as('nurse')
    const second = unit.second('ward-manager')
    const refused = await nurse.fails('unwellBaby.enteredInError', input, { second })
    expect(refused.fields?.[0]).toMatchObject({
      field: 'kind',
      message: expect.stringContaining('nurse in charge'),
    })
    await unit.as('ward-manager').signIn()
    await unit.onShift('nurse', true)
    expect(
      await nurse.fails('unwellBaby.enteredInError', input, { second: unit.second('nurse') }),
    ).not.toMatchObject({ code: 'ok' })
    await nurse.ok('unwellBaby.enteredInError', input, { second })
    const page = await act.page(episodeId)
    expect(page.clock.running).toBe(false)
    expect(page.outcomes[0]).toMatchObject({
      kind: 'entered-in-error',
      signedBy: 'nurse person',
      secondPerson: 'W. Manager',
    })
  })

  test('an outcome signed by mistake is taken back, and the clock goes on', async () => {
    const act = actsOn(unit, family(3))
    const episodeId = await act.raise({ another: true })
    const nurse = unit.as('nurse')
    const { outcomeId } = await nurse.ok<{ outcomeId: string }>('unwellBaby.outcome', {
      episodeId,
      kind: 'reviewed-and-well',
      at: unit.clock.now(),
      plan: 'Look again at 18:00',
      reviewAt: null,
    })
    expect((await act.page(episodeId)).clock.running).toBe(false)
    const past = await nurse.ok<{ episodes: { episodeId: string; outcomeLabel: string }[] }>(
      'unwellBaby.past',
      { pairId: family(3).pairId },
    )
    expect(past.episodes.find((one) => one.episodeId === episodeId)?.outcomeLabel).toBe(
      'Reviewed and well, with a plan',
    )
    const reason = 'Signed on the wrong episode'
    await nurse.ok('unwellBaby.reopen', { episodeId, outcomeId, version: 1, reason })
    const page = await act.page(episodeId)
    expect(page.clock.running).toBe(true)
    expect(page.next?.text).toBeDefined()
  })

  test('while the clock runs a review of supervision is held, and again when it goes on', async () => {
    const nurse = unit.as('nurse')
    const { pairId } = family(3)
    await decideMeanwhile(wholeDecision(pairId, 'SUP-2', unit.clock.now()))
    await pass(unit, 1)
    const heldBy = async () => {
      const review = wholeDecision(pairId, 'SUP-2', unit.clock.now())
      const { unmet } = await nurse.ok<{ unmet: { rule: string }[] }>(
        'supervision.consider',
        review,
      )
      return unmet.map(({ rule }) => rule)
    }
    expect(await heldBy()).toContain('SUP-C7')
    const { episodes } = await nurse.ok<{ episodes: { episodeId: string; pairId: string }[] }>(
      'unwellBaby.running',
    )
    const signed: { episodeId: string; outcomeId: string }[] = []
    for (const { episodeId } of episodes.filter((one) => one.pairId === pairId)) {
      const { outcomeId } = await nurse.ok<{ outcomeId: string }>('unwellBaby.outcome', {
        episodeId,
        kind: 'reviewed-and-well',
        at: unit.clock.now(),
        plan: 'Look again at 18:00',
        reviewAt: null,
      })
      signed.push({ episodeId, outcomeId })
    }
    expect(await heldBy()).not.toContain('SUP-C7')
    await nurse.ok('unwellBaby.reopen', { ...signed[0], version: 1, reason: 'Signed by mistake' })
    expect(await heldBy()).toContain('SUP-C7')
  })
})

describe('a bruise in a baby who is not mobile', () => {
  test('is an entry of its own on the body map, for paediatrics within four hours', async () => {
    const own = family(1)
    const now = unit.clock.now()
    const mark = {
      seenAt: now,
      seenBy: 'S. Okafor',
      view: 'front',
      x: 710,
      y: 415,
      region: 'left-upper-arm',
      markKind: 'bruise',
      sizeMm: 12,
      colour: 'blue',
      description: 'Oval, blue, left upper arm',
      explanation: 'He lay on his rattle',
      explainedBy: 'Mother',
      heldBy: 'Mother; nursery nurse at bath time',
    }
    const input = {
      pairId: own.pairId,
      recognisedAt: now,
      whose: 'staff',
      basis: { kind: 'observed' },
      mobility: 'not-mobile',
    }
    const nurse = unit.as('nurse')
    const off = await nurse.fails('unwellBaby.bruise', { ...input, marks: [{ ...mark, x: 1200 }] })
    expect(off.fields?.map(({ field }) => field)).toEqual(['marks.0.x'])
    const { episodeId } = await nurse.ok<{ episodeId: string }>('unwellBaby.bruise', {
      ...input,
      marks: [mark],
    })
    const page = await actsOn(unit, own).page(episodeId)
    expect(page.bands[0]).toMatchObject({ band: 'injury' })
    expect(page.help.demands.find(({ key }) => key === 'injury/seen')?.dueAt).toBe(
      new Date(Date.parse(now) + 4 * 3_600_000).toISOString(),
    )
    expect(page.marks).toMatchObject([
      { view: 'front', x: 710, region: 'left-upper-arm', number: 1, explainedBy: 'Mother' },
    ])
    expect(page.injurySteps[0]).toContain('children')
    await nurse.ok('unwellBaby.addMark', {
      episodeId,
      mark: { ...mark, view: 'back', region: 'left-buttock', x: 420, y: 610 },
    })
    expect((await actsOn(unit, own).page(episodeId)).marks).toHaveLength(2)
    const events = unit.db.rows<{ event: string }>(
      'select event from duty_event where source_id = @id',
      { id: episodeId },
    )
    expect(events.map(({ event }) => event)).toContain('COM-06')
  })
})

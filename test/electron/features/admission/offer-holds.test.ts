import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addMinutes } from '#domain/shared/calendar.ts'
import { startTestUnit, type TestUnit } from '../../../support/app.ts'
import {
  answer,
  arrive,
  checkCpis,
  complete,
  offer,
  offerInput,
  overrideInput,
  pageOf,
  pass,
  refer,
  told,
} from './referring.ts'

let unit: TestUnit
beforeAll(async () => {
  unit = await startTestUnit()
})
afterAll(() => unit.close())

const refused = (path: string, input: unknown) => unit.as('ward-manager').fails(path, input)
const stageOf = async (id: string) => (await pageOf(unit, id)).stage

describe('an override', () => {
  it('given for "not known" does not let "yes, present" in: the offer re-opens, nobody arrives on it', async () => {
    const id = await refer(unit)
    await complete(unit, id, { clauses: ['ADM-X-04'] })
    await answer(unit, id, 'ADM-X-04', 'not-known')
    const manager = unit.as('ward-manager')
    const second = { second: unit.second('consultant') }
    await manager.ok('admission.override', overrideInput(unit, id, 'ADM-X-04'), second)
    await pass(unit, 5)
    await offer(unit, id)
    await pass(unit, 5)
    await answer(unit, id, 'ADM-X-04', 'yes')
    expect(await stageOf(id)).toBe('re-opened')
    expect(await arrive(unit, id, 0).catch(String)).toContain('A change has re-opened the offer')
    // Weighed anew by two people, and decided again: only then does the decision count their override.
    await manager.ok('admission.override', overrideInput(unit, id, 'ADM-X-04'), second)
    expect(await stageOf(id)).toBe('re-opened')
    await pass(unit, 5)
    await offer(unit, id)
    expect(await stageOf(id)).toBe('offered')
  })

  it('of an answer that stands keeps no deadline: nothing is missing', async () => {
    const id = await refer(unit)
    await complete(unit, id, { clauses: ['ADM-X-04'] })
    await answer(unit, id, 'ADM-X-04', 'yes')
    await unit.as('ward-manager').ok('admission.override', overrideInput(unit, id, 'ADM-X-04'), {
      second: unit.second('consultant'),
    })
    const { overrides } = await pageOf(unit, id)
    expect(overrides).toMatchObject([{ ruleId: 'ADM-X-04', dueAt: null, state: 'released' }])
  })
})

describe('the time of a decision', () => {
  it('in the past makes nothing current that is out of date by its entry', async () => {
    const id = await refer(unit)
    await complete(unit, id)
    const then = addMinutes(unit.clock.now(), 1)
    await pass(unit, 60 * 24 * 20)
    const failure = await refused('admission.decide', offerInput(unit, id, { decidedAt: then }))
    expect(failure.code).toBe('held')
    expect(failure.fields?.map(({ field }) => field)).toContain('holds.ADM-R-03')
  })

  it('is not before the answers that it rests on', async () => {
    const id = await refer(unit)
    await complete(unit, id, { clauses: ['ADM-X-04'] })
    const then = addMinutes(unit.clock.now(), 1)
    await pass(unit, 60)
    await answer(unit, id, 'ADM-X-04', 'no')
    const input = offerInput(unit, id, { decidedAt: then })
    expect(await refused('admission.decide', input)).toMatchObject({
      fields: [{ field: 'decidedAt', message: expect.stringContaining('came in after this time') }],
    })
  })
})

describe('an offer that stands', () => {
  it('is not followed by another: the clock of her arrival runs from it', async () => {
    const id = await refer(unit)
    await complete(unit, id)
    await offer(unit, id)
    await pass(unit, 5)
    const { decisions, toDo } = await pageOf(unit, id)
    const again = offerInput(unit, id, { seenDecision: decisions[0]?.recordId })
    expect(await refused('admission.decide', again)).toMatchObject({
      code: 'held',
      message: expect.stringContaining('An offer stands already'),
    })
    expect((await pageOf(unit, id)).decisions).toHaveLength(1)
    expect(decisions).toHaveLength(1)
    expect(toDo.find(({ kind }) => kind === 'arrive')?.dueAt).toBe(
      addMinutes(decisions[0]?.decidedAt ?? '', 24 * 60),
    )
  })
})

describe('an arrival on an old offer', () => {
  it('is asked about, with the age of each, and bars nobody', async () => {
    const id = await refer(unit)
    await complete(unit, id)
    await offer(unit, id)
    await pass(unit, 60 * 24 * 60)
    const { grownOld } = await pageOf(unit, id)
    expect(grownOld.map(({ ruleId }) => ruleId)).toContain('ADM-R-03')
    expect(await arrive(unit, id, 2).catch(String)).toContain('60 days old, the limit is 3')
    const because = 'Nothing has changed, by the word of her care coordinator'
    await arrive(unit, id, 2, { outOfDateBecause: because })
    const kept = unit.db.row('select out_of_date_because as because from referral_arrival')
    expect(kept).toEqual({ because })
  })
})

describe("children's social care", () => {
  it('is involved by a recorded status of the child, whatever was told, and re-opens an offer', async () => {
    const id = await refer(unit)
    await complete(unit, id)
    await offer(unit, id)
    await pass(unit, 5)
    const { children } = await pageOf(unit, id)
    await unit.as('ward-manager').ok('people.addLegalStatus', {
      personId: children[0]?.baby?.id,
      code: 'LEG-08',
      startsAt: unit.clock.now(),
      endsAt: null,
      authority: 'Westmarch Council',
      basis: told(unit),
    })
    const page = await pageOf(unit, id)
    expect(page.stage).toBe('re-opened')
    expect(page.holds.map(({ ruleId }) => ruleId)).toEqual(['ADM-R-08', 'ADM-R-09'])
  })

  it('makes "not applicable" no answer to what it would hold', async () => {
    const id = await refer(unit, { socialCare: 'not-known' })
    const item = {
      referralId: id,
      itemId: 'ADM-R-08',
      outcome: 'not-applicable',
      receivedAt: unit.clock.now(),
      describedOn: null,
      essentialPart: null,
      summary: null,
      basis: told(unit),
      seenVersion: 0,
    }
    expect(await unit.as('nurse').fails('admission.receive', item)).toMatchObject({
      fields: [{ field: 'outcome', message: expect.stringContaining('Where they hold none') }],
    })
    expect(await answer(unit, id, 'ADM-X-08', 'not-applicable').catch(String)).toContain(
      'This applies unless it is known',
    )
    const { items, clauses } = await pageOf(unit, id)
    expect(items.find((one) => one.id === 'ADM-R-08')?.notApplicable).toBe('never')
    expect(clauses.find((one) => one.id === 'ADM-X-08')?.notApplicable).toBe('never')
  })

  it('stays involved when a later look-up shows no flag', async () => {
    const id = await refer(unit)
    await checkCpis(unit, id, 'child-protection-plan')
    await pass(unit, 5)
    await checkCpis(unit, id)
    const { items } = await pageOf(unit, id)
    expect(items.find((one) => one.id === 'ADM-R-08')?.mustKnow).toBe(true)
  })
})

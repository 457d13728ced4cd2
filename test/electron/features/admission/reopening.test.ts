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
  seenDecision,
} from './referring.ts'

let unit: TestUnit
beforeAll(async () => {
  unit = await startTestUnit()
})
afterAll(() => unit.close())

async function offered() {
  const id = await refer(unit)
  await complete(unit, id)
  await pass(unit, 1)
  await offer(unit, id)
  await pass(unit, 5)
  return id
}

describe('an offer that a change has re-opened', () => {
  it('stays re-opened when the answer is put back, and says why, until it is decided again', async () => {
    const id = await offered()
    await answer(unit, id, 'ADM-X-04', 'yes')
    const at = unit.clock.now()
    await pass(unit, 60)
    await answer(unit, id, 'ADM-X-04', 'no')
    await pass(unit, 10)
    const page = await pageOf(unit, id)
    expect(page.stage).toBe('re-opened')
    expect(page.holds).toEqual([])
    expect(page.reopening).toEqual({ at, reasons: [expect.stringContaining('present')] })
    expect(page.toDo.map(({ kind }) => kind)).toContain('decide')
    const beds = await unit.as('nurse').ok<{ withoutBed: object[] }>('admission.beds')
    expect(beds.withoutBed).toMatchObject([{ referralId: id, reopened: true, dueAt: null }])
    expect(await arrive(unit, id, 0).catch(String)).toContain('A change has re-opened the offer')
    await offer(unit, id)
    expect((await pageOf(unit, id)).stage).toBe('offered')
    await pass(unit, 1)
    await arrive(unit, id, 0)
    expect((await pageOf(unit, id)).stages.map(({ stage, minutes }) => [stage, minutes])).toEqual([
      ['received', 0],
      ['checking', 1],
      ['offered', 5],
      ['re-opened', 70],
      ['offered', 1],
      ['arrived', null],
    ])
  })

  it('lets her in who had come before the change, also when that is entered late', async () => {
    const id = await offered()
    const cameAt = unit.clock.now()
    await pass(unit, 30)
    await answer(unit, id, 'ADM-X-04', 'yes')
    const changedAt = unit.clock.now()
    await pass(unit, 10)
    expect(await arrive(unit, id, 1, { arrivedAt: changedAt }).catch(String)).toContain(
      'A change has re-opened the offer',
    )
    await arrive(unit, id, 1, { arrivedAt: cameAt })
    expect((await pageOf(unit, id)).stage).toBe('arrived')
  })

  it('stays so when the look-up with the flag is taken out, or the status of the baby', async () => {
    const id = await offered()
    await checkCpis(unit, id, 'looked-after')
    const check = unit.db.row<{ id: string }>(
      "select record_id as id from cpis_check where referral_id = @id and result = 'looked-after'",
      { id },
    )
    await pass(unit, 2)
    const of = { id: check?.id, version: 1, reason: 'Of another child' }
    await checkCpis(unit, id)
    await unit.as('consultant').ok('admission.withdrawCpis', of)
    expect((await pageOf(unit, id)).stage).toBe('re-opened')
  })

  it('keeps the referral in its place on the list of what is to do', async () => {
    const id = await offered()
    await answer(unit, id, 'ADM-X-04', 'yes')
    await pass(unit, 1)
    await answer(unit, id, 'ADM-X-04', 'no')
    const { referrals } = await unit
      .as('nurse')
      .ok<{ referrals: { id: string; stage: string }[] }>('admission.list', { which: 'open' })
    expect(referrals.find((one) => one.id === id)?.stage).toBe('re-opened')
  })
})

describe('the start of the check', () => {
  it('is the first answer, however often it is given anew', async () => {
    const id = await refer(unit)
    await pass(unit, 10)
    await answer(unit, id, 'ADM-I-03', 'yes')
    await pass(unit, 60)
    await answer(unit, id, 'ADM-I-03', 'yes')
    const { stages } = await pageOf(unit, id)
    expect(stages).toMatchObject([
      { stage: 'received', minutes: 10 },
      { stage: 'checking', minutes: 60 },
    ])
  })
})

describe('an override whose deadline has passed unmet', () => {
  it('lets no further offer through, whatever time it is given, until it is overridden anew', async () => {
    const id = await refer(unit)
    await complete(unit, id, { items: ['ADM-R-06'] })
    const manager = unit.as('ward-manager')
    const override = () =>
      manager.ok('admission.override', overrideInput(unit, id, 'ADM-R-06'), {
        second: unit.second('consultant'),
      })
    await override()
    const then = addMinutes(unit.clock.now(), 1)
    await pass(unit, 60 * 24 + 1)
    expect((await pageOf(unit, id)).holds).toMatchObject([
      { ruleId: 'ADM-R-06', through: false, override: { state: 'overdue' } },
    ])
    for (const decidedAt of [then, unit.clock.now()])
      expect(
        await manager.fails('admission.decide', offerInput(unit, id, { decidedAt })),
      ).toMatchObject({ code: 'held', fields: [{ field: 'holds.ADM-R-06' }] })
    await override()
    await offer(unit, id)
    // The offer that was made in time stands on, and what was missing is chased.
    await pass(unit, 60 * 48)
    const page = await pageOf(unit, id)
    expect(page.stage).toBe('offered')
    expect(page.toDo).toContainEqual(expect.objectContaining({ kind: 'missing', late: true }))
  })
})

describe('two windows on one decision', () => {
  it('clash: the second sees what the first decided, and signs it again only after that', async () => {
    const id = await offered()
    const decline = {
      outcome: 'declined',
      referralId: id,
      seenDecision: null,
      decidedAt: unit.clock.now(),
      reasonCode: 'no-bed',
      note: null,
      signposting: ['RES-1'],
      signpostingNote: null,
    }
    const failure = await unit.as('consultant').fails('admission.decide', decline)
    expect(failure).toMatchObject({
      code: 'clash',
      message: expect.stringContaining('Somebody else decided meanwhile: offered'),
    })
    expect((await pageOf(unit, id)).stage).toBe('offered')
    await unit
      .as('consultant')
      .ok('admission.decide', { ...decline, seenDecision: await seenDecision(unit, id) })
    expect((await pageOf(unit, id)).decisions.map(({ outcome }) => outcome)).toEqual([
      'offered',
      'declined',
    ])
  })

  it('clash too where the other decision has ended the referral', async () => {
    const id = await refer(unit)
    const withdraw = {
      outcome: 'withdrawn',
      referralId: id,
      seenDecision: null,
      decidedAt: unit.clock.now(),
      withdrawnBy: 'A. Referrer',
      note: 'Settled at home',
    }
    await unit.as('ward-manager').ok('admission.decide', withdraw)
    const failure = await unit.as('consultant').fails('admission.decide', withdraw)
    expect(failure).toMatchObject({ code: 'clash' })
  })
})

describe('a reason', () => {
  it('has letters in it', async () => {
    const id = await refer(unit)
    await complete(unit, id, { items: ['ADM-R-06'] })
    const input = overrideInput(unit, id, 'ADM-R-06', { because: ' . ' })
    const failure = await unit
      .as('ward-manager')
      .fails('admission.override', input, { second: unit.second('consultant') })
    expect(failure.fields).toEqual([{ field: 'because', message: 'Enter a reason in words' }])
  })
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestUnit, type TestUnit } from '../../../support/app.ts'
import { arrive, complete, offer, pageOf, pass, refer, seenDecision } from './referring.ts'

let unit: TestUnit
beforeAll(async () => {
  unit = await startTestUnit()
})
afterAll(() => unit.close())

const askFor = (referralId: string) =>
  unit.as('nurse').ok('admission.ask', {
    referralId,
    itemId: 'ADM-R-13',
    askedOf: 'The health visitor',
    askedAt: unit.clock.now(),
  })
const lines = async (which: 'open' | 'ended') =>
  (
    await unit
      .as('nurse')
      .ok<{ referrals: { id: string; toDo: unknown[] }[] }>('admission.list', { which })
  ).referrals

/** Nothing of it is late for ever, and what did not come is named. */
async function expectEnded(referralId: string, how: string) {
  const page = await pageOf(unit, referralId)
  const item = page.items.find(({ id }) => id === 'ADM-R-13')
  expect(item?.row?.outcome).toBe('open')
  expect(item?.chaseDueAt).toBeNull()
  expect(page.toDo.map(({ kind }) => kind)).not.toContain('chase')
  expect(page.ended).toMatchObject({ how, missing: [item?.title] })
}

describe('what was asked for and never came', () => {
  test('is chased while she is here, and named as not there when she has left', async () => {
    const id = await refer(unit)
    await complete(unit, id)
    await askFor(id)
    await offer(unit, id)
    const { stayId } = await arrive(unit, id, 0)
    await pass(unit, 8 * 24 * 60)
    const before = await pageOf(unit, id)
    expect(before.ended).toBeNull()
    expect(before.toDo).toMatchObject([{ kind: 'chase', late: true }])
    await unit.as('nurse').ok('stays.end', {
      id: stayId,
      version: 1,
      reason: 'Discharged',
      endedAt: unit.clock.now(),
      endReason: 'home',
      missingBecause: 'Arranged by telephone',
    })
    await expectEnded(id, 'left')
    expect((await lines('open')).map((one) => one.id)).not.toContain(id)
    expect((await lines('ended')).find((one) => one.id === id)?.toDo).toEqual([])
  })

  test('stands on one page of those that have ended, the newest first, and on no other', async () => {
    interface List {
      referrals: { id: string; receivedAt: string }[]
      next: object | null
    }
    const page = (after?: object) =>
      unit.as('nurse').ok<List>('admission.list', { which: 'ended', ...(after ? { after } : {}) })
    for (const note of ['One', 'Two', 'Three']) {
      const id = await refer(unit)
      await unit.as('ward-manager').ok('admission.decide', {
        outcome: 'withdrawn',
        referralId: id,
        decidedAt: unit.clock.now(),
        withdrawnBy: 'The crisis team',
        note,
        seenDecision: await seenDecision(unit, id),
      })
    }
    const { referrals, next } = await page()
    expect(next).toBeNull()
    for (const [index, { id, receivedAt }] of referrals.entries())
      expect((await page({ id, receivedAt })).referrals).toEqual(referrals.slice(index + 1))
  })

  test('ends with a referral that was withdrawn', async () => {
    const id = await refer(unit)
    await askFor(id)
    await unit.as('ward-manager').ok('admission.decide', {
      outcome: 'withdrawn',
      referralId: id,
      decidedAt: unit.clock.now(),
      withdrawnBy: 'The crisis team',
      note: 'She is at home with her mother',
      seenDecision: await seenDecision(unit, id),
    })
    await expectEnded(id, 'withdrawn')
  })
})

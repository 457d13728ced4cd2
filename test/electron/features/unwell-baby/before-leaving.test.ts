import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Arrived, startTestUnit, type TestUnit, testPassword } from '../../../support/app.ts'
import { actsOn, pass } from './acting.ts'

let unit: TestUnit
beforeAll(async () => {
  unit = await startTestUnit()
})
afterAll(() => unit.close())

const ofStay = ({ stayId }: Arrived) => ({
  id: stayId,
  version: 1,
  reason: 'Discharged',
  endedAt: unit.clock.now(),
  endReason: 'home',
  missingBecause: 'Arranged by telephone',
})
const ofPair = ({ pairId }: Arrived) => ({
  id: pairId,
  version: 1,
  reason: 'To family',
  endedAt: unit.clock.now(),
})
const held = {
  code: 'held',
  fields: [{ field: 'endedAt', message: expect.stringContaining('sign the outcome first') }],
}

describe('nobody leaves the board while a clock runs', () => {
  test('a stay is held until the episode has an outcome', async () => {
    const family = await unit.arrive({ bed: 0, bornOn: '2026-07-20' })
    await pass(unit, 5)
    const act = actsOn(unit, family)
    const episodeId = await act.raise()
    await pass(unit, 5)
    const nurse = unit.as('nurse')
    expect(await nurse.fails('stays.end', ofStay(family))).toMatchObject(held)
    expect(await nurse.fails('stays.endPair', ofPair(family))).toMatchObject(held)
    expect((await act.page(episodeId)).clock.running).toBe(true)
    const plan = { plan: 'Well', reviewAt: null, at: unit.clock.now() }
    await nurse.ok(
      'unwellBaby.outcome',
      { episodeId, kind: 'reviewed-and-well', ...plan },
      { password: testPassword },
    )
    await nurse.ok('stays.end', ofStay(family))
  })

  test('a baby who was admitted to hospital may leave for good', async () => {
    const family = await unit.arrive({ bed: 1, bornOn: '2026-07-20' })
    await pass(unit, 5)
    const episodeId = await actsOn(unit, family).raise()
    await pass(unit, 5)
    const nurse = unit.as('nurse')
    const now = unit.clock.now()
    await nurse.ok('unwellBaby.left', { episodeId, leftAt: now, destination: 'Hospital' })
    expect(await nurse.fails('stays.endPair', ofPair(family))).toMatchObject(held)
    await nurse.ok(
      'unwellBaby.outcome',
      { episodeId, kind: 'admitted', at: now, plan: 'Ward 4', reviewAt: null },
      { password: testPassword },
    )
    await nurse.ok('stays.endPair', ofPair(family))
  })

  test('another baby’s clock holds nobody', async () => {
    const [first, second] = [await unit.arrive({ bed: 2 }), await unit.arrive({ bed: 3 })]
    await pass(unit, 5)
    await actsOn(unit, first).raise()
    await unit.as('nurse').ok('stays.end', ofStay(second))
  })

  test('nobody left before a concern that is on record', async () => {
    const family = await unit.arrive({ bed: 3, bornOn: '2026-07-20' })
    await pass(unit, 5)
    const before = unit.clock.now()
    await pass(unit, 5)
    const act = actsOn(unit, family)
    const episodeId = await act.raise()
    await pass(unit, 5)
    await wellOutcome(episodeId)
    const nurse = unit.as('nurse')
    expect(await nurse.fails('stays.end', { ...ofStay(family), endedAt: before })).toMatchObject({
      fields: [{ field: 'endedAt', message: expect.stringContaining('was recognised at') }],
    })
    await nurse.ok('stays.end', ofStay(family))
  })
})

describe('a concern and the end of a stay', () => {
  test('one that was noticed while they were here is entered after they left, and runs', async () => {
    const family = await unit.arrive({ bed: 3, bornOn: '2026-07-20' })
    await pass(unit, 5)
    const noticed = unit.clock.now()
    await pass(unit, 5)
    const nurse = unit.as('nurse')
    await nurse.ok('stays.end', ofStay(family))
    await pass(unit, 5)
    const act = actsOn(unit, family)
    expect(
      await nurse.fails('unwellBaby.raise', {
        pairId: family.pairId,
        recognisedAt: unit.clock.now(),
        whose: 'staff',
        basis: { kind: 'observed' },
      }),
    ).toMatchObject({
      fields: [{ field: 'recognisedAt', message: expect.stringContaining('while they were here') }],
    })
    const episodeId = await act.raise({ recognisedAt: noticed })
    expect((await act.page(episodeId)).clock.running).toBe(true)
    expect(
      await nurse.fails('unwellBaby.correctRecognised', {
        episodeId,
        version: 1,
        recognisedAt: unit.clock.now(),
        reason: 'Wrong',
      }),
    ).toMatchObject({ fields: [{ field: 'recognisedAt' }] })
    await wellOutcome(episodeId)
    expect((await act.page(episodeId)).clock.running).toBe(false)
  })
})

const wellOutcome = (episodeId: string) =>
  unit.as('nurse').ok(
    'unwellBaby.outcome',
    {
      episodeId,
      kind: 'reviewed-and-well',
      plan: 'Well',
      reviewAt: null,
      at: unit.clock.now(),
    },
    { password: testPassword },
  )

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { addMinutes } from '#domain/shared/calendar.ts'
import { type Arrived, startTestUnit, type TestUnit, testPassword } from '../../../support/app.ts'
import { actsOn, pass } from './acting.ts'

let unit: TestUnit
let family: Arrived
let episodeId: string
let endedAt: string
beforeAll(async () => {
  unit = await startTestUnit()
})
afterAll(() => unit.close())
beforeEach(async () => {
  await unit.as('nurse').signIn()
  family ??= await unit.arrive({ bornOn: '2026-07-20' })
  await pass(unit, 5)
  const act = actsOn(unit, family)
  episodeId = await act.raise()
  await act.reached(episodeId, '999')
  await pass(unit, 2)
  endedAt = unit.clock.now()
  await nurse().ok(
    'unwellBaby.outcome',
    { episodeId, kind: 'reviewed-and-well', plan: 'Well, fed', reviewAt: null, at: endedAt },
    { password: testPassword },
  )
  await pass(unit, 2)
})

const nurse = () => unit.as('nurse')
const page = () => actsOn(unit, family).page(episodeId)
const debriefStep = async () => (await page()).pathway.find(({ key }) => key === 'debrief')?.state
const hold = () =>
  nurse().ok<{ debriefId: string; version: number }>('unwellBaby.debrief', {
    episodeId,
    heldAt: unit.clock.now(),
    learning: 'The bag was not by the door',
  })

describe('a debrief', () => {
  test('is put right with a reason, and what it said stays readable', async () => {
    const { debriefId, version } = await hold()
    const right = { episodeId, debriefId, version, heldAt: endedAt, learning: 'The bag was there' }
    expect(
      await nurse().fails('unwellBaby.correctDebrief', { ...right, reason: '.' }),
    ).toMatchObject({ fields: [{ field: 'reason' }] })
    expect(
      await nurse().fails('unwellBaby.correctDebrief', {
        ...right,
        heldAt: addMinutes(endedAt, -1),
        reason: 'Another day',
      }),
    ).toMatchObject({ fields: [{ field: 'heldAt' }] })
    await nurse().ok('unwellBaby.correctDebrief', { ...right, reason: 'Of another episode' })
    expect((await page()).debriefs).toMatchObject([
      {
        learning: 'The bag was there',
        heldAt: endedAt,
        before: [{ learning: 'The bag was not by the door', reason: 'Of another episode' }],
      },
    ])
    expect(
      await nurse().fails('unwellBaby.correctDebrief', { ...right, reason: 'Once more' }),
    ).toMatchObject({ code: 'clash' })
  })

  test('that was entered in error is asked for again', async () => {
    const { debriefId, version } = await hold()
    expect(await debriefStep()).toBe('done')
    await nurse().ok('unwellBaby.withdrawDebrief', {
      episodeId,
      debriefId,
      version,
      reason: 'It was not held',
    })
    expect(await debriefStep()).toBe('due')
  })
})

describe('a drill', () => {
  test('is put right with a reason, and one entered in error is on no list', async () => {
    const drill = { heldAt: unit.clock.now(), scenario: 'Choking', learning: 'All knew' }
    const { drillId } = await nurse().ok<{ drillId: string }>('unwellBaby.recordDrill', drill)
    const right = { ...drill, drillId, version: 1, scenario: 'A fit', reason: 'Mixed up' }
    await nurse().ok('unwellBaby.correctDrill', right)
    expect(await nurse().ok('unwellBaby.drills')).toMatchObject([{ scenario: 'A fit', version: 2 }])
    await nurse().ok('unwellBaby.withdrawDrill', { drillId, version: 2, reason: 'Not held' })
    expect(await nurse().ok('unwellBaby.drills')).toEqual([])
  })
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { addMinutes } from '#domain/shared/calendar.ts'
import { type Arrived, startTestUnit, type TestUnit } from '../../../support/app.ts'
import { actsOn, pass } from './acting.ts'

let unit: TestUnit
let family: Arrived
beforeAll(async () => {
  unit = await startTestUnit()
  family = await unit.arrive({ bornOn: '2026-07-20' })
  await pass(unit, 5)
})
afterAll(() => unit.close())

const nurse = () => unit.as('nurse')
const waiting = () =>
  nurse().ok<{ lines: { kind: string; late: boolean }[] }>('unwellBaby.followUps')
const onBoard = async () => {
  const { overdue } = await nurse().ok<{ overdue: { what: string }[] }>('board.cards')
  return overdue.map(({ what }) => what)
}

test('a review that an outcome set is looked for until a further outcome says how the baby was', async () => {
  const episodeId = await actsOn(unit, family).raise()
  const end = (kind: string, reviewAt: string | null) =>
    nurse().ok('unwellBaby.outcome', {
      episodeId,
      kind,
      at: unit.clock.now(),
      plan: 'Fluids little and often; look at the baby again',
      reviewAt,
    })
  await pass(unit, 3)
  await end('advice-followed', addMinutes(unit.clock.now(), 30))
  expect((await waiting()).lines).toMatchObject([{ kind: 'review', late: false }])
  expect(await onBoard()).not.toContain('review of the baby after a concern')
  await pass(unit, 31)
  expect((await waiting()).lines).toMatchObject([{ kind: 'review', late: true }])
  expect(await onBoard()).toContain('review of the baby after a concern')
  await end('reviewed-and-well', null)
  expect((await waiting()).lines).toEqual([])
  expect(await onBoard()).not.toContain('review of the baby after a concern')
})

test('a debrief is looked for until it is held, also when the clock has long stopped', async () => {
  const act = actsOn(unit, family)
  const episodeId = await act.raise({ another: true })
  await act.reached(episodeId, '999')
  await pass(unit, 3)
  await nurse().ok('unwellBaby.outcome', {
    episodeId,
    kind: 'reviewed-and-well',
    at: unit.clock.now(),
    plan: 'Seen by the crew, feeds again',
    reviewAt: null,
  })
  expect((await waiting()).lines).toMatchObject([{ kind: 'debrief', late: false }])
  await nurse().ok('unwellBaby.debrief', {
    episodeId,
    heldAt: unit.clock.now(),
    learning: 'The number of the ward hangs by the telephone now',
  })
  expect((await waiting()).lines).toEqual([])
})

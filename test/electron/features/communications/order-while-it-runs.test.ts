import { afterEach, expect, test } from 'vitest'
import { startTestUnit, type TestUnit } from '../../../support/app.ts'
import { legalStatus } from '../../../support/duties.ts'
import { actsOn, pass } from '../unwell-baby/acting.ts'

interface Loop {
  dutyId: string
  label: string
  question: { id: string } | null
  status: { state: string }
}
interface Told {
  events: { eventId: string; event: string; loops: Loop[] }[]
}

let unit: TestUnit
afterEach(() => unit.close())

/** A baby without plan or order goes to hospital by 999, and everybody who must be told has said that they know. */
async function everybodyKnows() {
  unit = await startTestUnit('2026-11-24T02:00:00.000Z')
  const family = await unit.arrive()
  await pass(unit, 1)
  await legalStatus(unit, family.babyId, 'LEG-00', '2026-11-24T02:00:00.000Z')
  const act = actsOn(unit, family)
  const episodeId = await act.raise({ findings: ['green-vomit'] })
  await act.reached(episodeId, '999')
  await pass(unit, 1, 'ward-manager')
  const nurse = unit.as('nurse')
  const told = async () => {
    const { events } = await nurse.ok<Told>('communications.ofPair', { pairId: family.pairId })
    return events.find(({ event }) => event === 'COM-05') ?? { eventId: '', loops: [] }
  }
  for (const { dutyId, status } of (await told()).loops)
    if (status.state !== 'dropped')
      await unit.as('ward-manager').ok('communications.drop', {
        dutyId,
        because: 'Was with the baby and heard it',
        droppedAt: unit.clock.now(),
      })
  const orderComes = async () => {
    await pass(unit, 30)
    await legalStatus(unit, family.babyId, 'LEG-07', unit.clock.now())
    return (await told()).loops.find(({ label }) => label === 'Emergency duty team')
  }
  return { episodeId, nurse, told, orderComes }
}

test('an order that comes while the episode runs is told to the night desk, although every loop was closed', async () => {
  const { told, orderComes } = await everybodyKnows()
  expect((await told()).loops.every(({ status }) => status.state === 'dropped')).toBe(true)
  expect((await orderComes())?.status).toEqual({
    state: 'due',
    dueAt: '2026-11-24T03:32:00.000Z',
    what: 'send',
  })
})

test('once the episode has ended and every loop is closed, an order is no part of it', async () => {
  const { episodeId, nurse, orderComes } = await everybodyKnows()
  const outcome = { kind: 'reviewed-and-well', plan: 'Feeds again', reviewAt: null }
  await nurse.ok('unwellBaby.outcome', { episodeId, ...outcome, at: unit.clock.now() })
  expect(await orderComes()).toBeUndefined()
})

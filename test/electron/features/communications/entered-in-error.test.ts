import { afterAll, beforeAll, expect, test } from 'vitest'
import type { LoopEvent } from '../../../../electron/features/communications/loop.ts'
import { startTestUnit, type TestUnit } from '../../../support/app.ts'
import { actsOn } from '../unwell-baby/acting.ts'

let unit: TestUnit
beforeAll(async () => {
  unit = await startTestUnit()
  await unit.onShift('nurse', true)
})
afterAll(() => unit.close())

const events = async (pairId: string) => {
  const { events: found } = await unit
    .as('nurse')
    .ok<{ events: { event: string }[] }>('communications.ofPair', { pairId })
  return found.map(({ event }) => event)
}

test('whoever had been told is rung back, and nobody else; not once it was right after all', async () => {
  const family = await unit.arrive({ bed: 2 })
  const act = actsOn(unit, family)
  const episodeId = await act.raise({ findings: ['unresponsive'] })
  await unit.as('nurse').signIn()
  const { events: all } = await unit
    .as('nurse')
    .ok<{ events: LoopEvent[] }>('communications.ofPair', { pairId: family.pairId })
  const loops = all.find(({ event }) => event === 'COM-17')?.loops ?? []
  const visitor = loops.find(({ label }) => label === 'Health visitor')
  await unit.as('nurse').ok('communications.sent', {
    dutyId: visitor?.dutyId,
    sentAt: unit.clock.now(),
    method: 'telephone',
    toName: 'A. Visitor',
    shared: 'The collapse',
    sharingBasis: 'safeguarding',
  })
  const { outcomeId } = await unit
    .as('nurse')
    .ok<{ outcomeId: string }>(
      'unwellBaby.enteredInError',
      { episodeId, reason: 'Raised on the wrong baby' },
      { second: unit.second('ward-manager') },
    )
  const back = async () =>
    (
      await unit
        .as('nurse')
        .ok<{ events: LoopEvent[] }>('communications.ofPair', { pairId: family.pairId })
    ).events.find(({ event }) => event === 'COM-21')
  expect((await back())?.loops.map(({ label, status }) => [label, status.state])).toEqual([
    ['Health visitor', 'due'],
  ])
  expect((await back())?.loops[0]?.script.say.join(' ')).toContain('entered in error')
  await unit.as('nurse').ok('unwellBaby.reopen', {
    episodeId,
    outcomeId,
    version: 1,
    reason: 'It was the right baby',
  })
  expect(await back()).toBeUndefined()
})

test('an episode entered in error takes its duties back; re-opened, they are there again', async () => {
  const family = await unit.arrive()
  const act = actsOn(unit, family)
  const episodeId = await act.raise({ findings: ['unresponsive'] })
  const before = await events(family.pairId)
  expect(before).toContain('COM-17')
  const { outcomeId } = await unit
    .as('nurse')
    .ok<{ outcomeId: string }>(
      'unwellBaby.enteredInError',
      { episodeId, reason: 'Raised on the wrong baby' },
      { second: unit.second('ward-manager') },
    )
  expect(await events(family.pairId)).toEqual(['COM-02'])
  await unit.as('nurse').ok('unwellBaby.reopen', {
    episodeId,
    outcomeId,
    version: 1,
    reason: 'It was the right baby',
  })
  expect([...(await events(family.pairId))].sort()).toEqual([...before].sort())
})

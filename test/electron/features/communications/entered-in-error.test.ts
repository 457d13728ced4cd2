import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestUnit, type TestUnit } from '../../../support/app.ts'
import { actsOn } from '../unwell-baby/acting.ts'

let unit: TestUnit
beforeAll(async () => {
  unit = await startTestUnit()
})
afterAll(() => unit.close())

const events = async (pairId: string) => {
  const { events: found } = await unit
    .as('nurse')
    .ok<{ events: { event: string }[] }>('communications.ofPair', { pairId })
  return found.map(({ event }) => event)
}

test('an episode entered in error takes its duties back; re-opened, they are there again', async () => {
  const family = await unit.arrive()
  const act = actsOn(unit, family)
  const episodeId = await act.raise({ findings: ['unresponsive'] })
  const before = await events(family.pairId)
  expect(before).toContain('COM-17')
  await unit.onShift('nurse', true)
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

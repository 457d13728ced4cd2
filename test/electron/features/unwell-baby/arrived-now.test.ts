import { afterEach, expect, test } from 'vitest'
import { startTestUnit, type TestUnit } from '../../../support/app.ts'

let unit: TestUnit
afterEach(() => unit.close())

test('a concern is raised in the minute in which the baby came, though times are typed to the minute', async () => {
  unit = await startTestUnit('2026-11-23T09:00:40.000Z')
  const arrivedAt = unit.clock.now()
  const { pairId } = await unit.arrive({ at: arrivedAt })
  unit.clock.pass(0.1)
  const concern = { findings: [], whose: 'staff', basis: { kind: 'observed' } }
  const { episodeId } = await unit.as('nurse').ok<{ episodeId: string }>('unwellBaby.raise', {
    pairId,
    recognisedAt: '2026-11-23T09:00:00.000Z',
    ...concern,
  })
  expect(episodeId).toBeTruthy()
  await unit.as('nurse').fails('unwellBaby.raise', {
    pairId,
    recognisedAt: '2026-11-23T08:59:00.000Z',
    another: true,
    ...concern,
  })
})

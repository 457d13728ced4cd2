import { afterEach, beforeEach, expect, test } from 'vitest'
import { startTestUnit, type TestUnit } from '../../../support/app.ts'
import { actsOn } from '../unwell-baby/acting.ts'

let unit: TestUnit
beforeEach(async () => {
  unit = await startTestUnit()
})
afterEach(() => unit.close())

const settings = {
  name: 'Rowan Unit',
  provider: 'Invented NHS Trust',
  idleMinutes: 5,
  alarmWhenLate: true,
  reason: 'As on the door',
  version: 1,
}
const details = {
  address: 'Rowan House, side entrance, Mill Lane, ZZ1 1ZZ',
  telephone: '020 7946 0123 ext 45',
}

test('the address and telephone of the unit are said in a 999 call; until then the words leave them out', async () => {
  const act = actsOn(unit, await unit.arrive({ bornOn: '2026-07-20' }))
  const episodeId = await act.raise()
  unit.clock.pass(1)
  await act.infection(episodeId, 'not-sure')
  await act.observe(episodeId, { 'heart-rate': 165 })
  const words = async () => (await act.page(episodeId)).help.say.join(' ')
  expect(await words()).not.toMatch(/My number|Unit, not recorded/)
  await unit.as('ward-manager').ok('stays.changeUnit', { ...settings, ...details })
  expect(await words()).toContain(details.address)
  expect(await words()).toContain(details.telephone)
})

test.each(['ring the ward', '12', '0207-CALL', '020 7946 0123; drop table'])(
  'the telephone %j is refused at its field',
  async (telephone) => {
    const failure = await unit
      .as('ward-manager')
      .fails('stays.changeUnit', { ...settings, telephone })
    expect(failure).toMatchObject({ code: 'invalid', fields: [{ field: 'telephone' }] })
  },
)

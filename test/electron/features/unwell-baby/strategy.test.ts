import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Arrived, startTestUnit, type TestUnit } from '../../../support/app.ts'
import { actsOn, pass } from './acting.ts'

let unit: TestUnit
let family: Arrived
let episodeId: string
beforeAll(async () => {
  // A Monday.
  unit = await startTestUnit('2026-11-23T14:02:00.000Z')
  family = await unit.arrive({ bornOn: '2026-07-20' })
  await pass(unit, 5)
  episodeId = await actsOn(unit, family).raise({
    findings: ['bruise-or-injury'],
    mobility: 'not-mobile',
  })
})
afterAll(() => unit.close())

interface Strategy {
  dueAt: string | null
  state: string
  discussions: { strategyId: string; version: number; heldAt: string | null }[]
}
const strategy = async (id = episodeId) =>
  ((await actsOn(unit, family).page(id)) as unknown as { strategy: Strategy | null }).strategy
const record = (more: object = {}) => ({
  episodeId,
  held: 'yes',
  decidedAt: unit.clock.now(),
  socialWorker: 'Sam Test',
  police: 'PC Alex Test',
  paediatrician: 'Dr B. Test',
  decision: 'No further enquiry; the health visitor is told',
  ...more,
})

describe('the strategy discussion of a bruise', () => {
  test('has a limit from when the bruise was noticed', async () => {
    expect(await strategy()).toMatchObject({ dueAt: '2026-11-24T17:00:00.000Z', state: 'due' })
  })

  test.each([
    ['to come', { decidedAt: '2026-11-30T09:00:00.000Z' }, 'decidedAt'],
    ['before the bruise', { decidedAt: '2026-11-22T09:00:00.000Z' }, 'decidedAt'],
    ['without the police', { police: '' }, 'police'],
    ['without a paediatrician', { paediatrician: ' ' }, 'paediatrician'],
    ['without the authority', { socialWorker: '' }, 'socialWorker'],
    ['without what was decided', { decision: '' }, 'decision'],
  ])('%s is refused at its field', async (_, wrong, field) => {
    const failure = await unit.as('nurse').fails('unwellBaby.strategy', record(wrong))
    expect(failure.fields?.map((one) => one.field)).toContain(field)
  })

  test('is late when nobody has recorded it by then', async () => {
    unit.clock.set('2026-11-24T17:01:00.000Z')
    await unit.as('nurse').signIn()
    expect((await strategy())?.state).toBe('late')
  })

  test('is settled late when it is held after, and taken back it is late again', async () => {
    await unit.as('nurse').ok('unwellBaby.strategy', record())
    const held = await strategy()
    expect(held?.state).toBe('settled-late')
    const [one] = held?.discussions ?? []
    await unit.as('nurse').ok('unwellBaby.withdrawStrategy', {
      episodeId,
      strategyId: one?.strategyId,
      version: one?.version,
      reason: 'It was of another baby',
    })
    expect(await strategy()).toMatchObject({ state: 'late', discussions: [] })
  })

  test('that the authority decided against needs neither police nor paediatrician', async () => {
    const none = { held: 'no', police: '', paediatrician: '' }
    await unit.as('nurse').ok('unwellBaby.strategy', record(none))
    expect((await strategy())?.discussions[0]?.heldAt).toBeNull()
    const rows = unit.db.rows("select 1 from audit where action like 'episode.strategy%'")
    expect(rows).toHaveLength(3)
  })

  test('is no part of an episode without a bruise', async () => {
    const other = await actsOn(unit, family).raise({ another: true })
    expect(await strategy(other)).toBeNull()
  })
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ChronologyLine } from '#domain/chronology/line.ts'
import { type Arrived, startTestUnit, type TestUnit } from '../../../support/app.ts'

let unit: TestUnit
let family: Arrived
beforeAll(async () => {
  unit = await startTestUnit()
  family = await unit.arrive({ bornOn: '2026-11-10' })
  unit.clock.pass(60)
  await nurse().signIn()
})
afterAll(() => unit.close())

const nurse = () => unit.as('nurse')
const lines = async () => {
  const { lines: all } = await nurse().ok<{ lines: ChronologyLine[] }>('chronology.view', {
    stayId: family.stayId,
  })
  return all.filter(({ from }) => from === 'care-log')
}
const add = (input: object) =>
  nurse().ok<{ id: string; version: number }>('babyCare.add', {
    pairId: family.pairId,
    happenedAt: unit.clock.now(),
    source: 'staff',
    ...input,
  })

test('ordinary feeds, nappies and temperatures stay in the log', async () => {
  await add({ kind: 'feed', way: 'bottle-formula', amount: 90 })
  await add({ kind: 'nappy', way: 'wet' })
  await add({ kind: 'temperature', way: 'measured', amount: 36.8 })
  expect(await lines()).toEqual([])
})

test('weights, medicines, unsafe sleep and what gave cause to look stand in the history, as known', async () => {
  await add({ kind: 'weight', way: 'weighed', amount: 3400 })
  await add({
    kind: 'medicine',
    way: 'given',
    medicine: 'Vitamin K',
    dose: '2 mg by mouth',
    source: 'mother',
  })
  await add({ kind: 'safe-sleep', way: 'put-right', note: 'Asleep on the sofa; put in the cot' })
  await add({ kind: 'temperature', way: 'measured', amount: 38.2 })
  await add({ kind: 'feed', way: 'refused' })
  const found = await lines()
  const words = found.map(({ what }) => what).join('\n')
  for (const part of [
    /3,400 g/,
    /Vitamin K, 2 mg by mouth/,
    /Asleep on the sofa/,
    /38 °C or more is a fever/,
    /will not feed goes to the emergency department/,
  ])
    expect(words).toMatch(part)
  expect(found).toHaveLength(5)
  const told = found.find(({ what }) => what.includes('Vitamin K'))
  expect(told?.basis).toMatchObject({ kind: 'told', by: 'The mother' })
  expect(found.find(({ what }) => what.includes('3,400'))?.basis?.kind).toBe('observed')
})

test('an entry in error leaves the history', async () => {
  const { id, version } = await add({ kind: 'weight', way: 'weighed', amount: 3410 })
  expect(await lines()).toHaveLength(6)
  await nurse().ok('babyCare.withdraw', { id, version, reason: 'Another baby' })
  expect(await lines()).toHaveLength(5)
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ChronologyLine } from '#domain/chronology/line.ts'
import { type Arrived, startTestUnit, type TestUnit } from '../../../support/app.ts'
import { leaving } from '../leave/leaving.ts'

let unit: TestUnit
let family: Arrived
beforeAll(async () => {
  unit = await startTestUnit()
  family = await unit.arrive({ bornOn: '2026-07-20' })
})
afterAll(() => unit.close())

const lines = async () => {
  const { lines: all } = await unit
    .as('nurse')
    .ok<{ lines: ChronologyLine[] }>('chronology.view', { stayId: family.stayId })
  return all.filter(({ from }) => from === 'leave' || from === 'missing')
}

test('leave that was taken, its late return, and who was missing stand in the history of the family', async () => {
  const on = leaving(unit, family)
  await on.pass(60)
  await on.act('01')
  await on.legal('LEG-00')
  await on.supervise('SUP-4')
  await on.pass(1)
  const { leaveId } = await on.ask()
  await on.agree(leaveId)
  expect(await lines()).toEqual([])
  await on.pass(10)
  await on.leave(leaveId)
  expect((await lines()).map(({ what }) => what)[0]).toMatch(
    /^Leave with the baby from .*: To register the birth; due back .* not back yet$/,
  )
  await on.pass(160)
  await on.missing({ leaveId })
  await on.back(leaveId)
  const [leave, search] = await lines()
  expect(leave?.what).toMatch(/back late/)
  expect(leave).toMatchObject({ from: 'leave', personId: family.motherId })
  expect(search?.what).toMatch(/^Mother and baby missing: Her telephone is off/)
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestUnit, type TestUnit } from '../../support/app.ts'

let unit: TestUnit
beforeAll(async () => {
  unit = await startTestUnit()
})
afterAll(() => unit.close())

test('who did what to a record, and to a patient, is told newest first and by pages', async () => {
  const { stayId, motherId, babyId } = await unit.arrive()
  const manager = unit.as('ward-manager')
  type Entry = { seq: number; action: string; entity: string; who: string; role: string }
  const ofStay = await manager.ok<Entry[]>('audit.ofRecord', { id: stayId })
  expect(ofStay).toMatchObject([
    { action: 'arrive', entity: 'stay', who: 'nurse person', role: 'nurse' },
  ])
  const ofBaby = await manager.ok<Entry[]>('audit.ofPatient', { personId: babyId })
  const done = ofBaby.map((entry) => entry.action)
  expect(done.slice(-3)).toEqual(['duty.derive', 'add', 'arrive'])
  expect(new Set(done.slice(0, -3))).toEqual(new Set(['document.expected']))
  const older = { personId: babyId, before: ofBaby[0]?.seq }
  expect(await manager.ok('audit.ofPatient', older)).toEqual(ofBaby.slice(1))
  const ofMother = await manager.ok<Entry[]>('audit.ofPatient', { personId: motherId })
  expect(ofMother.map((entry) => entry.action).slice(-3)).toEqual(['duty.derive', 'add', 'arrive'])
})

test('the whole chain is checked, by a commissioner too', async () => {
  const report = await unit
    .as('commissioner')
    .ok<{ whole: boolean; checked: number }>('audit.verify')
  expect(report).toMatchObject({ whole: true, fault: null })
  expect(report.checked).toBeGreaterThanOrEqual(unit.app.house.store().chain.seq)
})

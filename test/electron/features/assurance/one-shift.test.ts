import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ReportModel } from '#domain/assurance/report-model.ts'
import { startTestUnit, type TestUnit } from '../../../support/app.ts'

let unit: TestUnit
let report: ReportModel
beforeAll(async () => {
  unit = await startTestUnit('2026-11-23T09:00:00.000Z')
  await unit.onShift('nurse', true)
  await unit.as('nurse').ok('users.openOneShift', {
    name: 'Bronwen Bank',
    profession: 'registered-nurse',
    employment: 'agency',
    registration: '98Z7654Y',
    signInName: 'b.bank',
    newPassword: 'violet anchor teapot',
    endsAt: '2026-11-23T17:30:00.000Z',
  })
  const commissioner = unit.as('commissioner')
  const period = { first: '2026-11-01', last: '2026-11-30' }
  const { reportId } = await commissioner.ok<{ reportId: string }>('assurance.makeReport', {
    ...period,
    distribution: ['NHS England specialised commissioning'],
  })
  report = await commissioner.ok<ReportModel>('assurance.report', { reportId })
})
afterAll(() => unit.close())

test('an account for one shift is listed in the report, by profession and length, without a name', () => {
  expect(report.annex.oneShiftAccounts).toEqual([
    {
      id: expect.stringMatching(/^T-[0-9A-Z-]+$/),
      profession: 'Registered nurse',
      employment: 'Agency',
      registered: true,
      minutes: 510,
      openedBy: 'Nurse',
    },
  ])
  expect(JSON.stringify(report)).not.toMatch(/Bronwen|b\.bank|98Z7654Y/)
})

test('the cover shows the fingerprint by which the unit signs', async () => {
  const [key] = await unit.as('administrator').ok<{ fingerprint: string }[]>('users.unitKeys')
  expect(report.cover.signingFingerprint).toBe(key?.fingerprint)
})

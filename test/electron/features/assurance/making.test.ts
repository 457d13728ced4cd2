import { afterAll, beforeAll, expect, it } from 'vitest'
import type { ReportFile } from '../../../../electron/features/assurance/formats/report-file.ts'
import { startTestUnit, type TestUnit } from '../../../support/app.ts'

let unit: TestUnit
let reportId: string
beforeAll(async () => {
  unit = await startTestUnit('2026-09-20T09:00:00.000Z')
  const input = { first: '2026-09-01', last: '2026-09-20', distribution: ['NHS England'] }
  ;({ reportId } = await unit
    .as('commissioner')
    .ok<{ reportId: string }>('assurance.makeReport', input))
})
afterAll(() => unit.close())

interface Now {
  what: string
  done: number
  of: number
}
const now = () => unit.as('commissioner').ok<Now | null>('assurance.making')

it('tells its own window how far a pack is, and nobody else', async () => {
  expect(await now()).toBeNull()
  const sealing = unit.as('commissioner').ok<ReportFile>('assurance.pack', { reportId })
  const seen = new Set<number>()
  let over = false
  void sealing.finally(() => {
    over = true
  })
  while (!over) {
    const found = await now()
    if (found && found.of > 0) {
      expect(found).toMatchObject({ what: 'The pack', of: 6 })
      seen.add(found.done)
    }
    expect(await unit.as('ward-manager').ok('assurance.making')).toBeNull()
    await new Promise((later) => setTimeout(later, 5))
  }
  await sealing
  expect(seen.size).toBeGreaterThan(0)
  expect(await now()).toBeNull()
})

it('stops what was asked for, keeps nothing of it, and makes it again when asked again', async () => {
  const commissioner = unit.as('commissioner')
  const sealing = commissioner.fails('assurance.pack', { reportId })
  while ((await now()) === null) await new Promise((later) => setTimeout(later, 2))
  expect(
    (await commissioner.fails('assurance.file', { reportId, format: 'json' })).message,
  ).toContain('already')
  expect(await commissioner.ok('assurance.stopMaking')).toEqual({ stopped: true })
  expect((await sealing).message).toContain('Stopped')
  const count = () =>
    unit.db.row<{ n: number }>("select count(*) as n from audit where action = 'pack.sealed'")?.n
  expect(count()).toBe(1)
  expect(await commissioner.ok('assurance.stopMaking')).toEqual({ stopped: false })
  await commissioner.ok('assurance.pack', { reportId })
  expect(count()).toBe(2)
})

const started = async () => {
  while ((await now()) === null) await new Promise((later) => setTimeout(later, 1))
}
const acts = (action: string) =>
  unit.db.row<{ n: number }>('select count(*) as n from audit where action = @action', { action })
    ?.n

it.each([
  [
    'a report',
    'assurance.makeReport',
    'report.made',
    { first: '2026-09-01', last: '2026-09-20', distribution: ['NHS England'] },
  ],
  ['a file', 'assurance.file', 'report.exported', { format: 'pdf' }],
  ['a comparison with the records now', 'assurance.changedSince', 'report.compared', {}],
  ['the pages to look at', 'assurance.preview', 'report.shown', {}],
] as const)('stops %s too, and nothing of it is kept', async (_, path, action, input) => {
  const commissioner = unit.as('commissioner')
  const before = acts(action)
  const made = commissioner.fails(path, action === 'report.made' ? input : { reportId, ...input })
  await started()
  expect(await commissioner.ok('assurance.stopMaking')).toEqual({ stopped: true })
  expect((await made).message).toContain('Stopped')
  expect(acts(action)).toBe(before)
  expect(await now()).toBeNull()
})

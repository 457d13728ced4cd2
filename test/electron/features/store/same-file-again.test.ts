import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newFolder, startTestUnit, type TestUnit } from '../../../support/app.ts'

const out = newFolder()
let unit: TestUnit
beforeAll(async () => {
  unit = await startTestUnit()
})
afterAll(() => {
  unit.close()
  rmSync(out, { recursive: true, force: true })
})

async function exported(name: string, entry?: number) {
  const folder = join(out, name)
  mkdirSync(folder)
  const made = await unit
    .as('ward-manager')
    .ok<{ path: string; entry: number; sha256: string }>(
      'store.exportEverything',
      { folder, reason: 'To compare the two', ...(entry === undefined ? {} : { entry }) },
      { second: unit.second('safeguarding-lead') },
    )
  return { ...made, text: readFileSync(made.path, 'utf8') }
}

test('an export up to an earlier entry is the same file, also after the unit got another name', async () => {
  const first = await exported('first')
  await unit.as('ward-manager').ok('stays.changeUnit', {
    name: 'Hazel Unit',
    provider: 'Invented NHS Trust',
    version: 1,
    idleMinutes: 10,
    alarmWhenLate: true,
    reason: 'Renamed',
  })
  const again = await exported('again', first.entry)
  expect(again.text).toBe(first.text)
  expect(again.sha256).toBe(first.sha256)
  expect((await exported('now')).text).toContain('Hazel Unit')
})

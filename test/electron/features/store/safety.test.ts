import { writeFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { SafetyPage } from '#domain/store/safety-page.ts'
import { startTestUnit, type TestUnit } from '../../../support/app.ts'
import { readPdf } from '../../../support/read-pdf.ts'

let unit: TestUnit
beforeAll(async () => {
  unit = await startTestUnit()
})
afterAll(() => unit.close())

const safety = () => unit.as('administrator').ok<SafetyPage>('store.safety')

test('the panel holds every check, head and anchors of the audit, versions, calendar and rules', async () => {
  await unit.as('administrator').ok('store.backUpNow')
  const page = await safety()
  const { chain } = unit.app.house.store()
  expect(page.checks.map(({ id }) => id)).toContain('anchors')
  expect(page.checks.every(({ state }) => state !== 'bad')).toBe(true)
  expect(page.audit.entries).toBe(chain.seq)
  expect(page.audit.head).toBe(chain.mac)
  expect(page.audit.anchors).toBeGreaterThan(0)
  expect(page.software.version).toMatch(/^\d/)
  expect(page.calendarUntil).toMatch(/^\d{4}-/)
  expect(page.rules.length).toBeGreaterThan(5)
  expect(page.rules.every(({ approvedBy }) => approvedBy === null)).toBe(true)
  expect(page.backup?.entry).toBeGreaterThan(0)
})

test('the panel is there at once: what reads the whole record as it was found after the opening, with when', async () => {
  const atOnce = () => unit.as('administrator').ok<SafetyPage>('store.safetyAtOpening')
  const before = await atOnce()
  expect(before.checks.map(({ id }) => id)).toEqual(
    expect.arrayContaining(['file', 'settings', 'triggers', 'room', 'keys', 'backup', 'whole']),
  )
  await unit.app.tick()
  const after = await atOnce()
  expect(after.checks.map(({ id }) => id).sort()).toEqual(
    (await safety()).checks.map(({ id }) => id).sort(),
  )
  const read = after.checks.filter(({ at }) => at !== undefined)
  expect(read.map(({ id }) => id)).toEqual(['pages', 'chain', 'anchors'])
  expect(read.every(({ state, at }) => state === 'good' && at === unit.clock.now())).toBe(true)
})

test('a clock that was set back stands in it', async () => {
  expect((await safety()).steps).toEqual([])
  const before = unit.clock.now()
  unit.clock.set('2026-11-23T06:00:00.000Z')
  await unit.as('ward-manager').ok('stays.addBed', { name: 'Bed 9' })
  expect((await safety()).steps).toMatchObject([{ from: before, byMinutes: -180 }])
  unit.clock.set(before)
})

test('prints on one page, names no patient, and is in the audit', async () => {
  for (const role of ['nurse', 'safeguarding-lead'] as const) await unit.as(role).signIn()
  await unit.arrive({ babyName: 'Amber', motherName: 'Zuzanna' })
  const file = await unit
    .as('safeguarding-lead')
    .ok<{ name: string; bytes: Uint8Array }>('store.safetyPage')
  if (process.env.KEEP_PDF) writeFileSync(process.env.KEEP_PDF, file.bytes)
  const { pages, text } = await readPdf(file.bytes)
  expect(pages).toHaveLength(1)
  expect(text).toContain('Not approved: default of the app')
  expect(text).toContain('180 min back')
  expect(text).not.toMatch(/Amber|Zuzanna/)
  const last = unit.db.row<{ action: string }>('select action from audit order by seq desc limit 1')
  expect(last?.action).toBe('store.safety-printed')
})

import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { rememberExport } from '../../../../electron/features/store/everything/left-behind.ts'
import { startTestUnit, type TestUnit } from '../../../support/app.ts'

let unit: TestUnit
let out: string
beforeEach(async () => {
  unit = await startTestUnit()
  out = mkdtempSync(join(tmpdir(), 'mbu-left-'))
})
afterEach(() => {
  unit.close()
  rmSync(out, { recursive: true, force: true })
})

const name = 'mbu-everything-2026-11-23-to-entry-50.jsonl.part'
const mark = () => join(unit.folder, 'export.unfinished')

/** As after a power cut in the middle of an export: the mark is there, and nobody forgot it. */
async function openAfter(begun: string) {
  rememberExport(unit.folder, begun)
  unit.app.suspend()
  await unit.as('administrator').signIn()
}

test('what an export left when the app was killed is removed at the next opening', async () => {
  const begun = join(out, name)
  writeFileSync(begun, '{"words":"not encrypted"}')
  await openAfter(begun)
  expect(existsSync(begun)).toBe(false)
  expect(existsSync(mark())).toBe(false)
})

test('what is on a stick that was drawn out is looked for again at the next opening', async () => {
  const begun = join(out, name)
  await openAfter(begun)
  expect(existsSync(mark())).toBe(true)
  writeFileSync(begun, '{}')
  unit.app.suspend()
  await unit.as('administrator').signIn()
  expect(existsSync(begun)).toBe(false)
  expect(existsSync(mark())).toBe(false)
})

test('a mark that names another file removes nothing', async () => {
  const other = join(out, 'letters.txt')
  writeFileSync(other, 'mine')
  await openAfter(other)
  expect(existsSync(other)).toBe(true)
  expect(existsSync(mark())).toBe(false)
})

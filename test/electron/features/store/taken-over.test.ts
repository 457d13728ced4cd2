import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import {
  caller,
  newFolder,
  startBareApp,
  startTestUnit,
  type TestUnit,
  testPassword,
} from '../../../support/app.ts'

let unit: TestUnit
let out: string
let share: string
beforeEach(async () => {
  unit = await startTestUnit()
  out = newFolder()
  share = join(out, 'share')
  mkdirSync(share)
  const input = { folder: share, reason: 'Share of the trust' }
  await unit.as('administrator').ok('store.nameSecondPlace', input)
})
afterEach(() => {
  unit.close()
  rmSync(out, { recursive: true, force: true })
})

type Window = ReturnType<typeof caller>

/** Another computer takes in what this one exported. */
async function movedFrom(from: Window, name: string) {
  const folder = join(out, name)
  mkdirSync(folder)
  const second = { signInName: 'administrator', password: testPassword }
  const made = await from.ok<{ path: string; sha256: string }>(
    'store.exportEverything',
    { folder, reason: 'The unit moves' },
    { second },
  )
  unit.clock.pass(5)
  const bare = startBareApp(unit.clock.now())
  const window = caller(bare.app, `window of ${name}`)
  const { path, sha256 } = made
  const people = {
    administrator: { signInName: 'administrator', password: testPassword },
    wardManager: { signInName: 'ward-manager', password: testPassword },
  }
  await window.ok('setup.takeEverything', { path, sha256, ...people })
  await window.ok('session.signIn', { signInName: 'ward-manager' }, { password: testPassword })
  const minute = async () => {
    bare.clock.pass(2)
    await bare.app.tick()
  }
  await minute()
  return { ...bare, window, minute }
}

const here = () => unit.as('nurse').ok<{ at: string } | null>('store.takenOver')

test('a computer whose records another one took in says so to everybody who signs in there', async () => {
  await unit.as('nurse').signIn()
  expect(await here()).toBeNull()
  const next = await movedFrom(unit.as('ward-manager'), 'next')
  await unit.as('nurse').signIn()
  expect((await here())?.at).toMatch(/^2026-11-23T09:05/)
  await unit.as('commissioner').signIn()
  expect(await unit.as('commissioner').ok('store.takenOver')).not.toBeNull()
  expect(await next.window.ok('store.takenOver')).toBeNull()
  next.close()
})

test('a second move is known to both computers before it, and neither takes the mark back', async () => {
  const second = await movedFrom(unit.as('ward-manager'), 'second')
  const third = await movedFrom(second.window, 'third')
  await second.minute()
  await unit.as('nurse').signIn()
  await second.window.ok(
    'session.signIn',
    { signInName: 'ward-manager' },
    { password: testPassword },
  )
  expect(await here()).not.toBeNull()
  expect(await second.window.ok('store.takenOver')).not.toBeNull()
  expect(await third.window.ok('store.takenOver')).toBeNull()
  second.close()
  third.close()
})

test('a mark that is no mark says nothing, and a place that is away is tried again', async () => {
  const unitId = unit.db.row<{ id: string }>('select record_id as id from unit')?.id ?? ''
  const mark = join(share, `mbu-taken-over-${unitId}.json`)
  await unit.as('nurse').signIn()
  for (const text of ['', '{', '[]', `{"unitId":"${unitId}","sha256":"x","at":"never"}`]) {
    writeFileSync(mark, text)
    expect(await here()).toBeNull()
  }
  rmSync(share, { recursive: true })
  expect(await here()).toBeNull()
  const next = await movedFrom(unit.as('ward-manager'), 'next')
  mkdirSync(share)
  await next.minute()
  expect(JSON.parse(readFileSync(mark, 'utf8'))).toMatchObject({ unitId })
  next.close()
})

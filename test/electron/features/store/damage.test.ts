import {
  closeSync,
  copyFileSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { startTestUnit, type TestUnit, testPassword, testStart } from '../../../support/app.ts'

let unit: TestUnit
let other: TestUnit | undefined
afterEach(() => {
  unit?.close()
  other?.close()
  other = undefined
})

const inFolder = (name: string) => join(unit.folder, name)
const state = () => unit.nobody().ok<State>('store.state')
const enter = () =>
  unit.nobody().call('session.signIn', { signInName: 'nurse' }, { password: testPassword })
const backUp = () => unit.as('administrator').ok<{ file: string }>('store.backUpNow')
const notices = async () =>
  (await unit.as('ward-manager').ok<{ id: string; message: string }[]>('store.attention'))
    .filter(({ id }) => id === 'notice')
    .map(({ message }) => message)

interface State {
  state: string
  problem?: { state: string; message: string; lastGoodBackup?: string; keysBeside?: true }
}

/** Turns one bit of a file over, as a failing disk does. */
function flip(path: string, at: number): void {
  const file = openSync(path, 'r+')
  const byte = Buffer.alloc(1)
  readSync(file, byte, 0, 1, at)
  writeSync(file, Buffer.from([(byte[0] ?? 0) ^ 0x10]), 0, 1, at)
  closeSync(file)
}

/** A byte in a page that opening does not read: the first such page behind the given one. */
async function flipUnread(): Promise<void> {
  const { size } = statSync(inFolder('records.mbu'))
  for (let at = 12_388; at < size; at += 4096) {
    flip(inFolder('records.mbu'), at)
    if ((await enter()).ok) return
    unit.app.suspend()
    flip(inFolder('records.mbu'), at)
    await unit.nobody().ok('store.lookAgain')
  }
  throw new Error('Opening reads every page')
}

describe('a bit that turned over in a page that opening does not read', () => {
  test('is found after the opening: the unit closes, with its last good backup, and is rescued', async () => {
    unit = await startTestUnit()
    const made = await backUp()
    unit.app.suspend()
    await flipUnread()
    expect(await state()).toEqual({ state: 'open' })
    await unit.app.tick()
    expect(await state()).toMatchObject({
      state: 'problem',
      problem: { state: 'damaged', lastGoodBackup: made.file },
    })
    await unit.nobody().ok('store.lookAgain')
    expect(await enter()).toMatchObject({ ok: false, failure: { code: 'store' } })
    const input = { file: made.file, reason: 'A page is damaged', signInName: 'administrator' }
    const second = unit.second('ward-manager')
    expect(
      await unit.nobody().ok('store.rescue', input, { password: testPassword, second }),
    ).toEqual({ state: 'open' })
    expect((await enter()).ok).toBe(true)
    await unit.app.tick()
    expect(await state()).toEqual({ state: 'open' })
  })

  test('is looked for again each day that the unit stays open', async () => {
    unit = await startTestUnit()
    await unit.app.tick()
    for (let at = 12_388; at < statSync(inFolder('records.mbu')).size; at += 4096)
      flip(inFolder('records.mbu'), at)
    unit.clock.pass(25 * 60)
    await unit.app.tick()
    expect(await state()).toMatchObject({ state: 'problem', problem: { state: 'damaged' } })
  })

  test('closes the unit as soon as an act meets it', async () => {
    unit = await startTestUnit()
    unit.app.suspend()
    await flipUnread()
    await unit.as('administrator').signIn()
    const reply = await unit.as('administrator').call('store.backUpNow')
    expect(reply.ok).toBe(false)
    await expect.poll(async () => (await state()).state).toBe('problem')
  })

  test('of a backup leaves the unit open', async () => {
    unit = await startTestUnit()
    const made = await backUp()
    flip(join(unit.folder, 'backups', made.file), 12_388)
    const reply = await unit.as('administrator').call('store.proveBackup', { file: made.file })
    expect(reply).toMatchObject({ ok: false, failure: { code: 'store' } })
    await unit.app.tick()
    expect(await state()).toEqual({ state: 'open' })
  })
})

describe('the key file of another unit', () => {
  const ofAnother = async () => {
    other = await startTestUnit(testStart, 'another')
    other.app.suspend()
    unit.app.suspend()
    copyFileSync(join(other.folder, 'keys.json'), inFolder('keys.json'))
  }

  test('is told from a wrong password before anybody types one, and a backup has the right one', async () => {
    unit = await startTestUnit()
    const made = await backUp()
    for (const name of ['keys.json.1', 'keys.json.2']) rmSync(inFolder(name), { force: true })
    await ofAnother()
    expect(await state()).toMatchObject({
      state: 'problem',
      problem: { state: 'keys-tampered', lastGoodBackup: made.file },
    })
    expect(await enter()).toMatchObject({ ok: false, failure: { code: 'store' } })
    expect(await unit.nobody().ok('store.rescueKeys', { file: made.file })).toEqual({
      state: 'closed',
    })
    expect((await enter()).ok).toBe(true)
  })

  test('gives way to the earlier one beside it that belongs here', async () => {
    unit = await startTestUnit()
    await ofAnother()
    expect((await state()).problem).toMatchObject({ state: 'keys-tampered', keysBeside: true })
    expect(await unit.nobody().ok('store.rescueKeys', {})).toEqual({ state: 'closed' })
  })

  test('is not taken for one where it is the records that are of another unit', async () => {
    unit = await startTestUnit()
    await backUp()
    unit.app.suspend()
    flip(inFolder('records.mbu'), 3)
    expect((await state()).problem).toMatchObject({ state: 'wrong-key' })
    expect((await unit.nobody().call('store.rescueKeys', {})).ok).toBe(false)
  })
})

describe('what is wrong with the files', () => {
  test.each<[string, string, () => void]>([
    ['records of 0 bytes', 'truncated', () => truncateSync(inFolder('records.mbu'), 0)],
    ['no records', 'missing', () => rmSync(inFolder('records.mbu'))],
    ['no attachments', 'missing', () => rmSync(inFolder('attachments.mbu'))],
    ['no anchors', 'anchor-mismatch', () => rmSync(inFolder('anchors.log'))],
    ['empty anchors', 'anchor-mismatch', () => truncateSync(inFolder('anchors.log'), 0)],
    [
      'no key file',
      'keys-missing',
      () => {
        for (const name of readdirSync(unit.folder))
          if (name.startsWith('keys.json')) rmSync(inFolder(name))
      },
    ],
  ])('shows at the start, before anybody signs in: %s', async (_, expected, spoil) => {
    unit = await startTestUnit()
    const made = await backUp()
    unit.app.suspend()
    spoil()
    expect(await state()).toMatchObject({
      state: 'problem',
      problem: { state: expected, lastGoodBackup: made.file },
    })
  })

  test('does not hold a unit up whose key file has an earlier one to fall back to, but is told', async () => {
    unit = await startTestUnit()
    expect(await notices()).toEqual([])
    unit.app.suspend()
    writeFileSync(inFolder('keys.json'), '{"x":')
    // The account that was opened last is not in the earlier key file.
    await unit.as('ward-manager').signIn()
    expect(await notices()).toEqual([
      'The key file is damaged and an earlier one is in use: passwords changed since then are the old ones. Tell IT support',
    ])
  })
})

test('a backup that was cut short is neither listed nor called the last good one', async () => {
  unit = await startTestUnit()
  const first = await backUp()
  unit.clock.pass(61)
  await unit.as('nurse').signIn()
  await unit.arrive()
  await unit.as('administrator').signIn()
  const cut = await backUp()
  truncateSync(join(unit.folder, 'backups', cut.file), 1000)
  expect(await unit.nobody().ok('store.backups')).toMatchObject([{ file: first.file }])
  unit.app.suspend()
  truncateSync(inFolder('records.mbu'), 1)
  expect((await state()).problem).toMatchObject({
    lastGoodBackup: first.file,
    message: 'The records file has been cut short: it holds 1 byte. Restore the last good backup.',
  })
})

test('an hourly backup that fails is told above every page until one is made', async () => {
  unit = await startTestUnit()
  const keys = readdirSync(unit.folder).filter((name) => name.startsWith('keys.json'))
  for (const name of keys) renameSync(inFolder(name), inFolder(`away-${name}`))
  unit.clock.pass(2)
  await unit.app.tick()
  expect(await notices()).toEqual([expect.stringContaining('The hourly backup failed')])
  for (const name of keys) renameSync(inFolder(`away-${name}`), inFolder(name))
  unit.clock.pass(2)
  await unit.app.tick()
  expect(await notices()).toEqual([])
})

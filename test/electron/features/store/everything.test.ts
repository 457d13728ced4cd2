import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { devNull } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  caller,
  newFolder,
  startBareApp,
  startTestUnit,
  type TestUnit,
  testPassword,
} from '../../../support/app.ts'
import { expectDocument, receiveDocument, sendFile } from '../../../support/documents.ts'
import { pdfOf } from '../../../support/pdf-of.ts'
import { actsOn } from '../unwell-baby/acting.ts'

interface Exported {
  file: string
  path: string
  entry: number
  lines: number
  sha256: string
}
interface Looked {
  unit: string
  entries: number
  sha256: string
  rows: number
  attachments: number
}

const newPassword = 'a quite different horse'
const out = newFolder()
let unit: TestUnit
let made: Exported
let text: string
let attachment: string
beforeAll(async () => {
  unit = await startTestUnit()
  const family = await unit.arrive({ motherName: 'Jo “O’Brien”', babyName: 'Zoë' })
  const act = actsOn(unit, family)
  const episodeId = await act.raise({ words: 'Line one\nline two' })
  await act.observe(episodeId, { 'heart-rate': 165 })
  await act.reached(episodeId, '999')
  const nurse = unit.as('nurse')
  const documentId = await expectDocument(nurse, family.stayId)
  attachment = (await sendFile(nurse, pdfOf(700_000))).sha256
  await receiveDocument(nurse, documentId, unit.clock.now(), { attachmentHash: attachment })
  made = await exported(unit, place('first'))
  text = readFileSync(made.path, 'utf8')
})
afterAll(() => {
  unit.close()
  rmSync(out, { recursive: true, force: true })
})

function place(name: string): string {
  const folder = join(out, name)
  mkdirSync(folder, { recursive: true })
  return folder
}

const exported = (of: Pick<TestUnit, 'as' | 'second'>, folder: string, entry?: number) =>
  of
    .as('ward-manager')
    .ok<Exported>(
      'store.exportEverything',
      { folder, reason: 'The unit moves', ...(entry === undefined ? {} : { entry }) },
      { second: of.second('safeguarding-lead') },
    )

/** An empty computer, and what is done there. */
function emptyComputer() {
  const bare = startBareApp(unit.clock.now())
  const window = caller(bare.app, 'first window')
  const people = {
    administrator: { signInName: 'administrator', password: newPassword },
    wardManager: { signInName: 'ward-manager', password: `${newPassword} too` },
  }
  return {
    ...bare,
    window,
    look: (path: string) => window.ok<Looked>('setup.readEverything', { path }),
    take: (path: string, sha256: string, other: object = {}) =>
      window.call('setup.takeEverything', { path, sha256, ...people, ...other }),
  }
}

function circle(): string {
  const [one, two] = [join(out, 'one'), join(out, 'two')]
  symlinkSync(two, one)
  symlinkSync(one, two)
  return one
}

/** Where the system has no such pipes, a device that is there. */
function pipe(): string {
  const path = join(out, 'pipe')
  return spawnSync('mkfifo', [path]).status === 0 ? path : devNull
}

function written(name: string, content: string): string {
  const path = join(out, name)
  writeFileSync(path, content)
  return path
}

describe('a file of everything', () => {
  const lines = () =>
    text
      .trimEnd()
      .split('\n')
      .map((one) => JSON.parse(one) as Record<string, unknown>)

  test('has every version of every record by the entry at which it was begun, and every entry', () => {
    const { raw } = unit.app.house.store()
    const rows = lines().filter(({ table }) => table === 'record').length
    expect(rows).toBe(
      raw.prepare('select count(*) from record where audit_seq <= ?').pluck().get(made.entry),
    )
    expect(lines().filter(({ audit }) => audit !== undefined)).toHaveLength(made.entry)
    expect(lines()).toHaveLength(made.lines + 1)
  })

  test('ends with the hash over all lines before, which the audit has too', () => {
    const before = text.slice(0, text.lastIndexOf('\n', text.length - 2) + 1)
    const hash = createHash('sha256').update(before).digest('hex')
    expect(lines().at(-1)).toEqual({ end: { lines: made.lines, sha256: hash } })
    expect(hash).toBe(made.sha256)
    const row = unit.db.row<{ hash: string; reason: string }>(
      "select after_hash as hash, reason from audit where action = 'everything.exported'",
    )
    expect(row).toEqual({ hash, reason: 'The unit moves' })
  })

  test('has no key, no password and no half of a pair that signs', () => {
    const { raw } = unit.app.house.store()
    const secret = raw.prepare('select private_key from unit_key').pluck().get() as string
    expect(secret.length).toBeGreaterThan(40)
    for (const one of [secret, 'private_key', testPassword, '"mac"', '"prev"'])
      expect(text).not.toContain(one)
    const keys = readFileSync(unit.app.house.paths.keys, 'utf8')
    for (const [, kept] of keys.matchAll(/"(?:wrapped|salt|nonce|tag|mac)":\s*"([^"]{16,})"/g))
      expect(text).not.toContain(kept)
  })
})

describe('on an empty computer', () => {
  test('a unit goes on as it was, and exports the very same bytes', async () => {
    const other = emptyComputer()
    const found = await other.look(made.path)
    expect(found).toMatchObject({
      unit: 'Rowan Unit',
      entries: made.entry,
      sha256: made.sha256,
      attachments: 1,
    })
    const taken = await other.take(made.path, found.sha256)
    expect(taken).toMatchObject({ ok: true })
    await other.window.ok(
      'session.signIn',
      { signInName: 'ward-manager' },
      { password: `${newPassword} too` },
    )
    const again = await other.window.ok<Exported>(
      'store.exportEverything',
      { folder: place('again'), reason: 'To compare', entry: made.entry },
      {
        password: `${newPassword} too`,
        second: { signInName: 'administrator', password: newPassword },
      },
    )
    expect(readFileSync(again.path).equals(readFileSync(made.path))).toBe(true)
    expect(await other.window.ok('audit.verify')).toMatchObject({ whole: true })
    const { raw } = other.app.house.store()
    expect(
      raw.prepare("select count(*) from audit where action = 'everything.taken-in'").pluck().get(),
    ).toBe(1)
    const keys = raw
      .prepare('select private_key from unit_key order by audit_seq')
      .pluck()
      .all() as string[]
    expect(keys).toHaveLength(2)
    expect(keys[0]).toBe('')
    other.close()
  })

  test('the folder may be named instead, where one such file lies in it', async () => {
    const other = emptyComputer()
    expect(await other.look(join(out, 'first'))).toMatchObject({ sha256: made.sha256 })
    const failure = await other.window.fails('setup.readEverything', { path: place('none') })
    expect(failure.fields?.[0]).toMatchObject({ field: 'path' })
    other.close()
  })

  test('nobody else signs in until one of the two sets their password', async () => {
    const other = emptyComputer()
    const { sha256 } = await other.look(made.path)
    expect(await other.take(made.path, sha256)).toMatchObject({ ok: true })
    const nurse = caller(other.app, 'nurse')
    await nurse.fails('session.signIn', { signInName: 'nurse' }, { password: testPassword })
    await other.window.ok(
      'session.signIn',
      { signInName: 'administrator' },
      { password: newPassword },
    )
    await other.window.ok(
      'users.startReset',
      {
        userId: unit.as('nurse').userId,
        newPassword: 'nine purple otters',
        because: 'Moved to this computer',
        identifiedBy: 'known',
      },
      { password: newPassword },
    )
    other.clock.pass(1)
    await nurse.ok('session.signIn', { signInName: 'nurse' }, { password: 'nine purple otters' })
    other.close()
  })

  test.each([
    ['longer than any that a disk takes', () => `/${'a'.repeat(900)}`],
    ['that leads to itself', () => circle()],
    ['of a pipe, which never ends', () => pipe()],
  ])('a path %s is refused at its field, and the computer is as it was', async (_, path) => {
    const other = emptyComputer()
    const failure = await other.window.fails('setup.readEverything', { path: path() })
    expect(failure.fields).toEqual([
      {
        field: 'path',
        message: 'There is no file there that the app may read. Enter its whole path',
      },
    ])
    expect(await other.window.ok('setup.state')).toMatchObject({ state: 'none' })
    expect(other.logged).toEqual([])
    other.close()
  })

  const lineOf = (mark: string) => text.split('\n').findIndex((one) => one.includes(mark))
  const without = (index: number) =>
    text
      .split('\n')
      .filter((_, at) => at !== index)
      .join('\n')
  const changed: [string, () => string][] = [
    ['a name in it was changed', () => text.replace('Zoë', 'Zoe')],
    ['a record was left out', () => without(lineOf('"table":"bed"'))],
    ['an entry of the audit was left out', () => without(lineOf('{"audit"'))],
    [
      'an entry of the audit was changed',
      () => text.replace(/("audit":\{"seq":9,.*?"role":")[^"]+/, '$1nobody'),
    ],
    ['a line was added', () => text.replace('\n', '\n{"table":"bed","row":{}}\n')],
    ['its end is missing', () => `${text.split('\n').slice(0, -2).join('\n')}\n`],
    ['it breaks off', () => text.slice(0, -20)],
    ['something stands behind it', () => `${text}{"more":1}\n`],
    ['it is empty', () => ''],
    ['it is something else', () => '{"hello":1}\n'],
    ['it is no text', () => '\u0000\u0001\n'],
    [
      'it is of another layout',
      () => text.replace(/"layout":\{"number":\d+/, '"layout":{"number":3'),
    ],
  ]
  test.each(changed)(
    'a file is refused at its field where %s, and nothing is made',
    async (_, change) => {
      const other = emptyComputer()
      const path = written('changed.jsonl', change())
      const failure = await other.window.fails('setup.readEverything', { path })
      expect(failure.fields?.[0]?.field).toBe('path')
      expect(failure.message).toContain('Nothing was changed')
      expect(readdirSync(other.folder).filter((name) => name.endsWith('.mbu'))).toEqual([])
      other.close()
    },
  )

  test('a file that was changed and hashed anew is refused by its tables, and no unit is there', async () => {
    const other = emptyComputer()
    const lines = text.trimEnd().split('\n').slice(0, -1)
    const bed = lines.findIndex((one) => one.includes('"table":"bed"'))
    lines[bed] = (lines[bed] ?? '').replace('"version":1', '"version":7')
    const body = `${lines.join('\n')}\n`
    const sha256 = createHash('sha256').update(body).digest('hex')
    const path = written(
      'hashed.jsonl',
      `${body}${JSON.stringify({ end: { lines: lines.length, sha256 } })}\n`,
    )
    expect((await other.look(path)).sha256).toBe(sha256)
    const refused = await other.take(path, sha256)
    expect(refused).toMatchObject({ ok: false, failure: { fields: [{ field: 'path' }] } })
    expect(await other.window.ok('setup.state')).toMatchObject({ state: 'none' })
    other.close()
  })

  test.each([
    [
      'a password that is too short',
      { administrator: { signInName: 'administrator', password: 'short' } },
      'administrator.password',
    ],
    [
      'one person for both',
      { wardManager: { signInName: 'administrator', password: newPassword } },
      'wardManager.signInName',
    ],
    [
      'a name that nobody has',
      { administrator: { signInName: 'nobody', password: newPassword } },
      'administrator.signInName',
    ],
    [
      'somebody in another role',
      { wardManager: { signInName: 'nurse', password: newPassword } },
      'wardManager.signInName',
    ],
    ['the hash of another file', { sha256: '0'.repeat(64) }, 'path'],
    ['a path where nothing lies', { path: '/nowhere/at-all.jsonl' }, 'path'],
  ])('%s is refused at its field', async (_, wrong, field) => {
    const other = emptyComputer()
    const { sha256 } = await other.look(made.path)
    const refused = await other.take(made.path, sha256, wrong)
    expect(refused.ok ? [] : refused.failure.fields?.map((one) => one.field)).toEqual([field])
    expect(await other.window.ok('setup.state')).toMatchObject({ state: 'none' })
    other.close()
  })
})

test('where there are records already, none are taken in', async () => {
  const failure = await unit.nobody().fails('setup.readEverything', { path: made.path })
  expect(failure.code).toBe('held')
})

const lastActs = (most: number) =>
  unit.db
    .rows<{ action: string }>(
      `select action from audit where action like 'everything.export%' order by seq desc limit ${most}`,
    )
    .map(({ action }) => action)
    .reverse()

describe('the export', () => {
  test('is signed by two, of whom the second is not the first', async () => {
    const alone = await unit
      .as('ward-manager')
      .fails('store.exportEverything', { folder: place('alone'), reason: 'Moving' })
    expect(alone.fields?.[0]?.field).toBe('second.signInName')
    const nurse = await unit
      .as('ward-manager')
      .fails(
        'store.exportEverything',
        { folder: place('alone'), reason: 'Moving' },
        { second: unit.second('nurse') },
      )
    expect(nurse.message).toContain('role of the second person')
    expect(readdirSync(place('alone'))).toEqual([])
  })

  test.each([
    ['a folder that is not there', { folder: '/nowhere/at-all' }, 'folder'],
    ['a folder without its path', { folder: 'export' }, 'folder'],
    ['an entry that is yet to come', { entry: 1_000_000 }, 'entry'],
    ['no reason', { reason: '' }, 'reason'],
    ['a full stop for a reason', { reason: '.' }, 'reason'],
  ])('with %s is refused at its field', async (_, wrong, field) => {
    const failure = await unit
      .as('ward-manager')
      .fails(
        'store.exportEverything',
        { folder: place('wrong'), reason: 'The unit moves', ...wrong },
        { second: unit.second('administrator') },
      )
    expect(failure.fields?.map((one) => one.field)).toEqual([field])
  })

  test('that cannot be written says so of its folder, not of the records', async () => {
    const folder = place('taken')
    mkdirSync(join(folder, `mbu-everything-2026-11-23-to-entry-${made.entry}.jsonl.part`))
    const failure = await unit
      .as('ward-manager')
      .fails(
        'store.exportEverything',
        { folder, reason: 'The unit moves', entry: made.entry },
        { second: unit.second('administrator') },
      )
    expect(failure.fields).toEqual([
      {
        field: 'folder',
        message: 'The file could not be written there. Choose another folder',
      },
    ])
    expect(lastActs(2)).toEqual(['everything.export-begun', 'everything.export-failed'])
  })

  test('that is stopped leaves no file, and its end stands in the audit', async () => {
    const folder = place('stopped')
    const manager = unit.as('ward-manager')
    const asked = { folder, reason: 'The unit moves' }
    const going = manager.call('store.exportEverything', asked, {
      second: unit.second('administrator'),
    })
    let done = false
    void going.finally(() => {
      done = true
    })
    // It is begun when both passwords are found right.
    while (!done)
      if ((await manager.ok<{ stopped: boolean }>('assurance.stopMaking')).stopped) break
      else await setImmediate()
    expect(await going).toMatchObject({ ok: false, failure: { code: 'held' } })
    expect(readdirSync(folder)).toEqual([])
    expect(lastActs(2)).toEqual(['everything.export-begun', 'everything.export-stopped'])
  })

  test('goes to no folder of the records, and over no other file', async () => {
    const within = { folder: unit.folder, reason: 'Moving' }
    const second = unit.second('administrator')
    expect(
      (await unit.as('ward-manager').fails('store.exportEverything', within, { second })).message,
    ).toContain('inside')
    const again = { folder: place('first'), reason: 'Moving', entry: made.entry }
    expect(
      (await unit.as('ward-manager').fails('store.exportEverything', again, { second })).message,
    ).toContain('already')
  })
})

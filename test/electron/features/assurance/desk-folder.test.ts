import { randomUUID } from 'node:crypto'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { FileLine } from '../../../../electron/features/assurance/desk/take-folder.ts'
import type { ReportFile } from '../../../../electron/features/assurance/formats/report-file.ts'
import {
  caller,
  newFolder,
  startBareApp,
  startTestUnit,
  testPassword,
} from '../../../support/app.ts'

interface Taken {
  lines: FileLine[]
  stopped: boolean
}

const folder = newFolder()
let desk: ReturnType<typeof startBareApp>
let window: ReturnType<typeof caller>
beforeAll(async () => {
  const unit = await startTestUnit()
  const manager = unit.as('ward-manager')
  const sealed = async (first: string, last: string) => {
    const input = { first, last, distribution: ['NHS England'] }
    const { reportId } = await manager.ok<{ reportId: string }>('assurance.makeReport', input)
    return (await manager.ok<ReportFile>('assurance.pack', { reportId })).bytes
  }
  const [july, october] = [
    await sealed('2026-07-01', '2026-09-30'),
    await sealed('2026-10-01', '2026-10-31'),
  ]
  unit.close()
  mkdirSync(join(folder, 'Rowan Unit'))
  const put = (name: string, bytes: Uint8Array) => writeFileSync(join(folder, name), bytes)
  put(
    'a-changed.zip',
    july.map((byte, index) => (index === july.length >> 1 ? byte ^ 1 : byte)),
  )
  put('b-no-pack.ZIP', new TextEncoder().encode('hello'))
  put('c-empty.zip', new Uint8Array())
  put('Rowan Unit/july.zip', july)
  put('Rowan Unit/october.zip', october)
  put('z-july-again.zip', july)
  put('notes.txt', new TextEncoder().encode('no pack at all'))
  desk = startBareApp()
  const person = { name: 'C. Abara', signInName: 'c.abara', password: testPassword }
  await caller(desk.app, randomUUID()).ok('setup.createDesk', {
    desk: { name: 'Quality team', organisation: 'NHS England' },
    administrator: { ...person, name: 'A. Desk', signInName: 'a.desk' },
    commissioner: person,
  })
  window = caller(desk.app, randomUUID())
  await window.ok('session.signIn', { signInName: 'c.abara' }, { password: testPassword })
}, 120_000)
afterAll(() => {
  desk.close()
  rmSync(folder, { recursive: true, force: true })
})

const held = async () =>
  (await window.ok<{ packs: { period: string }[] }>('desk.view')).packs.length

describe('every pack of a folder', () => {
  test('can be stopped: what was not looked at says so, and can be taken in later', async () => {
    const taking = window.ok<Taken>('desk.takeFolder', { folder })
    while ((await window.ok('assurance.making')) === null)
      await new Promise((later) => setTimeout(later, 1))
    expect(await window.ok('assurance.stopMaking')).toEqual({ stopped: true })
    const { lines, stopped } = await taking
    expect(stopped).toBe(true)
    expect(lines).toHaveLength(6)
    expect(lines.at(-1)).toMatchObject({ outcome: 'not-looked-at' })
    expect(await held()).toBe(lines.filter(({ outcome }) => outcome === 'taken-in').length)
  })

  test('is verified first, has a line, and a bad one stops none of the others', async () => {
    const before = await held()
    const { lines, stopped } = await window.ok<Taken>('desk.takeFolder', { folder })
    expect(stopped).toBe(false)
    const of = (file: string) => lines.find((one) => one.file === file)
    for (const file of ['a-changed.zip', 'b-no-pack.ZIP', 'c-empty.zip']) {
      expect(of(file)).toMatchObject({ outcome: 'not-taken-in', packId: null })
      expect(of(file)?.because).not.toBe('')
    }
    expect(lines.map(({ file }) => file)).not.toContain('notes.txt')
    expect(of('z-july-again.zip')?.outcome).toBe('on-the-desk')
    expect(await held()).toBe(2)
    expect(lines.filter(({ outcome }) => outcome === 'taken-in')).toHaveLength(2 - before)
    const kept = desk.app.house
      .read()
      .rows<{ action: string }>("select action from audit where action like 'pack.%'")
    expect(kept.filter(({ action }) => action === 'pack.taken-in')).toHaveLength(2)
  })

  test.each([
    ['nowhere', '/nowhere/at-all', 'no folder'],
    ['no path', 'packs', 'whole path'],
    ['nothing', '', 'Enter'],
  ])('from %s is refused at the folder', async (_, where, words) => {
    const failure = await window.fails('desk.takeFolder', { folder: where })
    expect(failure.fields).toMatchObject([
      { field: 'folder', message: expect.stringContaining(words) },
    ])
  })

  test('is not taken in by the administrator of a desk', async () => {
    const administrator = caller(desk.app, randomUUID())
    await administrator.ok('session.signIn', { signInName: 'a.desk' }, { password: testPassword })
    expect((await administrator.fails('desk.takeFolder', { folder })).code).toBe('not-permitted')
  })
})

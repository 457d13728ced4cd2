import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { createApp } from '../../../../electron/app.ts'
import { caller, startTestUnit, type TestUnit, testPassword } from '../../../support/app.ts'

let unit: TestUnit
const later = mkdtempSync(join(tmpdir(), 'mbu-later-'))
afterEach(() => {
  unit.close()
  rmSync(later, { recursive: true, force: true })
})

type Kind = {
  kind: string
  inForce: string
  revisions: { id: string; revision: string; state: string }[]
}

test('a newer default of a later version of the app is brought, and changes nothing until it is approved', async () => {
  unit = await startTestUnit()
  unit.app.shutdown()
  cpSync(join(import.meta.dirname, '../../../../drizzle'), later, { recursive: true })
  const path = join(later, 'seed/rule-sets/fever.json')
  const file = JSON.parse(readFileSync(path, 'utf8'))
  writeFileSync(path, JSON.stringify({ ...file, revision: '2' }))

  const open = async () => {
    const app = createApp({
      folder: unit.folder,
      clock: unit.clock,
      log: () => undefined,
      emit: () => undefined,
      migrationsFolder: join(later, 'migrations'),
    })
    const window = caller(app, 'later')
    const password = { password: testPassword }
    await window.ok('session.signIn', { signInName: 'ward-manager' }, password)
    const kinds = await window.ok<Kind[]>('ruleSets.overview')
    app.shutdown()
    return kinds.find(({ kind }) => kind === 'fever')
  }
  for (let times = 0; times < 2; times += 1) {
    const fever = await open()
    expect(fever?.revisions.map(({ revision, state }) => [revision, state])).toEqual([
      ['1', 'unapproved-default'],
      ['2', 'newer-default'],
    ])
    expect(fever?.inForce).toBe(fever?.revisions[0]?.id)
  }
})

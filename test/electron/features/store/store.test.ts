import { readdirSync, rmSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { startTestUnit, type TestUnit, testPassword } from '../../../support/app.ts'

let unit: TestUnit
afterEach(() => unit?.close())

const backup = () => unit.as('administrator').ok<{ file: string; seq: number }>('store.backUpNow')
const damage = () => {
  unit.app.suspend()
  truncateSync(join(unit.folder, 'records.mbu'), 0)
}
const rescueInput = (file: string) => ({
  file,
  reason: 'The disk failed',
  signInName: 'administrator',
})

describe('backups', () => {
  test('are made on request, listed without sign-in, and proved again', async () => {
    unit = await startTestUnit()
    const made = await backup()
    expect(await unit.nobody().ok('store.backups')).toMatchObject([{ file: made.file }])
    expect(
      await unit.as('ward-manager').ok('store.proveBackup', { file: made.file }),
    ).toMatchObject({
      file: made.file,
    })
  })

  test('are made by themselves when something was written and an hour has gone', async () => {
    unit = await startTestUnit()
    unit.clock.pass(2)
    await unit.app.tick()
    expect(await unit.nobody().ok<unknown[]>('store.backups')).toHaveLength(1)
    unit.clock.pass(2)
    await unit.app.tick()
    expect(await unit.nobody().ok<unknown[]>('store.backups')).toHaveLength(1)
  })

  test('begin with one at once where the unit has none, and not again before the hour', async () => {
    unit = await startTestUnit()
    await unit.app.tick()
    expect(await unit.nobody().ok<unknown[]>('store.backups')).toHaveLength(1)
    await unit.arrive()
    unit.clock.pass(2)
    await unit.app.tick()
    expect(await unit.nobody().ok<unknown[]>('store.backups')).toHaveLength(1)
  })

  test('health is told line by line', async () => {
    unit = await startTestUnit()
    await backup()
    const checks = await unit
      .as('administrator')
      .ok<{ id: string; state: string }[]>('store.health')
    expect(checks.filter((check) => check.state === 'bad')).toEqual([])
    expect(checks.map((check) => check.id)).toContain('chain')
  })
})

describe('restoring', () => {
  test('needs two people, says what would be lost, and brings the old state back', async () => {
    unit = await startTestUnit()
    const made = await backup()
    await unit.arrive()
    const manager = unit.as('ward-manager')
    const loss = await manager.ok<{ entries: number; rows: Record<string, number> }>('store.loss', {
      file: made.file,
    })
    expect(loss.rows).toMatchObject({ stay: 1, pair: 1, person: 2 })
    const input = { file: made.file, reason: 'Wrong unit was imported' }
    expect(await manager.fails('store.restore', input)).toMatchObject({ code: 'not-permitted' })
    expect(
      await manager.fails('store.restore', input, { second: unit.second('ward-manager') }),
    ).toMatchObject({ message: 'The second person must be somebody else' })
    expect(
      await manager.fails('store.restore', input, { second: unit.second('nurse') }),
    ).toMatchObject({
      message: 'The role of the second person does not allow this. Ask somebody else',
    })
    await manager.ok('store.restore', input, { second: unit.second('administrator') })
    expect(await unit.as('nurse').fails('stays.current')).toMatchObject({ code: 'not-signed-in' })
    await unit.as('nurse').signIn()
    expect(await unit.as('nurse').ok('stays.current')).toEqual([])
    await unit.as('safeguarding-lead').signIn()
    expect(await unit.as('safeguarding-lead').ok('audit.verify')).toMatchObject({ whole: true })
  })
})

describe('a store that cannot be opened', () => {
  test('says what happened, offers the last good backup, and is never made anew', async () => {
    unit = await startTestUnit()
    const made = await backup()
    damage()
    const nurse = unit.as('nurse')
    const failure = await nurse.fails(
      'session.signIn',
      { signInName: 'nurse' },
      { password: testPassword },
    )
    expect(failure).toMatchObject({ code: 'store' })
    expect(await unit.nobody().ok('store.state')).toMatchObject({
      state: 'problem',
      problem: { state: 'truncated', lastGoodBackup: made.file },
    })
    expect(await unit.nobody().fails('setup.createUnit', setup)).toMatchObject({ code: 'held' })
  })

  test('is rescued by two people whose roles allow it', async () => {
    unit = await startTestUnit()
    const made = await backup()
    damage()
    const nobody = unit.nobody()
    await nobody.fails('session.signIn', { signInName: 'nurse' }, { password: testPassword })
    const input = rescueInput(made.file)
    const password = testPassword
    const refused = await nobody.fails('store.rescue', input, {
      password,
      second: unit.second('nurse'),
    })
    expect(refused).toMatchObject({
      code: 'not-permitted',
      fields: [{ field: 'second.signInName' }],
    })
    expect(await nobody.ok('store.state')).toMatchObject({ state: 'problem' })
    const alone = await nobody.fails('store.rescue', input, {
      password,
      second: unit.second('administrator'),
    })
    expect(alone.message).toBe('The second person must be somebody else')
    const state = await nobody.ok('store.rescue', input, {
      password,
      second: unit.second('ward-manager'),
    })
    expect(state).toEqual({ state: 'open' })
    await unit.as('nurse').signIn()
    expect(readdirSync(unit.folder).some((name) => name.includes('.replaced-'))).toBe(true)
  })

  test('is not rescued while it is whole', async () => {
    unit = await startTestUnit()
    const made = await backup()
    const second = unit.second('ward-manager')
    const failure = await unit
      .nobody()
      .fails('store.rescue', rescueInput(made.file), { password: testPassword, second })
    expect(failure).toMatchObject({ code: 'held' })
  })

  test('gets its key file back from a backup', async () => {
    unit = await startTestUnit()
    const made = await backup()
    const nobody = unit.nobody()
    expect((await nobody.call('store.rescueKeys', { file: made.file })).ok).toBe(false)
    unit.app.suspend()
    for (const name of readdirSync(unit.folder))
      if (name.startsWith('keys.json')) rmSync(join(unit.folder, name))
    await nobody.fails('session.signIn', { signInName: 'nurse' }, { password: testPassword })
    expect(await nobody.ok('store.state')).toMatchObject({ problem: { state: 'keys-missing' } })
    await nobody.ok('store.rescueKeys', { file: made.file })
    await unit.as('nurse').signIn()
  })

  test('whose anchors do not match is accepted by two people, and the act is kept', async () => {
    unit = await startTestUnit()
    unit.app.suspend()
    rmSync(join(unit.folder, 'anchors.log'))
    const nobody = unit.nobody()
    const entered = await nobody.call(
      'session.signIn',
      { signInName: 'nurse' },
      { password: testPassword },
    )
    expect(entered.ok).toBe(false)
    const input = { reason: 'A cleaner removed the file', signInName: 'administrator' }
    const options = { password: testPassword, second: unit.second('ward-manager') }
    expect(await nobody.ok('store.rescueAccept', input, options)).toEqual({ state: 'open' })
    await unit.as('nurse').signIn()
  })
})

const setup = {
  unit: { name: 'Rowan Unit', provider: 'Invented NHS Trust' },
  beds: ['Bed 1'],
  administrator: { name: 'A. One', signInName: 'a.one', password: testPassword },
  wardManager: { name: 'W. Two', signInName: 'w.two', password: testPassword },
}

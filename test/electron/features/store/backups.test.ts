import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startTestUnit, type TestUnit, testPassword } from '../../../support/app.ts'

let unit: TestUnit
let other: string
beforeEach(async () => {
  unit = await startTestUnit()
  other = mkdtempSync(join(tmpdir(), 'mbu-second-'))
})
afterEach(() => {
  unit.close()
  rmSync(other, { recursive: true, force: true })
})

const administrator = () => unit.as('administrator')
const backUp = () => administrator().ok<{ file: string }>('store.backUpNow')
const attention = async () =>
  (await administrator().ok<{ id: string; tone: string }[]>('store.attention')).map(
    ({ id, tone }) => `${id} ${tone}`,
  )
const name = (folder: string | undefined) =>
  administrator().call('store.nameSecondPlace', { folder, reason: 'Share of the trust' })
const later = async (minutes: number) => {
  unit.clock.pass(minutes)
  await administrator().signIn()
}

describe('what somebody has to see to', () => {
  test('is that there is no backup, then nothing, then that it is older than 26 hours', async () => {
    expect(await attention()).toEqual([])
    await later(61)
    expect(await attention()).toEqual(['no-backup danger'])
    await backUp()
    expect(await attention()).toEqual([])
    await later(26 * 60 - 5)
    expect(await attention()).toEqual([])
    await later(10)
    expect(await attention()).toEqual(['old-backup danger'])
    await backUp()
    expect(await attention()).toEqual([])
  })

  test('is the calendar, from 90 days before its last bank holidays', async () => {
    await backUp()
    unit.clock.set('2028-10-01T12:00:00.000Z')
    await administrator().signIn()
    await backUp()
    expect(await attention()).toEqual([])
    unit.clock.set('2028-10-02T12:00:00.000Z')
    await administrator().signIn()
    expect(await attention()).toEqual(['calendar warning'])
    const checks = await administrator().ok<{ id: string; state: string }[]>('store.health')
    expect(checks).toContainEqual(expect.objectContaining({ id: 'calendar', state: 'warning' }))
  })

  test('is not told to those who do not answer for the record', async () => {
    expect(await unit.as('nurse').fails('store.attention')).toMatchObject({ code: 'not-permitted' })
  })
})

describe('the schedule', () => {
  const schedule = () =>
    administrator().ok<{ next: string | null; proved: { file: string } | null }>('store.schedule')

  test('says when the next is due: now, in the hour, or when something is recorded', async () => {
    expect((await schedule()).next).toBe('now')
    await unit.app.tick()
    expect((await schedule()).next).toBeNull()
    await administrator().signIn()
    expect((await schedule()).next).toBe('2026-11-23T10:00:00.000Z')
    await later(60)
    expect((await schedule()).next).toBe('now')
  })

  test('says which are kept, and whether one of them was proved', async () => {
    const { file } = await backUp()
    expect(await schedule()).toMatchObject({
      everyMinutes: 60,
      kept: { hours: 24, days: 30, months: 12, beforeMigration: 3 },
      proved: null,
    })
    await administrator().ok('store.proveBackup', { file })
    expect((await schedule()).proved).toEqual({ at: unit.clock.now(), file })
  })
})

describe('the second place', () => {
  test('gets a copy of each backup, whole, and of the newest when it was away', async () => {
    expect(await name(other)).toMatchObject({ ok: true })
    const { file } = await backUp()
    expect(readdirSync(other)).toEqual(expect.arrayContaining([file, 'attachments.mbu']))
    expect(await administrator().ok('store.secondPlace')).toMatchObject({
      folder: other,
      reached: true,
      newest: { file },
    })
    rmSync(other, { recursive: true })
    expect(await attention()).toEqual(['second-place warning'])
    unit.clock.pass(1)
    const next = await backUp()
    mkdirSync(other)
    unit.clock.pass(2)
    await unit.app.tick()
    expect(readdirSync(other)).toContain(next.file)
    expect(await attention()).toEqual([])
  })

  test('is none inside the records, none that is not there, and none without its path', async () => {
    const inside = join(unit.folder, 'copies')
    mkdirSync(inside)
    writeFileSync(join(other, 'a-file'), '')
    for (const folder of [
      inside,
      unit.folder,
      join(other, 'gone'),
      join(other, 'a-file'),
      'Backups',
    ])
      expect(await name(folder)).toMatchObject({
        ok: false,
        failure: { fields: [{ field: 'folder' }] },
      })
    expect(await administrator().ok('store.secondPlace')).toBeNull()
  })

  test('is given up with a reason', async () => {
    await name(other)
    expect(await name(undefined)).toMatchObject({ ok: true })
    await backUp()
    expect(readdirSync(other)).toEqual([])
  })
})

describe('the drill', () => {
  test('restores a backup beside the records, says what it found, and leaves nothing', async () => {
    const { file } = await backUp()
    const proof = await unit
      .as('ward-manager')
      .ok<{ rows: number; people: number }>('store.proveBackup', { file })
    expect(proof.people).toBe(8)
    expect(proof.rows).toBeGreaterThan(50)
    expect(readdirSync(unit.folder)).not.toContain('drill')
    expect(unit.db.row("select payload from audit where action = 'prove-backup'")).toMatchObject({
      payload: expect.stringContaining('"people":8'),
    })
  })

  test('says that a damaged backup did not come back, and the audit keeps it', async () => {
    const { file } = await backUp()
    writeFileSync(join(unit.folder, 'backups', file), 'not a database')
    expect(await unit.as('ward-manager').fails('store.proveBackup', { file })).toMatchObject({
      code: 'store',
      message: expect.stringContaining('damaged'),
    })
    expect(unit.db.row("select seq from audit where action = 'prove-backup-failed'")).toBeDefined()
    expect(readdirSync(unit.folder)).not.toContain('drill')
    expect(
      await unit
        .nobody()
        .call('session.signIn', { signInName: 'nurse' }, { password: testPassword }),
    ).toMatchObject({ ok: true })
  })
})

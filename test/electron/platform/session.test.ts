import { afterEach, describe, expect, test } from 'vitest'
import { startTestUnit, type TestUnit, testPassword } from '../../support/app.ts'

let unit: TestUnit
afterEach(() => unit?.close())

const lockedEvents = () => unit.events.filter(({ event }) => event.kind === 'locked')

describe('a session', () => {
  test('ends when nobody has done anything for as long as the unit says, and reading does not count', async () => {
    unit = await startTestUnit()
    const nurse = unit.as('nurse')
    unit.clock.pass(3)
    await nurse.ok('session.active')
    unit.clock.pass(3)
    await nurse.ok('stays.current')
    unit.clock.pass(3)
    await unit.app.tick()
    expect(await nurse.fails('stays.current')).toMatchObject({ code: 'not-signed-in' })
    expect(lockedEvents()).toContainEqual({
      event: { kind: 'locked', connection: nurse.connection, why: 'idle' },
      connection: nurse.connection,
    })
    expect(await nurse.ok('setup.state')).toEqual({ state: 'open' })
  })

  test('ends at the limit even where nothing swept', async () => {
    unit = await startTestUnit()
    unit.clock.pass(5)
    expect(await unit.as('nurse').fails('session.me')).toMatchObject({ code: 'not-signed-in' })
  })

  test('follows the unit’s setting, which is 2 to 15 minutes', async () => {
    unit = await startTestUnit()
    const manager = unit.as('ward-manager')
    const settings = {
      name: 'Rowan Unit',
      provider: 'Invented NHS Trust',
      version: 1,
      alarmWhenLate: true,
      reason: 'Busy ward',
    }
    for (const idleMinutes of [1, 16, 2.5, '5', null])
      expect(await manager.fails('stays.changeUnit', { ...settings, idleMinutes })).toMatchObject({
        code: 'invalid',
        fields: [{ field: 'idleMinutes' }],
      })
    await manager.ok('stays.changeUnit', { ...settings, idleMinutes: 15 })
    unit.clock.pass(14)
    expect(await manager.ok('session.me')).toMatchObject({ idleMinutes: 15 })
    unit.clock.pass(1)
    expect(await manager.fails('session.me')).toMatchObject({ code: 'not-signed-in' })
  })

  test('ends by the button and at sign-out, for that window alone', async () => {
    unit = await startTestUnit()
    await unit.as('nurse').ok('session.lock')
    await unit.as('consultant').ok('session.signOut')
    expect(await unit.as('nurse').fails('session.me')).toMatchObject({ code: 'not-signed-in' })
    expect(await unit.as('consultant').fails('session.me')).toMatchObject({ code: 'not-signed-in' })
    expect(await unit.as('ward-manager').ok('session.me')).toMatchObject({ role: 'ward-manager' })
  })

  test('is another in every window, and signing in as somebody else ends the one before', async () => {
    unit = await startTestUnit()
    const window = unit.nobody()
    await window.ok('session.signIn', { signInName: 'nurse' }, { password: testPassword })
    await window.ok('session.signIn', { signInName: 'consultant' }, { password: testPassword })
    expect(await window.ok('session.me')).toMatchObject({ role: 'consultant' })
    expect(await unit.as('nurse').ok('session.me')).toMatchObject({ role: 'nurse' })
  })

  test('ends when its window goes', async () => {
    unit = await startTestUnit()
    unit.app.closed(unit.as('nurse').connection)
    expect(await unit.as('nurse').fails('session.me')).toMatchObject({ code: 'not-signed-in' })
  })

  test('ends with the account, and with its role', async () => {
    unit = await startTestUnit()
    const administrator = unit.as('administrator')
    const accounts =
      await administrator.ok<{ id: string; signInName: string; version: number }[]>('users.list')
    const of = (name: string) => {
      const found = accounts.find((one) => one.signInName === name)
      return { id: found?.id, version: found?.version, reason: 'Has left' }
    }
    await administrator.ok('users.disable', of('nurse'))
    await administrator.ok('users.changeRole', { ...of('consultant'), role: 'other-clinician' })
    expect(await unit.as('nurse').fails('session.me')).toMatchObject({ code: 'not-signed-in' })
    expect(await unit.as('consultant').fails('session.me')).toMatchObject({ code: 'not-signed-in' })
    await unit.as('consultant').signIn()
    expect(await unit.as('consultant').ok('session.me')).toMatchObject({ role: 'other-clinician' })
    const refused = await unit
      .nobody()
      .fails('session.signIn', { signInName: 'nurse' }, { password: testPassword })
    expect(refused).toMatchObject({ code: 'wrong-password' })
  })
})

describe('closing the unit', () => {
  test('ends every session and wipes the key, by the button and at suspend', async () => {
    unit = await startTestUnit()
    const key = unit.app.house.dataKey().key
    expect(key.some((byte) => byte !== 0)).toBe(true)
    await unit.as('nurse').ok('session.closeUnit')
    expect(key.every((byte) => byte === 0)).toBe(true)
    expect(await unit.as('consultant').fails('session.me')).toMatchObject({ code: 'not-signed-in' })
    expect(await unit.nobody().ok('session.lockScreen')).toMatchObject({ open: false, items: [] })
    await unit.as('nurse').signIn()
    unit.app.suspend()
    expect(await unit.nobody().ok('setup.state')).toEqual({ state: 'closed' })
  })
})

describe('the lock screen', () => {
  test('shows beds, what is overdue in each, and no name', async () => {
    unit = await startTestUnit()
    await unit.arrive({ motherName: 'Canary', babyName: 'Canary' })
    const shown = await unit.nobody().ok<{
      items: { kind: string; bed: string; what: string }[]
    }>('session.lockScreen')
    const ofKind = (kind: string) => shown.items.filter((item) => item.kind === kind)
    expect(ofKind('bed').map(({ bed }) => bed)).toEqual(['Bed 1', 'Bed 2', 'Bed 3', 'Bed 4'])
    expect(ofKind('overdue')).toMatchObject([{ bed: 'Bed 1', what: 'supervision never assessed' }])
    expect(JSON.stringify(shown)).not.toContain('Canary')
  })
})

describe('the board on the wall', () => {
  test('outlives the idle lock and may do nothing else', async () => {
    unit = await startTestUnit()
    const nurse = unit.as('nurse')
    await nurse.ok('session.startWall')
    unit.clock.pass(60)
    await unit.app.tick()
    const me = await nurse.ok<{ wall: boolean; permissions: string[] }>('session.me')
    expect(me).toMatchObject({ wall: true, permissions: ['own:session', 'board:wall'] })
    expect(await nurse.fails('stays.current')).toMatchObject({ code: 'not-permitted' })
    await nurse.ok('session.signOut')
    expect(await nurse.fails('session.me')).toMatchObject({ code: 'not-signed-in' })
  })
})

import { afterEach, describe, expect, test } from 'vitest'
import { caller, startBareApp, startTestUnit, testPassword } from '../../../support/app.ts'

const unit = {
  unit: { name: 'Rowan Unit', provider: 'Invented NHS Trust' },
  beds: ['Bed 1', 'Bed 2'],
  administrator: { name: 'A. One', signInName: 'a.one', password: testPassword },
  wardManager: { name: 'W. Two', signInName: 'w.two', password: testPassword },
}

const toClose: { close(): void }[] = []
afterEach(() => {
  for (const one of toClose.splice(0)) one.close()
})
const bare = () => {
  const made = startBareApp()
  toClose.push(made)
  return { ...made, window: caller(made.app, 'window') }
}

describe('the first run', () => {
  test('says that there is nothing, then makes the unit and shows a recovery code', async () => {
    const { window } = bare()
    expect(await window.ok('setup.state')).toEqual({ state: 'none' })
    const made = await window.ok<{ recoveryCode: string }>('setup.createUnit', unit)
    expect(made.recoveryCode).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){8}$/)
    expect(await window.ok('setup.state')).toEqual({ state: 'open' })
  })

  test('keeps the address and telephone of a 999 call, and refuses what is no number', async () => {
    const { window } = bare()
    const details = { address: 'Rowan House, Mill Lane, ZZ1 1ZZ', telephone: '01632 960200' }
    const of = (more: object) => ({ ...unit, unit: { ...unit.unit, ...more } })
    const failure = await window.fails('setup.createUnit', of({ telephone: 'ring us' }))
    expect(failure.fields?.map(({ field }) => field)).toEqual(['unit.telephone'])
    await window.ok('setup.createUnit', of(details))
    await window.ok('session.signIn', { signInName: 'w.two' }, { password: testPassword })
    expect(await window.ok('stays.unit')).toMatchObject(details)
  })

  test('is refused where a unit is', async () => {
    const { window } = bare()
    await window.ok('setup.createUnit', unit)
    const failure = await window.fails('setup.createUnit', unit)
    expect(failure).toMatchObject({ code: 'held' })
  })

  test('loads the rule sets that ship, as defaults that nobody approved', async () => {
    const { window } = bare()
    await window.ok('setup.createUnit', unit)
    await window.ok('session.signIn', { signInName: 'w.two' }, { password: testPassword })
    const sets = await window.ok<{ kind: string; state: string }[]>('ruleSets.list')
    expect(sets.length).toBeGreaterThan(0)
    expect(new Set(sets.map((set) => set.state))).toEqual(new Set(['unapproved']))
  })

  test.each([
    [
      'a short password',
      { administrator: { ...unit.administrator, password: 'short' } },
      'administrator.password',
    ],
    [
      'a common password',
      { wardManager: { ...unit.wardManager, password: 'Password123456' } },
      'wardManager.password',
    ],
    [
      'the name of the unit as a password',
      { administrator: { ...unit.administrator, password: 'rowanunit2026' } },
      'administrator.password',
    ],
    [
      'two people with one sign-in name',
      { wardManager: { ...unit.wardManager, signInName: 'A.One' } },
      'wardManager.signInName',
    ],
    ['two beds with one name', { beds: ['Bed 1', 'bed 1'] }, 'beds.1'],
    ['no bed', { beds: [] }, 'beds'],
    ['a unit without a name', { unit: { ...unit.unit, name: ' ' } }, 'unit.name'],
    ['an ODS code that is none', { unit: { ...unit.unit, odsCode: '!!' } }, 'unit.odsCode'],
    [
      'a PIN that is none',
      { wardManager: { ...unit.wardManager, registration: '123' } },
      'wardManager.registration',
    ],
  ])('refuses %s at its field and leaves nothing behind', async (_what, wrong, field) => {
    const { window } = bare()
    const failure = await window.fails('setup.createUnit', { ...unit, ...wrong })
    expect(failure.fields?.map((one) => one.field)).toContain(field)
    expect(await window.ok('setup.state')).toEqual({ state: 'none' })
    await window.ok('setup.createUnit', unit)
  })
})

describe('signing in', () => {
  test('opens a closed unit with the own password, and tells what the role may do', async () => {
    const made = await startTestUnit()
    toClose.push(made)
    const nurse = made.as('nurse')
    made.app.suspend()
    expect(await nurse.ok('setup.state')).toEqual({ state: 'closed' })
    expect(await nurse.fails('stays.current')).toMatchObject({ code: 'not-signed-in' })
    await nurse.signIn()
    const me = await nurse.ok<{ role: string; permissions: string[]; unitName: string }>(
      'session.me',
    )
    expect(me).toMatchObject({ role: 'nurse', unitName: 'Rowan Unit', idleMinutes: 5 })
    expect(me.permissions).toContain('episode:raise')
    expect(me.permissions).not.toContain('users:manage')
  })

  test('a wrong name and a wrong password are the same answer', async () => {
    const made = await startTestUnit()
    toClose.push(made)
    const window = made.nobody()
    const wrong = { password: 'not the password' }
    const name = await window.fails('session.signIn', { signInName: 'somebody' }, wrong)
    const password = await window.fails('session.signIn', { signInName: 'nurse' }, wrong)
    expect(name).toEqual(password)
    expect(name).toMatchObject({ code: 'wrong-password', fields: [{ field: 'password' }] })
  })
})

import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { removeSlot } from '../../../../electron/platform/store/keys.ts'
import { startTestUnit, type TestUnit, testPassword } from '../../../support/app.ts'

let unit: TestUnit
beforeEach(async () => {
  unit = await startTestUnit()
})
afterEach(() => unit.close())

const newPassword = 'violet anchor teapot'
const identifiedBy = 'known'
const enter = (signInName: string, password = newPassword) =>
  unit.nobody().call('session.signIn', { signInName }, { password })
async function accountOf(signInName: string) {
  const accounts = await unit
    .as('administrator')
    .ok<{ id: string; signInName: string; version: number; disabled: boolean }[]>('users.list')
  const found = accounts.find((one) => one.signInName === signInName)
  if (!found) throw new Error(`No account ${signInName}`)
  return found
}
const auditOf = (action: string) =>
  unit.db.rows<{ role: string; reason: string; breakGlass: number }>(
    'select role, reason, break_glass as breakGlass from audit where action = ?',
    [action],
  )

describe('accounts', () => {
  test('are opened for somebody in the staff register, with a sign-in name of their own', async () => {
    const administrator = unit.as('administrator')
    const { staffId } = unit.as('nurse')
    const input = { staffId, signInName: 'second.one', role: 'nurse', newPassword, identifiedBy }
    const signed = { second: unit.second('ward-manager') }
    await administrator.ok('users.open', input, signed)
    expect((await enter('second.one')).ok).toBe(true)
    expect((await enter('SECOND.ONE')).ok).toBe(true)
    const twice = await administrator.fails(
      'users.open',
      { ...input, signInName: 'Second.One' },
      signed,
    )
    expect(twice.fields).toMatchObject([{ field: 'signInName' }])
    const weak = { ...input, signInName: 'third.one', newPassword: 'third.one123' }
    expect((await administrator.fails('users.open', weak, signed)).fields).toMatchObject([
      { field: 'newPassword' },
    ])
  })

  test('that are disabled open nothing, and are opened again with a new password', async () => {
    const manager = unit.as('ward-manager')
    const { id } = await accountOf('consultant')
    await manager.ok('users.disable', { id, version: 1, reason: 'On leave' })
    expect((await enter('consultant', testPassword)).ok).toBe(false)
    const enable = { id, version: 2, reason: 'Back', newPassword }
    await manager.ok('users.enable', enable)
    unit.clock.pass(1)
    expect((await enter('consultant')).ok).toBe(true)
  })

  test('of those who manage accounts are never all closed, and nobody closes their own', async () => {
    const manager = unit.as('ward-manager')
    const administrator = await accountOf('administrator')
    const own = await accountOf('ward-manager')
    const change = { version: 1, reason: 'Test' }
    expect(await manager.fails('users.disable', { ...change, id: own.id })).toMatchObject({
      code: 'held',
    })
    await manager.ok('users.disable', { ...change, id: administrator.id })
    expect(
      await manager.fails('users.changeRole', { ...change, id: own.id, role: 'nurse' }),
    ).toMatchObject({ code: 'held' })
  })

  test('never show a password or its slot', async () => {
    const text = JSON.stringify(await unit.as('administrator').ok('users.list'))
    expect(text).not.toMatch(/slot|wrapped|password/i)
    const audit = JSON.stringify(unit.db.rows('select * from audit'))
    expect(audit).not.toContain(testPassword)
    expect(JSON.stringify(unit.db.rows('select * from operation'))).not.toContain(testPassword)
  })
})

describe('an account follows the staff register', () => {
  async function change(role: 'nurse' | 'ward-manager' | 'administrator', changes: object) {
    const register = await unit
      .as('administrator')
      .ok<{ recordId: string; version: number }[]>('users.staff')
    const { staffId } = unit.as(role)
    const { recordId, version, ...person } =
      register.find((one) => one.recordId === staffId) ?? ({} as never)
    const input = { id: recordId, version, reason: 'Test', staff: { ...person, ...changes } }
    return unit.as('administrator').call('users.changeStaff', input)
  }

  test.each([
    ['nurse', 'other-clinician'],
    ['consultant', 'nurse'],
    ['nursery-nurse', 'nurse'],
    ['ward-manager', 'administrator'],
  ] as const)('no role of %s for the person who is %s', async (role, whose) => {
    const manages = whose === 'administrator' ? 'ward-manager' : 'administrator'
    const { staffId } = unit.as(whose)
    const open = { staffId, signInName: 'second.one', role, newPassword, identifiedBy }
    expect((await unit.as(manages).fails('users.open', open)).fields).toMatchObject([
      { field: 'role' },
    ])
    if (whose === 'administrator') return
    const { id } = await accountOf(whose)
    const changed = { id, version: 1, reason: 'Test', role }
    expect((await unit.as(manages).fails('users.changeRole', changed)).fields).toMatchObject([
      { field: 'role' },
    ])
  })

  test('signs in on the last day, and not on the day after', async () => {
    expect((await change('nurse', { leftOn: '2026-11-23' })).ok).toBe(true)
    expect((await enter('nurse', testPassword)).ok).toBe(true)
    unit.clock.set('2026-11-24T09:00:00.000Z')
    const failure = await unit
      .nobody()
      .fails('session.signIn', { signInName: 'nurse' }, { password: testPassword })
    expect(failure.message).toMatch(/has left/)
    expect(await unit.as('nurse').fails('session.me')).toMatchObject({ code: 'not-signed-in' })
  })

  test('is shut while its role does not go with the profession', async () => {
    expect((await change('nurse', { profession: 'other' })).ok).toBe(true)
    expect((await enter('nurse', testPassword)).ok).toBe(false)
    const { id } = await accountOf('nurse')
    const changed = { id, version: 1, reason: 'Not on the register', role: 'other-clinician' }
    await unit.as('administrator').ok('users.changeRole', changed)
    expect((await enter('nurse', testPassword)).ok).toBe(true)
  })

  test('never leaves the unit without somebody who manages accounts', async () => {
    expect(await change('administrator', { leftOn: '2026-11-23' })).toMatchObject({
      ok: false,
      failure: { code: 'held' },
    })
    expect((await change('ward-manager', { leftOn: '2026-11-23' })).ok).toBe(true)
  })
})

describe('one’s own password', () => {
  test('is changed with the old one', async () => {
    const nurse = unit.as('nurse')
    const wrong = await nurse.fails(
      'users.changeOwnPassword',
      { newPassword },
      { password: 'not my password' },
    )
    expect(wrong).toMatchObject({ code: 'wrong-password' })
    unit.clock.pass(1)
    await nurse.ok('users.changeOwnPassword', { newPassword })
    expect((await enter('nurse')).ok).toBe(true)
    expect((await enter('nurse', testPassword)).ok).toBe(false)
  })

  test.each(['rowanunit2026', 'Rowan-Unit-2026!', 'R0wan unit 12345', 'the rowan ward 2026'])(
    'is not made of the name of the unit: %s',
    async (weak) => {
      const failure = await unit.as('nurse').fails('users.changeOwnPassword', { newPassword: weak })
      expect(failure.fields).toMatchObject([{ field: 'newPassword' }])
      const fine = { newPassword: 'rowan leaves in autumn' }
      await unit.as('nurse').ok('users.changeOwnPassword', fine)
    },
  )

  test('takes accents in either form', async () => {
    await unit
      .as('nurse')
      .ok('users.changeOwnPassword', { newPassword: 'sia\u0302n anchor teapot' })
    expect((await enter('nurse', 'siân anchor teapot')).ok).toBe(true)
  })
})

describe('an account for one shift', () => {
  const input = {
    name: 'B. Bank',
    profession: 'registered-nurse',
    employment: 'bank',
    registration: '12A3456B',
    signInName: 'b.bank',
    newPassword,
    endsAt: '2026-11-23T20:00:00.000Z',
  }

  test('is opened by the nurse in charge, and ends with the shift', async () => {
    const nurse = unit.as('nurse')
    expect(await nurse.fails('users.openOneShift', input)).toMatchObject({ code: 'not-permitted' })
    await unit.onShift('nurse', true)
    await nurse.ok('users.openOneShift', input)
    expect((await enter('b.bank')).ok).toBe(true)
    const onShift = await nurse.ok<{ name: string }[]>('users.onShift')
    expect(onShift.map((one) => one.name)).toContain('B. Bank')
    unit.clock.set('2026-11-23T20:00:00.000Z')
    const over = await unit
      .nobody()
      .fails('session.signIn', { signInName: 'b.bank' }, { password: newPassword })
    expect(over.message).toMatch(/one shift/)
    await unit.app.tick()
    expect((await enter('b.bank')).ok).toBe(false)
  })

  test.each([
    ['no PIN', { registration: '' }, 'registration'],
    ['a PIN that is none', { registration: '123' }, 'registration'],
    ['an end in the past', { endsAt: '2026-11-23T08:00:00.000Z' }, 'endsAt'],
    ['an end in two days', { endsAt: '2026-11-25T08:00:00.000Z' }, 'endsAt'],
    ['a doctor', { profession: 'doctor' }, 'profession'],
  ])('is refused with %s', async (_what, wrong, field) => {
    await unit.onShift('nurse', true)
    const failure = await unit.as('nurse').fails('users.openOneShift', { ...input, ...wrong })
    expect(failure.fields).toMatchObject([{ field }])
    expect((await enter('b.bank')).ok).toBe(false)
  })
})

describe('a password reset', () => {
  const reset = async (signInName: string) => ({
    userId: (await accountOf(signInName)).id,
    newPassword,
    because: 'Forgotten, night shift',
    identifiedBy: 'known',
  })

  test('is started by the nurse in charge, counts at once, and waits for a second word', async () => {
    await unit.onShift('nurse', true)
    const input = await reset('consultant')
    await unit.as('nurse').ok('users.startReset', input)
    expect((await enter('consultant')).ok).toBe(true)
    const administrator = unit.as('administrator')
    const [waiting] =
      await administrator.ok<{ id: string; signInName: string }[]>('users.waitingResets')
    expect(waiting).toMatchObject({ signInName: 'consultant', startedBy: 'nurse person' })
    const word = { id: waiting?.id, version: 1, confirmed: true, reason: 'Spoke to her' }
    await administrator.ok('users.decideReset', word)
    expect(await administrator.ok('users.waitingResets')).toEqual([])
    expect(await administrator.fails('users.decideReset', { ...word, version: 2 })).toMatchObject({
      code: 'held',
    })
  })

  test('is refused without saying how the person in front is known', async () => {
    await unit.onShift('nurse', true)
    const { identifiedBy: _, ...input } = await reset('consultant')
    const failure = await unit.as('nurse').fails('users.startReset', input)
    expect(failure.fields).toMatchObject([{ field: 'identifiedBy' }])
  })

  test('is to be confirmed by the end of the next day, and the word knows how she was known', async () => {
    await unit.onShift('nurse', true)
    await unit.as('nurse').ok('users.startReset', await reset('consultant'))
    expect(await unit.as('administrator').ok('users.waitingResets')).toMatchObject([
      { identifiedBy: 'known', dueAt: '2026-11-24T23:59:00.000Z' },
    ])
  })

  test('that is refused disables the account', async () => {
    await unit.onShift('nurse', true)
    await unit.as('nurse').ok('users.startReset', await reset('consultant'))
    const administrator = unit.as('administrator')
    const [waiting] = await administrator.ok<{ id: string }[]>('users.waitingResets')
    const word = { id: waiting?.id, version: 1, confirmed: false, reason: 'She did not ask' }
    await administrator.ok('users.decideReset', word)
    expect((await enter('consultant')).ok).toBe(false)
    expect((await accountOf('consultant')).disabled).toBe(true)
  })

  test('is no way to become an administrator, and is not confirmed by its starter', async () => {
    await unit.onShift('nurse', true)
    const up = await unit.as('nurse').fails('users.startReset', await reset('administrator'))
    expect(up).toMatchObject({ code: 'held' })
    const manager = unit.as('ward-manager')
    await manager.ok('users.startReset', await reset('nurse'))
    const [waiting] = await manager.ok<{ id: string }[]>('users.waitingResets')
    const word = { id: waiting?.id, version: 1, confirmed: true, reason: 'Fine' }
    expect(await manager.fails('users.decideReset', word)).toMatchObject({ code: 'held' })
  })

  test('is refused to a nurse who is not in charge', async () => {
    await unit.onShift('nurse')
    expect(
      await unit.as('nurse').fails('users.startReset', await reset('consultant')),
    ).toMatchObject({ code: 'not-permitted' })
  })
})

describe('wrong tries', () => {
  const lock = async (signInName: string) => {
    for (let tries = 0; tries < 10; tries += 1) {
      await enter(signInName, 'not the password')
      unit.clock.pass(tries < 9 ? 5 : 1)
    }
  }

  test('lock an account, and the nurse in charge takes the wait away; the password stays', async () => {
    await unit.onShift('nurse', true)
    await lock('consultant')
    await unit.as('nurse').signIn()
    expect((await enter('consultant', testPassword)).ok).toBe(false)
    type Locked = { userId: string; lockedUntil: string | null }[]
    const [first] = await unit.as('nurse').ok<Locked>('users.resettable')
    expect(first).toMatchObject({ name: 'consultant person', lockedUntil: expect.any(String) })
    const input = { userId: first?.userId, because: 'Caps lock was on' }
    await unit.as('nurse').ok('users.unlock', input)
    expect((await enter('consultant', testPassword)).ok).toBe(true)
    expect(await unit.as('nurse').fails('users.unlock', input)).toMatchObject({ code: 'held' })
    expect(unit.db.row("select reason from audit where action = 'unlock'")).toEqual({
      reason: 'Caps lock was on',
    })
  })

  test('are forgiven by nobody who is not in charge', async () => {
    const { id: userId } = await accountOf('consultant')
    expect(
      await unit.as('nurse').fails('users.unlock', { userId, because: 'Please' }),
    ).toMatchObject({ code: 'not-permitted' })
  })
})

describe('a leaver', () => {
  test('loses the account and its key with the last day, and gets a new key if they come back', async () => {
    const administrator = unit.as('administrator')
    const {
      recordId,
      leftOn: _,
      ...member
    } = (
      await administrator.ok<{ recordId: string; name: string; leftOn: null }[]>('users.staff')
    ).find(({ name }) => name === 'consultant person') as Record<string, unknown> & {
      recordId: string
    }
    const { version, ...staff } = member as { version: number }
    const change = { id: recordId, reason: 'Left the trust' }
    await administrator.ok('users.changeStaff', {
      ...change,
      version,
      staff: { ...staff, leftOn: '2026-11-23' },
    })
    expect((await enter('consultant', testPassword)).ok).toBe(true)
    unit.clock.set('2026-11-24T09:00:00.000Z')
    await administrator.signIn()
    unit.clock.pass(1)
    await unit.app.tick()
    expect((await enter('consultant', testPassword)).ok).toBe(false)
    expect(await accountOf('consultant')).toMatchObject({ leftOn: '2026-11-23', hasKey: false })
    await administrator.ok('users.changeStaff', {
      ...change,
      version: version + 1,
      staff: { ...staff, leftOn: null },
    })
    const { id, version: accountVersion } = await accountOf('consultant')
    const enable = { id, version: accountVersion, reason: 'Back from leave', newPassword }
    await administrator.ok('users.enable', enable)
    unit.clock.pass(1)
    expect((await enter('consultant')).ok).toBe(true)
  })
})

describe('an account whose key slot is gone, as after a restore', () => {
  const loseSlot = async (signInName: string) => {
    const { house } = unit.app
    const slotId = house.accounts.bySignInName(unit.db, signInName)?.slotId ?? ''
    await removeSlot(house.paths, house.dataKey(), slotId)
    return accountOf(signInName)
  }

  test('gets a new one by the nurse in charge', async () => {
    await unit.onShift('nurse', true)
    const { id } = await loseSlot('consultant')
    const reset = {
      userId: id,
      newPassword,
      because: 'No password opens it since the restore',
      identifiedBy: 'photo-card',
    }
    await unit.as('nurse').ok('users.startReset', reset)
    expect((await enter('consultant')).ok).toBe(true)
  })

  test('is opened again by who manages accounts', async () => {
    const { id, version } = await loseSlot('consultant')
    const enable = { id, version, reason: 'Since the restore', newPassword }
    await unit.as('ward-manager').ok('users.enable', enable)
    expect((await enter('consultant')).ok).toBe(true)
    expect(
      await unit.as('ward-manager').fails('users.enable', { ...enable, version: version + 1 }),
    ).toMatchObject({ code: 'held' })
  })

  test('of an administrator gets a new one with the recovery code', async () => {
    await loseSlot('administrator')
    await unit.nobody().ok('setup.recover', {
      recoveryCode: unit.recoveryCode,
      signInName: 'administrator',
      newPassword,
      reason: 'Nobody can sign in since the restore of last night',
    })
    expect((await enter('administrator')).ok).toBe(true)
  })
})

describe('the recovery code', () => {
  const recoverCode = () => ({ recoveryCode: unit.recoveryCode })
  const recover = (changes: object = {}) => ({
    ...recoverCode(),
    signInName: 'administrator',
    newPassword,
    reason: 'The administrator has left and the ward manager is ill',
    ...changes,
  })

  test('gives an administrator a new password, breaks the glass, and is used up', async () => {
    unit.app.suspend()
    const nobody = unit.nobody()
    const typed = unit.recoveryCode.toLowerCase().replaceAll('-', ' ')
    const next = await nobody.ok<{ recoveryCode: string }>(
      'setup.recover',
      recover({ recoveryCode: typed }),
    )
    expect((await enter('administrator')).ok).toBe(true)
    expect((await enter('administrator', testPassword)).ok).toBe(false)
    expect(auditOf('recover')).toMatchObject([{ role: 'administrator', breakGlass: 1 }])
    await nobody.ok('setup.settleRecovery', next)
    expect((await nobody.fails('setup.recover', recover())).code).toBe('wrong-password')
    unit.clock.pass(1)
    await nobody.ok('setup.recover', recover(next))
  })

  test('still opens the unit while the new one is not written down: its answer may be lost', async () => {
    const nobody = unit.nobody()
    await nobody.ok('setup.recover', recover())
    const again = await nobody.ok<{ recoveryCode: string }>('setup.recover', recover())
    await nobody.ok('setup.settleRecovery', again)
    await nobody.ok('setup.settleRecovery', again)
    expect((await nobody.fails('setup.settleRecovery', recoverCode())).code).toBe('wrong-password')
  })

  test('that is refused leaves a closed unit closed, and the try in the audit', async () => {
    unit.app.suspend()
    const failure = await unit.nobody().fails('setup.recover', recover({ signInName: 'nurse' }))
    expect(failure.fields).toMatchObject([{ field: 'signInName' }])
    expect(await unit.nobody().ok('setup.state')).toEqual({ state: 'closed' })
    await unit.as('ward-manager').signIn()
    const { reason } = recover()
    expect(auditOf('recover-refused')).toMatchObject([{ reason, breakGlass: 1 }])
  })

  test('that is wrong is kept in the audit of an open unit', async () => {
    const wrong = `${unit.recoveryCode.startsWith('7') ? '8' : '7'}${unit.recoveryCode.slice(1)}`
    await unit.nobody().fails('setup.recover', recover({ recoveryCode: wrong }))
    expect(auditOf('recover-refused')).toHaveLength(1)
  })

  test('opens a disabled administrator again', async () => {
    const { id } = await accountOf('administrator')
    await unit.as('ward-manager').ok('users.disable', { id, version: 1, reason: 'Left' })
    await unit.nobody().ok('setup.recover', recover())
    expect((await enter('administrator')).ok).toBe(true)
  })

  test.each([
    ['a code that is none', { recoveryCode: 'AAAA' }, 'recoveryCode'],
    ['a short reason', { reason: 'locked out' }, 'reason'],
    ['somebody who is no administrator', { signInName: 'nurse' }, 'signInName'],
    ['a weak password', { newPassword: 'password1234' }, 'newPassword'],
    ['the name of the unit', { newPassword: 'rowanunit2026' }, 'newPassword'],
  ])('is refused with %s', async (_what, wrong, field) => {
    const failure = await unit.nobody().fails('setup.recover', recover(wrong))
    expect(failure.fields).toMatchObject([{ field }])
    expect((await enter('nurse', testPassword)).ok).toBe(true)
  })
})

import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startTestUnit, type TestUnit, testPassword } from '../../../support/app.ts'

let unit: TestUnit
beforeEach(async () => {
  unit = await startTestUnit()
  await unit.onShift('nurse', true)
})
afterEach(() => unit.close())

const setPassword = 'violet anchor teapot'

const openBank = (signInName: string, by: 'nurse' | 'ward-manager' = 'nurse') =>
  unit.as(by).ok('users.openOneShift', {
    name: `Bank ${signInName}`,
    profession: 'registered-nurse',
    employment: 'bank',
    registration: '12A3456B',
    signInName,
    newPassword: setPassword,
    endsAt: '2026-11-23T20:00:00.000Z',
  })

async function reset(signInName: string, by: 'nurse' | 'ward-manager' | 'administrator') {
  const { userId } = unit.as(signInName as 'consultant')
  const because = 'Forgotten, night shift'
  return unit
    .as(by)
    .ok('users.startReset', { userId, newPassword: setPassword, because, identifiedBy: 'known' })
}

/** Tries an act of two people: `refused` at the door, or `admitted`, where its empty input is judged. */
async function sign(first: [string, string], second: [string, string]) {
  const window = unit.nobody()
  await window.ok('session.signIn', { signInName: first[0] }, { password: first[1] })
  const failure = await window.fails(
    'unwellBaby.enteredInError',
    {},
    { password: first[1], second: { signInName: second[0], password: second[1] } },
  )
  if (failure.code === 'invalid') return 'admitted'
  expect(failure).toMatchObject({ code: 'not-permitted', fields: [{ field: 'second.signInName' }] })
  return 'refused'
}

const nurse: [string, string] = ['nurse', testPassword]
const consultant: [string, string] = ['consultant', testPassword]
const bank: [string, string] = ['b.bank', setPassword]

describe('two signatures', () => {
  test('are of two people', async () => {
    expect(await sign(nurse, consultant)).toBe('admitted')
    expect(await sign(nurse, nurse)).toBe('refused')
  })

  test('are not of a nurse and the account that she opened for one shift, either way round', async () => {
    await openBank('b.bank')
    expect(await sign(nurse, bank)).toBe('refused')
    expect(await sign(bank, nurse)).toBe('refused')
    expect(await sign(bank, consultant)).toBe('admitted')
  })

  test('are not of two accounts that one nurse opened', async () => {
    await openBank('b.bank')
    await openBank('c.bank')
    await openBank('d.bank', 'ward-manager')
    expect(await sign(bank, ['c.bank', setPassword])).toBe('refused')
    expect(await sign(bank, ['d.bank', setPassword])).toBe('admitted')
  })

  test('are not of a nurse and whoever’s password she set, until it is confirmed', async () => {
    const { id } = await reset('consultant', 'nurse')
    const renewed: [string, string] = ['consultant', setPassword]
    expect(await sign(nurse, renewed)).toBe('refused')
    const word = { id, version: 1, confirmed: true, reason: 'Spoke to her' }
    await unit.as('administrator').ok('users.decideReset', word)
    expect(await sign(nurse, renewed)).toBe('admitted')
  })

  test('are not of a manager and the account that they closed and opened again, until another confirms it', async () => {
    const manager = unit.as('ward-manager')
    const { userId: id } = unit.as('consultant')
    const change = { id, reason: 'Back from leave' }
    await manager.ok('users.disable', { ...change, version: 1 })
    await manager.ok('users.enable', { ...change, version: 2, newPassword: setPassword })
    const own: [string, string] = ['ward-manager', testPassword]
    const opened: [string, string] = ['consultant', setPassword]
    expect(await sign(own, opened)).toBe('refused')
    const administrator = unit.as('administrator')
    const [waiting] = await administrator.ok<{ id: string }[]>('users.waitingResets')
    const word = { id: waiting?.id, version: 1, confirmed: true, reason: 'They were here' }
    await administrator.ok('users.decideReset', word)
    expect(await sign(own, opened)).toBe('admitted')
  })

  test('are counted by the last password alone', async () => {
    await reset('consultant', 'nurse')
    unit.clock.pass(1)
    await reset('consultant', 'ward-manager')
    expect(await sign(nurse, ['consultant', setPassword])).toBe('admitted')
  })
})

test('a new password is not confirmed by its owner: whoever set it could do so', async () => {
  const { id } = await reset('ward-manager', 'administrator')
  const window = unit.nobody()
  await window.ok('session.signIn', { signInName: 'ward-manager' }, { password: setPassword })
  const word = { id, version: 1, confirmed: true, reason: 'It is mine' }
  const failure = await window.fails('users.decideReset', word, { password: setPassword })
  expect(failure).toMatchObject({ code: 'held' })
})

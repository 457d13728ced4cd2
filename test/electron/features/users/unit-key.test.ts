import { afterEach, beforeEach, expect, test } from 'vitest'
import { signAsUnit } from '../../../../electron/features/users/unit-key.ts'
import { fingerprintOf, isSignedBy } from '../../../../electron/platform/store/signing-pair.ts'
import { startTestUnit, type TestUnit, testPassword } from '../../../support/app.ts'

interface Key {
  publicKey: string
  fingerprint: string
  signedByPrevious: string | null
}

let unit: TestUnit
beforeEach(async () => {
  unit = await startTestUnit()
})
afterEach(() => unit.close())

const keys = () => unit.as('administrator').ok<Key[]>('users.unitKeys')
const bytes = Buffer.from('what is signed')

test('the first run makes a signing pair, whose private half no procedure answers', async () => {
  const [key, ...others] = await keys()
  expect(others).toEqual([])
  expect(key?.fingerprint).toMatch(/^([0-9A-F]{4} ){7}[0-9A-F]{4}$/)
  expect(key?.fingerprint).toBe(fingerprintOf(key?.publicKey ?? ''))
  expect(JSON.stringify(key)).not.toContain('private')
  expect(unit.db.row("select entity from audit where action = 'make-unit-key'")).toEqual({
    entity: 'unit-key',
  })
})

test('what the unit signs is proved by its public half alone, and by nothing changed', async () => {
  const { key, signature } = signAsUnit(unit.db, bytes)
  expect(isSignedBy(key.publicKey, bytes, signature)).toBe(true)
  expect(isSignedBy(key.publicKey, Buffer.from('what is singed'), signature)).toBe(false)
  for (const wrong of ['', 'AAAA', key.publicKey.slice(4)])
    expect(isSignedBy(wrong, bytes, signature)).toBe(false)
  expect(isSignedBy(key.publicKey, bytes, 'AAAA')).toBe(false)
})

test('a new pair is signed by the one before, and signs from then on', async () => {
  const reason = 'The computer was out of the unit for a week'
  const { fingerprint } = await unit
    .as('administrator')
    .ok<{ fingerprint: string }>('users.renewUnitKey', { reason })
  const [first, second] = await keys()
  expect(second?.fingerprint).toBe(fingerprint)
  const newKey = Buffer.from(second?.publicKey ?? '', 'base64')
  expect(isSignedBy(first?.publicKey ?? '', newKey, second?.signedByPrevious ?? '')).toBe(true)
  expect(signAsUnit(unit.db, bytes).key.fingerprint).toBe(fingerprint)
})

test('a store of an earlier version gets its pair when it is opened, and only once', async () => {
  const { raw } = unit.app.house.store()
  raw.exec('drop trigger unit_key_no_delete; delete from unit_key')
  for (let times = 0; times < 2; times += 1) {
    unit.app.suspend()
    const password = { password: testPassword }
    await unit.nobody().ok('session.signIn', { signInName: 'administrator' }, password)
  }
  await unit.as('administrator').signIn()
  expect(await keys()).toHaveLength(1)
})

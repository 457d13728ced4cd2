import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Role } from '#domain/users/roles.ts'
import { startTestUnit, type TestUnit, testPassword } from '../../../support/app.ts'
import { tableUnder } from '../../../support/markdown-table.ts'

const page = readFileSync(join(import.meta.dirname, '../../../../docs/states/accounts.md'), 'utf8')

let unit: TestUnit
beforeEach(async () => {
  unit = await startTestUnit()
})
afterEach(() => unit.close())

const firstPassword = 'violet anchor teapot'
type Signer = [name: string, password: string]
const manager: Signer = ['ward-manager', testPassword]

async function windowOf([signInName, password]: Signer) {
  const window = unit.nobody()
  await window.ok('session.signIn', { signInName }, { password })
  return window
}

async function newAccount(signInName: string, by: Signer) {
  const window = await windowOf(by)
  const { id: staffId } = await window.ok('users.addStaff', {
    name: `Person ${signInName}`,
    profession: 'administration',
    employment: 'substantive',
    startedOn: '2020-01-06',
  })
  const input = {
    staffId,
    signInName,
    role: 'administrator',
    newPassword: firstPassword,
    identifiedBy: 'known',
  }
  return { window, input }
}

/** The ward manager shuts out everybody who could sign beside her. */
async function leaveAlone() {
  const window = await windowOf(manager)
  for (const role of ['consultant', 'safeguarding-lead', 'commissioner', 'administrator'] as Role[])
    await window.ok('users.disable', { id: unit.as(role).userId, version: 1, reason: 'On leave' })
}

async function openAlone(signInName = 'n.one', by = manager): Promise<Signer> {
  const { window, input } = await newAccount(signInName, by)
  await window.ok('users.open', input, { password: by[1] })
  return [signInName, firstPassword]
}

const waiting = async () => {
  const window = await windowOf(manager)
  return window.ok<{ id: string; signInName: string }[]>('users.waitingResets')
}

async function confirm(signInName: string, by: Signer) {
  const reset = (await waiting()).find((one) => one.signInName === signInName)
  const word = { id: reset?.id, version: 1, confirmed: true, reason: 'They were here with me' }
  return (await windowOf(by)).call('users.decideReset', word, { password: by[1] })
}

async function recovered(): Promise<Signer> {
  await unit.nobody().ok('setup.recover', {
    recoveryCode: unit.recoveryCode,
    signInName: 'administrator',
    newPassword: 'seven green lanterns',
    reason: 'Nobody else manages accounts any more',
  })
  return ['administrator', 'seven green lanterns']
}

/** Tries an act of two people: `refused` at the door, or `admitted`, where its empty input is judged. */
async function together(first: Signer, second: Signer) {
  const window = await windowOf(first)
  const [signInName, password] = second
  const failure = await window.fails(
    'store.restore',
    {},
    { password: first[1], second: { signInName, password } },
  )
  if (failure.code === 'invalid') return 'admitted'
  expect(failure).toMatchObject({ code: 'not-permitted', fields: [{ field: 'second.signInName' }] })
  return 'refused'
}

const stories: Record<string, () => Promise<string>> = {
  'an account that she opened, a consultant signing beside her': async () => {
    const { window, input } = await newAccount('n.one', manager)
    await window.ok('users.open', input, { second: unit.second('consultant') })
    expect(await waiting()).toEqual([])
    return together(manager, ['n.one', firstPassword])
  },
  'an account that she opened when nobody else could sign': async () => {
    await leaveAlone()
    return together(manager, await openAlone())
  },
  'an account that she opened when nobody else could sign, confirmed since by another manager':
    async () => {
      await leaveAlone()
      const opened = await openAlone()
      expect((await confirm('n.one', await recovered())).ok).toBe(true)
      return together(manager, opened)
    },
  'an account opened by the account of 2.2': async () => {
    await leaveAlone()
    const first = await openAlone()
    return together(manager, await openAlone('n.two', first))
  },
}

describe('who may sign together', () => {
  test.each(tableUnder(page, 'Who may sign together').map((row) => [row.line, row]))(
    'line %s',
    async (_, row) => {
      expect(await stories[row.second ?? '']?.()).toBe(row.answer)
    },
  )
})

async function resetOf(role: Role, by: Signer) {
  const input = {
    userId: unit.as(role).userId,
    newPassword: firstPassword,
    because: 'Forgotten, night shift',
    identifiedBy: 'known',
  }
  await (await windowOf(by)).ok('users.startReset', input, { password: by[1] })
}

const words: Record<string, () => Promise<{ ok: boolean }>> = {
  'whoever set it': async () => {
    await resetOf('nurse', manager)
    return confirm('nurse', manager)
  },
  'its owner': async () => {
    await resetOf('administrator', manager)
    return confirm('administrator', ['administrator', firstPassword])
  },
  'a manager whose own password the setter set, unconfirmed': async () => {
    await resetOf('administrator', manager)
    await resetOf('nurse', manager)
    return confirm('nurse', ['administrator', firstPassword])
  },
  'another manager': async () => {
    await resetOf('nurse', manager)
    return confirm('nurse', ['administrator', testPassword])
  },
}

describe('whose word confirms a password that somebody set', () => {
  test.each(tableUnder(page, 'Whose word confirms').map((row) => [row.line, row]))(
    'line %s',
    async (_, row) => {
      const reply = await words[row['the word of'] ?? '']?.()
      expect(reply?.ok ? 'confirmed' : 'refused').toBe(row.answer)
    },
  )
})

test('a first password without a second person is refused while somebody else could sign, and says who is missing', async () => {
  const { window, input } = await newAccount('n.one', manager)
  const failure = await window.fails('users.open', input)
  expect(failure).toMatchObject({ code: 'held', fields: [{ field: 'second.signInName' }] })
  const seconds = await window.ok<{ role: Role }[]>('users.openSeconds')
  expect(seconds.map(({ role }) => role).sort()).toEqual([
    'administrator',
    'commissioner',
    'consultant',
    'safeguarding-lead',
  ])
})

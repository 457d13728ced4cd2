import { argon2Sync } from 'node:crypto'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Refusal } from '#domain/shared/failure.ts'
import { type DataKey, newDataKey } from '../../../../electron/platform/store/data-key.ts'
import { deriveKey, isPermitted } from '../../../../electron/platform/store/derive.ts'
import { type KeyFile, keyFileGeneration } from '../../../../electron/platform/store/key-file.ts'
import {
  addSlot,
  changePassword,
  listSlots,
  makeKeyFile,
  newPasswordFault,
  offerRecovery,
  removeSlot,
  resetPassword,
  settleRecovery,
  unwrap,
  unwrapRecovery,
} from '../../../../electron/platform/store/keys.ts'
import { storePaths } from '../../../../electron/platform/store/paths.ts'
import { StoreProblem } from '../../../../electron/platform/store/problem.ts'
import {
  newRecoveryCode,
  readRecoveryCode,
} from '../../../../electron/platform/store/recovery-code.ts'
import { waitAfter } from '../../../../electron/platform/store/tries.ts'
import { emptyFolder, password, testClock } from './ground.ts'

const ada = { slotId: 'slot-ada', signInName: 'Ada', password }
const ben = { slotId: 'slot-ben', signInName: 'ben', password: 'three quiet herons' }

async function keyGround() {
  const paths = storePaths(emptyFolder())
  const key = newDataKey()
  const code = await makeKeyFile(paths, key, [ada, ben])
  return { paths, key, code, clock: testClock() }
}

const opens = async (answer: Promise<object>, key: DataKey) => {
  const opened = await answer
  const found =
    'key' in opened && 'slotId' in opened ? (opened.key as DataKey) : (opened as DataKey)
  return 'code' in opened ? opened.code : found.key.equals(key.key) && found.salt.equals(key.salt)
}
const stateOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    (error: unknown) => (error instanceof StoreProblem ? error.fault.state : String(error)),
  )
const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    (error: unknown) => (error instanceof Refusal ? error.failure.code : String(error)),
  )

describe('a slot', () => {
  it('opens with its own password, whatever the case of the name, and with no other', async () => {
    const { paths, key, clock } = await keyGround()
    expect(await opens(unwrap(paths, 'Ada', password, clock), key)).toBe(true)
    expect(await opens(unwrap(paths, ' aDA ', password, clock), key)).toBe(true)
    expect(await opens(unwrap(paths, 'Ada', ben.password, clock), key)).toBe('wrong-password')
    clock.move(60_000)
    expect(await opens(unwrap(paths, 'nobody', password, clock), key)).toBe('wrong-password')
  })

  it('takes a password in any Unicode form of the same characters', async () => {
    const { paths, key, clock } = await keyGround()
    const composed = 'Zoë walks at noon'
    await addSlot(paths, key, {
      slotId: 's',
      signInName: 'siân',
      password: composed.normalize('NFD'),
    })
    expect(await opens(unwrap(paths, 'sia\u0302n', composed, clock), key)).toBe(true)
  })

  it('is refused the empty, the huge and the one with NUL as any wrong password', async () => {
    const { paths, clock } = await keyGround()
    for (const wrong of ['', 'x'.repeat(1_000_000), `${password}\0`, `\0${password}`]) {
      const answer = await unwrap(paths, 'Ada', wrong, clock)
      expect(answer).toMatchObject({ code: 'wrong-password' })
      clock.move(3_600_000)
    }
  })

  it('holds neither role, nor password, nor a hash of one', async () => {
    const { paths, key } = await keyGround()
    const text = readFileSync(paths.keys, 'utf8')
    for (const secret of [
      password,
      key.key.toString('hex'),
      key.key.toString('base64'),
      'nurse',
      'role',
    ])
      expect(text).not.toContain(secret)
    expect(text).toContain('Ada')
  })

  it('is derived by Argon2id, as another implementation computes it', async () => {
    const salt = Buffer.alloc(16, 7)
    const ours = await deriveKey('a password', salt, { memory: 256, passes: 2, lanes: 2 })
    const theirs = argon2Sync('argon2id', {
      message: 'a password',
      nonce: salt,
      memory: 256,
      passes: 2,
      parallelism: 2,
      tagLength: 32,
    })
    expect(ours.equals(theirs)).toBe(true)
  })
})

describe('a new password', () => {
  it.each([
    'short words',
    '',
    'password1234',
    'PASSWORD-2026!',
    'qwertyuiop12',
    '1qaz2wsx3edc4rfv',
    'motherandbaby2026',
    'MBU-ward-2026',
    'welcome-to-the-mbu',
    'Manchester1234',
    'aaaaaaaaaaaaaa',
    '123456789012345',
    'ada-likes-tea-at-four',
  ])('%j is refused with a message that says how to mend it', (weak) => {
    expect(newPasswordFault(weak, 'ada')).toMatch(/./)
  })

  it.each([password, 'three quiet herons', 'Płócienny żagiel', 'பறவைகள் பாடும் காலை'])(
    '%j is taken',
    (strong) => {
      expect(newPasswordFault(strong, 'ada')).toBeNull()
    },
  )

  it('is judged wherever one is set', async () => {
    const { paths, key, clock } = await keyGround()
    const weak = 'password1234'
    expect(
      await codeOf(addSlot(paths, key, { ...ada, slotId: 'x', signInName: 'x', password: weak })),
    ).toBe('invalid')
    expect(await codeOf(changePassword(paths, 'Ada', password, weak, clock))).toBe('invalid')
    expect(await codeOf(resetPassword(paths, key, 'slot-ben', weak, clock))).toBe('invalid')
    expect(await opens(unwrap(paths, 'Ada', password, clock), key)).toBe(true)
  })
})

describe('people come and go', () => {
  it('without touching the data key', async () => {
    const { paths, key, clock } = await keyGround()
    await addSlot(paths, key, {
      slotId: 'slot-cy',
      signInName: 'cy',
      password: 'eleven blue kettles',
    })
    expect(listSlots(paths).map(({ signInName }) => signInName)).toEqual(['Ada', 'ben', 'cy'])
    await removeSlot(paths, key, 'slot-ben')
    expect(await opens(unwrap(paths, 'ben', ben.password, clock), key)).toBe('wrong-password')
    expect(await opens(unwrap(paths, 'cy', 'eleven blue kettles', clock), key)).toBe(true)
  })

  it('but no two with one name, and never the last one', async () => {
    const { paths, key } = await keyGround()
    expect(await codeOf(addSlot(paths, key, { ...ben, slotId: 'x', signInName: 'BEN' }))).toBe(
      'invalid',
    )
    await removeSlot(paths, key, 'slot-ben')
    expect(await codeOf(removeSlot(paths, key, 'slot-ada'))).toBe('held')
    expect(await codeOf(removeSlot(paths, key, 'slot-ben'))).toBe('not-found')
  })

  it('all of them, when several are added at once', async () => {
    const { paths, key } = await keyGround()
    const names = ['d', 'e', 'f', 'g'].map((letter) => `person-${letter}`)
    await Promise.all(
      names.map((signInName) =>
        addSlot(paths, key, { slotId: signInName, signInName, password: 'eleven blue kettles' }),
      ),
    )
    expect(listSlots(paths).map(({ slotId }) => slotId)).toEqual(expect.arrayContaining(names))
  })

  it('changes a password with the old one, and resets one without', async () => {
    const { paths, key, clock } = await keyGround()
    expect(
      await changePassword(paths, 'Ada', 'not the password', 'four green anoraks', clock),
    ).toMatchObject({ code: 'wrong-password' })
    clock.move(60_000)
    expect(
      await changePassword(paths, 'Ada', password, 'four green anoraks', clock),
    ).toBeUndefined()
    expect(await opens(unwrap(paths, 'Ada', password, clock), key)).toBe('wrong-password')
    clock.move(60_000)
    expect(await opens(unwrap(paths, 'Ada', 'four green anoraks', clock), key)).toBe(true)
    await resetPassword(paths, key, 'slot-ada', 'nine paper lanterns', clock)
    expect(await opens(unwrap(paths, 'Ada', 'nine paper lanterns', clock), key)).toBe(true)
  })
})

describe('the recovery code', () => {
  it('opens the store, as it is printed or as somebody types it', async () => {
    const { paths, key, code, clock } = await keyGround()
    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){8}[0-9A-HJKMNP-TV-Z]{4}$/)
    const typed = code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')
    expect(await opens(unwrapRecovery(paths, code, clock), key)).toBe(true)
    expect(await opens(unwrapRecovery(paths, typed, clock), key)).toBe(true)
  })

  it('tells a slip of the pen from a wrong code', async () => {
    const { paths, key, code, clock } = await keyGround()
    const slip = (code.startsWith('7') ? '8' : '7') + code.slice(1)
    expect(await unwrapRecovery(paths, slip, clock)).toMatchObject({
      message: expect.stringContaining('mistyped'),
    })
    expect(await opens(unwrapRecovery(paths, newRecoveryCode(), clock), key)).toBe('wrong-password')
    expect(await opens(unwrapRecovery(paths, code, clock), key)).toBe('wait')
    expect(readRecoveryCode(code.slice(0, -1))).toBeUndefined()
    expect(readRecoveryCode(`${code}A`)).toBeUndefined()
  })

  it('is replaced by a new one as soon as that is settled, and not before', async () => {
    const { paths, key, code, clock } = await keyGround()
    const lost = await offerRecovery(paths, key, code)
    const next = await offerRecovery(paths, key, code)
    expect(await opens(unwrapRecovery(paths, code, clock), key)).toBe(true)
    expect(await opens(unwrapRecovery(paths, next, clock), key)).toBe(true)
    expect(await opens(unwrapRecovery(paths, lost, clock), key)).toBe('wrong-password')
    clock.move(60_000)
    for (const _again of [1, 2]) expect(await settleRecovery(paths, next, clock)).toBeUndefined()
    expect(await opens(unwrapRecovery(paths, code, clock), key)).toBe('wrong-password')
    clock.move(60_000)
    expect(await opens(unwrapRecovery(paths, next, clock), key)).toBe(true)
    expect(await settleRecovery(paths, code, clock)).toMatchObject({ code: 'wrong-password' })
  })
})

describe('guessing', () => {
  it('waits 1, 2, 4... seconds, and 15 minutes after the tenth try', () => {
    expect([0, 1, 2, 3, 9, 10, 50].map((count) => waitAfter(count) / 1000)).toEqual([
      0, 1, 2, 4, 256, 900, 900,
    ])
  })

  it('is held back, also with the right password, and after a restart, until the time has passed', async () => {
    const { paths, key, clock } = await keyGround()
    const wrong = () => unwrap(paths, 'ada', 'not the password', clock)
    expect(await wrong()).toMatchObject({ code: 'wrong-password' })
    expect(await wrong()).toMatchObject({ code: 'wait' })
    // Nothing of it is in memory: the count is in a file beside the keys.
    expect(existsSync(`${paths.keys}.tries`)).toBe(true)
    expect(await opens(unwrap(paths, 'Ada', password, clock), key)).toBe('wait')
    expect(await opens(unwrap(paths, 'ben', ben.password, clock), key)).toBe(true)
    for (let tries = 2; tries <= 10; tries += 1) {
      clock.move(waitAfter(tries))
      expect(await wrong()).toMatchObject({ code: 'wrong-password' })
    }
    clock.move(14 * 60_000)
    expect(await wrong()).toMatchObject({
      code: 'wait',
      message: expect.stringMatching(/after \d\d:/),
    })
    clock.move(61_000)
    expect(await opens(unwrap(paths, 'Ada', password, clock), key)).toBe(true)
    expect(await wrong()).toMatchObject({ code: 'wrong-password' })
  })

  it('waits no longer because the clock was set back, nor less because the file was spoilt', async () => {
    const { paths, key, clock } = await keyGround()
    await unwrap(paths, 'ada', 'not the password', clock)
    clock.move(-24 * 3_600_000)
    expect(await opens(unwrap(paths, 'ada', password, clock), key)).toBe('wait')
    clock.move(1000)
    expect(await opens(unwrap(paths, 'ada', password, clock), key)).toBe(true)
    await unwrap(paths, 'ada', 'not the password', clock)
    expect(await opens(unwrap(paths, 'ada', password, clock), key)).toBe('wait')
    writeFileSync(`${paths.keys}.tries`, '{"broken')
    expect(await opens(unwrap(paths, 'ada', password, clock), key)).toBe(true)
  })

  it('is cleared by a reset', async () => {
    const { paths, key, clock } = await keyGround()
    await unwrap(paths, 'ben', 'not the password', clock)
    await resetPassword(paths, key, 'slot-ben', 'nine paper lanterns', clock)
    expect(await opens(unwrap(paths, 'ben', 'nine paper lanterns', clock), key)).toBe(true)
  })
})

describe('the key file', () => {
  const edit = (path: string, change: (file: KeyFile) => void) => {
    const file = JSON.parse(readFileSync(path, 'utf8')) as KeyFile
    change(file)
    writeFileSync(path, JSON.stringify(file))
  }

  it('keeps its two previous generations and falls back to them', async () => {
    const { paths, key, clock } = await keyGround()
    await addSlot(paths, key, { slotId: 'c', signInName: 'c', password: 'eleven blue kettles' })
    await addSlot(paths, key, { slotId: 'd', signInName: 'd', password: 'eleven blue kettles' })
    expect(keyFileGeneration(paths)).toBe(0)
    writeFileSync(paths.keys, readFileSync(paths.keys, 'utf8').slice(0, 200))
    expect(keyFileGeneration(paths)).toBe(1)
    expect(listSlots(paths).map(({ slotId }) => slotId)).toEqual(['slot-ada', 'slot-ben', 'c'])
    writeFileSync(`${paths.keys}.1`, '')
    expect(listSlots(paths)).toHaveLength(2)
    expect(await opens(unwrap(paths, 'Ada', password, clock), key)).toBe(true)
    writeFileSync(`${paths.keys}.2`, 'null')
    expect(await stateOf(unwrap(paths, 'Ada', password, clock))).toBe('keys-damaged')
    for (const path of [paths.keys, `${paths.keys}.1`, `${paths.keys}.2`]) rmSync(path)
    expect(await stateOf(unwrap(paths, 'Ada', password, clock))).toBe('keys-missing')
  })

  it('does not let a damaged newest generation push out a good one', async () => {
    const { paths, key, clock } = await keyGround()
    await addSlot(paths, key, { slotId: 'c', signInName: 'c', password: 'eleven blue kettles' })
    writeFileSync(paths.keys, 'damaged')
    await addSlot(paths, key, { slotId: 'd', signInName: 'd', password: 'eleven blue kettles' })
    expect(readFileSync(`${paths.keys}.1`, 'utf8')).not.toContain('damaged')
    expect(await opens(unwrap(paths, 'd', 'eleven blue kettles', clock), key)).toBe(true)
  })

  it('of another computer opens with its own passwords alone, to its own key', async () => {
    const mine = await keyGround()
    const other = await keyGround()
    writeFileSync(mine.paths.keys, readFileSync(other.paths.keys))
    expect(await opens(unwrap(mine.paths, 'Ada', password, mine.clock), other.key)).toBe(true)
    expect(await opens(unwrap(mine.paths, 'Ada', password, mine.clock), mine.key)).toBe(false)
  })

  it.each<[string, (file: KeyFile) => void, string]>([
    [
      'a lowered cost',
      ({ slots }) => Object.assign(slots[0]?.cost ?? {}, { memory: 32 }),
      'keys-tampered',
    ],
    [
      'a cost that would hang',
      ({ slots }) => Object.assign(slots[0]?.cost ?? {}, { memory: 2 ** 30 }),
      'keys-tampered',
    ],
    [
      'another slot of the same file',
      ({ slots }) => Object.assign(slots[0] ?? {}, { wrapped: slots[1]?.wrapped }),
      'done',
    ],
    [
      'a name that was changed',
      ({ slots }) => Object.assign(slots[1] ?? {}, { signInName: 'eve' }),
      'keys-tampered',
    ],
    ['a slot that was removed', (file) => file.slots.splice(1, 1), 'keys-tampered'],
    [
      'an older count of changes',
      (file) => Object.assign(file, { generation: 0 }),
      'keys-tampered',
    ],
    [
      'a wrap that was cut',
      ({ slots }) => Object.assign(slots[0] ?? {}, { wrapped: 'AAAA' }),
      'keys-tampered',
    ],
  ])('with %s opens nothing', async (_, change, state) => {
    const { paths, clock } = await keyGround()
    edit(paths.keys, change)
    const answer = unwrap(paths, 'Ada', password, clock)
    expect(await stateOf(answer)).toBe(state)
    if (state === 'done') expect(await answer).toMatchObject({ code: 'wrong-password' })
  })

  it('of a real build never has less than the floor', () => {
    const floor = { memory: 65_536, passes: 3, lanes: 4 }
    expect(isPermitted(floor)).toBe(true)
    for (const part of ['memory', 'passes', 'lanes'] as const)
      expect(isPermitted({ ...floor, [part]: floor[part] - 1 })).toBe(false)
  })

  it('is not made twice', async () => {
    const { paths, key } = await keyGround()
    expect(await stateOf(makeKeyFile(paths, key, [ada]))).toBe('exists')
    expect(existsSync(join(paths.folder, 'keys.json.new'))).toBe(false)
  })
})

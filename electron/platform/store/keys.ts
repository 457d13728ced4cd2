import { randomUUID } from 'node:crypto'
import { existsSync, rmSync } from 'node:fs'
import { type Failure, refuse, refuseField } from '#domain/shared/failure.ts'
import type { Clock } from '../clock.ts'
import { newPasswordFault } from './common-passwords.ts'
import { type DataKey, wipeDataKey } from './data-key.ts'
import { deriveKey, newCost } from './derive.ts'
import { mistyped, waiting, wrongCode, wrongPassword } from './key-failures.ts'
import {
  assertUntouched,
  generations,
  type KeyFile,
  readKeyFile,
  type Slot,
  writeKeyFile,
} from './key-file.ts'
import type { StorePaths } from './paths.ts'
import { StoreProblem } from './problem.ts'
import { newRecoveryCode, readRecoveryCode } from './recovery-code.ts'
import { makeSlot, openSlot } from './slot.ts'
import { tryBook } from './tries.ts'

export { newPasswordFault } from './common-passwords.ts'

/** Where a key file lies: in the records folder or beside a backup. */
export type KeysAt = Pick<StorePaths, 'keys'>

export interface NewSlot {
  slotId: string
  signInName: string
  password: string
}

const recoverySlotId = 'recovery'

/** One change of the key file at a time: each reads, derives for a while, and writes. */
let queue: Promise<unknown> = Promise.resolve()
function oneAtATime<T>(act: () => Promise<T>): Promise<T> {
  const next = queue.then(act, act)
  queue = next.catch(() => undefined)
  return next
}

/**
 * Makes the key file of a new unit with its first slots and the recovery slot; with it the first run is
 * finished. Returns the recovery code, which is shown once and kept nowhere. Refuses a weak password;
 * throws `exists` where there is a key file.
 */
export function makeKeyFile(
  paths: KeysAt & Partial<Pick<StorePaths, 'unfinished'>>,
  key: DataKey,
  people: readonly [NewSlot, ...NewSlot[]],
): Promise<string> {
  return oneAtATime(async () => {
    if (generations(paths.keys).some((path) => existsSync(path)))
      throw new StoreProblem('exists', 'There is a key file already; it was left as it is.')
    const slots: Slot[] = []
    for (const person of people) slots.push(await userSlot(slots, person, key))
    const code = newRecoveryCode()
    slots.push(await recoverySlot(code, key))
    writeKeyFile(paths, key, slots, 1)
    if (paths.unfinished) rmSync(paths.unfinished, { force: true })
    return code
  })
}

/** Gives somebody a slot. Refuses a weak password and a sign-in name that is in use. */
export function addSlot(paths: KeysAt, key: DataKey, person: NewSlot): Promise<void> {
  return change(paths, key, async (slots) => [...slots, await userSlot(slots, person, key)])
}

/** Takes a slot away: its password opens nothing any more but old backups. Refuses the last one. */
export function removeSlot(paths: KeysAt, key: DataKey, slotId: string): Promise<void> {
  return change(paths, key, async (slots) => {
    need(slots, slotId)
    const left = slots.filter((slot) => slot.slotId !== slotId)
    if (!left.some(({ kind }) => kind === 'user'))
      refuse('held', 'This is the last person who can open the records. Add another one first')
    return left
  })
}

/** Gives a slot a new password, by somebody who holds the open store; clears its failed tries. */
export async function resetPassword(
  paths: KeysAt,
  key: DataKey,
  slotId: string,
  password: string,
  clock: Clock,
): Promise<void> {
  await change(paths, key, async (slots) => {
    const { signInName } = need(slots, slotId)
    const others = slots.filter((slot) => slot.slotId !== slotId)
    const renewed = await userSlot(others, { slotId, signInName, password }, key)
    tryBook(paths.keys, clock).clear(folded(signInName))
    return slots.map((slot) => (slot.slotId === slotId ? renewed : slot))
  })
}

/** When the next try for a sign-in name is taken; undefined if now. */
export const lockedUntil = (paths: KeysAt, signInName: string, clock: Clock): string | undefined =>
  tryBook(paths.keys, clock).blockedUntil(folded(signInName))

/** Forgets the failed tries of a sign-in name, so that the next is taken at once. */
export function forgetTries(paths: KeysAt, signInName: string, clock: Clock): Promise<void> {
  return oneAtATime(async () => tryBook(paths.keys, clock).clear(folded(signInName)))
}

/** Changes one's own password. Returns what is wrong with the old one; refuses a weak new one. */
export async function changePassword(
  paths: KeysAt,
  signInName: string,
  password: string,
  newPassword: string,
  clock: Clock,
): Promise<Failure | undefined> {
  const opened = await unwrap(paths, signInName, password, clock)
  if ('code' in opened) return opened
  try {
    await resetPassword(paths, opened.key, opened.slotId, newPassword, clock)
    return undefined
  } finally {
    wipeDataKey(opened.key)
  }
}

/**
 * Makes a new recovery code beside the one that was just used, which opens the unit as before until
 * `settleRecovery`: an answer that is lost on its way to the screen takes nothing away. A third one, offered
 * earlier and not settled, opens nothing any more. Throws if `used` is no code of this unit.
 */
export async function offerRecovery(paths: KeysAt, key: DataKey, used: string): Promise<string> {
  const code = newRecoveryCode()
  await change(paths, key, async (slots) => {
    const known = await recoverySlotOf(slots, used)
    if (!known) throw new Error('The recovery code that was used opens nothing')
    return [...usersOf(slots), known, await recoverySlot(code, key, randomUUID())]
  })
  return code
}

/**
 * Makes a new recovery code the only one, once it has been written down; the one before opens nothing any
 * more but old backups. To be asked again with the same code does no harm. Returns what is wrong with it.
 */
export async function settleRecovery(
  paths: KeysAt,
  typed: string,
  clock: Clock,
): Promise<Failure | undefined> {
  const opened = await unwrapRecovery(paths, typed, clock)
  if ('code' in opened) return opened
  try {
    await change(paths, opened, async (slots) => {
      const kept = await recoverySlotOf(slots, typed)
      return kept ? [...usersOf(slots), kept] : slots
    })
    return undefined
  } finally {
    wipeDataKey(opened)
  }
}

const usersOf = (slots: readonly Slot[]) => slots.filter(({ kind }) => kind === 'user')

/** The slot that a recovery code opens. */
async function recoverySlotOf(slots: readonly Slot[], typed: string): Promise<Slot | undefined> {
  const code = readRecoveryCode(typed)
  for (const slot of slots) {
    if (slot.kind !== 'recovery' || code === undefined) continue
    const key = await openSlot(slot, code)
    if (!key) continue
    wipeDataKey(key)
    return slot
  }
  return undefined
}

/** Who has a slot. */
export function listSlots(paths: KeysAt): { slotId: string; signInName: string }[] {
  return readKeyFile(paths)
    .slots.filter(({ kind }) => kind === 'user')
    .map(({ slotId, signInName }) => ({ slotId, signInName }))
}

/**
 * Opens a slot with its password: this is what signing in and signing off are (decision 4). A wrong name and
 * a wrong password are the same failure and take the same time. The caller wipes the key.
 */
export function unwrap(
  paths: KeysAt,
  signInName: string,
  password: string,
  clock: Clock,
): Promise<{ slotId: string; key: DataKey } | Failure> {
  const name = folded(signInName)
  return tried(paths, clock, name, password, wrongPassword, (file) =>
    file.slots
      .filter((slot) => slot.kind === 'user' && folded(slot.signInName) === name)
      .slice(0, 1),
  )
}

/**
 * Opens the recovery slot with the sealed code: a break-glass act that the caller audits. The caller wipes
 * the key.
 */
export async function unwrapRecovery(
  paths: KeysAt,
  typed: string,
  clock: Clock,
): Promise<DataKey | Failure> {
  const code = readRecoveryCode(typed)
  if (code === undefined) return mistyped
  const opened = await tried(paths, clock, ' recovery', code, wrongCode, (file) =>
    file.slots.filter(({ kind }) => kind === 'recovery'),
  )
  return 'code' in opened ? opened : opened.key
}

function tried(
  paths: KeysAt,
  clock: Clock,
  name: string,
  secret: string,
  wrong: Failure,
  find: (file: KeyFile) => readonly Slot[],
): Promise<{ slotId: string; key: DataKey } | Failure> {
  return oneAtATime(async () => {
    const file = readKeyFile(paths)
    const book = tryBook(paths.keys, clock)
    const until = book.blockedUntil(name)
    if (until) return waiting(until)
    book.begin(name)
    const opened = await firstThatOpens(find(file), secret)
    if (!opened) return wrong
    try {
      assertUntouched(file, opened.key)
      book.clear(name)
    } catch (error) {
      wipeDataKey(opened.key)
      throw error
    }
    return opened
  })
}

async function firstThatOpens(slots: readonly Slot[], secret: string) {
  if (slots.length === 0) await sameTime(secret)
  for (const slot of slots) {
    const key = await openSlot(slot, secret)
    if (key) return { slotId: slot.slotId, key }
  }
  return undefined
}

/** A name that nobody has must cost as long as one that somebody has. */
async function sameTime(secret: string): Promise<void> {
  await deriveKey(secret, Buffer.alloc(16, 1), await newCost())
}

function change(
  paths: KeysAt,
  key: DataKey,
  make: (slots: readonly Slot[]) => Promise<readonly Slot[]>,
): Promise<void> {
  return oneAtATime(async () => {
    const file = readKeyFile(paths)
    assertUntouched(file, key)
    writeKeyFile(paths, key, await make(file.slots), file.generation + 1)
  })
}

function userSlot(others: readonly Slot[], person: NewSlot, key: DataKey): Promise<Slot> {
  const { slotId, signInName, password } = person
  const taken = others.some(
    (slot) => slot.kind === 'user' && folded(slot.signInName) === folded(signInName),
  )
  if (taken) refuseField('signInName', 'Somebody has this sign-in name already. Choose another')
  if (folded(signInName) === '') refuseField('signInName', 'Enter a sign-in name')
  const fault = newPasswordFault(password, signInName)
  if (fault !== null) refuseField('newPassword', fault)
  return makeSlot({ slotId, kind: 'user', signInName }, password, key)
}

const recoverySlot = (code: string, key: DataKey, slotId = recoverySlotId) => {
  const plain = readRecoveryCode(code)
  if (plain === undefined) throw new Error('A new recovery code cannot be read')
  return makeSlot({ slotId, kind: 'recovery', signInName: '' }, plain, key)
}

function need(slots: readonly Slot[], slotId: string): Slot {
  const slot = slots.find((one) => one.kind === 'user' && one.slotId === slotId)
  if (!slot) refuse('not-found', 'This person has no password here any more')
  return slot
}

/** Two names that look the same are the same. */
const folded = (name: string) => name.normalize('NFKC').trim().toLowerCase()

import { createHmac } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { canonical } from './canonical.ts'
import { type DataKey, derivedKey } from './data-key.ts'
import { replaceFile } from './durable-file.ts'
import type { StorePaths } from './paths.ts'
import { StoreProblem } from './problem.ts'

/** Cost of deriving a key from a password: Argon2id's memory in KiB, passes and lanes. */
export interface Cost {
  memory: number
  passes: number
  lanes: number
}

/** The data key, wrapped under one person's password or under the recovery code. */
export interface Slot {
  slotId: string
  kind: 'user' | 'recovery'
  /** As it was given; compared without case. Empty for the recovery slot. */
  signInName: string
  cost: Cost
  /** All in base64. */
  salt: string
  nonce: string
  wrapped: string
}

/** keys.json: who can open the store. No roles, no password, no hash of one (decision 4). */
export interface KeyFile {
  format: 1
  /** Counts the changes. */
  generation: number
  /**
   * The first 16 bytes of the records file that it opens, in hexadecimal: not secret, and what tells the key
   * file of another unit from a wrong password. Files of the first versions have none.
   */
  salt?: string
  slots: Slot[]
}

interface StoredKeyFile extends KeyFile {
  /** Over everything else, under a key drawn from the data key: checked as soon as a slot has opened. */
  mac: string
}

/** The key file and its two previous generations, newest first. */
export const generations = (path: string): string[] => [path, `${path}.1`, `${path}.2`]

/**
 * Reads the newest generation that can be read. Throws `keys-missing` where there is none and
 * `keys-damaged` where none can be read.
 */
export const readKeyFile = (paths: Pick<StorePaths, 'keys'>): StoredKeyFile => newest(paths).file

/** What is said where the newest generation cannot be read. */
export const earlierKeysInUse =
  'The key file is damaged and an earlier one is in use: passwords changed since then are the old ones. Tell IT support.'

/** Which generation is in use: 0 is the newest, which it should be. Throws as `readKeyFile`. */
export const keyFileGeneration = (paths: Pick<StorePaths, 'keys'>): number => newest(paths).age

/** True where the newest generation cannot be read and one before it is used in its place. */
export function earlierKeysAreInUse(paths: Pick<StorePaths, 'keys'>): boolean {
  try {
    return keyFileGeneration(paths) > 0
  } catch {
    return false
  }
}

function newest({ keys }: Pick<StorePaths, 'keys'>): { file: StoredKeyFile; age: number } {
  let there = false
  for (const [age, path] of generations(keys).entries()) {
    if (!existsSync(path)) continue
    there = true
    const file = parse(textAt(path))
    if (file) return { file, age }
  }
  throw there
    ? new StoreProblem(
        'keys-damaged',
        'The key file (keys.json) is damaged, so no password can open the records. Put it back from a backup: each backup holds a copy.',
      )
    : new StoreProblem(
        'keys-missing',
        'The key file (keys.json) is not in the records folder, so no password can open the records. Put it back from a backup: each backup holds a copy.',
      )
}

/** What is there, or nothing that can be parsed where there is a folder or the disk cannot read it. */
function textAt(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

/** The text of a key file with at least one slot that a password opens, for a backup. */
export function usableKeyFile(paths: Pick<StorePaths, 'keys'>): string {
  const file = readKeyFile(paths)
  if (!file.slots.some(({ kind }) => kind === 'user'))
    throw new StoreProblem(
      'keys-damaged',
      'The key file holds nobody, so a backup could not be opened.',
    )
  return textOf(file)
}

/**
 * Writes the next generation: the one before and the one before that are kept. A crash at any moment leaves
 * a generation that can be read.
 */
export function writeKeyFile(
  paths: Pick<StorePaths, 'keys'>,
  key: DataKey,
  slots: readonly Slot[],
  generation: number,
): void {
  const [current, previous, oldest] = generations(paths.keys) as [string, string, string]
  if (existsSync(previous)) replaceFile(oldest, readFileSync(previous))
  if (existsSync(current) && parse(textAt(current))) replaceFile(previous, readFileSync(current))
  const salt = key.salt.toString('hex')
  const file: KeyFile = { format: 1, generation, salt, slots: [...slots] }
  replaceFile(current, textOf({ ...file, mac: keyFileMac(file, key) }))
}

const textOf = (file: StoredKeyFile) => `${JSON.stringify(file, null, 2)}\n`

/** Throws `keys-tampered` unless the file is as it was written by somebody who held the data key. */
export function assertUntouched(file: StoredKeyFile, key: DataKey): void {
  if (file.mac !== keyFileMac(file, key)) throw tampered()
}

export const tampered = () =>
  new StoreProblem(
    'keys-tampered',
    'The key file (keys.json) has been changed from outside the app. Do not sign in again on this computer; tell the safeguarding lead and IT support. Each backup holds a copy of the key file.',
  )

function keyFileMac({ format, generation, salt, slots }: KeyFile, key: DataKey): string {
  const macKey = derivedKey(key, 'keys v1')
  const listed = slots.map((slot) => ({ ...slot, cost: { ...slot.cost } }))
  const mac = createHmac('sha256', macKey)
    .update(
      canonical(
        salt === undefined
          ? ['keys v1', format, generation, listed]
          : ['keys v2', format, generation, salt, listed],
      ),
    )
    .digest('hex')
  macKey.fill(0)
  return mac
}

function parse(text: string): StoredKeyFile | undefined {
  try {
    const file = JSON.parse(text) as StoredKeyFile
    const whole =
      file.format === 1 &&
      Number.isSafeInteger(file.generation) &&
      typeof file.mac === 'string' &&
      (file.salt === undefined || typeof file.salt === 'string') &&
      Array.isArray(file.slots) &&
      file.slots.every(isSlot)
    return whole ? file : undefined
  } catch {
    return undefined
  }
}

/** True unless the key file says that it opens another records file than the one that begins so, if any is there. */
export const fits = ({ salt }: Pick<KeyFile, 'salt'>, beginning: Buffer | undefined): boolean =>
  salt === undefined || beginning === undefined || salt === beginning.toString('hex')

/** The path of the newest earlier generation that can be read and opens the records that begin so. */
export const earlierThatFits = (
  { keys }: Pick<StorePaths, 'keys'>,
  beginning: Buffer | undefined,
): string | undefined =>
  generations(keys)
    .slice(1)
    .find((path) => {
      const file = existsSync(path) ? parse(textAt(path)) : undefined
      return file !== undefined && fits(file, beginning)
    })

const isSlot = (slot: Partial<Slot> | null): boolean =>
  (slot?.kind === 'user' || slot?.kind === 'recovery') &&
  [slot.slotId, slot.signInName, slot.salt, slot.nonce, slot.wrapped].every(
    (text) => typeof text === 'string',
  ) &&
  [slot.cost?.memory, slot.cost?.passes, slot.cost?.lanes].every(Number.isSafeInteger)

import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { refuse, refuseField } from '#domain/shared/failure.ts'
import type { Role } from '#domain/users/roles.ts'
import { type Account, accountFault, actorOf } from '../../platform/accounts.ts'
import type { House } from '../../platform/house.ts'
import { making } from '../../platform/making.ts'
import { newDataKey, wipeDataKey } from '../../platform/store/data-key.ts'
import {
  type CheckedFile,
  checkedLines,
  type FoundLine,
} from '../../platform/store/everything/check-file.ts'
import { fitsLayout, storeFiller } from '../../platform/store/everything/fill-store.ts'
import { wrongFile } from '../../platform/store/everything/wrong-file.ts'
import { makeKeyFile } from '../../platform/store/keys.ts'
import { beginBulk } from '../../platform/unit-of-work.ts'
import { checkNewPassword } from './accounts-service.ts'
import { insertFirstPair } from './unit-key.ts'

export interface Returning {
  signInName: string
  password: string
}

export interface TakeEverything {
  path: string
  /** As the file said when it was looked at, and as the unit's own screen said when it was written. */
  sha256: string
  administrator: Returning
  wardManager: Returning
}

/** Reads a file of everything from end to end and says what is in it. Nothing is written. */
export async function readEverything(house: House, input: { path: string }) {
  needEmpty(house)
  const path = fileAt(input.path)
  const { head, lines, rows, attachments, sha256 } = await check(house, path)
  return {
    path,
    unit: head.unit.name,
    until: head.cut.at,
    entries: head.cut.seq,
    lines,
    rows,
    attachments,
    sha256,
  }
}

/**
 * Makes a store of the records of a unit on a computer that has none (docs/decisions/0032). The file is read twice:
 * once to see that it is whole, before anything is written, and once into one transaction. Its administrator and
 * ward manager each set a new password; nobody else can sign in until one of them sets theirs.
 */
export async function takeEverything(house: House, input: TakeEverything) {
  needEmpty(house)
  if (input.administrator.signInName === input.wardManager.signInName)
    refuseField('wardManager.signInName', 'Two people have to sign: enter another sign-in name')
  const path = fileAt(input.path)
  const file = await check(house, path)
  if (file.sha256 !== input.sha256)
    wrongFile('It is not the file that you looked at: it has changed since')
  for (const field of ['administrator', 'wardManager'] as const) {
    const { password, signInName } = input[field]
    checkNewPassword(password, signInName, file.head.unit.name, `${field}.password`)
  }
  const key = newDataKey()
  try {
    house.create(key)
    const people = await fill(house, file, { ...input, path })
    const recoveryCode = await makeKeyFile(house.paths, key, [
      { ...people.administrator, password: input.administrator.password },
      { ...people.wardManager, password: input.wardManager.password },
    ])
    return { unitId: file.head.unit.id, recoveryCode }
  } catch (error) {
    // Without its key file nobody could open it: the next first run sets the rest aside.
    house.close()
    throw error
  } finally {
    wipeDataKey(key)
  }
}

function needEmpty(house: House): void {
  if (house.state().state !== 'none')
    refuse('held', 'There are records on this computer already. Take these in on an empty one')
}

/** The file itself, or the one export of everything in a folder. */
function fileAt(path: string): string {
  const there = askDisk(() => statSync(path))
  // A pipe or a device may never end, and whoever waits for it could not stop it.
  if (there.isFile()) return path
  if (!there.isDirectory()) notReadable()
  const found = askDisk(() => readdirSync(path)).filter((name) =>
    /^mbu-everything-.*\.jsonl$/.test(name),
  )
  const [only] = found
  if (only === undefined || found.length > 1)
    refuseField(
      'path',
      only === undefined
        ? 'There is no export of everything in this folder. Choose the folder that it lies in'
        : 'There are several exports in this folder. Enter the whole path of the one that is meant',
    )
  return join(path, only)
}

/** An answer of the disk about a path that somebody typed: whatever it has against it is said at the field. */
function askDisk<T>(ask: () => T): T {
  try {
    return ask()
  } catch {
    return notReadable()
  }
}

const notReadable = (): never =>
  refuseField('path', 'There is no file there that the app may read. Enter its whole path')

const linesAtOnce = 500
const turn = () => new Promise((resolve) => setImmediate(resolve))

/** Every line of a file, in steps so that the window can ask how far it is, and stop it. */
async function eachLine(
  house: House,
  what: string,
  path: string,
  take: (line: FoundLine) => void,
  of = 0,
): Promise<CheckedFile> {
  return making({ session: house }, what, async ({ signal, said }) => {
    const lines = checkedLines(path)
    for (let done = 1; ; done += 1) {
      const step = lines.next()
      if (step.done) return step.value
      take(step.value)
      if (done % linesAtOnce !== 0) continue
      said({ done, of })
      await turn()
      signal.throwIfAborted()
    }
  })
}

async function check(house: House, path: string): Promise<CheckedFile> {
  try {
    const file = await eachLine(house, 'The check of the file', path, () => {})
    fitsLayout(file.head, house.layout())
    return file
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error
    return notReadable()
  }
}

async function fill(house: House, file: CheckedFile, input: TakeEverything) {
  const store = house.store()
  const bulk = beginBulk(store)
  try {
    const filler = storeFiller(store, file.head)
    await eachLine(house, 'The new record', input.path, filler.take, file.lines)
    filler.finish()
    const administrator = accountOf(house, input, 'administrator', 'administrator')
    const wardManager = accountOf(house, input, 'wardManager', 'ward-manager')
    noteTaken(house, file, administrator, wardManager)
    bulk.finish()
    return { administrator, wardManager }
  } catch (error) {
    bulk.abandon()
    throw error
  }
}

function accountOf(
  house: House,
  input: TakeEverything,
  field: 'administrator' | 'wardManager',
  role: Role,
): Account {
  const at = `${field}.signInName`
  const found = house.accounts.bySignInName(house.read(), input[field].signInName)
  const fault = accountFault(found, house.clock.now())
  if (fault !== null || !found)
    return refuseField(at, 'Nobody in these records can sign in by this name. Check the name')
  if (found.role !== role)
    refuseField(at, `In these records this is no ${role.replace('-', ' ')}. Enter another name`)
  return found
}

/** The unit's pair did not come with the file, so it gets a new one, which the one before did not sign. */
function noteTaken(house: House, file: CheckedFile, administrator: Account, second: Account): void {
  house.writeAs(
    actorOf(administrator),
    file.head.unit.id,
  )((tx) => ({
    value: null,
    audit: [
      {
        action: 'everything.taken-in',
        entity: 'store',
        entityId: file.head.unit.id,
        afterHash: file.sha256,
        payload: { entry: file.head.cut.seq, lines: file.lines, second: second.userId },
      },
      insertFirstPair(tx),
    ],
  }))
}

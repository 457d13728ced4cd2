import { join } from 'node:path'
import { Refusal, refuse } from '#domain/shared/failure.ts'
import type { Instant } from '#domain/shared/time.ts'
import type { SecondPerson, StoreProblemView } from '#domain/shared/wire.ts'
import { type Permission, permits } from '#domain/users/permissions.ts'
import { type Account, accountFault, actorOf } from '../../platform/accounts.ts'
import { openSlot } from '../../platform/credentials.ts'
import type { House } from '../../platform/house.ts'
import { readCopy } from '../../platform/read-copy.ts'
import { connect } from '../../platform/store/connection.ts'
import { type DataKey, wipeDataKey } from '../../platform/store/data-key.ts'
import { renewAnchors, restoreBackup, restoreKeyFile } from '../../platform/store/restore.ts'
import { backupNamed, backupToRestore } from './backups.ts'
import { noteRestore } from './restore.ts'

export interface Rescuers {
  signInName: string
  password: string | undefined
  second: SecondPerson | undefined
}

interface Opened {
  first: Account
  second: Account
}

/**
 * Restores a backup while the store cannot be opened. Two people unlock it, each with their own password;
 * who they are and whether their roles allow it is read from the backup, since keys.json holds no roles.
 */
export async function rescueByRestore(
  house: House,
  who: Rescuers,
  input: { file: string; reason: string },
): Promise<void> {
  needProblem(house)
  const backup = backupToRestore(house, input.file)
  await withRescuers(house, who, join(house.paths.backups, backup.file), (key, people) => {
    restoreBackup(house.paths, key, house.clock, input.file)
    house.open(key)
    noteRestore(house, people, input, null)
  })
}

/**
 * Accepts the records as they are although they do not match their anchors, after two people have looked
 * into it. The whole audit must hold.
 */
export async function rescueByAccepting(
  house: House,
  who: Rescuers,
  input: { reason: string },
): Promise<void> {
  needProblem(house)
  await withRescuers(house, who, house.paths.database, (key, people) => {
    renewAnchors(house.paths, key, house.clock)
    house.open(key)
    house.writeAs(
      people.actor,
      people.unitId,
    )(() => ({
      value: null,
      audit: [
        {
          action: 'accept-anchors',
          entity: 'store',
          entityId: people.unitId,
          reason: input.reason,
          breakGlass: true,
          payload: { second: people.second.userId },
        },
      ],
    }))
  })
}

/**
 * Puts a key file in place of one that is missing, damaged or of another unit: a backup's copy, or without a
 * backup the newest earlier one beside it. Refused while it is whole.
 */
export function rescueKeyFile(house: House, file?: string): void {
  const found = needProblem(house)
  if (file !== undefined) backupNamed(house, file)
  const tampered = found.state === 'keys-tampered'
  restoreKeyFile(house.paths, house.clock, { file, tampered })
  house.lookAgain()
}

function needProblem(house: House): StoreProblemView {
  const now = house.state()
  if (now.state === 'problem') return now.problem
  refuse(
    'held',
    now.state === 'open' || now.state === 'closed'
      ? 'The records can be opened. Sign in, and restore from the administration page'
      : 'No unit has been set up on this computer',
  )
}

type People = {
  actor: ReturnType<typeof actorOf>
  second: ReturnType<typeof actorOf>
  unitId: string
}

async function withRescuers(
  house: House,
  who: Rescuers,
  accountsFile: string,
  act: (key: DataKey, people: People) => void,
): Promise<void> {
  const first = await openSlot(house, who.signInName, who.password, 'password')
  try {
    const second = await openSlot(
      house,
      who.second?.signInName ?? '',
      who.second?.password,
      'second.password',
    )
    wipeDataKey(second.key)
    const opened = accountsIn(house, accountsFile, first.key, first.slotId, second.slotId)
    act(first.key, {
      actor: actorOf(opened.first),
      second: actorOf(opened.second),
      unitId: opened.first.unitId,
    })
  } finally {
    wipeDataKey(first.key)
  }
}

function accountsIn(
  house: House,
  file: string,
  key: DataKey,
  firstSlot: string,
  secondSlot: string,
): Opened {
  const raw = connect(file, key, { readonly: true })
  try {
    const db = readCopy(raw)
    const first = house.accounts.bySlot(db, firstSlot)
    const second = house.accounts.bySlot(db, secondSlot)
    const now = house.clock.now()
    checkRescuer(first, now, 'store:restore', 'signInName')
    checkRescuer(second, now, 'store:restore-second', 'second.signInName')
    if (first.userId === second.userId || first.staffId === second.staffId)
      fail('second.signInName', 'The second person must be somebody else')
    return { first, second }
  } finally {
    raw.close()
  }
}

function checkRescuer(
  account: Account | undefined,
  now: Instant,
  permission: Permission,
  field: string,
): asserts account is Account {
  if (!account) fail(field, 'This person had no account in these records')
  const fault = accountFault(account, now)
  if (fault !== null) fail(field, fault)
  if (!permits(account.role, permission))
    fail(field, 'A restore needs administrators or ward managers. Ask one of them')
}

function fail(field: string, message: string): never {
  throw new Refusal({ code: 'not-permitted', message, fields: [{ field, message }] })
}

import { refuse } from '#domain/shared/failure.ts'
import type { LockReason, StoreState, WorkerEvent } from '#domain/shared/wire.ts'
import type { Author } from '#domain/users/roles.ts'
import type { AccountSource } from './accounts.ts'
import type { Clock } from './clock.ts'
import { type LockScreenItem, type LockScreenProvider, lockScreenItems } from './lock-screen.ts'
import { describeError, type Log } from './log.ts'
import type { Operation } from './operation.ts'
import { createSessionBook, type SessionBook } from './session.ts'
import type { SignerCheck } from './signer-check.ts'
import type { BackupOptions } from './store/backup.ts'
import { atOnce, inStepsWhile } from './store/backup-check.ts'
import type { DataKey } from './store/data-key.ts'
import { type WholeCheck, wholeSteps } from './store/health.ts'
import { createStore, openStore, type Store, shippedLayout, surveyStore } from './store/open.ts'
import { pageSteps } from './store/page-check.ts'
import { type StorePaths, storePaths } from './store/paths.ts'
import { problemOf, type StoreProblem } from './store/problem.ts'
import { problemAtSight, withLastGood } from './store/survey.ts'
import { makeWrite, type ReadDb, readDb, type Write } from './unit-of-work.ts'

export type Emit = (event: WorkerEvent, connection?: string) => void

export interface HouseOptions {
  folder: string
  clock: Clock
  log: Log
  emit: Emit
  accounts: AccountSource
  lockScreen: readonly LockScreenProvider[]
  /** What is asked of everyone who signs; nothing by default. */
  signerCheck?: SignerCheck
  /** The folder of shipped migrations; by default the one in the source tree. */
  migrationsFolder?: string
  /** The folder of shipped rule sets. */
  ruleSetFolder: string
  /** The folder that gets a copy of each backup, where the unit has named one. */
  secondBackupFolder?: (db: ReadDb) => string | null
  /** What a store of an earlier version of the app is given once it is open, such as a new kind of rules. */
  onOpened?: readonly ((house: House) => void)[]
}

/** The one store of this process, open or closed, and who is signed in to it. */
export interface House {
  readonly paths: StorePaths
  readonly clock: Clock
  readonly log: Log
  readonly emit: Emit
  readonly accounts: AccountSource
  readonly sessions: SessionBook
  readonly signerCheck: SignerCheck
  /** The folder of shipped rule sets. */
  readonly ruleSetFolder: string
  state(): StoreState
  /** The number of migrations that this version of the app ships: the newest layout that it can open. */
  layout(): number
  isOpen(): boolean
  /** The open store. Refuses with `store` where it is closed. */
  store(): Store
  read(): ReadDb
  /** The data key, for making slots; the caller must not keep it. Refuses where the store is closed. */
  dataKey(): DataKey
  /** How a backup is made: with a second place, where the unit has named one. */
  backupOptions(): BackupOptions
  /** A door for writes as this person. `quiet` writes tell no window, as the log of reads. */
  writeAs(
    actor: Author,
    unitId: string,
    options?: { operation?: Operation; quiet?: boolean },
  ): Write
  /** Throws what can be seen to be wrong with a closed store, before anybody's password is tried on it. */
  assertSound(): void
  /** Makes the store of a first run and opens it; the store keeps a copy of the key. */
  create(key: DataKey): void
  /** Opens the store, which keeps a copy of the key. A problem becomes the state, and is thrown. */
  open(key: DataKey): void
  /** Closes the store, wipes the key and ends every session. */
  close(why?: LockReason): void
  /** What may be seen while nobody is signed in; empty while the store is closed. */
  lockScreen(): LockScreenItem[]
  /**
   * Notes a problem that showed while the store was in use. Where it speaks of damage, every page is looked at:
   * the records may be meant or a backup.
   */
  trouble(problem: StoreProblem): void
  /**
   * Reads every page and the whole audit of the open store, in steps. Damage closes the store into the problem,
   * with its last good backup; an audit that does not hold becomes a notice.
   */
  checkWhole(): Promise<void>
  /** What the last check of the whole open store found; undefined while the first is under way. */
  wholeCheck(): WholeCheck | undefined
  /**
   * Forgets a problem, so that the next sign-in looks at the files afresh. It stays where there are no files
   * at all: an app that cannot find the records must never offer to begin new ones.
   */
  lookAgain(): void
}

/** Makes the house over a folder. Nothing is opened yet. */
export function createHouse(options: HouseOptions): House {
  const { clock, log, emit, accounts } = options
  const paths = storePaths(options.folder)
  const stores = options.migrationsFolder ? { migrations: options.migrationsFolder } : {}
  let open: { store: Store; read: ReadDb } | undefined
  let problem: StoreProblem | undefined
  /** A page was found damaged: the next opening reads every page first. */
  let isSuspect = false
  let checking: Store | undefined
  let lastWhole: { store: Store; found: WholeCheck } | undefined

  const need = () => open ?? refuse('store', 'The unit is closed. Sign in to open it')
  const tell = () => emit({ kind: 'store', state: house.state() })

  function use(make: () => Store): void {
    try {
      const store = make()
      open = { store, read: readDb(store) }
      problem = undefined
    } catch (error) {
      const found = problemOf(error)
      if (found) problem = found
      throw found ?? error
    } finally {
      tell()
    }
  }

  /** What is missing is not worth a closed unit: it is noted, and tried again at the next opening. */
  function complete(): void {
    for (const one of options.onOpened ?? [])
      try {
        one(house)
      } catch (error) {
        log({ event: 'opening-fault', ...describeError(error) })
        open?.store.notice(
          'warning',
          'Something that this version of the app adds to the records could not be added. Close the unit and open it again.',
        )
      }
  }

  function openWhole(key: DataKey): Store {
    const store = openStore(paths, key, clock, stores)
    if (!isSuspect) return store
    try {
      atOnce(pageSteps(store))
      isSuspect = false
      return store
    } catch (error) {
      store.close()
      throw withLastGood(problemOf(error), paths) ?? error
    }
  }

  async function check(store: Store): Promise<void> {
    const stillOpen = () => open?.store === store
    try {
      await inStepsWhile(stillOpen, pageSteps(store))
    } catch (error) {
      const found = problemOf(error)
      if (found?.fault.state !== 'damaged') throw error
      if (stillOpen()) fail(found)
      return
    }
    const checks = await inStepsWhile(stillOpen, wholeSteps(store))
    if (!checks) return
    lastWhole = { store, found: { checks, at: clock.now() } }
    for (const { state, message } of checks) if (state === 'bad') store.notice('tampering', message)
  }

  function fail(found: StoreProblem): void {
    log({ event: 'store-problem', code: found.fault.state })
    isSuspect = true
    problem = withLastGood(found, paths)
    house.close('closed')
  }

  const house: House = {
    paths,
    clock,
    log,
    emit,
    accounts,
    ruleSetFolder: options.ruleSetFolder,
    signerCheck: options.signerCheck ?? (() => undefined),
    sessions: createSessionBook({
      clock,
      account: (userId) => (open ? accounts.byId(open.read, userId) : undefined),
      idleMinutes: () => (open ? accounts.idleMinutes(open.read) : 2),
      onEnded: ({ connection }, why) => emit({ kind: 'locked', connection, why }, connection),
    }),
    state() {
      if (open) return { state: 'open' }
      if (!problem && surveyStore(paths) !== 'present') return { state: 'none' }
      // Kept until `lookAgain`: if the whole folder goes meanwhile, no new unit is offered in its place.
      problem ??= problemAtSight(paths)
      return problem ? { state: 'problem', problem: problem.fault } : { state: 'closed' }
    },
    layout: () => shippedLayout(stores),
    isOpen: () => open !== undefined,
    store: () => need().store,
    read: () => need().read,
    dataKey: () => need().store.key,
    backupOptions() {
      const secondFolder = options.secondBackupFolder?.(need().read)
      return secondFolder ? { secondFolder } : {}
    },
    writeAs(actor, unitId, { operation, quiet } = {}) {
      return makeWrite(need().store, {
        actor,
        unitId,
        clock,
        ...(operation ? { operation } : {}),
        onCommitted: (tables) => {
          if (!quiet) emit({ kind: 'changed', tables: [...tables] })
        },
      })
    },
    assertSound() {
      const found = open ? undefined : problemAtSight(paths)
      if (found) throw found
    },
    create: (key) => use(() => createStore(paths, key, clock, stores)),
    open(key) {
      use(() => openWhole(key))
      complete()
    },
    close(why = 'closed') {
      house.sessions.endAll(why)
      const closing = open
      open = undefined
      if (!closing) return
      closing.store.close()
      tell()
    },
    lockScreen() {
      if (!open) return []
      const onFault = (error: unknown) =>
        log({ event: 'lock-screen-fault', ...describeError(error) })
      return lockScreenItems(options.lockScreen, open.read, clock.now(), onFault)
    },
    trouble(found) {
      log({ event: 'store-problem', code: found.fault.state })
      if (open) {
        if (found.fault.state === 'damaged')
          house
            .checkWhole()
            .catch((error: unknown) => log({ event: 'check-fault', ...describeError(error) }))
        return
      }
      problem = found
      tell()
    },
    async checkWhole() {
      const store = open?.store
      if (!store || checking === store) return
      checking = store
      try {
        await check(store)
      } finally {
        checking = undefined
      }
    },
    wholeCheck: () => (lastWhole?.store === open?.store ? lastWhole?.found : undefined),
    lookAgain() {
      if (surveyStore(paths) !== 'present') return
      problem = undefined
      tell()
    },
  }
  return house
}

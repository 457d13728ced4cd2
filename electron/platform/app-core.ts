import type { AnyTRPCRouter } from '@trpc/server'
import type { Answer, Call } from '#domain/shared/wire.ts'
import { createDoor } from './door.ts'
import { createHouse, type House, type HouseOptions } from './house.ts'
import { describeError } from './log.ts'
import { catchUpSecondPlace } from './store/backup.ts'
import { newestBackup } from './store/backup-list.ts'
import { backUpIfDue } from './store/backup-schedule.ts'
import type { Store } from './store/open.ts'
import { problemOf } from './store/problem.ts'

export interface AppCoreOptions extends HouseOptions {
  appRouter: AnyTRPCRouter
  /** What the features do every minute while the store is open, such as removing slots that have expired. */
  chores?: readonly ((house: House) => Promise<void>)[]
}

/**
 * The whole of the app behind the API, without a thread or a window: the worker, the command line and the
 * tests all run this one.
 */
export interface AppCore {
  readonly house: House
  call(connection: string, call: Call): Promise<Answer>
  /** A window has gone: its session ends with it. */
  closed(connection: string): void
  /** The computer's own screen was locked. */
  lock(connection: string): void
  /** The computer goes to sleep: the store is closed and the key wiped (decision 5). */
  suspend(): void
  /**
   * To be called every few seconds: ends idle sessions and, once a minute, does the chores and the hourly
   * backup; reads every page after an opening and daily. A new unit gets its first backup at once.
   */
  tick(): Promise<void>
  shutdown(): void
}

const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs

export function createAppCore(options: AppCoreOptions): AppCore {
  const house = createHouse(options)
  const door = createDoor(house, options.appRouter)
  let lastWork = options.clock.monotonicMs()
  let ticking = false
  let checked: { store: Store; atMs: number } | undefined
  let begun: Store | undefined

  /** After each opening, and once a day while the unit stays open (reliability.md 4.1, point 6). */
  async function checkWholeIfDue(): Promise<void> {
    const store = house.store()
    const atMs = options.clock.monotonicMs()
    if (checked?.store === store && atMs - checked.atMs < dayMs) return
    checked = { store, atMs }
    await house.checkWhole()
  }

  /** Each minute; a unit that has no backup at all does not wait for the first. */
  function isTimeToWork(): boolean {
    const store = house.store()
    const isFirst = begun !== store
    begun = store
    const isOver = options.clock.monotonicMs() - lastWork >= minuteMs
    return isOver || (isFirst && !newestBackup(house.paths.backups))
  }

  /** The backup knows by itself when an hour is over. */
  async function work(): Promise<void> {
    for (const one of options.chores ?? []) await one(house)
    if (!house.isOpen()) return
    const { secondFolder } = house.backupOptions()
    await backUpIfDue(house.store(), secondFolder ? { secondFolder } : {})
    if (secondFolder) await catchUpSecondPlace(house.paths, secondFolder).catch(noted)
  }

  const noted = (error: unknown) => house.log({ event: 'second-place', ...describeError(error) })

  function troubleAtWork(error: unknown): void {
    const problem = problemOf(error)
    if (!problem) {
      house.log({ event: 'chore-fault', ...describeError(error) })
      return
    }
    house.log({ event: 'backup-failed', code: problem.fault.state })
    if (!house.isOpen()) return
    house.store().notice('backup', `The hourly backup failed. ${problem.message}`)
    house.trouble(problem)
  }

  return {
    house,
    call: (connection, call) => door.answer(connection, call),
    closed: (connection) => house.sessions.end(connection, 'signed-out'),
    lock: (connection) => house.sessions.end(connection, 'locked'),
    suspend: () => house.close('closed'),
    async tick() {
      house.sessions.sweep()
      // While a new store is filled, in one transaction, nothing else is done with it.
      if (ticking || !house.isOpen() || house.store().bulk) return
      ticking = true
      try {
        await checkWholeIfDue()
        if (!house.isOpen() || !isTimeToWork()) return
        lastWork = options.clock.monotonicMs()
        await work()
      } catch (error) {
        troubleAtWork(error)
      } finally {
        ticking = false
      }
    },
    shutdown: () => house.close('closed'),
  }
}

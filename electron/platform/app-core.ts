import type { AnyTRPCRouter } from '@trpc/server'
import type { Answer, Call } from '#domain/shared/wire.ts'
import { backUpIfDue } from './backup-schedule.ts'
import { createDoor } from './door.ts'
import { createHouse, type House, type HouseOptions } from './house.ts'
import { describeError } from './log.ts'

export interface AppCoreOptions extends HouseOptions {
  appRouter: AnyTRPCRouter
  /** What the features do once an hour while the store is open, such as removing slots that have expired. */
  hourly?: readonly ((house: House) => Promise<void>)[]
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
  /** Every few seconds: idle sessions, then the hourly work. */
  tick(): Promise<void>
  shutdown(): void
}

const hourMs = 3_600_000

export function createAppCore(options: AppCoreOptions): AppCore {
  const house = createHouse(options)
  const door = createDoor(house, options.appRouter)
  let lastHourly = options.clock.monotonicMs()
  let ticking = false

  async function hourly(): Promise<void> {
    for (const work of options.hourly ?? []) await work(house)
    await backUpIfDue(house)
  }

  return {
    house,
    call: (connection, call) => door.answer(connection, call),
    closed: (connection) => house.sessions.end(connection, 'signed-out'),
    lock: (connection) => house.sessions.end(connection, 'locked'),
    suspend: () => house.close('closed'),
    async tick() {
      house.sessions.sweep()
      const due = options.clock.monotonicMs() - lastHourly >= hourMs
      if (!due || ticking || !house.isOpen()) return
      ticking = true
      lastHourly = options.clock.monotonicMs()
      try {
        await hourly()
      } catch (error) {
        house.log({ event: 'hourly-fault', ...describeError(error) })
      } finally {
        ticking = false
      }
    },
    shutdown: () => house.close('closed'),
  }
}

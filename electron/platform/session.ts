import type { Instant } from '#domain/shared/time.ts'
import type { LockReason } from '#domain/shared/wire.ts'
import { type Permission, wallPermissions } from '#domain/users/permissions.ts'
import { permitsPerson } from '#domain/users/role-professions.ts'
import type { Actor } from '#domain/users/roles.ts'
import { type Account, accountFault, actorOf } from './accounts.ts'
import type { Clock } from './clock.ts'

/** Somebody signed in on one connection. It lives in the worker's memory alone: no message can bring one along. */
export interface Session {
  readonly connection: string
  readonly account: Account
  readonly actor: Actor
  readonly unitId: string
  readonly signedInAt: Instant
  /** The board on the wall: outlives the idle lock and may do nothing else (decision 5). */
  readonly wall: boolean
}

interface Kept {
  session: Session
  lastActiveMs: number
}

export interface SessionBookOptions {
  clock: Clock
  /** The account as it stands now; asked at every call, so that a change takes effect at once. */
  account: (userId: string) => Account | undefined
  idleMinutes: () => number
  onEnded: (session: Session, why: LockReason) => void
}

export interface SessionBook {
  /** Begins a session; one that the connection already had ends first. */
  start(connection: string, account: Account): Session
  /** The session of a connection if its account is still good; ends it where it is not. */
  current(connection: string): Session | undefined
  end(connection: string, why: LockReason): void
  endAll(why: LockReason): void
  endOf(userId: string, why: LockReason): void
  /** The person did something; put off the idle lock. */
  touch(connection: string): void
  showWall(connection: string): Session | undefined
  /** Ends what has been idle too long. Call it every few seconds. */
  sweep(): void
  count(): number
}

/** The sessions of this process, one a connection (decisions 5 and 6). */
export function createSessionBook(options: SessionBookOptions): SessionBook {
  const { clock } = options
  const kept = new Map<string, Kept>()

  function end(connection: string, why: LockReason): void {
    const found = kept.get(connection)
    if (!found) return
    kept.delete(connection)
    options.onEnded(found.session, why)
  }

  function isIdle(found: Kept): boolean {
    if (found.session.wall) return false
    return clock.monotonicMs() - found.lastActiveMs >= options.idleMinutes() * 60_000
  }

  return {
    start(connection, account) {
      end(connection, 'signed-out')
      const session: Session = {
        connection,
        account,
        actor: actorOf(account),
        unitId: account.unitId,
        signedInAt: clock.now(),
        wall: false,
      }
      kept.set(connection, { session, lastActiveMs: clock.monotonicMs() })
      return session
    },
    current(connection) {
      const found = kept.get(connection)
      if (!found) return undefined
      const account = options.account(found.session.account.userId)
      const { role, profession } = found.session.account
      const changed =
        accountFault(account, clock.now()) !== null ||
        account?.role !== role ||
        account.profession !== profession
      if (changed || isIdle(found)) {
        end(connection, changed ? 'account' : 'idle')
        return undefined
      }
      return found.session
    },
    end,
    endAll(why) {
      for (const connection of [...kept.keys()]) end(connection, why)
    },
    endOf(userId, why) {
      for (const [connection, found] of [...kept])
        if (found.session.account.userId === userId) end(connection, why)
    },
    touch(connection) {
      const found = kept.get(connection)
      if (found) found.lastActiveMs = clock.monotonicMs()
    },
    showWall(connection) {
      const found = kept.get(connection)
      if (!found) return undefined
      found.session = { ...found.session, wall: true }
      return found.session
    },
    sweep() {
      for (const [connection, found] of [...kept]) if (isIdle(found)) end(connection, 'idle')
    },
    count: () => kept.size,
  }
}

/** True if this session may do it: by its role and profession, and on the wall by the little that is left there. */
export function sessionPermits(session: Session, permission: Permission): boolean {
  if (session.wall && !wallPermissions.has(permission)) return false
  return permitsPerson(session.actor.role, session.account.profession, permission)
}

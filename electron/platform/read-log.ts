import { Refusal, refuse } from '#domain/shared/failure.ts'
import type { House } from './house.ts'
import type { Session } from './session.ts'

const againAfterMs = 15 * 60_000
const mostWaiting = 1_000

interface Waiting {
  session: Session
  procedure: string
  people: string[]
  at: string
  /** How many records a search found. */
  found: number | undefined
  /** Answered because of an emergency alone. */
  breakGlass: boolean
}

/**
 * Logs who read about whom: once for a session, a procedure and a set of people within 15 minutes, in an
 * audit entry of its own. A full disk does not stop a nurse from reading: what could not be logged waits,
 * up to a limit, and is written before the next.
 */
export function createReadLog(house: House) {
  const seen = new WeakMap<object, Map<string, number>>()
  let waiting: Waiting[] = []

  function isNew(session: Session, key: string): boolean {
    const known = seen.get(session.account) ?? new Map<string, number>()
    seen.set(session.account, known)
    const now = house.clock.monotonicMs()
    const last = known.get(key)
    if (last !== undefined && now - last < againAfterMs) return false
    known.set(key, now)
    return true
  }

  function flush(): void {
    while (waiting[0]) {
      const { session, procedure, people, at, found, breakGlass } = waiting[0]
      house.writeAs(session.actor, session.unitId, { quiet: true })(() => ({
        value: null,
        audit: [
          {
            action: 'read',
            entity: procedure,
            entityId: people.length === 1 ? (people[0] ?? '') : '',
            patients: people,
            breakGlass,
            payload: { readAt: at, ...(found === undefined ? {} : { found }) },
          },
        ],
      }))
      waiting.shift()
    }
  }

  return {
    wasRead(
      session: Session,
      procedure: string,
      ids: readonly string[],
      { found, breakGlass = false }: { found?: number | undefined; breakGlass?: boolean } = {},
    ): void {
      const people = [...new Set(ids)].sort()
      if (people.length === 0 && found === undefined) return
      if (!isNew(session, `${procedure} ${breakGlass} ${people.join(' ')}`)) return
      if (waiting.length >= mostWaiting)
        refuse(
          'store',
          'Reading cannot be logged, because nothing can be saved on this computer. Free some disk space',
        )
      waiting.push({ session, procedure, people, at: house.clock.now(), found, breakGlass })
      try {
        flush()
      } catch (error) {
        if (!(error instanceof Refusal) || error.failure.code !== 'store') throw error
        house.log({ event: 'read-log-waits', count: waiting.length })
      }
    },
    /** Forgets what still waits, when the store is gone. */
    forget(): void {
      waiting = []
    },
  }
}

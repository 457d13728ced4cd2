import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import type { Instant } from '#domain/shared/time.ts'
import type { Clock } from '../clock.ts'
import { replaceFile } from './durable-file.ts'
import { problemOf } from './problem.ts'

/** Failed tries of one name since the last that succeeded. */
interface Tries {
  count: number
  last: Instant
}

const longWaitAfter = 10
const longWaitMs = 15 * 60_000
const forgottenAfterMs = 24 * 3_600_000
const mostNames = 500

/** Milliseconds to wait after so many failed tries: 1, 2, 4... seconds, and 15 minutes from the tenth. */
export const waitAfter = (count: number): number =>
  count === 0 ? 0 : count >= longWaitAfter ? longWaitMs : 1000 * 2 ** (count - 1)

export interface TryBook {
  /** When the next try is taken, or undefined if now. */
  blockedUntil(name: string): Instant | undefined
  /** Counts a try before it is judged, so that ending the app does not undo it. */
  begin(name: string): void
  /** Forgets the tries of a name: it succeeded, or somebody gave it a new password. */
  clear(name: string): void
}

/** The failed tries beside a key file. They survive a restart; a damaged book counts from nothing. */
export function tryBook(keysPath: string, clock: Clock): TryBook {
  const path = `${keysPath}.tries`
  const now = () => Date.parse(clock.now())
  const since = ({ last }: Tries) => now() - Date.parse(last)
  const save = (book: Map<string, Tries>) => {
    const kept = [...book].filter(([, tries]) => since(tries) < forgottenAfterMs).slice(-mostNames)
    try {
      replaceFile(path, JSON.stringify(Object.fromEntries(kept)))
      unwritten.delete(path)
    } catch (error) {
      if (!problemOf(error)) throw error
      // A full disk must neither keep people out nor let them guess.
      unwritten.set(path, new Map(kept))
    }
  }
  return {
    blockedUntil(name) {
      const book = read(path)
      const tries = book.get(hashed(name))
      if (!tries) return undefined
      if (since(tries) < 0) {
        // The clock was set back: the wait begins anew and is no longer for it.
        tries.last = clock.now()
        save(book)
      }
      const left = waitAfter(tries.count) - since(tries)
      return left > 0 ? new Date(now() + left).toISOString() : undefined
    },
    begin(name) {
      const book = read(path)
      const count = (book.get(hashed(name))?.count ?? 0) + 1
      book.delete(hashed(name))
      save(book.set(hashed(name), { count, last: clock.now() }))
    },
    clear(name) {
      const book = read(path)
      if (book.delete(hashed(name))) save(book)
    },
  }
}

/** The books that could not be written, while the app runs. */
const unwritten = new Map<string, Map<string, Tries>>()

/** What somebody types as a name may be a password, so it is not written down. */
const hashed = (name: string) => createHash('sha256').update(name).digest('base64url')

function read(path: string): Map<string, Tries> {
  const held = unwritten.get(path)
  if (held) return new Map(held)
  if (!existsSync(path)) return new Map()
  try {
    const entries = Object.entries(JSON.parse(readFileSync(path, 'utf8')) as Record<string, Tries>)
    return new Map(
      entries.filter(([, { count, last }]) => count > 0 && !Number.isNaN(Date.parse(last))),
    )
  } catch {
    return new Map()
  }
}

import type { Instant } from '#domain/shared/time.ts'
import type { ReadDb } from './unit-of-work.ts'

/**
 * One line of the lock screen, by bed alone: no name, no number, no text that somebody typed (decision 5).
 */
export interface LockScreenItem {
  /** bed = a bed of the unit; overdue = something late; running = a clock that runs, such as an episode's */
  kind: 'bed' | 'overdue' | 'running'
  bed: string
  /** What it is, from a fixed list of the code's own words, such as "supervision review". */
  what: string
  /** When the clock began. */
  since?: Instant
  /** When the next step is due, or was. */
  dueAt?: Instant
  /** The next step, in the code's own words. */
  next?: string
  /** Heard at once and whatever is set, or once `dueAt` is past (decision 32). */
  alarm?: 'at-once' | 'when-late'
}

/** A feature that has something to show while nobody is signed in. */
export type LockScreenProvider = (db: ReadDb, now: Instant) => LockScreenItem[]

/** Everything that all providers show; one that fails shows nothing and hides no other. */
export function lockScreenItems(
  providers: readonly LockScreenProvider[],
  db: ReadDb,
  now: Instant,
  onFault: (error: unknown) => void,
): LockScreenItem[] {
  return providers.flatMap((provider) => {
    try {
      return provider(db, now)
    } catch (error) {
      onFault(error)
      return []
    }
  })
}

import type { Instant } from '#domain/shared/time.ts'
import { readDb } from './read-db.ts'
import type { Store } from './store/store.ts'
import { trustedNow } from './trusted-now.ts'

/** The latest time that each open store was written at: as long as the clock is not behind it, it is right. */
const latestOf = new WeakMap<Store, Instant>()

/**
 * The time at which something is recorded: what the clock says, or the trusted time where the clock is behind
 * it. Measures judge by it what was entered in time, so that a clock that was set back hides no lapse
 * (decision 26; architecture.md 5, law 5). The audit is asked only once, and while the clock is behind.
 */
export function recordingTime(store: Store, wall: Instant): Instant {
  const latest = latestOf.get(store)
  const now = latest !== undefined && wall >= latest ? wall : trustedNow(readDb(store), wall)
  latestOf.set(store, now)
  return now
}

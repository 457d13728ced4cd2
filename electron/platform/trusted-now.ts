import { epochMs } from '#domain/shared/calendar.ts'
import type { Instant } from '#domain/shared/time.ts'
import type { ReadDb } from './unit-of-work.ts'

/**
 * The latest time among the newest entries of the audit. Of many, not of the last alone: the first entry
 * after a clock was set back has the wrong time already. Not of all: one entry of a clock that once ran
 * years ahead would hold every assessment expired for ever.
 */
const latestSql = `select at from audit indexed by audit_at
  where seq > (select max(seq) from audit) - 2000 order by at desc limit 1`

/**
 * The time by which it is judged what stands now: the wall clock, or the latest entry of the audit where the
 * clock is behind it. A clock that is set back brings nothing to life again that had run out (decision 26;
 * HZ-12).
 */
export function trustedNow(db: ReadDb, wall: Instant): Instant {
  const latest = db.row<{ at: Instant }>(latestSql)?.at
  return latest !== undefined && latest > wall ? latest : wall
}

/** From this on, a clock behind its own entries is a step (decision 26). */
const behindFromMs = 2 * 60_000

export interface ClockBehind {
  behindMinutes: number
  /** The time of the entry that the clock is behind. */
  lastEntryAt: Instant
}

/** By how much the wall clock is behind the trusted time, where that is more than 2 minutes; else undefined. */
export function clockBehind(trusted: Instant, wall: Instant): ClockBehind | undefined {
  const behindMs = epochMs(trusted) - epochMs(wall)
  if (behindMs <= behindFromMs) return undefined
  return { behindMinutes: Math.floor(behindMs / 60_000), lastEntryAt: trusted }
}

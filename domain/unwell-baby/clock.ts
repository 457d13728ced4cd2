import { epochMs, instantOf } from '../shared/calendar.ts'
import type { Instant } from '../shared/time.ts'
import { type EpisodeFacts, recognisedFirst } from './episode.ts'
import { endedBy } from './escalation.ts'

/** The clock of an episode (decision 26). */
export interface EpisodeClock {
  startedAt: Instant
  running: boolean
  stoppedAt: Instant | null
  /** Milliseconds since recognition by the clock on the wall, never less than was shown before. */
  elapsedMs: number
}

/**
 * The clock at `now`. It starts at recognition, not at entry; no edit stops it, sets it back or silences it;
 * an outcome alone stops it. `shownMs` is the last value that anybody was shown: it never goes below that,
 * also when the computer's clock is set back or the time of recognition is moved later.
 */
export function episodeClock(
  facts: Pick<EpisodeFacts, 'concern' | 'outcomes'>,
  now: Instant,
  shownMs = 0,
): EpisodeClock {
  const startedAt = recognisedFirst(facts)
  const stoppedAt = endedBy(facts)?.at ?? null
  const elapsed = epochMs(stoppedAt ?? now) - epochMs(startedAt)
  return {
    startedAt,
    running: stoppedAt === null,
    stoppedAt,
    elapsedMs: Math.max(elapsed, shownMs, 0),
  }
}

/** "00:03:07", "26:14:00": hours, minutes and seconds. */
export function elapsedText(elapsedMs: number): string {
  const seconds = Math.floor(elapsedMs / 1000)
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  return parts.map((part) => String(part).padStart(2, '0')).join(':')
}

/** The two clocks of the computer at one moment of one run of the app. */
export interface ClockReading {
  wall: Instant
  monotonicMs: number
  /** Names the run: monotonic times of two runs are never compared. */
  bootId: string
}

export interface ClockStep {
  /** What the wall clock should read by the monotonic clock, and what it reads. */
  expected: Instant
  found: Instant
  /** Positive where the clock was set forward. */
  byMs: number
}

/** From this on, a difference between the two clocks is a step: banner, audit, both times kept (decision 26). */
export const stepFromMs = 2 * 60_000

/**
 * Whether somebody set the clock between two readings. Monotonic time only detects a step; it never takes
 * the place of the wall clock. Null for readings of two runs.
 */
export function clockStep(before: ClockReading, after: ClockReading): ClockStep | null {
  if (before.bootId !== after.bootId) return null
  const expectedMs = epochMs(before.wall) + (after.monotonicMs - before.monotonicMs)
  const byMs = epochMs(after.wall) - expectedMs
  if (Math.abs(byMs) <= stepFromMs) return null
  return { expected: instantOf(expectedMs), found: after.wall, byMs }
}

import { epochMs } from '../shared/calendar.ts'
import type { Instant } from '../shared/time.ts'

/** Both clocks of one entry of the audit; a boot is one run of the computer. */
export interface ClockReading {
  at: Instant
  monotonicMs: number
  bootId: string
}

export interface StepOfClock {
  /** What the clock said last before it stepped, and what it said then. */
  from: Instant
  to: Instant
  byMinutes: number
}

/** A difference of more than this between the wall clock and the one that is never set is a step (decision 26). */
const stepFromMs = 2 * 60_000

/**
 * The steps of the computer's clock between entries of the audit in their order: within one run of the computer
 * by how much the wall clock moved otherwise than the clock that is never set; over a restart only backwards,
 * since nobody knows how long it was off.
 */
export function stepsOfClock(readings: readonly ClockReading[]): StepOfClock[] {
  return readings.flatMap((after, index) => {
    const before = readings[index - 1]
    if (!before) return []
    const wallMs = epochMs(after.at) - epochMs(before.at)
    const byMs =
      after.bootId === before.bootId
        ? wallMs - (after.monotonicMs - before.monotonicMs)
        : Math.min(wallMs, 0)
    if (Math.abs(byMs) <= stepFromMs) return []
    return [{ from: before.at, to: after.at, byMinutes: Math.round(byMs / 60_000) }]
  })
}

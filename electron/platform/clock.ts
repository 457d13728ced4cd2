import { randomUUID } from 'node:crypto'
import type { Instant } from '#domain/shared/time.ts'

/** Where every time comes from. Wall time is what people mean; monotonic time only detects a step (decision 26). */
export interface Clock {
  now(): Instant
  /** Milliseconds since this process began; never goes back. */
  monotonicMs(): number
  /** Names this run of the process, so that monotonic times of two runs are never compared. */
  readonly bootId: string
}

const bootId = randomUUID()

export const systemClock: Clock = {
  now: () => new Date().toISOString(),
  monotonicMs: () => Math.floor(performance.now()),
  bootId,
}

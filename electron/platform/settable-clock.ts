import { randomUUID } from 'node:crypto'
import type { Instant } from '#domain/shared/time.ts'
import type { Clock } from './clock.ts'

/** A clock for tests: it runs as real time does, from wherever it is set. */
export interface SettableClock extends Clock {
  /** Sets the wall time. A step forward counts as time that passed; a step back leaves monotonic time alone. */
  set(now: Instant): void
  /** Steps forward by so many minutes. */
  pass(minutes: number): void
}

/** Makes a clock that starts at an instant, or at the real time. */
export function settableClock(start?: Instant, options: { still?: boolean } = {}): SettableClock {
  const real = () => (options.still ? 0 : performance.now())
  let base = start === undefined ? Date.now() : Date.parse(start)
  let since = real()
  let passed = 0
  const elapsed = () => Math.floor(real() - since)
  const clock: SettableClock = {
    bootId: randomUUID(),
    now: () => new Date(base + elapsed()).toISOString(),
    monotonicMs: () => passed + elapsed(),
    set(now) {
      const wall = base + elapsed()
      passed += elapsed() + Math.max(0, Date.parse(now) - wall)
      base = Date.parse(now)
      since = real()
    },
    pass: (minutes) => clock.set(new Date(base + elapsed() + minutes * 60_000).toISOString()),
  }
  return clock
}

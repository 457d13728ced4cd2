import type { Instant } from './time.ts'

/** A decision with the time at which it was made, and that at which it was entered. */
interface Timed {
  decidedAt: Instant
  recordedAt: Instant
}

/** Decisions by the time at which they were made; of one minute, as they were entered. */
export const inOrder = <D extends Timed>(decisions: readonly D[]): D[] =>
  [...decisions].sort((a, b) =>
    `${a.decidedAt}${a.recordedAt}` < `${b.decidedAt}${b.recordedAt}` ? -1 : 1,
  )

/** The last decision, by the time that it was made. */
export const lastDecision = <D extends Timed>(decisions: readonly D[]): D | undefined =>
  inOrder(decisions).at(-1)

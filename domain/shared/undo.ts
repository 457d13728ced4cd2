import { addMinutes } from './calendar.ts'
import type { Instant } from './time.ts'

/**
 * What may be undone with one press: by whoever did it, within a few minutes, while nothing was built on it. It is a
 * withdrawal with its own reason, and stays readable like any other. Which acts: docs/states/undo.md. The minutes are a
 * default of this product [P].
 */
export const undoMinutes = 5
export const undoneReason = 'Undone at once by whoever entered it'

interface Made {
  version: number
  author: string
  recordedAt: Instant
}

/** Until when somebody may undo what they entered; null for anybody else, and for what was changed since. */
export const undoableUntil = (made: Made, staffId: string): Instant | null =>
  made.version === 1 && made.author === staffId ? addMinutes(made.recordedAt, undoMinutes) : null

import type { Instant } from './time.ts'

/** The start of the minute of an instant: times are typed to the minute, and must not seem to come before what they follow. */
export const minuteOf = (at: Instant): Instant => `${at.slice(0, 16)}:00.000Z`

/**
 * A time typed to the minute, taken after what it follows where that fell into the same minute: an answer at
 * 14:02:40 and a decision at 14:02 are in their order. Any other time stays as it was typed.
 */
export const afterInMinute = (typed: Instant, follows: readonly Instant[]): Instant =>
  typed === minuteOf(typed)
    ? follows.filter((at) => minuteOf(at) === typed).reduce((a, b) => (a > b ? a : b), typed)
    : typed

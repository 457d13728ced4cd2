import type { Instant } from './time.ts'

/** The start of the minute of an instant: times are typed to the minute, and must not seem to come before what they follow. */
export const minuteOf = (at: Instant): Instant => `${at.slice(0, 16)}:00.000Z`

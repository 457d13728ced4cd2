import { addDays, addHours } from './calendar.ts'
import type { Instant } from './time.ts'

/** The law counts up to three days in hours and what is longer in days of the calendar. */
const countedInHours = 72

/** The latest end of what may last so many hours; over a clock change a day is a day of the calendar. */
export const latestEnd = (startsAt: Instant, mostHours: number): Instant =>
  mostHours > countedInHours ? addDays(startsAt, mostHours / 24) : addHours(startsAt, mostHours)

/** How long that is, in words: "72 hours", "28 days". */
export const longestText = (mostHours: number): string =>
  mostHours > countedInHours ? `${mostHours / 24} days` : `${mostHours} hours`

/**
 * What is wrong with the time at which something that may last so long is said to have ended; undefined where
 * nothing is. `what` begins the sentence that says it cannot have lasted so long.
 */
export function endedFault(
  what: string,
  mostHours: number | undefined,
  { startsAt, endedAt, now }: { startsAt: Instant; endedAt: Instant; now: Instant },
): string | undefined {
  if (endedAt > now) return 'This is in the future. Record the end when it has ended'
  if (endedAt <= startsAt) return 'The end must be after the start'
  if (mostHours !== undefined && endedAt > latestEnd(startsAt, mostHours))
    return `${what} cannot have lasted more than ${longestText(mostHours)}. Check both times`
  return undefined
}

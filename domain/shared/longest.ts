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

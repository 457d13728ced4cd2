import { minutesBetween } from './calendar.ts'
import type { Instant } from './time.ts'

/**
 * Entered this long after it happened, or longer, an entry is marked as late: the hour within which the app also
 * lets an assessment count for the time before it (decision 19). A default of the app [P]. Source: product.md 2,
 * "three times on every entry", and hazard HZ-12 (domain.md 8.2).
 */
export const lateAfterMinutes = 60

/** By how many minutes an entry is late; null where it was entered within the hour, or before it happens. */
export function lateBy(happenedAt: Instant, enteredAt: Instant): number | null {
  const minutes = minutesBetween(happenedAt, enteredAt)
  return minutes >= lateAfterMinutes ? minutes : null
}

/** How late in words: "3 h 20 min", "2 d 4 h". */
export function lagText(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  if (hours < 48)
    return [`${hours} h`, minutes % 60 ? `${minutes % 60} min` : ''].filter(Boolean).join(' ')
  return [`${Math.floor(hours / 24)} d`, hours % 24 ? `${hours % 24} h` : '']
    .filter(Boolean)
    .join(' ')
}

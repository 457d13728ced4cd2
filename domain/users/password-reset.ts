import { addDaysToDate, dateOf, firstInstantAt } from '../shared/calendar.ts'
import type { Instant } from '../shared/time.ts'

/**
 * How whoever sets a new password knows that the person in front of them is the one whose account it is
 * (decision 11; reliability.md 4.2: a slot opens for its owner alone). They are there in either case: they
 * type the new password themselves.
 */
export const waysOfKnowing = ['known', 'photo-card'] as const
export type WayOfKnowing = (typeof waysOfKnowing)[number]

export const wayOfKnowingLabels: Record<WayOfKnowing, string> = {
  known: 'I know them and they are here with me',
  'photo-card': 'They are here with me and showed their photo card',
}

/** By when a reset is to be confirmed: the end of the next day (decision 11). */
export const resetWordDue = (resetAt: Instant): Instant =>
  firstInstantAt(addDaysToDate(dateOf(resetAt), 1), '23:59')

import { dateOf } from '../shared/calendar.ts'
import { legalStatusOf } from '../shared/legal-status.ts'
import { stillCounts } from '../shared/social-care.ts'
import type { Instant } from '../shared/time.ts'

/** A legal status of a child, as far as it decides for how long it protects. */
export interface EnteredStatus {
  code: string
  startsAt: Instant
  /** When somebody said that it ended; null until they do. */
  endedAt: Instant | null
}

/**
 * Whether a change of the entry takes an order, police protection or a plan away for any time: then two people sign it, as
 * with a flag of CP-IS (docs/states/admission.md, 4). `after` is null where the entry is marked as entered in error. That
 * it ended may be said by one, with how it is known, while it goes on counting for twelve months. No published source; a
 * default of the product [P]. Truth table: docs/states/people.md, 14.
 */
export function takesOrderOut(
  before: EnteredStatus,
  after: EnteredStatus | null,
  now: Instant,
): boolean {
  if (!legalStatusOf(before.code).planOrOrder) return false
  if (after === null || after.code !== before.code || after.startsAt > before.startsAt) return true
  return counts(before, now) && !counts(after, now)
}

const counts = ({ endedAt }: EnteredStatus, now: Instant) =>
  endedAt === null || stillCounts(dateOf(endedAt), now)

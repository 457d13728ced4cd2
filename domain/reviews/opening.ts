import { formatDateTime, laterOf } from '../shared/calendar.ts'
import { legalStatusOf } from '../shared/legal-status.ts'
import type { Instant } from '../shared/time.ts'

/**
 * What another page of the record tells and whether it opens a review of supervision (product.md 5d: review
 * by event). Truth table: docs/states/reviews.md, section 4.
 */

export interface Opening {
  /** Mother and baby are together on the unit now. */
  together: boolean
  /** Their supervision has been assessed: what was there before, the first assessment looks at. */
  assessed: boolean
  /** The same record has opened one already that nobody has answered: its earlier limit stands. */
  unanswered: boolean
}

export const opensReview = ({ together, assessed, unanswered }: Opening): boolean =>
  together && assessed && !unanswered

/** From when the limit runs: mother and baby may have come after it happened elsewhere. */
export const eventTime = (happenedAt: Instant, pairStartedAt: Instant): Instant =>
  laterOf(happenedAt, pairStartedAt)

/** A legal status as one version of its record says it. */
export interface LegalVersion {
  code: string
  startsAt: Instant
  /** When it runs out on paper. */
  endsAt: Instant | null
  /** When somebody said that it ended. */
  endedAt: Instant | null
  withdrawn: boolean
}

export interface LegalChange {
  what: string
  happenedAt: Instant
}

/**
 * What is new in a child's legal status; nothing where a correction leaves the status and its dates as they
 * were. A status ends when somebody records that it ended, never by a date set ahead (decision 19).
 */
export function legalChange(
  before: LegalVersion | undefined,
  after: LegalVersion,
  now: Instant,
): LegalChange | undefined {
  const { label } = legalStatusOf(after.code)
  if (after.withdrawn) return { what: `${label}: entered in error`, happenedAt: now }
  if (before === undefined)
    return after.endedAt !== null
      ? undefined
      : { what: `${label}, from ${formatDateTime(after.startsAt)}`, happenedAt: after.startsAt }
  if (before.code !== after.code)
    return { what: `${legalStatusOf(before.code).label} is ${label}`, happenedAt: now }
  if (before.endedAt !== after.endedAt)
    return after.endedAt === null
      ? { what: `${label} has not ended: entered in error`, happenedAt: now }
      : { what: `${label} ended ${formatDateTime(after.endedAt)}`, happenedAt: after.endedAt }
  if (before.endsAt !== after.endsAt && after.endsAt !== null)
    return { what: `${label} now to ${formatDateTime(after.endsAt)}`, happenedAt: now }
  if (before.endsAt !== after.endsAt || before.startsAt !== after.startsAt)
    return { what: `${label}: its dates were corrected`, happenedAt: now }
  return undefined
}

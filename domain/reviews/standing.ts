import type { Instant } from '../shared/time.ts'

/**
 * How one event stands: it is closed by a review that was signed after it happened, once it is answered. An
 * answer by itself reviews nothing, and a review does not answer by silence (product.md 5d). Truth table:
 * docs/states/reviews.md.
 */

export interface EventFact {
  happenedAt: Instant
  reviewDueAt: Instant
}

/** A decision on supervision, as this rule reads it: a raise alone is no review, an assessment that raises is. */
export interface ReviewFact {
  isReview: boolean
  startsAt: Instant
  recordedAt: Instant
}

export type EventState = 'to-answer' | 'to-review' | 'closed'

export interface EventStanding {
  state: EventState
  /** When the review that closed it was signed. */
  closedAt: Instant | null
  late: boolean
}

/**
 * From when an answer counts that was corrected. Another answer is one that no review has weighed yet: a review
 * that was signed before it does not close the event any more, and the limit stays. Its words alone move nothing.
 */
export const answeredAtOf = (
  before: { answer: string; answeredAt: Instant },
  answer: string,
  now: Instant,
): Instant => (before.answer === answer ? before.answeredAt : now)

/** The first review that was signed once the event had happened and had been answered. */
export function closingReview(
  event: EventFact,
  answeredAt: Instant | null,
  decisions: readonly ReviewFact[],
): ReviewFact | undefined {
  if (answeredAt === null) return undefined
  return decisions
    .filter(
      ({ isReview, startsAt, recordedAt }) =>
        isReview && startsAt >= event.happenedAt && recordedAt >= answeredAt,
    )
    .sort((a, b) => (a.recordedAt < b.recordedAt ? -1 : 1))[0]
}

export function eventStanding(
  event: EventFact,
  answeredAt: Instant | null,
  decisions: readonly ReviewFact[],
  now: Instant,
): EventStanding {
  const closing = closingReview(event, answeredAt, decisions)
  const state = closing ? 'closed' : answeredAt === null ? 'to-answer' : 'to-review'
  const closedAt = closing?.recordedAt ?? null
  return { state, closedAt, late: state !== 'closed' && event.reviewDueAt <= now }
}

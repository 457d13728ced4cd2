import type { Instant } from '#domain/shared/time.ts'
import type { CommandContext } from '../../platform/serve.ts'
import type { ReviewInput } from './schemas.ts'

/** What an opening and a move hold until somebody else has looked at them. */
export const notReviewed = { outcome: null, reviewerId: null, reviewedAt: null, review: null }

/** What they hold from then on: the word, by whom and when. */
export const reviewed = (
  { actor }: CommandContext,
  at: Instant,
  { outcome, review }: Pick<ReviewInput, 'outcome' | 'review'>,
) => ({ outcome, review, reviewerId: actor.staffId, reviewedAt: at })

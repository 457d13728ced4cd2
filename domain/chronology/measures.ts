import type { Measure, Member } from '../assurance/measure.ts'
import { fail, incomplete, notEligible, pass, type Verdict } from '../assurance/verdict.ts'
import { dueOf } from '../shared/limits.ts'
import type { Cut, Instant } from '../shared/time.ts'
import { type PatternFacts, type PatternReviewFact, rulesAt, type StayFact } from './facts.ts'

/** Measure 3-1 (assurance.md 2; Child Z, Finding Three). Truth table: docs/states/chronology.md. */

const isWhole = ({ reviewerId, reviewedAt, lookedAt }: PatternReviewFact) =>
  reviewerId !== null && reviewedAt !== null && lookedAt !== ''

function reviewedInTime(
  stay: StayFact,
  reviews: readonly PatternReviewFact[],
  dueAt: Instant,
  cut: Cut,
): Verdict {
  const times = reviews.filter(isWhole).flatMap(({ reviewedAt }) => reviewedAt ?? [])
  if (times.some((at) => at <= dueAt)) return pass('Reviewed by a named professional in time')
  if (reviews.some((one) => !isWhole(one)))
    return incomplete('A review does not say by whom, when, or from which sources')
  if (times.length > 0) return fail('Reviewed after the limit')
  if (stay.endedAt !== null && stay.endedAt < dueAt)
    return notEligible('The stay ended before the limit')
  return cut.at <= dueAt
    ? notEligible('Not yet due: the limit has not run out')
    : fail('Not reviewed within the limit')
}

export const patternReviewed: Measure<PatternFacts> = {
  id: '3-1',
  version: 1,
  requirement: '3',
  minimumN: 5,
  unit: 'count',
  title: 'The pattern of health-service use is reviewed by a named professional',
  population: 'Stays whose limit for the review ends in the period',
  placedBy: 'The end of the limit for the review',
  rule: 'Within the limit from arrival, a named professional looked at what is known of her and the baby’s use of health services and signed an analysis',
  source: 'Child Z, Finding Three; limit and professionals to be approved by the unit',
  safetyCritical: false,
  members(facts, period, cut) {
    const reviews = Map.groupBy(facts.reviews, (one) => one.stayId)
    return facts.stays.flatMap((stay): Member[] => {
      const set = rulesAt(facts, stay.arrivedAt)
      if (!set) return []
      const dueAt = dueOf(set.review.limit, stay.arrivedAt).at
      if (dueAt < period.from || dueAt >= period.to) return []
      const own = reviews.get(stay.recordId) ?? []
      return [
        {
          ...reviewedInTime(stay, own, dueAt, cut),
          key: stay.recordId,
          at: dueAt,
          quantity: 1,
          records: [
            { type: 'stay', recordId: stay.recordId, version: stay.version },
            ...own.map(({ recordId, version }) => ({ type: 'pattern_review', recordId, version })),
          ],
        },
      ]
    })
  },
}

/** The measures of the history over all sources. */
export const chronologyMeasures: readonly Measure<PatternFacts>[] = [patternReviewed]

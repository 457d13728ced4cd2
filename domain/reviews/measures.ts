import type { Measure, Member } from '../assurance/measure.ts'
import { fail, notEligible, pass, type Verdict } from '../assurance/verdict.ts'
import type { Cut, Instant, Period } from '../shared/time.ts'
import { closingReview, type EventFact, type ReviewFact } from './standing.ts'

/** Measure 5d-5 (assurance.md 2). Truth table: docs/states/reviews.md. */

interface Recorded {
  recordId: string
  version: number
}

export interface ReviewEventsFacts {
  events: readonly (EventFact &
    Recorded & {
      pairId: string
      pairEndedAt: Instant | null
      /** When it was taken back as entered in error; null where it stands. */
      takenBackAt: Instant | null
    })[]
  answers: readonly (Recorded & { subjectId: string; answeredAt: Instant })[]
  decisions: readonly (ReviewFact & Recorded & { pairId: string })[]
}

function verdictOf(
  event: ReviewEventsFacts['events'][number],
  answeredAt: Instant | null,
  decisions: readonly ReviewFact[],
  cut: Cut,
): Verdict {
  const { reviewDueAt, pairEndedAt, takenBackAt } = event
  if (takenBackAt !== null)
    return notEligible(
      takenBackAt < reviewDueAt
        ? 'Taken back: it was entered in error'
        : 'Taken back: it was entered in error, said after the limit had run out',
    )
  const closing = closingReview(event, answeredAt, decisions)
  if (closing && closing.recordedAt <= reviewDueAt) return pass('Reviewed in time, and answered')
  if (closing) return fail('Reviewed after the limit')
  if (pairEndedAt !== null && pairEndedAt < reviewDueAt)
    return notEligible('Mother and baby had left before the limit')
  if (cut.at < reviewDueAt) return notEligible('Not yet due: the limit has not run out')
  return answeredAt === null
    ? fail('Nobody has answered it within the limit')
    : fail('Answered, and no review was signed after that within the limit')
}

function membersOf(
  facts: ReviewEventsFacts,
  events: ReviewEventsFacts['events'],
  period: Period,
  cut: Cut,
): Member[] {
  const answers = Map.groupBy(facts.answers, ({ subjectId }) => subjectId)
  const decisions = Map.groupBy(facts.decisions, ({ pairId }) => pairId)
  return events
    .filter(({ reviewDueAt: at }) => at >= period.from && at < period.to)
    .map((event): Member => {
      const answer = answers.get(event.recordId)?.at(-1)
      const own = decisions.get(event.pairId) ?? []
      const closing = closingReview(event, answer?.answeredAt ?? null, own)
      const { recordId, version } = event
      const decision = own.find((one) => one === closing)
      return {
        ...verdictOf(event, answer?.answeredAt ?? null, own, cut),
        key: recordId,
        at: event.reviewDueAt,
        quantity: 1,
        records: [
          { type: 'review_event', recordId, version },
          ...(answer
            ? [{ type: 'review_answer', recordId: answer.recordId, version: answer.version }]
            : []),
          ...(decision
            ? [
                {
                  type: 'supervision_decision',
                  recordId: decision.recordId,
                  version: decision.version,
                },
              ]
            : []),
        ],
      }
    })
}

export const eventsReviewed: Measure<ReviewEventsFacts> = {
  id: '5d-5',
  version: 1,
  requirement: '5d',
  minimumN: 5,
  unit: 'count',
  title: 'Supervision is reviewed after an event, and the event is answered',
  population:
    'Incidents, concerns of staff, changes of the legal status, risk-critical documents, episodes of the unwell baby and leave with the baby since the first assessment of a mother and baby, by the end of the limit',
  placedBy: 'The end of the limit for the review',
  rule: 'The event was answered, and a review was signed after that within the limit of its kind; a raise alone is no review',
  source: 'Child Z, Finding Five d; the limits are defaults that the unit approves',
  safetyCritical: true,
  // As this version was released: what was taken back is in no list.
  members: (facts, period, cut) =>
    membersOf(
      facts,
      facts.events.filter(({ takenBackAt }) => takenBackAt === null),
      period,
      cut,
    ),
}

/** The second version shows what was taken back, so that no failure goes without a word. */
export const eventsReviewedOrTakenBack: Measure<ReviewEventsFacts> = {
  ...eventsReviewed,
  version: 2,
  population: `${eventsReviewed.population}; those taken back as entered in error apart as not eligible`,
  members: (facts, period, cut) => membersOf(facts, facts.events, period, cut),
}

/** The measures of events that open a review. */
export const reviewEventMeasures: readonly Measure<ReviewEventsFacts>[] = [
  eventsReviewed,
  eventsReviewedOrTakenBack,
]

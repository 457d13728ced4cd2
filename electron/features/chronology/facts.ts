import type { PatternFacts } from '#domain/chronology/facts.ts'
import { historyAnalysis } from '#domain/chronology/rule-content.ts'
import { addDays } from '#domain/shared/calendar.ts'
import type { Cut, Period } from '#domain/shared/time.ts'
import { patternReview } from '#drizzle/schema/health-use.ts'
import { stay } from '#drizzle/schema/stays.ts'
import { standing } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { ruleSetsOf } from '../rule-sets/in-force.ts'

/** Longer than any limit of the analysis can run (60 working days). */
const longestLimitDays = 100

const stays = standing(
  stay,
  ['recordId', 'version', 'arrivedAt', 'endedAt'],
  't.arrived_at >= @since and t.arrived_at < @to',
)
const reviews = standing(
  patternReview,
  ['recordId', 'version', 'stayId', 'reviewerId', 'reviewedAt', 'lookedAt'],
  't.stay_id in (select value from json_each(@ids))',
)

/** What measure 3-1 reads of a period, as it had been recorded by the cut. */
export function patternFacts(db: ReadDb, { from, to }: Period, cut: Cut): PatternFacts {
  const seq = cut.auditSeq
  const found = stays.at(db, seq, { since: addDays(from, -longestLimitDays), to })
  return {
    stays: found,
    reviews: reviews.at(db, seq, { ids: JSON.stringify(found.map(({ recordId }) => recordId)) }),
    ruleSets: ruleSetsOf(db, historyAnalysis, seq),
  }
}

import { meansOf } from '#domain/culture/feedback-record.ts'
import { cultureRuleSet } from '#domain/culture/rule-content.ts'
import { inForceAt } from '#domain/rule-sets/rule-set.ts'
import { addDaysToDate, dateOf } from '#domain/shared/calendar.ts'
import type { Cut, Period } from '#domain/shared/time.ts'
import { partnerFeedback } from '#drizzle/schema/culture.ts'
import { standing } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { ruleSetsOf } from '../rule-sets/in-force.ts'

const returned = standing(
  partnerFeedback,
  ['marks'],
  't.returned_on is not null and t.returned_on >= @first and t.returned_on <= @last',
)

/** The mean of each question in the forms that came back in a period, as they had been recorded by a cut. */
export function partnerMeans(db: ReadDb, period: Period, cut: Cut) {
  const sets = ruleSetsOf(db, cultureRuleSet, cut.auditSeq)
  const rules = inForceAt(sets, cultureRuleSet.kind, period.to < cut.at ? period.to : cut.at)
  if (!rules) return []
  const forms = returned
    .at(db, cut.auditSeq, {
      first: dateOf(period.from),
      last: addDaysToDate(dateOf(period.to), -1),
    })
    .map(({ marks }) => ({ marks: JSON.parse(marks) as Record<string, number> }))
  return meansOf(rules.content, forms).map(({ name, n, mean }) => ({ question: name, n, mean }))
}

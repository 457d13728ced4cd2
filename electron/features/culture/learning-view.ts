import type { CheckOutcome, LearningSource } from '#domain/culture/codes.ts'
import { cultureRuleSet } from '#domain/culture/rule-content.ts'
import { addDaysToDate, dateOf } from '#domain/shared/calendar.ts'
import { isInPost } from '#domain/users/staff-groups.ts'
import type { ReadContext } from '../../platform/serve.ts'
import { ruleInForce } from '../rule-sets/in-force.ts'
import { listStaff } from '../users/staff-service.ts'
import { checksOf, learningPoints } from './learning-rows.ts'

/** Every learning point with its change and its checks, what is late of it said. */
export function learningView({ db, now }: ReadContext) {
  const today = dateOf(now)
  const rules = ruleInForce(db, cultureRuleSet, now).content
  const staff = listStaff(db)
  const name = new Map(staff.map((one) => [one.recordId, one.name]))
  const checks = Map.groupBy(checksOf(db, null), ({ subjectId }) => subjectId)
  return {
    changeWithinDays: rules.changeWithin.days,
    checkNotBeforeDays: rules.checkNotBefore.days,
    staff: staff
      .filter((one) => isInPost(one, today))
      .map((one) => ({ id: one.recordId, name: one.name })),
    points: learningPoints(db).map(({ recordId, ...point }) => {
      const own = (checks.get(recordId) ?? []).map((one) => ({
        id: one.recordId,
        checkedOn: one.checkedOn,
        outcome: one.outcome as CheckOutcome,
        how: one.how,
        by: name.get(one.author) ?? '',
      }))
      return {
        id: recordId,
        ...point,
        source: point.source as LearningSource,
        owner: name.get(point.ownerId) ?? '',
        checks: own,
        checkFrom:
          point.madeOn === null ? null : addDaysToDate(point.madeOn, rules.checkNotBefore.days),
        late: lateOf(point, own.length, today),
      }
    }),
  }
}

function lateOf(
  point: { madeOn: string | null; changeDueOn: string; checkDueOn: string },
  checks: number,
  today: string,
): 'change' | 'check' | null {
  if (point.madeOn === null) return point.changeDueOn < today ? 'change' : null
  return checks === 0 && point.checkDueOn < today ? 'check' : null
}

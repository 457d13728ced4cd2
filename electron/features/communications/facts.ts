import { dutiesRuleSetKind } from '#domain/communications/duties-content.ts'
import type { DutyFacts } from '#domain/communications/facts.ts'
import type { Cut, Period } from '#domain/shared/time.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { ruleSetsOf } from '../rule-sets/in-force.ts'
import { eventsOfPeriod } from './rows.ts'

/** What the measures of telling others read of a period, as it had been recorded by the cut. */
export const dutyFacts = (db: ReadDb, period: Period, cut: Cut): DutyFacts => ({
  ...eventsOfPeriod(db, period.from, period.to, cut.auditSeq),
  ruleSets: ruleSetsOf(db, dutiesRuleSetKind, cut.auditSeq),
})

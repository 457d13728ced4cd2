import type { Framework } from '#domain/assurance/framework.ts'
import { frameworksIn, otherFrameworks } from '#domain/assurance/frameworks/rule-content.ts'
import { inForceAt } from '#domain/rule-sets/rule-set.ts'
import type { Cut, Period } from '#domain/shared/time.ts'
import type { ReadDb } from '../../../platform/unit-of-work.ts'
import { ruleSetsOf } from '../../rule-sets/in-force.ts'

/** The other frameworks that were in force at the end of a period, as they had been recorded by a cut. */
export function otherFrameworksAt(
  db: ReadDb,
  period: Period,
  cut: Cut,
): { revision: string | null; frameworks: Framework[] } {
  const revisions = ruleSetsOf(db, otherFrameworks, cut.auditSeq)
  const at = period.to < cut.at ? period.to : cut.at
  const set = inForceAt(revisions, otherFrameworks.kind, at)
  return { revision: set?.revision ?? null, frameworks: set ? frameworksIn(set.content) : [] }
}

import { admissionCriteria } from '#domain/admission/criteria.ts'
import { informationItems } from '#domain/admission/information.ts'
import type { OverrideInput } from '#domain/assurance/report-input.ts'
import type { Cut, Period } from '#domain/shared/time.ts'
import { clauseOverride } from '#drizzle/schema/admission.ts'
import { standing } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { ruleSetsOf } from '../rule-sets/in-force.ts'
import { arrivalsWithoutOffer } from './arrival-lines.ts'
import { referralRows } from './queries.ts'

const overrides = standing(
  clauseOverride,
  [
    'recordId',
    'version',
    'referralId',
    'ruleId',
    'dueAt',
    'firstRole',
    'secondRole',
    'overriddenAt',
  ],
  't.overridden_at >= @from and t.overridden_at < @to',
  't.overridden_at, t.record_id',
)

export type OverrideLine = OverrideInput & { type: string; version: number }

/**
 * The overrides of admission in a period, a line each in the report: the rule in the words of the set that
 * the referral was checked against, never what a person typed.
 */
export function admissionOverrides(db: ReadDb, period: Period, cut: Cut): OverrideLine[] {
  const seq = cut.auditSeq
  const rows = overrides.at(db, seq, { from: period.from, to: period.to })
  const referrals = new Map(
    referralRows(
      db,
      rows.map((row) => row.referralId),
      seq,
    ).map((row) => [row.recordId, row]),
  )
  const criteria = ruleSetsOf(db, admissionCriteria, seq)
  const information = ruleSetsOf(db, informationItems, seq)
  const words = (ruleId: string, referralId: string): string => {
    const referral = referrals.get(referralId)
    const clauses = criteria.find((set) => set.recordId === referral?.criteriaId)?.content
    const items = information.find((set) => set.recordId === referral?.informationSetId)?.content
    return (
      [...(clauses?.clauses ?? []), ...(clauses?.groups ?? []), ...(items?.items ?? [])].find(
        (rule) => rule.id === ruleId,
      )?.title ?? ruleId
    )
  }
  const lines = rows.map((row) => ({
    type: 'clause_override',
    recordId: row.recordId,
    version: row.version,
    requirement: '5a',
    rule: `${row.ruleId}: ${words(row.ruleId, row.referralId)}`,
    at: row.overriddenAt,
    byRole: row.firstRole,
    secondRole: row.secondRole,
    dueAt: row.dueAt,
    kept: null,
  }))
  return [...lines, ...arrivalsWithoutOffer(db, period, seq)]
}

import { z } from 'zod'
import type { RuleSetKind } from '../rule-sets/rule-set.ts'
import { type EscortContent, escortContentSchema } from '../shared/escort/escort-content.ts'
import { limitSchema } from '../shared/limits.ts'
import { ruleText, sourced } from '../shared/source.ts'
import { leavePlaceSchema } from './record.ts'

/** Who goes along on leave with the baby (domain row 4.3): the table of the unwell baby, with rows of its own. */
export const leaveEscortRuleSet: RuleSetKind<EscortContent> = {
  kind: 'leave-escort',
  title: 'Who goes along on leave with the baby',
  content: escortContentSchema,
  agreement: 'the trust’s Mental Health Act and safeguarding leads',
}

const limit = z.strictObject({ limit: limitSchema, ...sourced })
/** Whom to ring, in their order, and what to say. */
export const ring = z.array(z.strictObject({ whom: ruleText, say: ruleText, ...sourced })).min(1)

const leaveLimitsSchema = z.strictObject({
  /** Places for which nobody outside the unit has to be reached first. */
  nobodyToldFirst: z.strictObject({ places: z.array(leavePlaceSchema), ...sourced }),
  /** From when they were due back to the steps for who is missing. */
  withBaby: limit,
  withoutBaby: limit,
  /** Whom to ring, in their order. The app rings nobody (decision 32). */
  late: ring,
  missingWithBaby: ring,
  missingWithoutBaby: ring,
})
export type LeaveLimits = z.infer<typeof leaveLimitsSchema>
export type RingLine = LeaveLimits['late'][number]

export const leaveLimitsRuleSet: RuleSetKind<LeaveLimits> = {
  kind: 'leave-limits',
  title: 'Leave: late return and who is missing',
  content: leaveLimitsSchema,
}

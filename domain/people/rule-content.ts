import { z } from 'zod'
import type { RuleSetKind } from '../rule-sets/rule-set.ts'
import { limitSchema } from '../shared/limits.ts'
import { sourced } from '../shared/source.ts'

/** How soon what is not known is asked again, and when the placement of a looked-after baby is planned. */
const limit = z.strictObject({ limit: limitSchema, ...sourced })
const days = z.strictObject({ days: z.int().min(1).max(60), ...sourced })

export const peopleRulesSchema = z.strictObject({
  /** From when something is not known to when it has to have been asked again. */
  askAgain: limit,
  /** After that, the longest until it is asked once more. */
  askOnceMoreAtMost: days,
  /** From the arrival of a looked-after baby to the planning meeting. */
  placementMeeting: limit,
  /** A planning meeting held this long before the arrival still counts. */
  placementMeetingBefore: days,
})
export type PeopleRules = z.infer<typeof peopleRulesSchema>

export const peopleRuleSet: RuleSetKind<PeopleRules> = {
  kind: 'people',
  title: 'People, what is not known of them, and placement meetings',
  content: peopleRulesSchema,
}

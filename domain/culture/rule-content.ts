import { z } from 'zod'
import type { RuleSetKind } from '../rule-sets/rule-set.ts'
import { limitSchema } from '../shared/limits.ts'
import { ruleCode, ruleText, sourced } from '../shared/source.ts'
import { professions } from '../users/staff.ts'

/** How often staff reflect, by when the unit does its part with other agencies, and the ladder of a disagreement. */

const days = z.strictObject({ days: z.int().min(1).max(366), ...sourced })
const months = z.strictObject({ months: z.int().min(1).max(24), ...sourced })
const limit = z.strictObject({ limit: limitSchema, ...sourced })
const named = z.strictObject({ id: ruleCode, name: ruleText, ...sourced })

const meetingKind = named.extend({
  /** Working days before the meeting by whose end a report is in, where one is asked for. */
  reportWorkingDaysBefore: z.int().min(0).max(20),
})
export type MeetingKind = z.infer<typeof meetingKind>

const rung = z.strictObject({
  /** Who speaks with whom on this rung. */
  who: ruleText,
  /** From reaching the rung to resolved, or to the next rung. */
  limit: limitSchema,
  ...sourced,
})

export const cultureRulesSchema = z
  .strictObject({
    reflectiveEvery: days,
    safeguardingSupervisionEvery: months,
    clinicalSupervisionEvery: months,
    jointReflectionEvery: months,
    /** From an event that leads to a reflection to the session; revisions before it had none of their own. */
    eventReflectionWithin: z
      .strictObject({ workingDays: z.int().min(1).max(60), ...sourced })
      .default({
        workingDays: 10,
        source: 'Default of this product: case reflection within 10 working days',
        mark: 'proposal',
      }),
    /** Of whom neither reflection nor supervision is asked. */
    notAskedOf: z.strictObject({ professions: z.array(z.enum(professions)), ...sourced }),
    themes: z.array(named).min(1),
    /** From noting what was learnt to the change, at the most. */
    changeWithin: days,
    /** From the change being due to the check that it held. */
    checkWithin: days,
    /** A change that was made more recently than this cannot be said to have held. */
    checkNotBefore: days,
    meetingKinds: z.array(meetingKind).min(1),
    /** From a meeting to the unit's own note of what came of it. */
    recordMeetingWithin: limit,
    feedbackReturnedWithin: limit,
    feedbackQuestions: z.array(named).min(1).max(8),
    /** A mean of fewer answers than this is not shown. */
    meanFrom: z.strictObject({ answers: z.int().min(1).max(100), ...sourced }),
    ladder: z.array(rung).min(2).max(8),
    /** From the question being put to the answer being entered. */
    spotCheckAnsweredWithin: limit,
    /** From mother and baby coming to the first spot check, where the baby has a plan or an order. */
    spotCheckWithin: days,
  })
  .superRefine((set, context) => {
    const lists = {
      themes: set.themes,
      meetingKinds: set.meetingKinds,
      feedbackQuestions: set.feedbackQuestions,
    }
    for (const [path, list] of Object.entries(lists))
      if (new Set(list.map(({ id }) => id)).size < list.length)
        context.addIssue({ code: 'custom', path: [path], message: 'An id is there twice' })
  })
export type CultureRules = z.infer<typeof cultureRulesSchema>

export const cultureRuleSet: RuleSetKind<CultureRules> = {
  kind: 'culture',
  title: 'Reflection, supervision of staff and work with other agencies',
  content: cultureRulesSchema,
}

/** The words of a code, also of one that a later revision has dropped. */
export const labelIn = (list: readonly { id: string; name: string }[], code: string): string =>
  list.find(({ id }) => id === code)?.name ?? code

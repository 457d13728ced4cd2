import {
  askedFaults,
  type FeedbackInput,
  type ReturnedInput,
  returnedFaults,
} from '#domain/culture/feedback-record.ts'
import { cultureRuleSet } from '#domain/culture/rule-content.ts'
import { addDaysToDate, firstInstantAt } from '#domain/shared/calendar.ts'
import { refuse } from '#domain/shared/failure.ts'
import { dueOf } from '#domain/shared/limits.ts'
import { partnerFeedback } from '#drizzle/schema/culture.ts'
import type { CommandContext } from '../../platform/serve.ts'
import type { Change } from '../people/facts.ts'
import { ruleInForce } from '../rule-sets/in-force.ts'
import { gone } from './family-of.ts'
import { feedbackById } from './partnership-rows.ts'
import { refusePatientNames } from './patient-names.ts'

/** Patients who were on the unit so long before are looked for in what partners write. */
const lookBackDays = 90

/** That a partner was given a form. The day by which it is due back is fixed now. */
export function askFeedback(ctx: CommandContext, input: FeedbackInput) {
  const rules = ruleInForce(ctx.db, cultureRuleSet, ctx.now)
  const faults = askedFaults(input, ctx.now)
  if (faults.length > 0) refuse('invalid', 'Check the form', faults)
  refusePatientNames(ctx.db, addDaysToDate(input.askedOn, -lookBackDays), {
    occasion: input.occasion,
  })
  const dueAt = dueOf(
    rules.content.feedbackReturnedWithin.limit,
    firstInstantAt(input.askedOn, '12:00'),
  ).at
  return ctx.write((tx) => {
    const { recordId } = tx.insert(partnerFeedback, { ...input, dueAt, ruleSetId: rules.recordId })
    return { value: { id: recordId }, audit: [note('feedback-asked', recordId, 1)] }
  })
}

/** What stands on a form that came back. */
export function enterFeedback(ctx: CommandContext, input: ReturnedInput) {
  const form = feedbackById(ctx.db, input.id) ?? gone()
  if (form.returnedOn !== null) refuse('held', 'This form has been entered already')
  const rules = ruleInForce(ctx.db, cultureRuleSet, ctx.now)
  const faults = returnedFaults(input, form.askedOn, rules.content, ctx.now)
  if (faults.length > 0) refuse('invalid', 'Check the form', faults)
  refusePatientNames(ctx.db, addDaysToDate(form.askedOn, -lookBackDays), { comment: input.comment })
  const { id, returnedOn, marks, comment } = input
  return ctx.write((tx) => {
    const { version } = tx.amend(
      partnerFeedback,
      id,
      input.version,
      { returnedOn, marks: JSON.stringify(marks), comment: comment ?? '' },
      'The form came back',
    )
    return { value: { id, version }, audit: [note('feedback-entered', id, version)] }
  })
}

/** Marks a form as entered in error. */
export function withdrawFeedback(ctx: CommandContext, { id, version: expected, reason }: Change) {
  return ctx.write((tx) => {
    const { version } = tx.withdraw(partnerFeedback, id, expected, reason)
    return {
      value: { id, version },
      audit: [{ ...note('feedback-withdrawn', id, version), reason }],
    }
  })
}

const note = (action: string, entityId: string, entityVersion: number) => ({
  action: `partnership.${action}`,
  entity: 'partner_feedback',
  entityId,
  entityVersion,
})

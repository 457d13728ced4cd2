import { z } from 'zod'
import { addDaysToDate, civilDateSchema, dateOf, daysBetween } from '../shared/calendar.ts'
import type { FieldMessage } from '../shared/failure.ts'
import { note } from '../shared/text.ts'
import type { CivilDate, Instant } from '../shared/time.ts'
import { checkOutcomes, learningSources } from './codes.ts'
import type { CultureRules } from './rule-content.ts'

/** Learning, the change that follows, and the later look whether it held (assurance.md 5f-5). */

export const learningInput = z.strictObject({
  sessionId: z.uuid().nullish(),
  source: z.enum(learningSources, 'Choose where it comes from'),
  learnt: note,
  change: note,
  ownerId: z.uuid('Choose who sees to it'),
  changeDueOn: civilDateSchema,
})
export type LearningInput = z.output<typeof learningInput>

export const madeInput = z.strictObject({
  id: z.uuid(),
  version: z.int().min(1),
  madeOn: civilDateSchema,
  made: note,
})
export type MadeInput = z.output<typeof madeInput>

export const checkInput = z.strictObject({
  learningId: z.uuid(),
  checkedOn: civilDateSchema,
  outcome: z.enum(checkOutcomes, 'Say whether it held'),
  how: note,
})
export type CheckInput = z.output<typeof checkInput>

/** The last day for the check: fixed when the point is noted, whatever the change takes. */
export const checkDueOn = (rules: CultureRules, changeDueOn: CivilDate): CivilDate =>
  addDaysToDate(changeDueOn, rules.checkWithin.days)

export function learningFaults(
  input: LearningInput,
  rules: CultureRules,
  now: Instant,
): FieldMessage[] {
  const today = dateOf(now)
  const latest = addDaysToDate(today, rules.changeWithin.days)
  if (input.changeDueOn < today)
    return [{ field: 'changeDueOn', message: 'This day is past. Enter by when it will be changed' }]
  if (input.changeDueOn > latest)
    return [
      {
        field: 'changeDueOn',
        message: `Enter a day within ${rules.changeWithin.days} days. What takes longer is done in steps`,
      },
    ]
  return []
}

export function madeFaults(input: MadeInput, notedOn: CivilDate, now: Instant): FieldMessage[] {
  if (input.madeOn > dateOf(now))
    return [
      { field: 'madeOn', message: 'This day has not come yet. Enter when the change was made' },
    ]
  return input.madeOn < notedOn
    ? [{ field: 'madeOn', message: 'This was not learnt yet on that day. Check the date' }]
    : []
}

export function checkFaults(
  input: CheckInput,
  madeOn: CivilDate,
  rules: CultureRules,
  now: Instant,
): FieldMessage[] {
  if (input.checkedOn > dateOf(now))
    return [{ field: 'checkedOn', message: 'This day has not come yet. Enter when it was checked' }]
  const least = rules.checkNotBefore.days
  return daysBetween(madeOn, input.checkedOn) < least
    ? [
        {
          field: 'checkedOn',
          message: `The change was made less than ${least} days before. Whether it holds can be told from then on`,
        },
      ]
    : []
}

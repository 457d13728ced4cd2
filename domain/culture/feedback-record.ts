import { z } from 'zod'
import { agencies } from '../people/record.ts'
import { civilDateSchema, dateOf } from '../shared/calendar.ts'
import type { FieldMessage } from '../shared/failure.ts'
import { ruleCode } from '../shared/source.ts'
import { line, note, optionalText } from '../shared/text.ts'
import type { CivilDate, Instant } from '../shared/time.ts'
import type { CultureRules } from './rule-content.ts'

/** What partners say of working with the unit, on a paper form without their name (assurance.md 5f-3). */

export const feedbackInput = z.strictObject({
  agency: z.enum(agencies, 'Choose which agency was asked'),
  /** What they worked with the unit on; no patient's name. */
  occasion: line,
  askedOn: civilDateSchema,
})
export type FeedbackInput = z.output<typeof feedbackInput>

export const returnedInput = z.strictObject({
  id: z.uuid(),
  version: z.int().min(1),
  returnedOn: civilDateSchema,
  /** 1 (not at all) to 5 (wholly); a question that was left empty is left out. */
  marks: z.record(ruleCode, z.int().min(1).max(5)),
  comment: optionalText(note),
})
export type ReturnedInput = z.output<typeof returnedInput>

export const askedFaults = ({ askedOn }: FeedbackInput, now: Instant): FieldMessage[] =>
  askedOn > dateOf(now)
    ? [{ field: 'askedOn', message: 'This day has not come yet. Enter when they were asked' }]
    : []

export function returnedFaults(
  input: ReturnedInput,
  askedOn: CivilDate,
  rules: CultureRules,
  now: Instant,
): FieldMessage[] {
  const faults: FieldMessage[] = []
  if (input.returnedOn > dateOf(now))
    faults.push({
      field: 'returnedOn',
      message: 'This day has not come yet. Enter when it came back',
    })
  if (input.returnedOn < askedOn)
    faults.push({
      field: 'returnedOn',
      message: 'They had not been asked yet on that day. Check the date',
    })
  const known = new Set(rules.feedbackQuestions.map(({ id }) => id))
  for (const id of Object.keys(input.marks))
    if (!known.has(id))
      faults.push({ field: `marks.${id}`, message: 'This question is not in the list any more' })
  const [first] = rules.feedbackQuestions
  if (Object.keys(input.marks).length === 0 && input.comment === undefined && first)
    faults.push({
      field: `marks.${first.id}`,
      message: 'Enter at least one mark, or what they wrote. An empty form has not come back',
    })
  return faults
}

export interface QuestionMean {
  id: string
  name: string
  n: number
  /** Null where there are too few answers to show one. */
  mean: number | null
}

/** The mean of each question with its n; none where fewer have answered than the rules ask for. */
export const meansOf = (
  rules: CultureRules,
  forms: readonly { marks: Readonly<Record<string, number>> }[],
): QuestionMean[] =>
  rules.feedbackQuestions.map(({ id, name }) => {
    const marks = forms.flatMap((form) => form.marks[id] ?? [])
    const n = marks.length
    const mean = n < rules.meanFrom.answers ? null : marks.reduce((sum, mark) => sum + mark, 0) / n
    return { id, name, n, mean }
  })

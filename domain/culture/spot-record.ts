import { z } from 'zod'
import { ruleCode } from '../shared/source.ts'
import { note, optionalText } from '../shared/text.ts'
import type { SpotQuestion } from './spot-questions.ts'

/** Five questions put to a member of staff about one baby, and the answers (assurance.md 2e-2). */

export const askInput = z.strictObject({
  pairId: z.uuid(),
  staffId: z.uuid('Choose who is asked'),
})
export type AskInput = z.output<typeof askInput>

export const answersInput = z.strictObject({
  id: z.uuid(),
  version: z.int().min(1),
  /** Question id to the option chosen; a question that was not answered is left out, and counts as wrong. */
  answers: z.record(ruleCode, ruleCode),
  /** What was talked through afterwards. */
  talked: optionalText(note),
})
export type AnswersInput = z.output<typeof answersInput>

/** How many of the answers are right. An unanswered question is not (decision 34). */
export const rightAnswers = (
  questions: readonly SpotQuestion[],
  answers: Readonly<Record<string, string>>,
): number => questions.filter(({ id, right }) => answers[id] === right).length

/** The question to which an answer does not belong; undefined where all do. */
export const strangeAnswer = (
  questions: readonly SpotQuestion[],
  answers: Readonly<Record<string, string>>,
): string | undefined =>
  Object.entries(answers).find(
    ([id, chosen]) =>
      !questions.some((one) => one.id === id && one.options.some((option) => option.id === chosen)),
  )?.[0]

import { type Answer, answerLabels, answers } from '#domain/shared/answer.ts'
import { RadiosField } from './radios-field.tsx'

interface AnswerFieldProps {
  name: string
  legend: string
  hint?: string
  required?: string
  /** Answers that this question does not take. */
  without?: readonly Answer[]
}

/** Yes, no, not known, not applicable, not yet asked: each an answer of its own (product.md 2). */
export function AnswerField({ without = [], ...rest }: AnswerFieldProps) {
  const choices = answers
    .filter((answer) => !without.includes(answer))
    .map((value) => ({ value, label: answerLabels[value] }))
  return <RadiosField {...rest} inline choices={choices} />
}

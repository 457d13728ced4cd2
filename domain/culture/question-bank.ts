import {
  type SpotQuestion,
  type SpotQuestions,
  type SpotTopic,
  spotTopicLabels,
  spotTopics,
} from './spot-questions.ts'

/** Writing the bank of spot-check questions: whole questions, by those who keep it, in a draft that others approve. */

/** The letters by which the answers are told apart. */
export const answerIds = ['a', 'b', 'c', 'd', 'e'] as const
export type AnswerId = (typeof answerIds)[number]

export interface WrittenQuestion {
  about: SpotTopic
  text: string
  /** By letter; those that were left empty are left out. */
  answers: Partial<Record<AnswerId, string>>
  right: string
  source: string
}

/** The answers as they are kept: the letters in their order, without gaps in what is written. */
const optionsOf = ({ answers }: WrittenQuestion) =>
  answerIds.flatMap((id) => {
    const text = answers[id]?.trim()
    return text ? [{ id, text }] : []
  })

/** What is missing in a question, each at its field; the bank as a whole is judged when it is saved. */
export function questionFaults(written: WrittenQuestion): { field: string; message: string }[] {
  const options = optionsOf(written)
  if (options.length < 2)
    return [{ field: 'answers.b', message: 'Write at least two answers to choose from' }]
  return options.some(({ id }) => id === written.right)
    ? []
    : [{ field: 'right', message: 'Choose one of the answers that are written' }]
}

const stems: Record<SpotTopic, string> = {
  plan: 'PLAN',
  'shared-responsibility': 'SHARED',
  proceedings: 'COURT',
}

/** A code that no question of the bank has, nor had in this revision. */
export function newQuestionId({ questions }: SpotQuestions, about: SpotTopic): string {
  const known = new Set(questions.map(({ id }) => id))
  for (let number = questions.length + 1; ; number += 1) {
    const id = `${stems[about]}-${number}`
    if (!known.has(id)) return id
  }
}

/** The bank with a question written anew or added. What the unit writes is its own proposal until it is approved. */
export function putQuestion(
  bank: SpotQuestions,
  written: WrittenQuestion,
  id = newQuestionId(bank, written.about),
): SpotQuestions {
  const question: SpotQuestion = {
    id,
    about: written.about,
    text: written.text,
    options: optionsOf(written),
    right: written.right,
    source: written.source,
    mark: 'proposal',
  }
  const isThere = bank.questions.some((one) => one.id === id)
  return {
    questions: isThere
      ? bank.questions.map((one) => (one.id === id ? question : one))
      : [...bank.questions, question],
  }
}

export const withoutQuestion = ({ questions }: SpotQuestions, id: string): SpotQuestions => ({
  questions: questions.filter((one) => one.id !== id),
})

/** A question as it is typed into the form again. */
export const writtenOf = ({
  about,
  text,
  options,
  right,
  source,
}: SpotQuestion): WrittenQuestion => ({
  about,
  text,
  answers: Object.fromEntries(
    options.map((option, index) => [answerIds[index] ?? option.id, option.text]),
  ),
  right: answerIds[options.findIndex(({ id }) => id === right)] ?? right,
  source,
})

/** The questions by what they are about, in the order of the topics. */
export const byTopic = ({ questions }: SpotQuestions) =>
  spotTopics.map((topic) => ({
    topic,
    name: spotTopicLabels[topic],
    questions: questions.filter(({ about }) => about === topic),
  }))

import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  byTopic,
  newQuestionId,
  putQuestion,
  questionFaults,
  withoutQuestion,
  writtenOf,
} from '#domain/culture/question-bank.ts'
import { spotQuestionsRuleSet } from '#domain/culture/spot-questions.ts'
import { parseRuleSetFile } from '#domain/rule-sets/rule-set.ts'

const bank = parseRuleSetFile(
  spotQuestionsRuleSet,
  JSON.parse(readFileSync('drizzle/seed/rule-sets/spot-check-questions.json', 'utf8')),
).content
const written = {
  about: 'plan' as const,
  text: 'Who chairs the core group?',
  answers: { a: 'The social worker who leads the plan', b: ' ', c: 'The ward manager' },
  right: 'a',
  source: 'Working Together to Safeguard Children (2023)',
}

describe('the bank of questions', () => {
  it('takes a whole question under a code of its own, and stays one that can be used', () => {
    const more = putQuestion(bank, written)
    expect(more.questions).toHaveLength(bank.questions.length + 1)
    expect(more.questions.at(-1)).toMatchObject({
      id: newQuestionId(bank, 'plan'),
      options: [{ id: 'a' }, { id: 'c' }],
      mark: 'proposal',
    })
    expect(spotQuestionsRuleSet.content.safeParse(more).success).toBe(true)
    expect(putQuestion(more, { ...written, text: 'Again' }).questions).toHaveLength(
      bank.questions.length + 2,
    )
  })

  it('writes every question anew in its place, with the same right answer', () => {
    for (const one of bank.questions) {
      const again = putQuestion(bank, writtenOf(one), one.id)
      const there = again.questions.find(({ id }) => id === one.id)
      const text = (id: string, options: { id: string; text: string }[]) =>
        options.find((option) => option.id === id)?.text
      expect(text(there?.right ?? '', there?.options ?? [])).toBe(text(one.right, one.options))
      expect(again.questions.map(({ id }) => id)).toEqual(bank.questions.map(({ id }) => id))
    }
  })

  it('says what is missing at its field', () => {
    expect(questionFaults(written)).toEqual([])
    expect(questionFaults({ ...written, right: 'b' })[0]?.field).toBe('right')
    expect(questionFaults({ ...written, answers: { a: 'One' } })[0]?.field).toBe('answers.b')
  })

  it('is refused with two answers of one letter, and with text that nobody sees or that is turned round', () => {
    const faultsOf = (changes: object) => {
      const [first, ...rest] = bank.questions
      const parsed = spotQuestionsRuleSet.content.safeParse({
        questions: [{ ...first, ...changes }, ...rest],
      })
      return parsed.error?.issues.map(({ path }) => path.slice(2).join('.')) ?? []
    }
    const options = bank.questions[0]?.options ?? []
    expect(faultsOf({})).toEqual([])
    expect(faultsOf({ options: options.map((one) => ({ ...one, id: 'a' })), right: 'a' })).toEqual([
      'options',
    ])
    expect(faultsOf({ text: '\u200b' })).toEqual(['text'])
    expect(faultsOf({ text: 'Who \u202eriahc' })).toEqual(['text'])
    expect(faultsOf({ text: 'من يرأس الاجتماع؟ 👶' })).toEqual([])
  })

  it('takes a question out, and shows every question under its topic', () => {
    const [first] = bank.questions
    expect(withoutQuestion(bank, first?.id ?? '').questions).toHaveLength(bank.questions.length - 1)
    expect(byTopic(bank).flatMap(({ questions }) => questions)).toHaveLength(bank.questions.length)
  })
})

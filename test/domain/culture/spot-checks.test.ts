import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { spotCheckDue } from '#domain/culture/spot-due.ts'
import { spotVerdict } from '#domain/culture/spot-measure.ts'
import {
  drawQuestions,
  spotQuestionsRuleSet,
  spotTopics,
  topicsFor,
} from '#domain/culture/spot-questions.ts'
import { rightAnswers, strangeAnswer } from '#domain/culture/spot-record.ts'
import { parseRuleSetFile } from '#domain/rule-sets/rule-set.ts'
import { tableUnder } from '../../support/markdown-table.ts'
import { page } from './builders.ts'

const bank = parseRuleSetFile(
  spotQuestionsRuleSet,
  JSON.parse(readFileSync('drizzle/seed/rule-sets/spot-check-questions.json', 'utf8')),
).content
const rows = (heading: string) =>
  tableUnder(page, heading).map((row) => [row.line ?? '', row] as const)

describe('2e-2: spot checks of understanding', () => {
  it.each(rows('8. Spot checks'))('line %s of docs/states/culture.md', (_, row) => {
    const [day, time] = (row.cut ?? '').split(' ')
    const check = {
      recordId: 'check',
      version: 1,
      askedAt: '2026-03-10T10:00:00.000Z',
      dueAt: '2026-03-10T11:00:00.000Z',
      answeredAt: row.answered === 'none' ? null : '2026-03-10T10:10:00.000Z',
      asked: 5,
      answered: row.answered === 'none' ? 0 : Number(row.answered),
      right: Number(row.right),
    }
    const cut = { at: `2026-03-${day}T${time}:00.000Z`, auditSeq: 9 }
    expect(spotVerdict(check, cut).class).toBe(row.class)
  })

  it.each(rows('9. What is asked'))('line %s of docs/states/culture.md', (_, row) => {
    const topics = topicsFor((row['legal status'] ?? '').split(', '))
    expect(topics.join(', ') || 'none').toBe(row['questions on'])
  })

  it.each(rows('10. When staff'))('line %s of docs/states/culture.md', (_, row) => {
    const noon = (day: string | undefined) =>
      `2026-11-${(day ?? '').padStart(2, '0')}T12:00:00.000Z`
    const inForce = row['in force'] === 'none' ? [] : (row['in force'] ?? '').split(', ')
    const asked = row['asked on'] === 'none' ? [] : (row['asked on'] ?? '').split('; ')
    const due = spotCheckDue(
      inForce.map((one) => ({ code: one.split(' ')[0] ?? '', startsAt: noon(one.split(' ')[1]) })),
      asked.map((codes) => codes.split(' ')),
      noon('1'),
      7,
      noon(row.today),
    )
    const said = due && `${Number(due.dueAt.slice(8, 10))}${due.late ? ' late' : ''}`
    expect(said ?? 'none').toBe(row.due)
    if (due) expect(due.dueAt.slice(10)).toBe('T12:00:00.000Z')
  })

  it('draws five different questions on what applies, each topic among them, the same for the same check', () => {
    const topics = fc.subarray([...spotTopics], { minLength: 1 })
    fc.assert(
      fc.property(topics, fc.uuid(), (of, seed) => {
        const drawn = drawQuestions(bank, of, seed)
        expect(new Set(drawn.map(({ id }) => id)).size).toBe(5)
        expect(new Set(drawn.map(({ about }) => about))).toEqual(new Set(of))
        expect(drawQuestions(bank, of, seed)).toEqual(drawn)
      }),
    )
  })

  it('every question of the bank comes up', () => {
    const seen = new Set<string>()
    for (let n = 0; n < 400; n += 1)
      for (const { id } of drawQuestions(bank, spotTopics, `check-${n}`)) seen.add(id)
    expect(seen.size).toBe(bank.questions.length)
  })

  it('counts what is not answered as not right, and knows an answer that does not belong', () => {
    const drawn = drawQuestions(bank, ['plan'], 'a')
    const all = Object.fromEntries(drawn.map(({ id, right }) => [id, right]))
    expect(rightAnswers(drawn, all)).toBe(5)
    const { [drawn[0]?.id ?? '']: _, ...four } = all
    expect(rightAnswers(drawn, four)).toBe(4)
    expect(strangeAnswer(drawn, all)).toBeUndefined()
    expect(strangeAnswer(drawn, { ...all, 'NO-SUCH': 'a' })).toBe('NO-SUCH')
  })

  it('a bank with too few questions on a topic, or without its right answer, cannot be used', () => {
    const parse = (questions: unknown[]) => spotQuestionsRuleSet.content.safeParse({ questions })
    expect(parse(bank.questions).success).toBe(true)
    expect(parse(bank.questions.slice(2)).success).toBe(false)
    expect(parse([{ ...bank.questions[0], right: 'z' }, ...bank.questions.slice(1)]).success).toBe(
      false,
    )
  })
})

import { expect, test } from 'vitest'
import { ruleChanges } from '#domain/admission/switching.ts'
import { shipped as rules } from './builders.ts'

const changed = (id: string, change: object) => ({
  ...rules,
  criteria: {
    ...rules.criteria,
    clauses: rules.criteria.clauses.map((one) => (one.id === id ? { ...one, ...change } : one)),
  },
})
const none = { askedAgain: [], added: [], removed: [] }

test.each([
  ['another question', { question: 'Is it so at night as well?' }, ['ADM-I-05']],
  ['another kind', { kind: 'exclusion' }, ['ADM-I-05']],
  ['not applicable allowed', { notApplicable: 'may-be' }, ['ADM-I-05']],
  ['another title', { title: 'In other words' }, []],
  ['another limit', { staleAfterDays: 3 }, []],
  ['other evidence', { evidence: 'A letter' }, []],
])('%s asks again only where the answer means something else', (_, change, askedAgain) => {
  expect(ruleChanges(rules, changed('ADM-I-05', change))).toEqual({ ...none, askedAgain })
})

test('clauses and items that are new or gone are named', () => {
  const [first, ...rest] = rules.information.items
  const fewer = {
    criteria: {
      ...rules.criteria,
      clauses: rules.criteria.clauses.filter(({ id }) => id !== 'ADM-I-05'),
    },
    information: { ...rules.information, items: rest },
  }
  expect(ruleChanges(rules, fewer)).toEqual({ ...none, removed: ['ADM-I-05', first?.id] })
  expect(ruleChanges(fewer, rules)).toEqual({ ...none, added: ['ADM-I-05', first?.id] })
})

test('the same rules change nothing', () => {
  expect(ruleChanges(rules, rules)).toEqual(none)
})

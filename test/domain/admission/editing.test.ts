import { describe, expect, test } from 'vitest'
import { admissionCriteriaSchema } from '#domain/admission/criteria.ts'
import {
  type ClauseWords,
  nextClauseId,
  withClause,
  withNewClause,
  withoutClause,
} from '#domain/admission/editing.ts'
import { clauseOf, shipped } from './builders.ts'

const { criteria } = shipped
const words: ClauseWords = {
  kind: 'stop',
  title: 'No home to go to',
  question: 'Is there no address for the discharge?',
  evidence: 'Discharge plan',
  group: null,
  notApplicable: 'never',
  staleAfterDays: null,
  source: 'Unit meeting of 3 November 2026',
}
const holds = (changed: unknown) => admissionCriteriaSchema.safeParse(changed)

test.each([
  ['inclusion', 'ADM-I-14'],
  ['exclusion', 'ADM-X-11'],
  ['defer', 'ADM-X-11'],
  ['stop', 'ADM-X-11'],
] as const)('a new clause of the kind %s is %s', (kind, id) => {
  expect(nextClauseId(criteria, kind)).toBe(id)
  const made = withNewClause(criteria, { ...words, kind })
  expect(made.id).toBe(id)
  expect(holds(made.criteria).success).toBe(true)
  expect(made.criteria.clauses.at(-1)).toMatchObject({
    id,
    kind,
    answered: 'asked',
    mark: 'proposal',
  })
})

test('the set before is left as it was', () => {
  const before = structuredClone(criteria)
  withNewClause(criteria, words)
  withClause(criteria, 'ADM-I-05', words)
  withoutClause(criteria, 'ADM-I-05')
  expect(criteria).toEqual(before)
})

describe('a clause said in other words', () => {
  test('may change its kind where people answer it', () => {
    const changed = withClause(criteria, 'ADM-X-04', { ...words, kind: 'stop' })
    expect(clauseOf('ADM-X-04', changed)).toMatchObject({ kind: 'stop', answered: 'asked' })
  })

  test('keeps its kind and its way where the app works it out', () => {
    const changed = withClause(criteria, 'ADM-I-01', { ...words, kind: 'exclusion' })
    expect(clauseOf('ADM-I-01', changed)).toMatchObject({
      kind: 'inclusion',
      answered: 'computed',
      computation: 'in-the-age-window',
      title: 'No home to go to',
    })
  })

  test('leaves its group once it is no inclusion any more', () => {
    const changed = withClause(criteria, 'ADM-I-03', { ...words, group: 'ADM-G-01', kind: 'stop' })
    expect(clauseOf('ADM-I-03', changed).group).toBeNull()
    expect(holds(changed).success).toBe(true)
  })
})

describe('a clause taken out', () => {
  test('is named by no reason of a refusal any more', () => {
    const changed = withoutClause(criteria, 'ADM-X-01')
    expect(JSON.stringify(changed)).not.toContain('ADM-X-01')
    expect(holds(changed).success).toBe(true)
  })

  test('takes its group with it where it was the last', () => {
    const changed = ['ADM-I-03', 'ADM-I-04', 'ADM-I-06'].reduce(withoutClause, criteria)
    expect(changed.groups).toEqual([])
    expect(holds(changed).success).toBe(true)
  })
})

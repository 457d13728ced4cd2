import { describe, expect, it } from 'vitest'
import { clauseStanding } from '#domain/admission/clauses.ts'
import { computedAnswer } from '#domain/admission/computed.ts'
import type { Clause } from '#domain/admission/criteria.ts'
import type { ReferralFile, ReferredChild } from '#domain/admission/record.ts'
import { checkFactsOf, heldBy, holdsOf } from '#domain/admission/rules.ts'
import type { Answer } from '#domain/shared/answer.ts'
import { addDaysToDate } from '#domain/shared/calendar.ts'
import { tableUnder } from '../../support/markdown-table.ts'
import { meaningOf } from '../../support/truth-words.ts'
import { aFile, clauseOf, decidedAt, page, shipped, today, withAnswer } from './builders.ts'

const days = {
  today,
  '7 days ago': addDaysToDate(today, -7),
  '8 days ago': addDaysToDate(today, -8),
  '-': null,
}
const clauses: Record<string, Clause> = {
  inclusion: clauseOf('ADM-I-05'),
  exclusion: clauseOf('ADM-X-04'),
  defer: clauseOf('ADM-X-07'),
  stop: clauseOf('ADM-X-08'),
  'exclusion, stale after 7 days': clauseOf('ADM-X-10'),
}

describe('from an answer to its meaning', () => {
  it.each(tableUnder(page, '1. From an answer').map((row) => [row.line, row] as const))(
    'line %s of docs/states/admission.md',
    (_, row) => {
      const clause = { ...meaningOf(clauses, row.kind), notApplicable: 'may-be' as const }
      const criteria = {
        ...shipped.criteria,
        clauses: shipped.criteria.clauses.map((one) => (one.id === clause.id ? clause : one)),
      }
      const describedOn = meaningOf<string | null>(days, row.describes)
      const answer = row.answer as Answer
      expect(clauseStanding(clause, { answer, describedOn }, decidedAt)).toBe(row.standing)

      const setByCourt = row['set by a court'] === 'yes'
      const file = withAnswer(aFile(), clause.id, answer, { describedOn, setByCourt })
      const held = heldBy(file, file.items, [], { ...shipped, criteria }, decidedAt)
      expect(held.map((hold) => hold.ruleId)).toEqual(
        row['holds the offer'] === 'yes' ? [clause.id] : [],
      )
      const overridable = held[0] ? (held[0].overridable ? 'yes' : 'no') : '-'
      expect(overridable).toBe(row['may be overridden'])
    },
  )

  it('never asks for what is measured', () => {
    const file = aFile()
    const facts = checkFactsOf(file, file.items, shipped, decidedAt)
    expect(facts.clauses.map((fact) => fact.clauseId)).not.toContain('ADM-I-11')
    expect(facts.clauses).toHaveLength(21)
  })
})

describe('at least one of a group', () => {
  it.each(tableUnder(page, '2. At least one').map((row) => [row.line, row] as const))(
    'line %s of docs/states/admission.md',
    (_, row) => {
      let file = withAnswer(aFile(), 'ADM-I-03', row.first as Answer)
      file = withAnswer(file, 'ADM-I-04', row.second as Answer)
      file = withAnswer(file, 'ADM-I-06', row.third as Answer)
      const held = heldBy(file, file.items, [], shipped, decidedAt)
      expect(held.map((hold) => hold.ruleId)).toEqual(
        row['holds the offer'] === 'yes' ? ['ADM-G-01'] : [],
      )
      const missing = held[0] ? (held[0].missing ? 'yes' : 'no') : '-'
      expect(missing).toBe(row['something is missing'])
    },
  )
})

function childrenOf(cell: string): ReferredChild[] {
  if (cell === 'none entered') return []
  return cell
    .replace('due, date not known', 'due ?')
    .split(', ')
    .map((text, i) => {
      const [what, date] = text.split(' ')
      return {
        key: `child ${i}`,
        bornOn: what === 'born' ? (date ?? null) : null,
        expectedOn: what === 'due' && date !== '?' ? (date ?? null) : null,
      }
    })
}

describe('clauses that are computed', () => {
  const computed = ['ADM-I-01', 'ADM-I-02', 'ADM-X-06', 'ADM-I-07', 'ADM-X-05']
  it.each(tableUnder(page, '3. Clauses that are computed').map((row) => [row.line, row] as const))(
    'line %s of docs/states/admission.md',
    (_, row) => {
      const born = row['mother born'] ?? ''
      const facts = {
        ...aFile().facts,
        motherBornOn: born === 'not known' ? null : born,
        children: childrenOf(row.baby ?? ''),
      }
      for (const id of computed) {
        const { computation } = clauseOf(id)
        if (!computation) throw new Error(`${id} is not computed`)
        const answer = computedAnswer(computation, facts, shipped.criteria, today)
        expect([id, answer === 'ask' ? 'asked' : answer]).toEqual([id, row[id]])
      }
    },
  )

  it.each([
    ['crisis-team', 'yes'],
    ['local-authority', 'no'],
    ['a type not in the list', 'not-known'],
  ])('a referrer of type %s is accepted: %s', (referrer, answer) => {
    const facts = { ...aFile().facts, referrer }
    expect(computedAnswer('referrer-accepted', facts, shipped.criteria, today)).toBe(answer)
  })

  it('go by the day in England, not by the clock in Greenwich', () => {
    const facts = { ...aFile().facts, motherBornOn: '2010-06-16' }
    const file = { ...aFile(), facts }
    const midnight = '2026-06-15T23:30:00.000Z' // 00:30 on the 16th in England
    const young = (at: string) =>
      holdsOf(checkFactsOf(file, file.items, shipped, at), [], shipped, at).some(
        (hold) => hold.ruleId === 'ADM-X-05',
      )
    expect(young('2026-06-15T22:30:00.000Z')).toBe(true)
    expect(young(midnight)).toBe(false)
  })

  it('are not typed: an answer to one is not looked at', () => {
    const file = withAnswer(aFile(), 'ADM-X-05', 'yes')
    expect(heldBy(file, file.items, [], shipped, decidedAt)).toEqual([])
  })

  it('ask at 16 and 17 for the named team', () => {
    const young: ReferralFile = {
      ...aFile(),
      facts: { ...aFile().facts, motherBornOn: '2009-06-15' },
    }
    const held = (file: ReferralFile) => heldBy(file, file.items, [], shipped, decidedAt)
    expect(held(young).map((hold) => hold.ruleId)).toEqual(['ADM-I-07'])
    expect(held(withAnswer(young, 'ADM-I-07', 'yes'))).toEqual([])
  })
})

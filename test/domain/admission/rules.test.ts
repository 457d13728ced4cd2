import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answeredClauses } from '#domain/admission/criteria.ts'
import type { Override, ReferralFile } from '#domain/admission/record.ts'
import {
  checkFactsOf,
  heldBy,
  holdsOf,
  overridesUsed,
  unanswered,
} from '#domain/admission/rules.ts'
import { type Answer, answers } from '#domain/shared/answer.ts'
import { addDaysToDate, addHours } from '#domain/shared/calendar.ts'
import {
  aFile,
  anAnswer,
  anOverride,
  anOverrideOfMissing,
  decidedAt,
  shipped,
  today,
  withAnswer,
  withItem,
} from './builders.ts'

const held = (file: ReferralFile, at = decidedAt) =>
  heldBy(file, file.items, file.overrides, shipped, at)
const words = (file: ReferralFile) => held(file).map((hold) => [hold.reason, hold.release])

describe('what holds an offer', () => {
  it('is nothing where everything is known, current and fitting', () => {
    expect(held(aFile())).toEqual([])
  })

  it('is everything on a referral that has just come in, stops first', () => {
    const file = aFile({ answers: [], items: [], cpisChecks: [] })
    const holds = held(file)
    expect(holds).toHaveLength(4 + 1 + 8 + 6) // inclusions, group, other clauses, must-knows
    expect(holds.slice(0, 3).map((hold) => hold.kind)).toEqual(['stop', 'stop', 'defer'])
    expect(holds.every((hold) => hold.missing)).toBe(true)
    const facts = checkFactsOf(file, file.items, shipped, decidedAt)
    expect(unanswered(facts, shipped.criteria)).toHaveLength(15)
  })

  it('says why and what would release it, in plain English', () => {
    expect(words(withAnswer(aFile(), 'ADM-X-04', 'yes'))).toEqual([
      [
        'Serious violence or aggression: present',
        'Other facts: Risk assessment; what the police know, or an override by two authorised people',
      ],
    ])
    expect(words(withAnswer(aFile(), 'ADM-X-08', 'yes'))).toEqual([
      [
        'Separation planned with the court, or living together barred: present, and nobody may override it',
        'A change of the order or plan',
      ],
    ])
    expect(words(withAnswer(aFile(), 'ADM-X-07', 'yes'))).toEqual([
      [
        'Immediate physical risk to the baby or others: present, so not now',
        'The risk has passed, or an override by two authorised people',
      ],
    ])
    expect(words(withAnswer(aFile(), 'ADM-I-10', 'not-known'))).toEqual([
      [
        'National referral form complete: asked, and not known',
        'An answer to: Is the national mother and baby unit referral form attached and complete? Or an override by two authorised people with a deadline',
      ],
    ])
    expect(words({ ...aFile(), facts: { ...aFile().facts, children: [] } })[0]).toEqual([
      'Under 32 weeks, or past the latest age: cannot be worked out',
      "The baby's date of birth, or the expected date of delivery, or an override by two authorised people with a deadline",
    ])
    const old = { describedOn: addDaysToDate(today, -9) }
    expect(words(withAnswer(aFile(), 'ADM-X-10', 'no', old))[0]?.[0]).toBe(
      'Legal status or parental responsibility not established: the answer describes 6 Jun 2026, longer ago than 7 days',
    )
  })

  it('says of information who was asked, how old it is and what the limit is', () => {
    const reasonOf = (file: ReferralFile) => held(file)[0]?.reason
    expect(reasonOf(withItem(aFile(), 'ADM-R-06', { outcome: 'open' }))).toBe(
      'Legal status and parental responsibility: asked of the social worker, not received',
    )
    expect(reasonOf(withItem(aFile(), 'ADM-R-03', { describedOn: '2026-06-11' }))).toBe(
      'Why now, and the risk: 4 days old, the limit is 3',
    )
    expect(reasonOf(withItem(aFile(), 'ADM-R-03', { describedOn: null }))).toBe(
      'Why now, and the risk: received without the date that it describes',
    )
    expect(reasonOf({ ...aFile(), cpisChecks: [] })).toBe(
      'CP-IS check: not looked up for every child',
    )
    const file = aFile()
    const unsure: ReferralFile = { ...file, facts: { ...file.facts, socialCare: 'not-known' } }
    expect(held(unsure).map((hold) => hold.release)).toEqual([
      'Pre-birth assessment, parenting assessments, chronology; register of court statements and expert reports (or the word of the authority that social care is not involved), or an override by two authorised people with a deadline',
      'Social worker, team manager and emergency duty team with numbers; reviewing officer, guardian, conference chair (or the word of the authority that social care is not involved), or an override by two authorised people with a deadline',
    ])
  })

  it('goes by the age of information on the day of the decision', () => {
    const file = withItem(aFile(), 'ADM-R-03', { describedOn: today })
    expect(held(file, addHours(decidedAt, 72))).toEqual([])
    expect(held(file, addHours(decidedAt, 96)).map((hold) => hold.ruleId)).toEqual(['ADM-R-03'])
  })
})

const asked = answeredClauses(shipped.criteria).filter((clause) => clause.answered === 'asked')
const someFile = fc
  .record({
    given: fc.array(
      fc.tuple(fc.constantFrom(...asked.map((one) => one.id)), fc.constantFrom(...answers)),
      { maxLength: 6 },
    ),
    lost: fc.subarray(['ADM-R-02', 'ADM-R-03', 'ADM-R-06', 'ADM-R-07', 'ADM-R-14']),
    socialCare: fc.constantFrom<Answer>('yes', 'no', 'not-known'),
  })
  .map(({ given, lost, socialCare }) => {
    const base = aFile()
    const file = given.reduce((one, [id, answer]) => withAnswer(one, id, answer), base)
    return {
      ...file,
      items: file.items.filter((item) => !lost.includes(item.itemId)),
      facts: { ...file.facts, socialCare },
    }
  })

describe('whatever is answered', () => {
  it('an offer is free just where each clause is met or not applicable and each must-know in date', () => {
    fc.assert(
      fc.property(someFile, (file) => {
        const answerTo = (id: string) => file.answers.find((one) => one.clauseId === id)?.answer
        const alone = asked.filter((clause) => clause.group === null)
        const clausesFree = alone.every((clause) => {
          const answer = answerTo(clause.id)
          if (answer === 'not-applicable') return clause.notApplicable === 'may-be'
          return answer === (clause.kind === 'inclusion' ? 'yes' : 'no')
        })
        const groupFree = ['ADM-I-03', 'ADM-I-04', 'ADM-I-06'].some((id) => answerTo(id) === 'yes')
        const itemsFree = file.items.length === 5 && file.facts.socialCare === 'no'
        expect(held(file).length === 0).toBe(clausesFree && groupFree && itemsFree)
      }),
    )
  })

  it('overriding every hold lets through all but stops, and each hold stays on the record', () => {
    fc.assert(
      fc.property(someFile, (file) => {
        const holds = held(file)
        const overrides: Override[] = holds.map((hold) =>
          hold.missing ? anOverrideOfMissing(hold.ruleId) : anOverride(hold.ruleId),
        )
        const left = held({ ...file, overrides })
        expect(left.map((hold) => hold.ruleId)).toEqual(
          holds.filter((hold) => !hold.overridable).map((hold) => hold.ruleId),
        )
        const facts = checkFactsOf(file, file.items, shipped, decidedAt)
        const all = holdsOf(facts, overrides, shipped, decidedAt)
        expect(all).toHaveLength(holds.length)
        expect(overridesUsed(all)).toHaveLength(holds.length - left.length)
      }),
    )
  })

  it('an answer that turns to not known never releases anything', () => {
    fc.assert(
      fc.property(someFile, fc.constantFrom(...asked.map((one) => one.id)), (file, id) => {
        const before = held(file).map((hold) => hold.ruleId)
        const turned = {
          ...file,
          answers: [
            ...file.answers.filter((one) => one.clauseId !== id),
            anAnswer(id, 'not-known'),
          ],
        }
        const after = held(turned).map((hold) => hold.ruleId)
        expect(before.filter((one) => !after.includes(one))).toEqual([])
      }),
    )
  })
})

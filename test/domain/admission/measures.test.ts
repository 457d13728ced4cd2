import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AdmissionFacts, DecisionFact } from '#domain/admission/facts.ts'
import { admissionMeasures } from '#domain/admission/measures.ts'
import { decisionOutcomes, type ReferralFile } from '#domain/admission/record.ts'
import { figureOf } from '#domain/assurance/measure.ts'
import { catalogueRuns, runMeasures } from '#domain/assurance/measure-run.ts'
import { type Answer, answers } from '#domain/shared/answer.ts'
import { addMinutes, startOfDay } from '#domain/shared/calendar.ts'
import { aFile, anOverrideOfMissing, decidedAt, withAnswer, withItem } from './builders.ts'
import { anArrival, aReferral, decisionOn, factsOf } from './facts-builder.ts'

const quarter = { from: startOfDay('2026-04-01'), to: startOfDay('2026-07-01') }
const cut = { at: '2026-07-05T09:00:00.000Z', auditSeq: 100 }

const someAnswer = fc.constantFrom<Answer>(...answers)
const someMinutes = fc.integer({ min: -3000, max: 3000 })

const someFacts = fc
  .record({
    clause: fc.constantFrom('ADM-I-05', 'ADM-X-04', 'ADM-I-03', 'ADM-X-10'),
    answer: someAnswer,
    receivedAt: fc.option(someMinutes),
    describedOn: fc.option(fc.constantFrom('2026-06-01', '2026-06-14')),
    overridden: fc.subarray(['ADM-I-05', 'ADM-X-04', 'ADM-G-01', 'ADM-R-06']),
    sameTwice: fc.boolean(),
    outcome: fc.constantFrom(...decisionOutcomes),
    decided: fc.option(someMinutes),
    limit: fc.option(someMinutes),
    planned: fc.option(fc.boolean()),
    cameFrom: fc.constantFrom('home', 'adult-mental-health-ward', 'not-known'),
    arrived: someMinutes,
  })
  .map((given): AdmissionFacts => {
    let file: ReferralFile = withAnswer(aFile(), given.clause, given.answer)
    file = withItem(file, 'ADM-R-06', {
      receivedAt: given.receivedAt === null ? null : addMinutes(decidedAt, given.receivedAt),
      describedOn: given.describedOn,
    })
    const overrides = given.overridden.map((id) =>
      anOverrideOfMissing(id, given.sameTwice ? { second: null } : {}),
    )
    file = { ...file, overrides }
    const decision: DecisionFact = {
      ...decisionOn(file, given.outcome),
      decidedAt: given.decided === null ? null : addMinutes(decidedAt, given.decided),
    }
    const decisionDueAt = given.limit === null ? null : addMinutes(decidedAt, given.limit)
    return factsOf(file, [decision], {
      referrals: [aReferral(file, { decisionDueAt, planned: given.planned })],
      arrivals: [anArrival(addMinutes(decidedAt, given.arrived), given.cameFrom as 'home')],
    })
  })

describe('whatever a referral holds', () => {
  it('each member is in one class of each measure, and the classes add up', () => {
    fc.assert(
      fc.property(someFacts, (facts) => {
        for (const { members } of runMeasures(admissionMeasures, facts, quarter, cut)) {
          const found = figureOf(members)
          expect(found.pass + found.fail + found.incomplete + found.notEligible).toBe(
            members.length,
          )
          for (const member of members) {
            expect(member.reason).not.toBe('')
            expect(member.records.length).toBeGreaterThan(0)
            expect(member.at >= quarter.from && member.at < quarter.to).toBe(true)
          }
        }
      }),
    )
  })

  it('what is taken out of the record never raises a rate', () => {
    const emptied = (facts: AdmissionFacts): AdmissionFacts => ({
      ...facts,
      decisions: facts.decisions.map((one) => ({ ...one, clauses: [], items: [] })),
      referrals: facts.referrals.map((one) => ({ ...one, decisionDueAt: null })),
      cpisChecks: facts.cpisChecks.map((one) => ({ ...one, checkedAt: null })),
      arrivals: facts.arrivals.map((one) => ({
        ...one,
        tie: one.tie && { ...one.tie, cameFrom: 'not-known' as const },
      })),
    })
    fc.assert(
      fc.property(someFacts, (facts) => {
        const full = runMeasures(admissionMeasures, facts, quarter, cut)
        const less = runMeasures(admissionMeasures, emptied(facts), quarter, cut)
        for (const [i, { measure, members }] of less.entries()) {
          // An override and a refusal are judged by other parts of the record.
          if (measure.id === '5a-4' || measure.id === '5a-7') continue
          const before = figureOf(full[i]?.members ?? [])
          const after = figureOf(members)
          expect([measure.id, after.pass <= before.pass]).toEqual([measure.id, true])
          expect([measure.id, after.rate ?? 0]).toEqual([measure.id, 0])
        }
      }),
    )
  })

  it('gives the same figures twice, whatever the order of the rows', () => {
    fc.assert(
      fc.property(someFacts, (facts) => {
        const turned = {
          ...facts,
          answers: [...facts.answers].reverse(),
          items: [...facts.items].reverse(),
          overrides: [...facts.overrides].reverse(),
        }
        const figures = (given: AdmissionFacts) =>
          runMeasures(admissionMeasures, given, quarter, cut).map(({ members }) =>
            figureOf(members),
          )
        expect(figures(turned)).toEqual(figures(facts))
      }),
    )
  })

  it('names nobody, and agrees with the catalogue of measures', () => {
    const runs = runMeasures(admissionMeasures, factsOf(aFile(), []), quarter, cut)
    expect(() => catalogueRuns(runs)).not.toThrow()
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { figureOf, type Measure } from '#domain/assurance/measure.ts'
import { catalogueRuns, measureVersions, runMeasures } from '#domain/assurance/measure-run.ts'
import { addDaysToDate, addMonthsToDate, dateOf, startOfDay } from '#domain/shared/calendar.ts'
import type { TrainingFacts } from '#domain/training/facts.ts'
import {
  careProceedingsTopicsInDate,
  multiAgencyInTwelveMonths,
  requiredLevelInDate,
  startersTrainedInTime,
  trainingMeasures,
} from '#domain/training/measures.ts'
import type { Certificate } from '#domain/training/record.ts'
import { tableUnder } from '../../support/markdown-table.ts'
import { meaningOf } from '../../support/truth-words.ts'
import { aCertificate, aPerson, factsOf, page } from './builders.ts'

const quarter = { from: startOfDay('2026-04-01'), to: startOfDay('2026-07-01') }
const cut = { at: '2026-07-05T09:00:00.000Z', auditSeq: 100 }
const figure = (measure: Measure<TrainingFacts>, facts: TrainingFacts) =>
  figureOf(measure.members(facts, quarter, cut))

describe('training at the end of a quarter', () => {
  const facts = factsOf(
    [
      aPerson({ staffId: 'fine' }),
      aPerson({ staffId: 'doctor', profession: 'doctor' }),
      aPerson({ staffId: 'bank', employment: 'bank' }),
      aPerson({ staffId: 'starter', startedOn: '2026-05-01' }),
      aPerson({ staffId: 'undated' }),
      aPerson({ staffId: 'left', leftOn: '2026-06-29' }),
      aPerson({ staffId: 'came after', startedOn: '2026-07-01' }),
      aPerson({ staffId: 'porter', profession: 'support-services' }),
    ],
    [
      aCertificate({
        staffId: 'fine',
        completedOn: '2025-06-30',
        deliveredByAnother: true,
        topics: ['TRN-01', 'TRN-02', 'TRN-03', 'TRN-04', 'TRN-05'],
      }),
      aCertificate({ staffId: 'doctor', completedOn: '2023-06-29' }),
      aCertificate({ staffId: 'bank', completedOn: '2026-01-01', topics: ['TRN-01'] }),
      aCertificate({ staffId: 'undated', completedOn: null, agenciesPresent: null }),
      aCertificate({ staffId: 'porter', level: '1', completedOn: '2026-06-01' }),
    ],
  )

  it('counts the level required: 3 in date of 5, one lapsed, one undated, the starter apart', () => {
    expect(figure(requiredLevelInDate, facts)).toMatchObject({
      pass: 3, // fine, bank, porter
      fail: 1, // doctor, lapsed the day before
      incomplete: 1, // undated
      notEligible: 1, // starter
      population: 6, // neither who left nor who came after
      rate: 3 / 5,
    })
  })

  it('shows doctors and bank apart', () => {
    const groups = requiredLevelInDate.members(facts, quarter, cut).map((member) => member.group)
    expect(new Set(groups)).toEqual(
      new Set([
        'Registered nurse',
        'Doctor, other grade',
        'Registered nurse, bank',
        'Domestic, catering or portering',
      ]),
    )
  })

  it('counts multi-agency training of the last twelve months', () => {
    expect(figure(multiAgencyInTwelveMonths, facts)).toMatchObject({
      pass: 1, // fine, twelve months ago to the day
      fail: 2, // doctor and bank: nobody else was there
      incomplete: 1, // undated
      notEligible: 2, // starter; porter, of whom it is not asked
    })
  })

  it('counts child protection processes and care proceedings', () => {
    expect(figure(careProceedingsTopicsInDate, facts)).toMatchObject({
      pass: 1,
      fail: 3, // doctor, bank with one topic of five, undated without topics
      incomplete: 0,
      notEligible: 2,
    })
  })

  it('names no person in a reason', () => {
    for (const measure of trainingMeasures)
      for (const member of measure.members(facts, quarter, cut))
        expect(member.reason).not.toMatch(/undated|fine|bank|porter|nurse-1/)
  })

  it('judges at the cut where the period has not ended', () => {
    const early = { at: '2026-06-29T12:00:00.000Z', auditSeq: 100 }
    const members = requiredLevelInDate.members(facts, quarter, early)
    expect(members).toHaveLength(7) // who left on the 29th was still in post
    expect(members.every((member) => dateOf(member.at) === '2026-06-29')).toBe(true)
    expect(figureOf(members)).toMatchObject({ pass: 4, fail: 1, incomplete: 1, notEligible: 1 })
  })

  it('counts nobody in a period that has not begun at the cut', () => {
    const before = { at: '2026-03-31T12:00:00.000Z', auditSeq: 100 }
    expect(requiredLevelInDate.members(facts, quarter, before)).toEqual([])
  })

  it('says incomplete of everybody where no requirements are in force', () => {
    const members = requiredLevelInDate.members({ ...facts, requirements: [] }, quarter, cut)
    expect(figureOf(members)).toMatchObject({ incomplete: 6, denominator: 6, rate: 0 })
  })
})

describe('starters', () => {
  const limitEnd = '2026-06-10'
  const startedOn = addMonthsToDate(limitEnd, -12)
  const held: Record<string, Partial<Certificate>[]> = {
    'in date': [{ completedOn: '2026-05-01' }],
    none: [],
    'no day of completion': [{ completedOn: null }],
    'done the day after the limit': [{ completedOn: addDaysToDate(limitEnd, 1) }],
  }
  const cuts = { over: cut, running: { at: '2026-06-10T22:00:00.000Z', auditSeq: 90 } }

  it.each(tableUnder(page, '4. Starters').map((row) => [row.line, row] as const))(
    'line %s of docs/states/training.md',
    (_, row) => {
      const facts = factsOf(
        [aPerson({ startedOn, leftOn: row.left === 'no' ? null : '2026-06-01' })],
        meaningOf(held, row['certificate on that day']).map(aCertificate),
      )
      const members = startersTrainedInTime.members(facts, quarter, meaningOf(cuts, row.limit))
      expect(members.map((member) => member.class)).toEqual([row.class])
    },
  )

  it('belong to the period in which the limit ends, and to no other', () => {
    const facts = factsOf([aPerson({ startedOn })], [])
    const next = { from: quarter.to, to: startOfDay('2026-10-01') }
    expect(startersTrainedInTime.members(facts, next, cut)).toEqual([])
  })
})

const day = (min: string, max: string) =>
  fc
    .integer({ min: Date.parse(min) / 86_400_000, max: Date.parse(max) / 86_400_000 })
    .map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10))

const somePerson = fc.record({
  profession: fc.constantFrom(
    'registered-nurse',
    'doctor',
    'support-services',
    'commissioner',
    'unheard of',
  ),
  employment: fc.constantFrom('substantive', 'bank', 'agency', 'student'),
  startedOn: day('2024-01-01', '2026-08-01'),
  leftOn: fc.option(day('2026-05-01', '2026-08-01')),
})
const someCertificate = fc.record({
  staffId: fc.integer({ min: 0, max: 6 }).map((n) => `s${n}`),
  level: fc.constantFrom('1', '2', '3', '4', null),
  completedOn: fc.option(day('2022-01-01', '2026-08-01')),
  expiresOn: fc.option(day('2025-01-01', '2029-08-01')),
  deliveredByAnother: fc.option(fc.boolean()),
  agenciesPresent: fc.option(fc.constantFrom([], ['police'])),
  topics: fc.subarray(['TRN-01', 'TRN-02', 'TRN-03', 'TRN-04', 'TRN-05']),
})
const someFacts = fc
  .tuple(fc.array(somePerson, { maxLength: 6 }), fc.array(someCertificate, { maxLength: 12 }))
  .map(([people, certificates]) =>
    factsOf(
      people.map((one, i) => aPerson({ ...one, staffId: `s${i}` })),
      certificates.map(aCertificate),
    ),
  )

describe('whatever the register holds', () => {
  it('each person is in one class, once, and the classes add up', () => {
    fc.assert(
      fc.property(someFacts, (facts) => {
        for (const { members } of runMeasures(trainingMeasures, facts, quarter, cut)) {
          expect(new Set(members.map((member) => member.key)).size).toBe(members.length)
          const found = figureOf(members)
          expect(found.pass + found.fail + found.incomplete + found.notEligible).toBe(
            members.length,
          )
          for (const member of members) {
            expect(member.at >= quarter.from && member.at < quarter.to).toBe(true)
          }
        }
      }),
    )
  })

  it('a missing day of completion never raises a rate', () => {
    fc.assert(
      fc.property(someFacts, (facts) => {
        const undated = {
          ...facts,
          certificates: facts.certificates.map((one) => ({ ...one, completedOn: null })),
        }
        for (const measure of trainingMeasures) {
          const full = figure(measure, facts)
          const less = figure(measure, undated)
          expect(less.pass).toBe(0)
          if (less.rate !== null) expect(less.rate).toBeLessThanOrEqual(full.rate ?? 0)
        }
      }),
    )
  })

  it('agencies that were not recorded never raise the rate of multi-agency training', () => {
    fc.assert(
      fc.property(someFacts, (facts) => {
        const unrecorded = {
          ...facts,
          certificates: facts.certificates.map((one) => ({
            ...one,
            agenciesPresent: null,
            deliveredByAnother: null,
          })),
        }
        expect(figure(multiAgencyInTwelveMonths, unrecorded).pass).toBe(0)
      }),
    )
  })

  it('agrees with the catalogue of measures', () => {
    const runs = runMeasures(measureVersions(trainingMeasures), factsOf([], []), quarter, cut)
    expect(() => catalogueRuns(runs)).not.toThrow()
  })
})

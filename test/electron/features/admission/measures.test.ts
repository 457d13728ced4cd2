import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ReportModel } from '#domain/assurance/report-model.ts'
import type { NamedMember } from '../../../../electron/features/assurance/drill.ts'
import { startTestUnit, type TestUnit } from '../../../support/app.ts'
import { openedMeasure, openedText } from '../../../support/assurance/opened.ts'
import {
  answer,
  arrive,
  checkCpis,
  complete,
  offer,
  overrideInput,
  pass,
  receive,
  refer,
  someone,
} from './referring.ts'

const november = { first: '2026-11-01', last: '2026-11-30' }

let unit: TestUnit

/**
 * Six referrals from 09:00 on 23 November 2026, all unplanned, each with a limit of 4 hours.
 *
 *   A  complete, offered at 09:05, arrives from home at 09:05           everything passes
 *   B  ADM-X-02 present, overridden by two people with passwords        5a-2 fails, overridden
 *   C  ADM-R-14 not there, overridden to be there in 24 h, received     5a-3 fails, overridden; 5a-4 passes
 *   D  offered at 14:05, arrives from an adult ward                     5a-5 and 5a-6 fail
 *   E  declined with reason, signposting, referrer told, but one clause unanswered: 5a-1 fails, 5a-7 passes
 *   F  nobody decides                                                   5a-5 fails
 *
 * By hand: 5a-1 of A, B, C, D, E: 4 of 5. 5a-2 of the offers A to D: 3 of 4. 5a-3: 3 of 4. 5a-4 of B and C:
 * 2 of 2. 5a-5 of A to F: A, B, C and E of 6. 5a-6 of A and D: 1 of 2. 5a-7: 1 of 1. 5a-8 of A to D: 4 of 4.
 */
beforeAll(async () => {
  unit = await startTestUnit('2026-11-23T09:00:00.000Z')
  const [a, b, c, d, e] = [
    await refer(unit, { mother: { person: someone('mother', '1994-05-06', 'Zuzanna') } }),
    await refer(unit),
    await refer(unit),
    await refer(unit),
    await refer(unit),
  ]
  await refer(unit)
  await complete(unit, a)
  await complete(unit, b)
  await answer(unit, b, 'ADM-X-02', 'yes')
  await complete(unit, c, { items: ['ADM-R-14'] })
  const second = unit.second('ward-manager')
  for (const [id, rule] of [
    [b, 'ADM-X-02'],
    [c, 'ADM-R-14'],
  ] as const)
    await unit.as('consultant').ok('admission.override', overrideInput(unit, id, rule), { second })
  await checkCpis(unit, e)
  await pass(unit, 5)
  for (const id of [a, b, c]) await offer(unit, id)
  await arrive(unit, a, 0)
  const declined = await unit.as('ward-manager').ok('admission.decide', {
    outcome: 'declined',
    referralId: e,
    seenDecision: null,
    decidedAt: unit.clock.now(),
    reasonCode: 'community-care-enough',
    note: null,
    signposting: ['RES-7'],
    signpostingNote: null,
  })
  await unit.as('nurse').ok('admission.tellReferrer', {
    decisionId: declined.id,
    toldAt: unit.clock.now(),
    toldTo: 'A. Referrer',
    how: 'By telephone',
  })
  await pass(unit, 300)
  await receive(unit, c, 'ADM-R-14')
  await complete(unit, d)
  await offer(unit, d)
  await arrive(unit, d, 1, { cameFrom: 'adult-mental-health-ward' })
  await unit.as('commissioner').signIn()
})
afterAll(() => unit.close())

type Requirement = ReportModel['requirements'][number]
const requirement = async (input: object = november) =>
  (
    await unit
      .as('commissioner')
      .ok<{ requirement: Requirement }>('assurance.requirement', { ...input, requirement: '5a' })
  ).requirement
const measureOf = (found: Requirement, id: string) =>
  found.linesOfEnquiry.flatMap(({ measures }) => measures).find((one) => one.id === id)

describe('the figures of admission', () => {
  test.each([
    ['5a-1', 4, 1],
    ['5a-2', 3, 1],
    ['5a-3', 3, 1],
    ['5a-4', 2, 0],
    ['5a-5', 4, 2],
    ['5a-6', 1, 1],
    ['5a-7', 1, 0],
    ['5a-8', 4, 0],
  ])('%s is the one worked out by hand', async (id, passed, failed) => {
    expect(measureOf(await requirement(), id)?.figure).toMatchObject({
      pass: passed,
      fail: failed,
      incomplete: 0,
      notEligible: 0,
    })
  })

  test('open to their records, by name for those who look after her', async () => {
    const named = await unit
      .as('ward-manager')
      .ok<NamedMember[]>('assurance.records', { ...november, measure: '5a-6' })
    expect(named.map((one) => one.class).sort()).toEqual(['fail', 'pass'])
    expect(named.find((one) => one.class === 'pass')?.mother).toMatch(/^Zuzanna /)
  })

  test('hold no name, number or date of a person for a commissioner', async () => {
    const found = await requirement()
    const text = await openedText(unit, november, found)
    expect(text).not.toMatch(/Zuzanna|Invented|Referrer, |Example|\b999\d{7}\b|01632|psychosis/)
    expect((await openedMeasure(unit, november, '5a-2')).measure.members).toHaveLength(4)
  })

  test('count an override in its own line, with the rule in its own words', async () => {
    const report = await unit.as('commissioner').ok<{ reportId: string }>('assurance.makeReport', {
      ...november,
      distribution: ['NHS England'],
    })
    const { overrides } = await unit.as('commissioner').ok<ReportModel>('assurance.report', report)
    const lines = overrides.filter((one) => one.requirement === '5a')
    expect(lines.map((one) => one.rule).sort()).toEqual([
      'ADM-R-14: Supervision demanded',
      'ADM-X-02: Personality disorder, learning disability or substance misuse alone',
    ])
    expect(
      lines.every((one) => one.byRole === 'consultant' && one.secondRole === 'ward-manager'),
    ).toBe(true)
  })

  test('are the same at the same cut after a change, and differ at a new one', async () => {
    const { cut } = await unit
      .as('commissioner')
      .ok<ReportModel['cover']>('assurance.requirements', november)
    await refer(unit)
    await pass(unit, 241)
    await unit.as('commissioner').signIn()
    const figure = async (input: object) => measureOf(await requirement(input), '5a-5')?.figure
    expect(await figure({ ...november, cut })).toMatchObject({ pass: 4, fail: 2 })
    expect(await figure(november)).toMatchObject({ pass: 4, fail: 3 })
  })
})

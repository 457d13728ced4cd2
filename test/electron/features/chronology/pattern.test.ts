import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ReportModel } from '#domain/assurance/report-model.ts'
import type { Pattern } from '#domain/chronology/pattern.ts'
import type { NamedMember } from '../../../../electron/features/assurance/drill.ts'
import { type Arrived, startTestUnit, type TestUnit } from '../../../support/app.ts'
import { openedText } from '../../../support/assurance/opened.ts'

interface PatternView {
  contacts: { recordId: string; seen: string; observed: string; reported: string }[]
  pattern: Pattern
  contactsHash: string
  signs: { id: string; onRecord: string | null }[]
  mayReview: boolean
  dueAt: string | null
  reviews: { reviewer: string; ofTheseContacts: boolean; contacts: number; signs: unknown[] }[]
}

let unit: TestUnit
let family: Arrived
beforeAll(async () => {
  unit = await startTestUnit()
  family = await unit.arrive({ bed: 0, motherName: 'Zuzanna' })
})
afterAll(() => unit.close())

const view = (role: 'nurse' | 'consultant' = 'nurse') =>
  unit.as(role).ok<PatternView>('chronology.pattern', { stayId: family.stayId })
const contact = (changes: object = {}) => ({
  stayId: family.stayId,
  personId: family.babyId,
  happened: '2/10/2026',
  service: 'emergency-department',
  provider: 'Westmarch Infirmary',
  place: 'Westmarch',
  reported: 'Stopped breathing for a minute',
  reportedBy: 'Mother',
  seen: 'no',
  observed: null,
  outcome: 'Sent home, well',
  basis: { kind: 'document', document: 'Discharge letter', on: '2026-11-23' },
  receivedId: null,
  ...changes,
})
const review = async (changes: object = {}) => {
  const { signs, contactsHash } = await view()
  return {
    stayId: family.stayId,
    lookedAt: ['gp', 'emergency-department'],
    signs: signs.map(({ id }) => ({ signId: id, answer: 'not-present', why: null })),
    analysis: 'Two attendances in six weeks; the surgery saw a cold',
    impact: 'None seen; the visits were not needed for the baby',
    conclusion: 'no-step',
    nextStep: null,
    contactsHash,
    ...changes,
  }
}

describe('health-service use', () => {
  test('keeps what was reported beside what was seen, and counts', async () => {
    const nurse = unit.as('nurse')
    await nurse.ok('chronology.addContact', contact())
    await nurse.ok(
      'chronology.addContact',
      contact({
        happened: '10/2026',
        service: 'gp',
        provider: 'The Surgery',
        seen: 'partly',
        observed: 'A blocked nose',
      }),
    )
    const { contacts, pattern, signs, dueAt } = await view()
    expect(contacts.map(({ seen, observed }) => [seen, observed])).toEqual([
      ['no', ''],
      ['partly', 'A blocked nose'],
    ])
    expect(pattern).toMatchObject({ contacts: 2, providers: 2, places: 1, unseen: 1, own: 0 })
    expect(signs.find(({ id }) => id === 'FII-C1')?.onRecord).toMatch(
      /of 2 contacts, 1 where nobody/,
    )
    expect(signs.find(({ id }) => id === 'FII-C2')?.onRecord).toBeNull()
    // 5 working days from Monday 23 November 2026.
    expect(dueAt).toBe('2026-11-30T17:00:00.000Z')
  })

  test('asks for what was seen where it was, and whose contact it was', async () => {
    const nurse = unit.as('nurse')
    expect(await nurse.fails('chronology.addContact', contact({ seen: 'yes' }))).toMatchObject({
      fields: [{ field: 'observed' }],
    })
    expect(
      await nurse.fails('chronology.addContact', contact({ personId: unit.as('nurse').staffId })),
    ).toMatchObject({ fields: [{ field: 'personId' }] })
  })

  test('one visit that a second source tells of is taken once, unless it was another', async () => {
    const nurse = unit.as('nurse')
    const letter = contact({ reported: 'Pauses in breathing', reportedBy: 'Ambulance' })
    expect(await nurse.fails('chronology.addContact', letter)).toMatchObject({
      fields: [
        {
          field: 'anotherThatDay',
          message: expect.stringContaining('on that day is on record: Stopped breathing'),
        },
      ],
    })
    const before = (await view()).contacts.length
    const { id } = await nurse.ok('chronology.addContact', { ...letter, anotherThatDay: true })
    await nurse.ok('chronology.withdrawContact', { id, version: 1, reason: 'The same after all' })
    expect((await view()).contacts).toHaveLength(before)
  })

  test('is a line of the page of history', async () => {
    const { lines } = await unit
      .as('nurse')
      .ok<{ lines: { from: string; what: string }[] }>('chronology.view', { stayId: family.stayId })
    expect(lines.filter(({ from }) => from === 'health-contact').map(({ what }) => what)).toContain(
      'Emergency department, Westmarch Infirmary, Westmarch. Reported by Mother: Stopped breathing for a minute',
    )
  })
})

describe('the analysis', () => {
  test('is for a named professional: a nurse may not sign it', async () => {
    expect((await view('consultant')).mayReview).toBe(true)
    expect((await view()).mayReview).toBe(false)
    expect(await unit.as('nurse').fails('chronology.review', await review())).toMatchObject({
      code: 'not-permitted',
    })
  })

  test('answers every sign, and a sign that is seen is talked over', async () => {
    const { signs } = await view()
    const seen = signs.map(({ id }, index) => ({
      signId: id,
      answer: index === 0 ? 'present' : 'not-present',
      why: index === 0 ? 'Both times nobody saw it' : null,
    }))
    const consultant = unit.as('consultant')
    expect(await consultant.fails('chronology.review', await review({ signs: [] }))).toMatchObject({
      code: 'invalid',
    })
    expect(
      await consultant.fails('chronology.review', await review({ signs: seen })),
    ).toMatchObject({
      fields: [{ field: 'conclusion' }],
    })
  })

  test('is of the contacts that were looked at: one recorded meanwhile is looked at first', async () => {
    const stale = await review()
    await unit.as('nurse').ok('chronology.addContact', contact({ happened: '5/11/2026' }))
    const consultant = unit.as('consultant')
    expect(await consultant.fails('chronology.review', stale)).toMatchObject({ code: 'clash' })
    await consultant.ok('chronology.review', await review())
    const [first] = (await view()).reviews
    expect(first).toMatchObject({
      reviewer: 'consultant person',
      contacts: 3,
      ofTheseContacts: true,
    })
    expect(first?.signs).toHaveLength(14)
    await unit.as('nurse').ok('chronology.addContact', contact({ happened: '12/11/2026' }))
    expect((await view()).reviews[0]).toMatchObject({ ofTheseContacts: false })
  })

  test('is measure 3-1, opens to its records, and tells a commissioner no word of it', async () => {
    unit.clock.set('2026-12-01T09:00:00.000Z')
    for (const role of ['commissioner', 'ward-manager'] as const) await unit.as(role).signIn()
    const days = { first: '2026-11-01', last: '2026-11-30' }
    const { requirement } = await unit
      .as('commissioner')
      .ok<{ requirement: ReportModel['requirements'][number] }>('assurance.requirement', {
        ...days,
        requirement: '3',
      })
    const measure = requirement.linesOfEnquiry
      .flatMap(({ measures }) => measures)
      .find(({ id }) => id === '3-1')
    expect(measure?.figure).toMatchObject({ pass: 1, fail: 0, incomplete: 0, notEligible: 0 })
    expect(await openedText(unit, days, requirement)).not.toMatch(
      /Zuzanna|attendances|Infirmary|blocked nose/,
    )
    const named = await unit
      .as('ward-manager')
      .ok<NamedMember[]>('assurance.records', { ...days, measure: '3-1' })
    expect(named.map(({ mother }) => mother)).toEqual(['Zuzanna Example'])
  })
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ReportModel } from '#domain/assurance/report-model.ts'
import type { NamedMember } from '../../../../electron/features/assurance/drill.ts'
import { startTestUnit, type TestUnit } from '../../../support/app.ts'
import { openedMeasure, openedText } from '../../../support/assurance/opened.ts'
import { aCertificateOf, level3Course } from '../../../support/training.ts'

/** The last quarter of 2026, of which 23 November is the last day that the cut has reached. */
const quarter = { first: '2026-10-01', last: '2026-12-31' }

type Requirement = ReportModel['requirements'][number]
interface Asked {
  cut: ReportModel['cover']['cut']
  requirement: Requirement
}

let unit: TestUnit
/**
 * Eight people with an account, of whom the commissioner is exempt. Nurse: level 3, with social care, the
 * five topics. Consultant: lapsed on 1 October. Ward manager: level 3 alone, no other agency. Nothing of the
 * other four: nursery nurse, social worker, safeguarding lead, administrator. The unit was set up today, so
 * ward manager and administrator are starters: for them nothing is due yet.
 */
beforeAll(async () => {
  unit = await startTestUnit()
  const lead = unit.as('safeguarding-lead')
  const { id: courseId } = await lead.ok('training.addCourse', level3Course)
  const { id: own } = await lead.ok('training.addCourse', {
    ...level3Course,
    title: 'In-house update',
    deliveredByAnother: false,
    topics: [],
  })
  const record = (role: 'nurse' | 'consultant' | 'ward-manager', id: string, changes = {}) =>
    lead.ok('training.recordCertificate', aCertificateOf(unit.as(role).staffId, id, changes))
  await record('nurse', courseId)
  await record('consultant', courseId, { completedOn: '2023-10-01' })
  await record('ward-manager', own, { topics: [], agenciesPresent: [] })
})
afterAll(() => unit.close())

const asked = (input: object = quarter) =>
  unit.as('commissioner').ok<Asked>('assurance.requirement', { ...input, requirement: '5b' })
const measureOf = (requirement: Requirement, id: string) => {
  const found = requirement.linesOfEnquiry
    .flatMap(({ measures }) => measures)
    .find((one) => one.id === id)
  if (!found) throw new Error(`No measure ${id}`)
  return found
}

describe('the figures of training', () => {
  test('are those worked out by hand', async () => {
    const { requirement } = await asked()
    expect(measureOf(requirement, '5b-1').figure).toMatchObject({
      pass: 2, // nurse, ward manager
      fail: 4, // consultant, nursery nurse, social worker, safeguarding lead
      incomplete: 0,
      notEligible: 2, // commissioner, administrator
    })
    expect(measureOf(requirement, '5b-2').figure).toMatchObject({
      pass: 1, // nurse
      fail: 4, // consultant, nursery nurse, social worker, safeguarding lead
      notEligible: 3, // commissioner, administrator, ward manager
    })
    expect(measureOf(requirement, '5b-3').figure).toMatchObject({ pass: 1, fail: 4 })
    expect(measureOf(requirement, '5b-4').figure).toMatchObject({ population: 0, rateTenths: null })
    expect(requirement.level).not.toBe('not-tested')
  })

  test('agree with compliance by profession on the same day', async () => {
    const { groups } = await unit
      .as('nurse')
      .ok<{ groups: { group: string; level: { pass: number; denominator: number } }[] }>(
        'training.groups',
        {},
      )
    const everybody = groups.find(({ group }) => group === 'Everybody')
    const { figure } = measureOf((await asked()).requirement, '5b-1')
    expect(everybody?.level).toMatchObject({ pass: figure.pass, denominator: figure.denominator })
  })

  test('are the same at the same cut after a correction, and differ at a new one', async () => {
    const { cut } = await asked()
    const staffId = unit.as('nurse').staffId
    const { certificates } = await unit
      .as('nurse')
      .ok<{ certificates: { id: string; version: number }[] }>('training.person', { staffId })
    unit.clock.pass(1)
    await unit.as('safeguarding-lead').ok('training.withdrawCertificate', {
      id: certificates[0]?.id,
      version: certificates[0]?.version,
      reason: 'The name on it is another',
    })
    unit.clock.pass(1)
    const again = await asked({ ...quarter, cut })
    expect(measureOf(again.requirement, '5b-1').figure.pass).toBe(2)
    expect(measureOf((await asked()).requirement, '5b-1').figure.pass).toBe(1)
  })

  test('open for a commissioner to codes and pseudonyms, and to no name, day or free text', async () => {
    const { requirement } = await asked()
    const { records } = await openedMeasure(unit, quarter, '5b-1')
    const fields = records.flatMap((one) => one.fields)
    const shown = fields.filter(({ withheld }) => !withheld).map(({ label }) => label)
    for (const label of [
      'Profession',
      'Employed as',
      'Teaches',
      'Level',
      'Topics',
      'Minutes',
      'Rules',
    ])
      expect(shown).toContain(label)
    for (const label of ['Delivered by another agency', 'Other agencies present'])
      expect(shown).toContain(label)
    const words = await openedText(unit, quarter, requirement)
    expect(words).not.toMatch(/ person"|W\. Manager|2023-10-01|2026-06-01|Document seen|In-house/)
    for (const role of ['nurse', 'consultant', 'ward-manager'] as const)
      expect(words).not.toContain(unit.as(role).staffId)
  })

  test('open by name for those who keep the register', async () => {
    const named = await unit
      .as('ward-manager')
      .ok<NamedMember[]>('assurance.records', { ...quarter, measure: '5b-1' })
    expect(named.map(({ staff }) => staff?.name)).toEqual(
      expect.arrayContaining(['consultant person', 'W. Manager']),
    )
    expect(
      await unit.as('commissioner').fails('assurance.records', { ...quarter, measure: '5b-1' }),
    ).toMatchObject({ code: 'not-permitted' })
  })
})

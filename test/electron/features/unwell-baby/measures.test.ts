import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ReportModel } from '#domain/assurance/report-model.ts'
import { addMinutes } from '#domain/shared/calendar.ts'
import type { NamedMember } from '../../../../electron/features/assurance/drill.ts'
import { type Arrived, startTestUnit, type TestUnit } from '../../../support/app.ts'
import { openedMeasure, openedText } from '../../../support/assurance/opened.ts'
import { actsOn, pass } from './acting.ts'

const november = { first: '2026-11-01', last: '2026-11-30' }

let unit: TestUnit
let families: Arrived[]

/**
 * Six episodes on 23 November 2026, each recognised when it is raised.
 *
 *   A  heart rate 165 observed after 2 min (sepsis high: 999 within 5 min), 999 reached after 4 min, escort
 *      decided as the rules say before the baby leaves                  5e-1, 5e-2 and 5e-3 pass
 *   B  well set after 16 min (limit 15), the nurse in charge and a doctor reached after 20 min (limit 60)
 *                                                                       5e-1 fails, 5e-2 passes
 *   C  green vomit (999 or emergency department within 1 min), 999 reached after 6 min, observed after 7 min,
 *      the baby leaves without an escort decision                       5e-1 passes, 5e-2 and 5e-3 fail
 *   D  heart rate 190 observed after 3 min, 999 after 3 min, escort lowered by a named override, the baby leaves
 *                                                                       5e-1 and 5e-2 pass, 5e-3 fails, overridden
 *   E  entered in error by two people                                   not eligible in 5e-1 and 5e-2
 *   F  a concern at the very end: nothing is due yet at the cut         not eligible in 5e-1 and 5e-2
 *
 * By hand: 5e-1 A, C and D of A to D: 3 pass, 1 fails. 5e-2 A, B and D: 3 pass, C fails. 5e-3 of three
 * journeys: A passes, C and D fail, one of them overridden.
 */
beforeAll(async () => {
  unit = await startTestUnit('2026-11-23T09:00:00.000Z')
  families = []
  for (const bed of [0, 1, 2, 3])
    families.push(await unit.arrive({ bed, bornOn: '2026-07-20', babyName: `Wren ${bed}` }))
  const act = (bed: number) => actsOn(unit, families[bed] as Arrived)
  const nurse = unit.as('nurse')
  const leaves = (episodeId: string) =>
    nurse.ok('unwellBaby.left', {
      episodeId,
      leftAt: unit.clock.now(),
      destination: 'Emergency department',
    })
  const decide = (episodeId: string, more: object = {}) =>
    nurse.ok('unwellBaby.decideEscort', { episodeId, decidedAt: unit.clock.now(), ...more })

  await pass(unit, 10)
  const a = await act(0).raise()
  await pass(unit, 2)
  await act(0).observe(a, { 'heart-rate': 165 })
  await pass(unit, 2)
  await act(0).reached(a, '999')
  await decide(a)
  await pass(unit, 4)
  await leaves(a)

  const b = await act(1).raise()
  await pass(unit, 16)
  await act(1).observe(b)
  await pass(unit, 4)
  await act(1).reached(b, 'nurse-in-charge')
  await act(1).reached(b, 'ward-doctor')

  const c = await act(2).raise({ findings: ['green-vomit'] })
  await pass(unit, 6)
  await act(2).reached(c, '999')
  await pass(unit, 1)
  await act(2).observe(c)
  await leaves(c)

  const d = await act(3).raise()
  await pass(unit, 3)
  await act(3).observe(d, { 'heart-rate': 190 })
  await act(3).reached(d, '999')
  await decide(d, {
    choice: { babyEscorts: 0, motherEscorts: 0, section17Escort: false, motherMayGo: 'yes' },
    because: 'The ambulance took only one',
  })
  await leaves(d)

  const e = await act(1).raise({ another: true })
  await unit.as('ward-manager').signIn()
  await unit
    .as('ward-manager')
    .ok(
      'unwellBaby.enteredInError',
      { episodeId: e, reason: 'Raised on the wrong baby' },
      { second: unit.second('nurse') },
    )
  await pass(unit, 60)
  await act(1).raise({ another: true, recognisedAt: addMinutes(unit.clock.now(), -2) })
  for (const role of ['commissioner', 'ward-manager'] as const) await unit.as(role).signIn()
})
afterAll(() => unit.close())

type Requirement = ReportModel['requirements'][number]
const requirement = async () =>
  (
    await unit.as('commissioner').ok<{ requirement: Requirement }>('assurance.requirement', {
      ...november,
      requirement: '5e',
    })
  ).requirement
const measureOf = (found: Requirement, id: string) =>
  found.linesOfEnquiry.flatMap(({ measures }) => measures).find((one) => one.id === id)

describe('the figures of the unwell baby', () => {
  test.each([
    ['5e-1', { pass: 3, fail: 1, incomplete: 0, notEligible: 2, overridden: 0 }],
    ['5e-2', { pass: 3, fail: 1, incomplete: 0, notEligible: 2, overridden: 0 }],
    ['5e-3', { pass: 1, fail: 2, incomplete: 0, notEligible: 0, overridden: 1 }],
    // All but the one in error are open, so that none is judged yet; nobody has held a drill since the start.
    ['5e-6', { pass: 0, fail: 0, incomplete: 0, notEligible: 6, overridden: 0 }],
    ['5e-7', { pass: 0, fail: 0, incomplete: 0, notEligible: 1, overridden: 0 }],
  ])('%s is the one worked out by hand', async (id, figure) => {
    expect(measureOf(await requirement(), id)?.figure).toMatchObject(figure)
  })

  test('open to their records, by name for those who look after the baby', async () => {
    const named = await unit
      .as('ward-manager')
      .ok<NamedMember[]>('assurance.records', { ...november, measure: '5e-3' })
    expect(named.map(({ baby, class: found }) => `${baby} ${found}`).sort()).toEqual([
      'Wren 0 Example pass',
      'Wren 2 Example fail',
      'Wren 3 Example fail',
    ])
  })

  test('hold no name, word or date of a person for a commissioner', async () => {
    const found = await requirement()
    const text = await openedText(unit, november, found)
    expect(text).not.toMatch(/Wren|Example|Dr A\. Test|wrong baby|ambulance took|\b999\d{7}\b/)
    expect((await openedMeasure(unit, november, '5e-1')).measure.members).toHaveLength(6)
    const { records } = await openedMeasure(unit, november, '5e-2')
    const fields = records.flatMap((record) => record.fields)
    expect(fields).toContainEqual({ label: 'Whom', value: '999', withheld: false })
  })

  test('the report has a timeline of each episode, and a line for the override', async () => {
    const made = await unit.as('commissioner').ok<{ reportId: string }>('assurance.makeReport', {
      ...november,
      distribution: ['NHS England'],
    })
    const report = await unit.as('commissioner').ok<ReportModel>('assurance.report', made)
    expect(report.episodes).toHaveLength(6)
    expect(report.episodes?.map(({ band }) => band).sort()).toEqual(
      [
        '999 or emergency department at once',
        ...Array(3).fill('Concern of staff or carer'),
        'Sepsis: high risk',
        'Sepsis: high risk',
      ].sort(),
    )
    const vomit = report.episodes?.find(({ band }) => band.startsWith('999'))
    expect(vomit?.steps.slice(0, 2)).toEqual([
      { what: 'First observations', minutes: 7, limitMinutes: 15, inTime: true },
      {
        what: 'Call 999, or take the baby to the emergency department now',
        minutes: 6,
        limitMinutes: 1,
        inTime: false,
      },
    ])
    expect(report.overrides.filter((one) => one.requirement === '5e')).toMatchObject([
      { rule: 'Who goes with a sick baby: lower than the rules say', byRole: 'nurse' },
    ])
    expect(JSON.stringify(report)).not.toMatch(/Wren|wrong baby|ambulance took/)
  })

  test('an episode that is finished counts in 5e-6, and a drill in 5e-7', async () => {
    const open = await unit
      .as('ward-manager')
      .ok<{ episodes: { episodeId: string; baby: string; band: string }[] }>('unwellBaby.running')
    const well = open.episodes.find(({ baby }) => baby === 'Wren 1 Example')
    await unit.as('ward-manager').ok('unwellBaby.outcome', {
      episodeId: well?.episodeId,
      kind: 'reviewed-and-well',
      at: unit.clock.now(),
      plan: 'Feeds again',
      reviewAt: null,
    })
    await unit.as('ward-manager').ok('unwellBaby.recordDrill', {
      heldAt: unit.clock.now(),
      scenario: 'A baby who does not breathe',
      learning: 'The grab bag is by the nursery door',
    })
    const found = await requirement()
    expect(measureOf(found, '5e-6')?.figure).toMatchObject({ pass: 1, notEligible: 5 })
    expect(measureOf(found, '5e-7')?.figure).toMatchObject({ pass: 1 })
  })
})

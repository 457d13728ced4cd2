import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ReportModel } from '#domain/assurance/report-model.ts'
import { addHours } from '#domain/shared/calendar.ts'
import type { Cut } from '#domain/shared/time.ts'
import type { NamedMember } from '../../../../electron/features/assurance/drill.ts'
import { startTestUnit, type TestUnit } from '../../../support/app.ts'
import { openedMeasure, openedText } from '../../../support/assurance/opened.ts'
import { wholeDecision } from '../../../support/supervision.ts'

/** November 2026: it begins before the unit's first record and ends after the cut. */
const november = { first: '2026-11-01', last: '2026-11-30' }

let unit: TestUnit
let assessed: string
let assessedStay: string

/**
 * Two babies arrive at 09:00 on 23 November. One is assessed at once for 6 hours, the other never. The clock
 * is read 10 hours later: by hand, 360 of 600 minutes of one and none of 600 of the other are covered.
 */
beforeAll(async () => {
  unit = await startTestUnit('2026-11-23T09:00:00.000Z')
  const one = await unit.arrive({ bed: 0, babyName: 'Zuzanna' })
  await unit.arrive({ bed: 1, babyName: 'Osian' })
  assessed = one.pairId
  assessedStay = one.stayId
  await unit
    .as('nurse')
    .ok('supervision.decide', wholeDecision(one.pairId, 'SUP-2', unit.clock.now(), 6))
  unit.clock.pass(600)
  for (const role of ['commissioner', 'ward-manager', 'nurse'] as const)
    await unit.as(role).signIn()
})
afterAll(() => unit.close())

type Requirement = ReportModel['requirements'][number]
const measureOf = (requirement: Requirement | undefined, id: string) =>
  requirement?.linesOfEnquiry.flatMap(({ measures }) => measures).find((one) => one.id === id)

const requirement = async (input: object = november) =>
  (
    await unit
      .as('commissioner')
      .ok<{ requirement: Requirement }>('assurance.requirement', { ...input, requirement: '5d' })
  ).requirement

describe('the figures of supervision', () => {
  test('are those worked out by hand', async () => {
    const found = await requirement()
    expect(measureOf(found, '5d-4')?.figure).toMatchObject({
      pass: 720,
      fail: 1680,
      denominator: 2400,
      rateTenths: 300,
    })
    expect(measureOf(found, '5d-3')?.figure).toMatchObject({ pass: 1, fail: 1, denominator: 2 })
  })

  test('let others have their turn while they are reckoned: no clinical act waits for them', async () => {
    const order: string[] = []
    const figures = unit
      .as('commissioner')
      .ok('assurance.requirements', november)
      .then(() => order.push('figures'))
    const other = unit
      .as('nurse')
      .ok('session.me')
      .then(() => order.push('other'))
    await Promise.all([figures, other])
    expect(order).toEqual(['other', 'figures'])
  })

  test('say not tested where there are no records, and never a rate', async () => {
    const { requirements } = await unit
      .as('commissioner')
      .ok<ReportModel>('assurance.requirements', november)
    const unwell = requirements.find(({ id }) => id === '5e')
    expect(unwell?.level).toBe('not-tested')
    expect(measureOf(unwell, '5e-1')?.figure.rateTenths).toBeNull()
  })

  test('open to just the records that they count', async () => {
    const found = measureOf(await requirement(), '5d-4')
    const { members } = (await openedMeasure(unit, november, '5d-4')).measure
    const counted = (kind: string) =>
      members.filter((m) => m.class === kind).reduce((sum, m) => sum + m.quantity, 0)
    expect([counted('pass'), counted('fail')]).toEqual([found?.figure.pass, found?.figure.fail])
    const named = await unit
      .as('ward-manager')
      .ok<NamedMember[]>('assurance.records', { ...november, measure: '5d-4' })
    expect(named.filter((m) => m.class === 'pass').map(({ baby }) => baby)).toEqual([
      'Zuzanna Example',
      'Zuzanna Example',
    ])
    expect(named.reduce((sum, m) => sum + m.quantity, 0)).toBe(found?.figure.population)
  })

  test('are the same at the same cut after a correction, and differ at a new one', async () => {
    const { cut } = await unit
      .as('commissioner')
      .ok<ReportModel['cover']>('assurance.requirements', november)
    const before = measureOf(await requirement({ ...november, cut }), '5d-4')
    await unit
      .as('nurse')
      .ok('supervision.decide', wholeDecision(assessed, 'SUP-2', unit.clock.now(), 6))
    unit.clock.pass(60)
    for (const role of ['commissioner', 'nurse'] as const) await unit.as(role).signIn()
    const again = measureOf(await requirement({ ...november, cut }), '5d-4')
    expect(again?.figure).toEqual(before?.figure)
    const now = measureOf(await requirement(), '5d-4')
    expect(now?.figure.pass).toBe(720 + 120)
  })

  test('tell the same days of stay at the same cut after an arrival is corrected', async () => {
    const { cut } = await unit
      .as('commissioner')
      .ok<ReportModel['cover']>('assurance.requirements', november)
    await unit.as('ward-manager').signIn()
    const textAt = async (input: object) => openedText(unit, input, await requirement(input))
    const named = () =>
      unit
        .as('ward-manager')
        .ok<NamedMember[]>('assurance.records', { ...november, measure: '5d-4', cut })
    const [before, namedBefore] = [await textAt({ ...november, cut }), await named()]
    const page = await unit
      .as('nurse')
      .ok<{ stay: { version: number } }>('stays.get', { stayId: assessedStay })
    await unit.as('nurse').ok('stays.correct', {
      id: assessedStay,
      version: page.stay.version,
      reason: 'The ambulance sheet says so',
      planned: true,
      arrivedAt: '2026-11-20T09:00:00.000Z',
    })
    expect(await textAt({ ...november, cut })).toBe(before)
    expect(await named()).toEqual(namedBefore)
    expect(await textAt(november)).not.toBe(before)
  })

  test('are still there at an earlier cut when the clock is set back, and now holds all that was recorded', async () => {
    const commissioner = unit.as('commissioner')
    type View = { cut: Cut; requirements: Requirement[] }
    const figures = (input: object) => commissioner.ok<View>('assurance.requirements', input)
    const before = await figures(november)
    const wall = unit.clock.now()
    unit.clock.set(addHours(wall, -1))
    try {
      expect((await figures({ ...november, cut: before.cut })).requirements).toEqual(
        before.requirements,
      )
      expect((await figures(november)).cut.auditSeq).toBeGreaterThanOrEqual(before.cut.auditSeq)
    } finally {
      unit.clock.set(wall)
      for (const role of ['commissioner', 'ward-manager', 'nurse'] as const)
        await unit.as(role).signIn()
    }
  })

  test('hold no name, number or date of a person for a commissioner', async () => {
    const text = JSON.stringify(await requirement())
    expect(text).not.toMatch(/Zuzanna|Osian|Example|\b999\d{7}\b/)
    expect(
      await unit.as('commissioner').fails('assurance.records', { ...november, measure: '5d-4' }),
    ).toMatchObject({ code: 'not-permitted' })
  })
})

describe('a report', () => {
  test('is frozen: what is recorded later does not change it', async () => {
    const input = { ...november, distribution: ['NHS England specialised commissioning'] }
    const { reportId } = await unit
      .as('commissioner')
      .ok<{ reportId: string }>('assurance.makeReport', input)
    const before = await unit.as('commissioner').ok<ReportModel>('assurance.report', { reportId })
    await unit.arrive({ bed: 2, babyName: 'Later' })
    const after = await unit.as('commissioner').ok<ReportModel>('assurance.report', { reportId })
    expect(after).toEqual(before)
    expect(before.cover).toMatchObject({ version: 1, state: 'draft', disclosure: 'restricted' })
    const next = await unit
      .as('commissioner')
      .ok<{ reportId: string }>('assurance.makeReport', input)
    const second = await unit
      .as('commissioner')
      .ok<ReportModel>('assurance.report', { reportId: next.reportId })
    expect(second.cover.version).toBe(2)
  })

  test('says what would be another now, and why, and stays as it is', async () => {
    const commissioner = unit.as('commissioner')
    const input = { ...november, distribution: ['NHS England specialised commissioning'] }
    const { reportId } = await commissioner.ok<{ reportId: string }>('assurance.makeReport', input)
    type Changed = {
      figures: { measure: string | null; why: { what: string; because: string }[] }[]
    }
    const changed = () => commissioner.ok<Changed>('assurance.changedSince', { reportId })
    expect((await changed()).figures).toEqual([])
    const { hash } = unit.db.row<{ hash: string }>(
      'select model_hash as hash from report where record_id = @reportId',
      { reportId },
    ) ?? { hash: '' }
    await unit.arrive({ bed: 3, babyName: 'Another' })
    const { figures } = await changed()
    const arrivals = figures.find(({ measure }) => measure === '5d-3')
    expect(arrivals?.why).toEqual([
      expect.objectContaining({ what: expect.stringMatching(/^Counted now, not then/) }),
    ])
    expect(arrivals?.why[0]?.because).toBe('A record came since')
    expect(JSON.stringify(figures)).not.toMatch(/Another|Zuzanna|Example/)
    expect(
      unit.db.row('select model_hash as hash from report where record_id = @reportId', {
        reportId,
      }),
    ).toEqual({ hash })
  })

  test('of a period still to come, or backwards, is refused at its field', async () => {
    const ahead = { first: '2027-01-01', last: '2027-03-31', distribution: ['NHS England'] }
    const fails = (input: object) => unit.as('commissioner').fails('assurance.makeReport', input)
    expect((await fails(ahead)).fields?.[0]?.field).toBe('first')
    expect((await fails({ ...ahead, last: '2026-12-31' })).fields?.[0]?.field).toBe('last')
    expect((await fails({ ...november, distribution: [] })).fields?.[0]?.field).toBe('distribution')
  })

  test('is not asked for at a cut that is still to come', async () => {
    const cut = { at: unit.clock.now(), auditSeq: 1_000_000 }
    const failure = await unit
      .as('commissioner')
      .fails('assurance.requirements', { ...november, cut })
    expect(failure.fields?.[0]?.field).toBe('cut')
  })
})

describe('a report as a file', () => {
  test.each(['pdf', 'xlsx', 'csv', 'docx', 'json'] as const)(
    'in %s is made from the frozen model, and its taking away is audited',
    async (format) => {
      const commissioner = unit.as('commissioner')
      const [made] = await commissioner.ok<{ id: string }[]>('assurance.reports')
      const input = { reportId: made?.id, format }
      const file = await commissioner.ok<{ name: string; bytes: Uint8Array }>(
        'assurance.file',
        input,
      )
      expect(file.name).toMatch(
        /^quality-visit-report-zz1-2026-11-01-to-2026-11-30-v3-draft-restricted/,
      )
      expect(file.bytes.length).toBeGreaterThan(500)
      const exports = unit.db.rows("select seq from audit where action = 'report.exported'")
      expect(exports.length).toBeGreaterThan(0)
      // A word-processor file numbers its parts at random; what it says is compared in formats.test.ts.
      if (format === 'docx') return
      const again = await commissioner.ok<{ bytes: Uint8Array }>('assurance.file', input)
      expect(Buffer.compare(Buffer.from(again.bytes), Buffer.from(file.bytes))).toBe(0)
    },
  )

  test('is looked at as the very bytes that are taken away, and audited as looked at', async () => {
    const commissioner = unit.as('commissioner')
    const [made] = await commissioner.ok<{ id: string }[]>('assurance.reports')
    const shown = await commissioner.ok<{ bytes: Uint8Array }>('assurance.preview', {
      reportId: made?.id,
    })
    const taken = await commissioner.ok<{ bytes: Uint8Array }>('assurance.file', {
      reportId: made?.id,
      format: 'pdf',
    })
    expect(Buffer.compare(Buffer.from(shown.bytes), Buffer.from(taken.bytes))).toBe(0)
    expect(unit.db.rows("select seq from audit where action = 'report.shown'")).toHaveLength(1)
  })

  test('is refused to those who may not export', async () => {
    const [made] = await unit.as('commissioner').ok<{ id: string }[]>('assurance.reports')
    expect(
      await unit.as('nurse').fails('assurance.file', { reportId: made?.id, format: 'pdf' }),
    ).toMatchObject({ code: 'not-permitted' })
  })
})

import { writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Arrived, startTestUnit, type TestUnit } from '../../../support/app.ts'
import { type ReadPdf, readPdf } from '../../../support/read-pdf.ts'
import { actsOn, pass } from './acting.ts'

let unit: TestUnit
let family: Arrived
beforeAll(async () => {
  unit = await startTestUnit()
  family = await unit.arrive({ bornOn: '2026-07-20', babyName: 'Amber', motherName: 'Jo' })
})
afterAll(() => unit.close())

const print = async (paper: string): Promise<ReadPdf & { name: string }> => {
  const made = await unit
    .as('nurse')
    .ok<{ name: string; bytes: Uint8Array }>('unwellBaby.pathwayPaper', { paper })
  const folder = process.env.MBU_LOOK
  if (folder) writeFileSync(`${folder}/${paper}.pdf`, made.bytes)
  return { ...(await readPdf(made.bytes)), name: made.name }
}

interface Pathway {
  version: object
  revisions: { title: string; revision: string; approved: boolean }[]
  own: { state: string }
  paper: { forms: number; episodes: number }
}
const pathway = (role: 'nurse' | 'ward-manager' = 'nurse') =>
  unit.as(role).ok<Pathway>('unwellBaby.pathway')

describe('the pathway on paper', () => {
  test('the page for the wall is one page, made of the rules in force', async () => {
    const pdf = await print('wall-page')
    expect(pdf.pages).toHaveLength(1)
    for (const words of [
      'Call 999 at once',
      'Green (bile) vomit',
      'Speak to on-call paediatrics within 15 minutes; 999 if not reached',
      'Heart rate 160 a minute or more',
      'emergency from 13',
      'Nurse in charge, then Ward manager',
      'Not approved by the unit',
      'Routes and limits: 1 (not approved)',
    ])
      expect(pdf.text).toContain(words)
  })

  test('the blank form is one sheet of two sides, with the route and room for four sets', async () => {
    const pdf = await print('blank-form')
    expect(pdf.pages).toHaveLength(2)
    for (const words of [
      'Breathing rate (a minute)',
      'Fourth',
      'Spoken to: time, name',
      'Written on paper',
    ])
      expect(pdf.text).toContain(words)
  })

  test('neither names anybody, and each printing is in the audit', async () => {
    for (const paper of ['wall-page', 'blank-form']) {
      const { text, name } = await print(paper)
      expect(text).not.toMatch(/Amber|Jo /)
      expect(name).toMatch(/^unwell-baby-(wall-page|blank-form)-2026-11-23\.pdf$/)
    }
    const rows = unit.db.rows("select 1 from audit where action = 'pathway.printed'")
    expect(rows).toHaveLength(4)
  })

  test('who has to see no patients makes neither', async () => {
    const refused = await unit
      .as('commissioner')
      .fails('unwellBaby.pathwayPaper', { paper: 'wall-page' })
    expect(refused.code).toBe('not-permitted')
  })
})

describe('who has read which version', () => {
  interface Reader {
    staffId: string
    name: string
    state: string
  }
  const readers = () => unit.as('ward-manager').ok<Reader[]>('unwellBaby.pathwayReaders')
  const stateOf = async (staffId: string) =>
    (await readers()).find((one) => one.staffId === staffId)?.state

  test('everybody in post is listed, and nobody has read it at first', async () => {
    const list = await readers()
    expect(list.length).toBeGreaterThan(4)
    expect(list.every(({ state }) => state === 'not-read')).toBe(true)
    expect((await pathway()).own).toEqual({ state: 'not-read' })
  })

  test('who reads it signs with their own password', async () => {
    const nurse = unit.as('nurse')
    const { version } = await pathway()
    await nurse.fails('unwellBaby.readPathway', version, { password: 'not the password' })
    await pass(unit, 1, 'ward-manager')
    expect(await stateOf(nurse.staffId)).toBe('not-read')
    await nurse.ok('unwellBaby.readPathway', version)
    expect(await stateOf(nurse.staffId)).toBe('read')
    expect((await pathway()).own).toMatchObject({ state: 'read' })
    expect((await pathway('ward-manager')).own).toEqual({ state: 'not-read' })
  })

  test('a version that is not the one in force is not signed', async () => {
    const { version } = await pathway()
    const other = { ...version, routesId: family.pairId }
    const refused = await unit.as('nurse').fails('unwellBaby.readPathway', other)
    expect(refused).toMatchObject({ code: 'held' })
  })

  test('once a part is approved anew, what was read is an earlier version', async () => {
    const nurse = unit.as('nurse')
    const manager = unit.as('ward-manager')
    const sets =
      await manager.ok<{ id: string; kind: string; approvedAt: string | null }[]>('ruleSets.list')
    const routes = sets.find(({ kind }) => kind === 'escalation-routes')
    const { id } = await manager.ok('ruleSets.startDraft', {
      basedOn: routes?.id,
      changes: 'The local hospital asks for this',
    })
    await unit.as('consultant').ok('ruleSets.approve', {
      id,
      version: 1,
      reason: 'Meeting of 20 November',
      reviewDue: '2027-11-01',
      agreedWith: 'Dr B. Test, paediatrician',
    })
    await pass(unit, 1, 'ward-manager')
    expect(await stateOf(nurse.staffId)).toBe('read-earlier')
    expect((await pathway()).revisions[0]).toMatchObject({ revision: 'unit-1', approved: true })
    expect((await print('wall-page')).text).toContain('Routes and limits: unit-1;')
  })
})

describe('an episode that was written on paper', () => {
  interface Paper {
    forms: { paperId: string; version: number }[]
    entries: { recordId: string; happenedAt: string }[]
  }
  const act = () => actsOn(unit, family)
  const paperOf = async (episodeId: string) =>
    ((await act().page(episodeId)) as unknown as { paper: Paper }).paper
  const form = (episodeId: string, more: object = {}) => ({
    episodeId,
    writtenFrom: '2026-11-23T09:05:00.000Z',
    writtenUntil: unit.clock.now(),
    because: 'The power was off',
    keptWhere: 'Folder in the nurses’ office',
    ...more,
  })
  let episodeId: string

  test('what happened meanwhile and was entered later carries the mark; what is pressed live does not', async () => {
    await pass(unit, 59)
    episodeId = await act().raise({ recognisedAt: '2026-11-23T09:10:00.000Z' })
    await act().observe(episodeId, {}, { observedAt: '2026-11-23T09:15:00.000Z' })
    await unit.as('nurse').ok('unwellBaby.paperForm', form(episodeId))
    expect((await paperOf(episodeId)).entries.map(({ happenedAt }) => happenedAt)).toEqual([
      '2026-11-23T09:10:00.000Z',
      '2026-11-23T09:15:00.000Z',
    ])
    await act().observe(episodeId)
    await act().reached(episodeId, '999')
    expect((await paperOf(episodeId)).entries).toHaveLength(2)
  })

  test('it is counted, and every form is in the audit', async () => {
    expect((await pathway()).paper).toMatchObject({ forms: 1, episodes: 1 })
    expect(unit.db.rows("select 1 from audit where action = 'episode.paper'")).toHaveLength(1)
  })

  test('the clock and the limits stay as they were', async () => {
    const { clock } = await act().page(episodeId)
    expect(clock).toMatchObject({ startedAt: '2026-11-23T09:10:00.000Z', running: true })
  })

  test.each([
    ['to come', { writtenUntil: '2026-11-23T23:00:00.000Z' }, 'writtenUntil'],
    ['before it was begun', { writtenFrom: '2026-11-23T10:30:00.000Z' }, 'writtenUntil'],
    ['of weeks', { writtenFrom: '2026-11-01T09:00:00.000Z' }, 'writtenFrom'],
    [
      'before the concern',
      { writtenFrom: '2026-11-23T08:00:00.000Z', writtenUntil: '2026-11-23T08:30:00.000Z' },
      'writtenUntil',
    ],
    ['without a reason', { because: ' ' }, 'because'],
  ])('a form %s is refused at its field', async (_, wrong, field) => {
    const failure = await unit.as('nurse').fails('unwellBaby.paperForm', form(episodeId, wrong))
    expect(failure.fields?.map((one) => one.field)).toContain(field)
    expect((await paperOf(episodeId)).forms).toHaveLength(1)
  })

  test('a form that was named by mistake is taken back with a reason, and the marks go', async () => {
    const [first] = (await paperOf(episodeId)).forms
    await unit.as('nurse').ok('unwellBaby.withdrawPaper', {
      episodeId,
      paperId: first?.paperId,
      version: first?.version,
      reason: 'It was another baby',
    })
    expect(await paperOf(episodeId)).toEqual({ forms: [], entries: [] })
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readReport } from '#domain/assurance/any-report.ts'
import type { ReportModel } from '#domain/assurance/report-model.ts'
import type { Role } from '#domain/users/roles.ts'
import { startTestUnit, type TestUnit } from '../../../support/app.ts'
import { wholeDecision } from '../../../support/supervision.ts'

const november = { first: '2026-11-01', last: '2026-11-30' }
const plan = {
  ...november,
  disclosure: 'restricted',
  requirements: ['5d', '5g'],
  distribution: ['NHS England specialised commissioning'],
}
const said = 'Supervision was renewed late in the first week, because two nurses were ill.'

interface Text {
  entity: string
  recordId: string
  version: number
  withheld: string | null
  ownWords: boolean
  clearances: { id: string; version: number; scope: string; by: string }[]
}
interface View {
  report: { id: string; version: number; stage: string; madeId: string | null }
  narratives: { requirement: string; version: number | null; text: { text: string } | null }[]
  comments: { id: string; version: number; text: { text: string }; saidBy: string | null }[]
  texts: Text[]
  final: { faults: string[]; files: { format: string; sha256: string }[] }
  changes: { measure: string | null }[] | null
}

let unit: TestUnit
let id: string
let pairId: string
const lead = () => unit.as('safeguarding-lead')
const manager = () => unit.as('ward-manager')
const view = (role: Role = 'ward-manager') => unit.as(role).ok<View>('writing.one', { id })
const step = async () => ({ id, version: (await view()).report.version })
const textOf = async (entity: string) =>
  (await view()).texts.find((one) => one.entity === entity) ?? ({} as Text)

/** The model of the report that was made last. */
async function made(): Promise<ReportModel> {
  const { madeId: reportId } = (await view()).report
  return readReport(await manager().ok('assurance.report', { reportId })) as ReportModel
}
const narrativeIn = (model: ReportModel) => model.written?.narratives[0]?.text

async function passDays(days: number) {
  unit.clock.pass(days * 24 * 60)
  for (const role of ['ward-manager', 'safeguarding-lead', 'commissioner', 'nurse'] as const)
    await unit.as(role).signIn()
}

beforeAll(async () => {
  unit = await startTestUnit('2026-11-23T09:00:00.000Z')
  pairId = (await unit.arrive({ bed: 0 })).pairId
  await unit
    .as('nurse')
    .ok('supervision.decide', wholeDecision(pairId, 'SUP-2', unit.clock.now(), 6))
  unit.clock.pass(600)
  await passDays(0)
})
afterAll(() => unit.close())

describe('a report that is written', () => {
  it('is begun for a period and some requirements, and holds those alone', async () => {
    ;({ id } = await lead().ok('writing.begin', plan))
    await lead().ok('writing.narrative', {
      writtenId: id,
      requirement: '5d',
      words: said,
      version: null,
    })
    await lead().ok('writing.makeDraft', await step())
    const model = await made()
    expect(model.requirements.map(({ id: one }) => one)).toEqual(['5d', '5g'])
    expect(model.cover.state).toBe('draft')
    const counted = new Set(
      model.requirements
        .flatMap(({ linesOfEnquiry }) =>
          linesOfEnquiry.flatMap(({ measures }) => measures.flatMap(({ members }) => members)),
        )
        .flatMap(({ records }) => records.map((one) => one.id)),
    )
    expect(model.records.every((one) => counted.has(one.id))).toBe(true)
    expect(model.episodes).toBeNull()
  })

  it('refuses a period that is no period, no requirement, and one that the framework does not have', async () => {
    const fails = (change: object) => lead().fails('writing.begin', { ...plan, ...change })
    expect((await fails({ last: '2026-10-01' })).fields?.[0]?.field).toBe('last')
    expect((await fails({ requirements: [] })).fields?.[0]).toMatchObject({
      field: 'requirements',
      message: 'Choose at least one requirement',
    })
    expect((await fails({ requirements: ['9z'] })).fields?.[0]?.message).toContain('framework')
    expect((await fails({ requirements: ['5d', '5d'] })).fields?.[0]?.message).toContain('once')
    expect((await fails({ first: '2027-05-01', last: '2027-06-30' })).fields?.[0]?.message).toBe(
      'This period has not begun',
    )
    expect((await fails({ disclosure: 'shareable' })).fields?.[0]?.message).toContain('quarter')
    expect((await fails({ distribution: [] })).fields?.[0]?.field).toBe('distribution')
  })

  it('does not print a narrative that nobody has cleared', async () => {
    expect(narrativeIn(await made())).toEqual({
      text: 'withheld: free text that nobody has cleared',
      withheld: true,
    })
    expect(JSON.stringify(await view('commissioner'))).not.toContain(said)
    expect(JSON.stringify(await view('ward-manager'))).toContain(said)
  })

  it('prints it once somebody else than its writer has cleared it, and not after another wording', async () => {
    const { entity, recordId: entryId, version: entryVersion } = await textOf('report_narrative')
    const clearing = { entity, entryId, entryVersion, scope: 'restricted' }
    expect((await lead().fails('writing.clear', clearing)).message).toContain('Whoever wrote')
    await manager().ok('writing.clear', clearing)
    expect((await manager().fails('writing.clear', clearing)).message).toContain('already')
    await lead().ok('writing.makeDraft', await step())
    expect(narrativeIn(await made())).toEqual({ text: said, withheld: false })
    expect(JSON.stringify(await view('commissioner'))).toContain(said)

    const again = { writtenId: id, requirement: '5d', words: `${said} It is better now.` }
    expect((await lead().fails('writing.narrative', { ...again, version: null })).code).toBe(
      'clash',
    )
    await lead().ok('writing.narrative', { ...again, version: 1 })
    expect((await manager().fails('writing.clear', clearing)).code).toBe('clash')
    await lead().ok('writing.makeDraft', await step())
    expect(narrativeIn(await made())?.text).toBe('withheld: changed since it was cleared')
    await manager().ok('writing.clear', { ...clearing, entryVersion: 2 })
  })

  it('withholds again what a clearance was taken back of', async () => {
    const { clearances } = await textOf('report_narrative')
    const [given] = clearances
    await manager().ok('writing.takeBackClearance', {
      id: given?.id,
      version: given?.version,
      reason: 'A ward is named in it',
    })
    expect((await textOf('report_narrative')).withheld).toBe('changed since it was cleared')
    const { entity, recordId: entryId, version: entryVersion } = await textOf('report_narrative')
    await manager().ok('writing.clear', { entity, entryId, entryVersion, scope: 'shareable' })
    expect((await textOf('report_narrative')).withheld).toBeNull()
  })

  it('is not final before a factual check, and takes comments in it alone', async () => {
    const comment = {
      writtenId: id,
      requirement: '5d',
      saidBy: 'C. Abara',
      office: 'NHS England',
      words: 'The visit of 4 November is missing.',
    }
    expect((await unit.as('commissioner').fails('writing.comment', comment)).code).toBe('held')
    expect((await manager().fails('writing.makeFinal', await step())).message).toContain(
      'factual check first',
    )
    expect(
      (await lead().fails('writing.sendToCheck', { ...(await step()), commentsBy: '2026-11-01' }))
        .fields?.[0]?.field,
    ).toBe('commentsBy')
    await lead().ok('writing.sendToCheck', { ...(await step()), commentsBy: '2026-11-30' })
    expect((await made()).cover.state).toBe('factual-check')
    await unit.as('commissioner').ok('writing.comment', comment)
    expect((await view('commissioner')).comments[0]?.saidBy).toBeNull()
    expect((await view()).comments[0]?.saidBy).toBe('C. Abara')
  })

  it('prints who came on a visit and what is done about it, each once it is cleared, and an owner by profession', async () => {
    const staffId = unit.as('nurse').staffId
    const visit = await manager().ok<{ id: string }>('oversight.planVisit', {
      kind: 'contract-meeting',
      title: 'Contract meeting of November',
      plannedOn: '2026-11-23',
    })
    await manager().ok('oversight.holdVisit', {
      id: visit.id,
      version: 1,
      heldOn: '2026-11-23',
      visitors: 'C. Abara, case manager',
      spokenTo: 'Four nurses, two mothers',
      seen: 'The handover of the night',
    })
    await manager().ok('oversight.addAction', {
      requirement: '5d',
      what: 'Name the reviewer of the next day',
      ownerId: staffId,
      dueOn: '2026-12-31',
      high: false,
    })
    const { entity, recordId: entryId, version: entryVersion } = await textOf('oversight_visit')
    await lead().ok('writing.clear', { entity, entryId, entryVersion, scope: 'restricted' })
    await lead().ok('writing.takeBack', { ...(await step()), reason: 'For the visit' })
    await lead().ok('writing.makeDraft', await step())
    const { written } = await made()
    expect(written?.visits).toEqual([
      {
        kind: 'contract-meeting',
        plannedOn: '2026-11-23',
        heldOn: '2026-11-23',
        calledOff: false,
        text: {
          text: 'Came: C. Abara, case manager\nSpoke with: Four nurses, two mothers\nSaw: The handover of the night',
          withheld: false,
        },
      },
    ])
    expect(written?.actions).toEqual([
      expect.objectContaining({
        id: 'A1',
        owner: 'Registered nurse',
        evidence: null,
        earlier: false,
        what: { text: 'withheld: free text that nobody has cleared', withheld: true },
      }),
    ])
    await lead().ok('writing.sendToCheck', { ...(await step()), commentsBy: '2026-11-30' })
  })

  it('is made final by another person, when every comment is answered and the time for comments is over', async () => {
    expect((await view()).final.faults).toHaveLength(2)
    expect((await view('safeguarding-lead')).final.faults).toHaveLength(3)
    const [comment] = (await view()).comments
    await lead().ok('writing.answer', {
      id: comment?.id,
      version: comment?.version,
      outcome: 'not-changed',
      answer: 'That visit was called off.',
    })
    const { entity, recordId: entryId, version: entryVersion } = await textOf('factual_comment')
    await manager().ok('writing.clear', { entity, entryId, entryVersion, scope: 'restricted' })
    await passDays(8)
    expect((await lead().fails('writing.makeFinal', await step())).message).toContain(
      'does not make it final',
    )
    await manager().ok('writing.makeFinal', await step())
    const model = await made()
    expect(model.cover).toMatchObject({ state: 'final', approvedBy: 'Ward manager' })
    expect(model.written?.comments).toEqual([
      {
        requirement: '5d',
        office: 'NHS England',
        text: { text: 'The visit of 4 November is missing.', withheld: false },
        outcome: 'not-changed',
        answer: { text: 'That visit was called off.', withheld: false },
      },
    ])
    expect((await view()).changes).toEqual(
      expect.arrayContaining([expect.objectContaining({ measure: '5d-4' })]),
    )
  })

  it('is the same bytes and the same figures again, whatever was recorded since; nothing in it changes any more', async () => {
    const { madeId: reportId } = (await view()).report
    expect((await view()).final.files.map(({ format }) => format)).toEqual([
      'csv',
      'docx',
      'html',
      'json',
      'pdf',
      'xlsx',
    ])
    await unit
      .as('nurse')
      .ok('supervision.decide', wholeDecision(pairId, 'SUP-2', unit.clock.now(), 6))
    const again = await unit
      .as('commissioner')
      .ok<{ files: { same: boolean }[]; figures: unknown[] }>('writing.checkFrozen', { reportId })
    expect(again.files.map(({ same }) => same)).toEqual([true, true, true, true, true, true])
    expect(again.figures).toEqual([])
    const late = { writtenId: id, requirement: '5d', words: 'Late', version: 2 }
    expect((await lead().fails('writing.narrative', late)).message).toContain('final')
    expect(
      (await lead().fails('writing.takeBack', { ...(await step()), reason: 'To mend it' })).message,
    ).toContain('final')
  }, 60_000)
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { NamedMember } from '../../../../electron/features/assurance/drill.ts'
import { type Arrived, startTestUnit, type TestUnit } from '../../../support/app.ts'
import { readPdf } from '../../../support/read-pdf.ts'

interface View {
  meetings: { id: string; version: number; reportDueAt: string | null; attended: string | null }[]
  disagreements: {
    id: string
    rungs: { id: string; version: number; rung: number; dueAt: string; outcome: string | null }[]
  }[]
  feedback: { id: string; version: number; marks: Record<string, number> }[]
  means: { id: string; n: number; mean: number | null }[]
}

let unit: TestUnit
let family: Arrived
const day = 24 * 60
/** Monday 9 March 2026, 09:00. */
beforeAll(async () => {
  unit = await startTestUnit('2026-03-09T09:00:00.000Z')
  family = await unit.arrive({ motherName: 'Jolanta', babyName: 'Amber', bornOn: '2026-02-01' })
})
afterAll(() => unit.close())

async function pass(minutes: number) {
  unit.clock.pass(minutes)
  for (const role of ['nurse', 'safeguarding-lead', 'ward-manager'] as const)
    await unit.as(role).signIn()
}
const view = () => unit.as('nurse').ok<View>('culture.partnership')
const membersOf = (measure: string) =>
  unit.as('ward-manager').ok<NamedMember[]>('assurance.records', {
    first: '2026-03-01',
    last: '2026-03-31',
    measure,
  })

describe('a meeting of other agencies', () => {
  const meeting = (changes: object = {}) => ({
    pairId: family.pairId,
    kind: 'review-conference',
    agency: 'social-worker',
    heldAt: '2026-03-17T10:00:00.000Z',
    invited: 'yes',
    invitedOn: '2026-03-09',
    reportAsked: true,
    ...changes,
  })

  test('is added with the limit of its report fixed; what cannot be is said at its field', async () => {
    const nurse = unit.as('nurse')
    const bad = await nurse.fails('culture.addMeeting', meeting({ invitedOn: undefined }))
    expect(bad.fields?.map(({ field }) => field)).toEqual(['invitedOn'])
    await nurse.ok('culture.addMeeting', meeting())
    expect((await view()).meetings[0]?.reportDueAt).toBe('2026-03-10T17:00:00.000Z')
  })

  test('takes what came of it once it has been held, and the figure follows', async () => {
    const nurse = unit.as('nurse')
    const [found] = (await view()).meetings
    const outcome = {
      id: found?.id,
      version: 1,
      cancelled: false,
      attended: 'yes',
      attendedById: nurse.staffId,
      report: 'sent',
      reportSentAt: '2026-03-10T11:00:00.000Z',
    }
    const early = await nurse.fails('culture.meetingOutcome', outcome)
    expect(early.fields?.[0]?.field).toBe('attended')
    await pass(8 * day + 5 * 60)
    const missing = await nurse.fails('culture.meetingOutcome', { ...outcome, report: undefined })
    expect(missing.fields?.[0]?.field).toBe('report')
    await nurse.ok('culture.meetingOutcome', outcome)
    const [member] = await membersOf('5f-2')
    expect(member).toMatchObject({ class: 'pass' })
    expect(member?.baby).toContain('Amber')
  })
})

describe('a disagreement', () => {
  test('climbs the ladder with a limit for each rung, fixed when it is reached', async () => {
    const nurse = unit.as('nurse')
    await nurse.ok('culture.openDisagreement', {
      pairId: family.pairId,
      agency: 'social-worker',
      about: 'threshold',
      openedAt: '2026-03-17T09:00:00.000Z',
      ours: 'It reaches the threshold',
      theirs: 'It does not yet',
      withWhom: 'Social worker',
    })
    const rungs = async () => (await view()).disagreements[0]?.rungs ?? []
    const [first] = await rungs()
    expect(first).toMatchObject({ rung: 1, dueAt: '2026-03-18T17:00:00.000Z', outcome: null })
    const leaving = {
      id: first?.id,
      version: 1,
      outcome: 'escalated',
      endedAt: '2026-03-17T12:00:00.000Z',
      said: 'No agreement',
    }
    const nobody = await nurse.fails('culture.leaveRung', leaving)
    expect(nobody.fields?.[0]?.field).toBe('nextWith')
    await nurse.ok('culture.leaveRung', { ...leaving, nextWith: 'Team manager' })
    expect((await nurse.fails('culture.leaveRung', { ...leaving, nextWith: 'x' })).code).toBe(
      'held',
    )
    expect((await rungs())[1]).toMatchObject({ rung: 2, dueAt: '2026-03-19T17:00:00.000Z' })
    expect((await membersOf('5f-4'))[0]).toMatchObject({ class: 'not-eligible' })
    await pass(5 * day)
    expect((await membersOf('5f-4'))[0]).toMatchObject({ class: 'fail' })
  })
})

describe('feedback of partners', () => {
  test('is entered from paper, without a patient’s name, and no mean of fewer than five is shown', async () => {
    const nurse = unit.as('nurse')
    const asked = { agency: 'social-worker', occasion: 'A discharge', askedOn: '2026-03-10' }
    for (let form = 0; form < 5; form += 1) {
      const { id } = await nurse.ok('culture.askFeedback', asked)
      const back = {
        id,
        version: 1,
        returnedOn: '2026-03-16',
        marks: { listened: form === 0 ? 1 : 5 },
      }
      if (form === 0) {
        const empty = await nurse.fails('culture.enterFeedback', { ...back, marks: {} })
        expect(empty.fields?.[0]?.field).toBe('marks.told-in-time')
        const named = await nurse.fails('culture.enterFeedback', {
          ...back,
          comment: 'Amber did well',
        })
        expect(named.fields?.[0]?.field).toBe('comment')
      }
      const before = (await view()).means.find(({ id: question }) => question === 'listened')
      expect(before?.mean).toBeNull()
      await nurse.ok('culture.enterFeedback', back)
    }
    const { means } = await view()
    expect(means.find(({ id }) => id === 'listened')).toMatchObject({ n: 5, mean: 4.2 })
    expect(means.find(({ id }) => id === 'told-in-time')).toMatchObject({ n: 0, mean: null })
  })

  test('the form for partners prints on one page, asks for no name and names nobody', async () => {
    const { name, bytes } = await unit
      .as('nurse')
      .ok<{ name: string; bytes: Uint8Array }>('culture.feedbackForm')
    expect(name).toBe(`partner-feedback-${unit.clock.now().slice(0, 10)}.pdf`)
    const pdf = await readPdf(bytes)
    expect(JSON.stringify(pdf)).toContain('We do not ask for your name')
  })
})

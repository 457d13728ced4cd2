import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { NamedMember } from '../../../../electron/features/assurance/drill.ts'
import { type Arrived, startTestUnit, type TestUnit } from '../../../support/app.ts'
import { readPdf } from '../../../support/read-pdf.ts'

interface View {
  due: { kind: string; dueAt: string; late: boolean } | null
  assessments: {
    recordId: string
    version: number
    change: string
    enteredLate: boolean
    cautions: string[]
    raters: { name: string; trained: string }[]
    scores: unknown[]
    sharings: {
      recordId: string
      version: number
      scopeRevision: string | null
      through: string
      standing: { state: string }
    }[]
  }[]
  statements: unknown[]
  contacts: { id: string; name: string; route: { may: boolean } }[]
}

let unit: TestUnit
let family: Arrived
let socialWorker: string
const day = 24 * 60

/** So much later, everybody signed in again. */
async function pass(minutes: number): Promise<void> {
  unit.clock.pass(minutes)
  for (const role of ['nurse', 'nursery-nurse', 'ward-manager'] as const)
    await unit.as(role).signIn()
}

beforeAll(async () => {
  unit = await startTestUnit('2026-11-02T09:00:00.000Z')
  await unit.onShift('nurse', true)
  family = await unit.arrive({ bed: 0, motherName: 'Zuzanna', babyName: 'Amber' })
  socialWorker = await contact({})
})
afterAll(() => unit.close())

const contact = async (changes: object) => {
  const { id } = await unit.as('nurse').ok('people.addContact', {
    personId: family.babyId,
    agency: 'social-worker',
    role: 'Social worker',
    name: 'Priya Natarajan',
    telephone: '01632 960123',
    safeToContact: 'yes',
    basis: { kind: 'told', by: 'Duty desk', on: '2026-11-02' },
    ...changes,
  })
  return id
}
const view = () => unit.as('nurse').ok<View>('relationship.view', { pairId: family.pairId })
const assessment = (changes: object = {}) => ({
  pairId: family.pairId,
  ratedAt: unit.clock.now(),
  purpose: 'clinical',
  observedFrom: '2026-11-02',
  observedTo: unit.clock.now().slice(0, 10),
  hoursWatched: 18,
  settings: ['feeding', 'play'],
  raters: [
    { staffId: unit.as('nurse').staffId, trained: 'yes' },
    { staffId: unit.as('nursery-nurse').staffId, trained: 'yes' },
  ],
  tools: [
    {
      toolId: 'PBQ',
      scoredOn: unit.clock.now().slice(0, 10),
      scores: [{ scaleId: 'total', score: 21 }],
    },
  ],
  observed: 'She spoke to the baby in three of five feeds.',
  interpretation: 'Warmer than last week.',
  strengths: 'Notices hunger early.',
  concerns: 'Slow to respond at night.',
  ...changes,
})
const assess = (changes: object = {}) =>
  unit.as('nursery-nurse').ok('relationship.assess', assessment(changes))
const overdue = async () => {
  const { overdue: lines } = await unit
    .as('nurse')
    .ok<{ overdue: { text: string; what: string }[] }>('board.cards')
  return lines.map(({ what }) => what)
}

describe('the assessment of relationship and parenting', () => {
  test('is due by the end of day 7, and late on the board after it', async () => {
    expect((await view()).due).toEqual({
      kind: 'baseline',
      dueAt: '2026-11-09T00:00:00.000Z',
      late: false,
    })
    await pass(7 * day)
    expect((await view()).due).toMatchObject({ kind: 'baseline', late: true })
    expect(await overdue()).toContain('first relationship assessment')
  })

  test('is signed by a nursery nurse with its raters, scores, and what to bear in mind', async () => {
    await assess({ observedFrom: '2026-11-07' })
    const [found] = (await view()).assessments
    expect(found).toMatchObject({
      change: 'first',
      enteredLate: false,
      raters: expect.arrayContaining([
        { name: 'nurse person', staffId: expect.any(String), trained: 'yes' },
      ]),
      scores: [{ toolId: 'PBQ', scaleId: 'total', score: 21, scoredOn: '2026-11-09' }],
      cautions: ['Watched over 3 days, fewer than 5: such ratings are less reliable'],
    })
    expect(await overdue()).not.toContain('first relationship assessment')
  })

  test('says what is wrong at the field, and the second one says what changed', async () => {
    await pass(60)
    const field = async (changes: object) => {
      const { fields } = await unit
        .as('nursery-nurse')
        .fails('relationship.assess', assessment(changes))
      return fields?.map((one) => one.field)
    }
    expect(await field({})).toEqual(['change'])
    expect(
      await field({
        change: 'better',
        ratedAt: '2026-11-01T09:00:00.000Z',
        observedTo: '2026-11-01',
        observedFrom: '2026-11-01',
        tools: [],
      }),
    ).toContain('ratedAt')
    expect(await field({ change: 'better', observed: '' })).toEqual(['observed'])
    expect(
      await field({ change: 'better', raters: [{ staffId: family.motherId, trained: 'yes' }] }),
    ).toEqual(['raters.0.staffId'])
  })

  test('is corrected as a further version, signed; two windows on one clash', async () => {
    const [found] = (await view()).assessments
    const correction = {
      id: found?.recordId,
      version: found?.version,
      reason: 'A rater was left out',
      assessment: assessment({
        ratedAt: '2026-11-09T09:00:00.000Z',
        observedTo: '2026-11-09',
        concerns: 'None',
      }),
    }
    const nurse = unit.as('nurse')
    await nurse.ok('relationship.correct', correction)
    expect(await nurse.fails('relationship.correct', correction)).toMatchObject({ code: 'clash' })
    expect((await view()).assessments[0]).toMatchObject({ version: 2, scores: [expect.anything()] })
  })
})

const unsent = 'relationship assessment not sent to the social worker'

describe('who is given it', () => {
  test('the mother, or why it was kept from her; given to nobody it is late on the board', async () => {
    await pass(4 * day)
    expect(await overdue()).toContain('relationship assessment given to nobody')
    const [found] = (await view()).assessments
    const nurse = unit.as('nurse')
    const said = { assessmentId: found?.recordId, sharedAt: unit.clock.now() }
    expect(
      (
        await nurse.fails('relationship.shareWithMother', {
          ...said,
          outcome: 'withheld',
          because: ' ',
        })
      ).fields?.[0]?.field,
    ).toBe('because')
    await nurse.ok('relationship.shareWithMother', {
      ...said,
      outcome: 'shared',
      how: 'Read together',
    })
    expect((await view()).assessments[0]?.sharings[0]?.standing.state).toBe('nothing-awaited')
    expect(await overdue()).not.toContain('relationship assessment given to nobody')
    // The social worker is on record, and has not got it.
    expect(await overdue()).toContain(unsent)
  })

  test('the social worker, with the revision of the scope statement in force; chased until somebody answers', async () => {
    const nurse = unit.as('nurse')
    const [found] = (await view()).assessments
    const { id } = await nurse.ok('relationship.send', {
      pairId: family.pairId,
      assessmentId: found?.recordId,
      contactId: socialWorker,
      sharedAt: unit.clock.now(),
      how: 'Secure email',
    })
    expect(await overdue()).not.toContain(unsent)
    const sharing = async () =>
      (await view()).assessments[0]?.sharings.find(({ recordId }) => recordId === id)
    expect(await sharing()).toMatchObject({ scopeRevision: '1', standing: { state: 'waiting' } })
    await pass(8 * day)
    expect((await sharing())?.standing.state).toBe('late')
    expect(await overdue()).toContain('scope statement not acknowledged, chase it')
    await nurse.ok('relationship.chase', {
      sharingId: id,
      chasedAt: unit.clock.now(),
      chasedOf: 'Duty desk',
    })
    expect(await overdue()).not.toContain('scope statement not acknowledged, chase it')
    const answer = {
      sharingId: id,
      acknowledgedAt: unit.clock.now(),
      by: 'Priya Natarajan',
      how: 'Rang back',
    }
    await nurse.ok('relationship.acknowledge', answer)
    expect((await sharing())?.standing.state).toBe('acknowledged')
    expect(await nurse.fails('relationship.acknowledge', answer)).toMatchObject({ code: 'held' })
  })

  test('nobody who must not be contacted; and through another where the record says so', async () => {
    const nurse = unit.as('nurse')
    const send = (contactId: string) => ({
      pairId: family.pairId,
      contactId,
      sharedAt: unit.clock.now(),
      how: 'Letter',
    })
    const never = await contact({ name: 'Not her', safeToContact: 'do-not-contact' })
    expect((await nurse.fails('relationship.send', send(never))).fields).toEqual([
      {
        field: 'contactId',
        message: 'They must not be contacted. Ask the social worker how it reaches them',
      },
    ])
    const through = await contact({
      agency: 'health-visitor',
      name: 'Sam Ode',
      safeToContact: 'only-through',
      contactThrough: 'the duty team',
    })
    await nurse.ok('relationship.send', send(through))
    expect((await view()).statements).toEqual([
      expect.objectContaining({ through: 'the duty team', recipient: 'professional' }),
    ])
  })

  test('is not taken back while somebody has it', async () => {
    const nurse = unit.as('nurse')
    const [found] = (await view()).assessments
    const input = { id: found?.recordId, version: found?.version, reason: 'Wrong baby' }
    expect(await nurse.fails('relationship.withdraw', input)).toMatchObject({ code: 'held' })
    for (const { recordId, version } of found?.sharings ?? [])
      await nurse.ok('relationship.withdrawSharing', {
        id: recordId,
        version,
        reason: 'Wrong baby',
      })
    await nurse.ok('relationship.withdraw', input)
    expect((await view()).assessments).toEqual([])
  })
})

describe('on paper', () => {
  test('goes to the social worker again, by itself', async () => {
    await unit.as('nurse').ok('relationship.send', {
      pairId: family.pairId,
      contactId: socialWorker,
      sharedAt: unit.clock.now(),
      how: 'Secure email',
    })
    expect((await view()).statements).toHaveLength(2)
  })

  test('what was seen stands apart from what it means, and the scope statement is its last page', async () => {
    const { id } = await assess({
      capacity: 'beginning',
      capacitySteps: 'That she wakes for the baby, by a lower evening dose',
      capacityBy: '2027-01-15',
      capacityForBaby: 'cannot-say',
    })
    const nurse = unit.as('nurse')
    const { bytes, name } = await nurse.ok<{ bytes: Uint8Array; name: string }>(
      'relationship.print',
      {
        assessmentId: id,
        format: 'pdf',
      },
    )
    expect(name).toMatch(/^relationship-assessment-2026-11-\d\d\.pdf$/)
    const { text } = await readPdf(bytes)
    const words = text.replace(/\s+/g, ' ')
    expect(words.indexOf('What was seen')).toBeLessThan(
      words.indexOf('What the raters take it to mean (opinion)'),
    )
    expect(words).toContain('That she wakes for the baby, by a lower evening dose')
    expect(words).toContain('15 Jan 2027. Cannot be said yet')
    expect(words).toContain('What this unit assesses, and what it does not')
    expect(words).toContain('revision 1. Shipped default, not approved by the unit')
    expect(
      await nurse.fails('relationship.print', {
        assessmentId: id,
        scopeSetId: id,
        format: 'pdf',
      }),
    ).toMatchObject({ code: 'not-found' })
    const docx = await nurse.ok<{ bytes: Uint8Array; mediaType: string }>('relationship.print', {
      assessmentId: id,
      format: 'docx',
    })
    expect(docx.mediaType).toContain('wordprocessingml')
    expect(docx.bytes.length).toBeGreaterThan(2000)
  })

  test('the scope statement by itself is one page, and names nobody', async () => {
    const { bytes } = await unit
      .as('nurse')
      .ok<{ bytes: Uint8Array }>('relationship.printScope', { format: 'pdf' })
    const pdf = await readPdf(bytes)
    expect(pdf.pages).toHaveLength(1)
    expect(pdf.text).not.toContain('Zuzanna')
  })
})

describe('measures 5d-1, 5d-2 and 5d-6', () => {
  test('open to the records that they count', async () => {
    const open = async (measure: string) => {
      return unit.as('ward-manager').ok<NamedMember[]>('assurance.records', {
        first: '2026-11-01',
        last: '2026-11-30',
        measure,
      })
    }
    const classes = async (measure: string) => (await open(measure)).map((one) => one.class)
    expect(await classes('5d-1')).toEqual(['fail'])
    expect(await classes('5d-2')).toContain('pass')
    const [scope] = await open('5d-6')
    expect(scope?.records.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['pair', 'contact', 'relationship_sharing']),
    )
  })
})

test('a scope statement is chased after they have left too, until somebody acknowledges it', async () => {
  const own = await startTestUnit()
  const nurse = own.as('nurse')
  const gone = await own.arrive()
  const { id: contactId } = await nurse.ok('people.addContact', {
    personId: gone.babyId,
    agency: 'social-worker',
    role: 'Social worker',
    name: 'Priya Natarajan',
    telephone: '01632 960123',
    safeToContact: 'yes',
    basis: { kind: 'told', by: 'Duty desk', on: '2026-11-20' },
  })
  const { id: sharingId } = await nurse.ok('relationship.send', {
    pairId: gone.pairId,
    contactId,
    sharedAt: own.clock.now(),
    how: 'Secure email',
  })
  own.clock.pass(60)
  await nurse.signIn()
  await nurse.ok('stays.end', {
    id: gone.stayId,
    version: 1,
    reason: 'Discharged',
    endedAt: own.clock.now(),
    endReason: 'home',
    missingBecause: 'Arranged by telephone',
  })
  own.clock.pass(30 * day)
  await nurse.signIn()
  const strip = async () =>
    (await nurse.ok<{ overdue: object[] }>('board.cards')).overdue.filter((one) =>
      JSON.stringify(one).includes('scope statement'),
    )
  expect(await strip()).toMatchObject([
    {
      bedName: 'Left the unit',
      stayId: gone.stayId,
      what: 'scope statement not acknowledged, chase it',
    },
  ])
  await nurse.ok('relationship.acknowledge', {
    sharingId,
    acknowledgedAt: own.clock.now(),
    by: 'Priya Natarajan',
    how: 'Rang back',
  })
  expect(await strip()).toEqual([])
  own.close()
})

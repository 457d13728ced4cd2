import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { holdersOf } from '../../../../electron/features/communications/basis.ts'
import type { familyPage } from '../../../../electron/features/people/family.ts'
import type { peopleToDo } from '../../../../electron/features/people/to-do.ts'
import { type Arrived, startTestUnit, type TestUnit } from '../../../support/app.ts'
import { knownBy } from '../../../support/known-by.ts'

let unit: TestUnit
let arrived: Arrived
beforeAll(async () => {
  unit = await startTestUnit()
  arrived = await unit.arrive({ at: '2026-11-22T10:00:00.000Z' })
})
afterAll(() => unit.close())

const nurse = () => unit.as('nurse')
type Page = ReturnType<typeof familyPage>
const page = () => nurse().ok<Page>('people.family', { motherId: arrived.motherId })
const toDo = () => nurse().ok<ReturnType<typeof peopleToDo>>('people.toDo')
const keysOf = ({ questions }: Pick<Page, 'questions'>) => questions.map(({ key }) => key).sort()

const somebody = async (givenName: string) =>
  (
    await nurse().ok('people.add', {
      basis: knownBy,
      kind: 'other',
      givenName,
      familyName: 'Quill',
      nhsNumber: null,
      nhsNumberAbsent: null,
      bornOn: null,
      bornAt: null,
      gestationDays: null,
      expectedOn: null,
    })
  ).id
const told = (by: string) => ({ kind: 'told', by, on: '2026-11-22' })
const tie = (personId: string, changes: object = {}) => ({
  personId,
  toPersonId: arrived.babyId,
  relation: 'father',
  parentalResponsibility: 'not-known',
  safeToContact: 'yes',
  livesWith: 'not-known',
  basis: told('The mother'),
  ...changes,
})

describe('what is not known', () => {
  test('is a list of questions from the day of arrival, each with when it is asked again', async () => {
    const found = await page()
    expect(keysOf(found)).toEqual([
      'father',
      'household',
      'legal-status',
      'other-children',
      'partner',
      'responsibility',
    ])
    expect(found.questions[0]).toMatchObject({ isLate: false, since: '2026-11-22T10:00:00.000Z' })
    expect(found.questions[0]?.dueAt).toBe('2026-11-29T10:00:00.000Z')
    expect((await toDo()).questions).toHaveLength(6)
  })

  const asking = (changes: object = {}) => ({
    motherId: arrived.motherId,
    personId: arrived.motherId,
    questionKey: 'household',
    question: 'Who lives with her?',
    askedAt: '2026-11-23T08:00:00.000Z',
    answer: 'She turned away',
    nextAskAt: '2026-11-27T10:00:00.000Z',
    basis: { kind: 'not-established', by: 'The mother', on: '2026-11-23' },
    ...changes,
  })

  test.each([
    ['no date to ask again', { nextAskAt: null }, 'nextAskAt'],
    ['a date before the asking', { nextAskAt: '2026-11-22T10:00:00.000Z' }, 'nextAskAt'],
    ['a date beyond the limit', { nextAskAt: '2027-01-22T10:00:00.000Z' }, 'nextAskAt'],
    ['a time in the future', { askedAt: '2026-11-24T10:00:00.000Z' }, 'askedAt'],
    ['nothing said', { answer: ' ' }, 'answer'],
    ['an answer that is asked again', { basis: told('The mother') }, 'nextAskAt'],
    [
      'an answer where a statement is needed',
      {
        personId: () => arrived.babyId,
        questionKey: 'father',
        basis: told('The mother'),
        nextAskAt: null,
      },
      'basis.kind',
    ],
    [
      'an answer where a legal status is needed',
      {
        personId: () => arrived.babyId,
        questionKey: 'legal-status',
        basis: told('The mother'),
        nextAskAt: null,
      },
      'basis.kind',
    ],
  ])('an asking is refused with %s', async (_what, wrong, field) => {
    const input = Object.fromEntries(
      Object.entries({ ...asking(), ...wrong }).map(([key, value]) => [
        key,
        typeof value === 'function' ? value() : value,
      ]),
    )
    const failure = await nurse().fails('people.ask', input)
    expect(failure.fields?.map((one) => one.field)).toEqual([field])
  })

  test('an asking sets the next; an answer closes the question, and its withdrawal opens it', async () => {
    await nurse().ok('people.ask', asking())
    const open = (await page()).questions.find(({ key }) => key === 'household')
    expect(open?.dueAt).toBe('2026-11-27T10:00:00.000Z')
    const { id } = await nurse().ok('people.ask', {
      ...asking({ basis: told('Her sister'), nextAskAt: null, answer: 'She lives alone' }),
    })
    const after = await page()
    expect(keysOf(after)).not.toContain('household')
    expect(after.askings[0]).toMatchObject({ isAnswer: true, answer: 'She lives alone' })
    expect(await nurse().fails('people.ask', asking())).toMatchObject({ code: 'not-found' })
    await nurse().ok('people.withdrawAsking', { id, version: 1, reason: 'Said of another' })
    expect(keysOf(await page())).toContain('household')
  })

  test('a question of one’s own stands beside them', async () => {
    const { id } = await nurse().ok('people.addQuestion', {
      personId: arrived.motherId,
      question: 'Who rings every evening?',
    })
    expect(keysOf(await page())).toContain(`own:${id}`)
    await nurse().ok('people.withdrawQuestion', { id, version: 1, reason: 'It was the ward' })
    expect(keysOf(await page())).not.toContain(`own:${id}`)
  })
})

describe('two sources that differ', () => {
  test('are both kept, raised, and settled with a reason; a change raises it again', async () => {
    const sam = await somebody('Sam')
    const ali = await somebody('Ali')
    const first = await nurse().ok('people.addTie', tie(sam))
    const second = await nurse().ok(
      'people.addTie',
      tie(ali, { basis: { kind: 'document', document: 'Birth certificate', on: '2026-11-22' } }),
    )
    const found = await page()
    const [clash] = found.clashes
    expect(clash).toMatchObject({
      topic: 'father',
      first: { says: 'Sam Quill: Said to be the father' },
      other: { says: 'Ali Quill: Father' },
      settlement: null,
    })
    expect(keysOf(found).some((key) => key.startsWith('clash:father'))).toBe(true)

    const settling = {
      personId: arrived.babyId,
      topic: 'father',
      firstId: first.id,
      firstVersion: 1,
      otherId: second.id,
      otherVersion: 1,
      holds: 'other',
      because: 'The certificate names him',
    }
    expect(
      await nurse().fails('people.settleClash', { ...settling, firstVersion: 2 }),
    ).toMatchObject({ code: 'clash' })
    expect(
      await nurse().fails('people.settleClash', { ...settling, topic: 'contact' }),
    ).toMatchObject({ code: 'not-found' })
    await nurse().ok('people.settleClash', settling)
    const after = await page()
    expect(after.clashes[0]?.settlement).toMatchObject({
      because: 'The certificate names him',
      by: 'nurse person',
    })
    expect(keysOf(after).filter((key) => key.startsWith('clash') || key === 'father')).toEqual([])

    await nurse().ok('people.changeTie', {
      id: first.id,
      version: 1,
      reason: 'He came himself',
      fact: tie(sam, { basis: told('Sam himself') }),
    })
    expect(keysOf(await page()).some((key) => key.startsWith('clash:father'))).toBe(true)
  })

  test('contact is never loosened by settling, and duties follow what was settled', async () => {
    const robin = await somebody('Robin')
    const one = await nurse().ok(
      'people.addTie',
      tie(robin, { relation: 'friend', parentalResponsibility: 'no', safeToContact: 'yes' }),
    )
    const two = await nurse().ok(
      'people.addTie',
      tie(robin, {
        relation: 'friend',
        parentalResponsibility: 'no',
        safeToContact: 'do-not-contact',
        basis: told('The police'),
      }),
    )
    const settling = {
      personId: arrived.babyId,
      topic: 'contact',
      firstId: one.id,
      firstVersion: 1,
      otherId: two.id,
      otherVersion: 1,
      holds: 'first',
      because: 'She says so',
    }
    const refused = await nurse().fails('people.settleClash', settling)
    expect(refused.fields).toMatchObject([{ field: 'holds' }])
    await nurse().ok('people.settleClash', { ...settling, holds: 'other' })
    const holders = holdersOf(unit.db, arrived.babyId, arrived.motherId)
    expect(
      holders.filter(({ personId }) => personId === robin).map((one) => one.safeToContact),
    ).toEqual(['do-not-contact', 'do-not-contact'])
  })
})

describe('the placement of a looked-after baby', () => {
  const meeting = (changes: object = {}) => ({
    personId: arrived.babyId,
    pairId: arrived.pairId,
    kind: 'planning-meeting',
    plannedAt: '2026-11-25T10:00:00.000Z',
    heldAt: null,
    chairedBy: 'social-care',
    chairName: null,
    officer: 'not-known',
    decided: null,
    basis: told('Northshire, social worker'),
    ...changes,
  })
  const standing = async () => (await page()).placements[0]?.standing

  test('is to be planned within the limit where the baby is looked after on arrival', async () => {
    expect(await standing()).toMatchObject({ state: 'status-not-known' })
    await unit.as('other-clinician').ok('people.addLegalStatus', {
      personId: arrived.babyId,
      code: 'LEG-07',
      startsAt: '2026-11-20T10:00:00.000Z',
      endsAt: '2026-11-28T10:00:00.000Z',
      authority: 'Northshire',
      basis: told('Northshire, duty desk'),
    })
    expect(await standing()).toEqual({ state: 'to-hold', dueAt: '2026-11-27T17:00:00.000Z' })
    const list = await toDo()
    expect(list.meetings).toMatchObject([{ state: 'to-hold', motherId: arrived.motherId }])
    expect(list.statuses).toMatchObject([{ text: 'Interim care order runs out in 5 days' }])
    expect(list.questions.map(({ question }) => question)).toContain(
      'Interim care order: what document shows it?',
    )
  })

  test.each([
    ['neither planned nor held', { plannedAt: null }, 'heldAt'],
    ['held tomorrow', { heldAt: '2026-11-24T10:00:00.000Z' }, 'heldAt'],
    ['nobody in the chair', { heldAt: '2026-11-23T08:00:00.000Z' }, 'chairName'],
    ['an odd chair', { chairedBy: 'the mother' }, 'chairedBy'],
    ['no word on how it is known', { basis: undefined }, 'basis'],
    [
      'a basis that is none',
      { basis: { ...told('Anybody'), kind: 'not-established' } },
      'basis.kind',
    ],
    ['a basis of tomorrow', { basis: { ...told('Anybody'), on: '2026-11-24' } }, 'basis.on'],
  ])('a meeting is refused with %s', async (_what, wrong, field) => {
    const failure = await nurse().fails('people.addMeeting', meeting(wrong))
    expect(failure.fields?.map((one) => one.field)).toEqual([field])
  })

  test('is done once held, chaired by social care, with the reviewing officer there', async () => {
    const { id } = await nurse().ok('people.addMeeting', meeting())
    expect(await standing()).toMatchObject({ state: 'to-hold' })
    await nurse().ok('people.changeMeeting', {
      id,
      version: 1,
      reason: 'It was held',
      fact: meeting({
        heldAt: '2026-11-23T08:00:00.000Z',
        chairName: 'P. Okoro',
        officer: 'there',
        decided: 'Stay of 8 weeks',
      }),
    })
    const found = await page()
    expect(found.placements[0]).toMatchObject({
      standing: { state: 'done' },
      meetings: [{ chairName: 'P. Okoro', decided: 'Stay of 8 weeks' }],
    })
    expect(found.placements[0]?.meetings[0]).toMatchObject({
      basis: { kind: 'told', by: 'Northshire, social worker' },
    })
    expect((await toDo()).meetings).toEqual([])

    const again = await nurse().fails(
      'people.addMeeting',
      meeting({ plannedAt: null, heldAt: '2026-11-23T08:00:00.000Z', chairName: 'P. Okoro' }),
    )
    expect(again.fields).toEqual([
      { field: 'heldAt', message: expect.stringMatching(/at this time is on record/) },
    ])
    const planned = await nurse().fails('people.addMeeting', meeting())
    expect(planned.fields?.map(({ field }) => field)).toEqual(['plannedAt'])
    await nurse().ok('people.changeMeeting', {
      id,
      version: 2,
      reason: 'The decision was sent',
      fact: meeting({
        heldAt: '2026-11-23T08:00:00.000Z',
        chairName: 'P. Okoro',
        officer: 'there',
        decided: 'Stay of 12 weeks',
      }),
    })
    const { lines } = await nurse().ok<{ lines: { from: string; what: string; basis: unknown }[] }>(
      'chronology.view',
      { stayId: arrived.stayId },
    )
    expect(lines.filter(({ from }) => from === 'placement-meeting')).toMatchObject([
      {
        what: 'Planning meeting of the agencies, in the chair: Children’s social care, P. Okoro. Decided: Stay of 12 weeks',
        basis: { kind: 'told' },
      },
    ])
    await nurse().ok('people.withdrawMeeting', { id, version: 3, reason: 'Of another baby' })
    expect(await standing()).toMatchObject({ state: 'to-hold' })
  })
})

describe('the measures', () => {
  test('count what is on record, and every figure opens to it', async () => {
    unit.clock.set('2026-12-20T09:00:00.000Z')
    const lead = unit.as('safeguarding-lead')
    await lead.signIn()
    type Member = { class: string; reason: string; baby?: string; records: { type: string }[] }
    const membersOf = (measure: string) =>
      lead.ok<Member[]>('assurance.records', { first: '2026-11-01', last: '2026-12-19', measure })
    expect(await membersOf('6-1')).toMatchObject([
      { class: 'fail', reason: 'No planning meeting was held within the limit' },
    ])
    const statements = await membersOf('7-1')
    expect(new Set(statements.map((one) => one.class))).toEqual(new Set(['pass']))
    expect(statements.some(({ records }) => records[0]?.type === 'tie')).toBe(true)
    const asked = await membersOf('7-2')
    expect(asked.length).toBeGreaterThan(5)
    expect(asked.every(({ records }) => records.length > 0)).toBe(true)
    expect(asked.some(({ baby }) => baby !== undefined)).toBe(true)
  })
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testNhsNumber } from '#domain/shared/nhs-number.ts'
import { type Arrived, startTestUnit, type TestUnit } from '../../../support/app.ts'
import { knownBy } from '../../../support/known-by.ts'

let unit: TestUnit
let arrived: Arrived
beforeAll(async () => {
  unit = await startTestUnit()
  arrived = await unit.arrive()
})
afterAll(() => unit.close())

const mother = {
  kind: 'mother',
  givenName: 'Amber',
  familyName: 'Quill',
  nhsNumber: testNhsNumber(900),
  nhsNumberAbsent: null,
  bornOn: '1995-02-28',
  bornAt: null,
  gestationDays: null,
  expectedOn: null,
  basis: knownBy,
}
const baby = {
  ...mother,
  kind: 'baby',
  nhsNumber: null,
  nhsNumberAbsent: 'not-yet-allocated',
  bornOn: '2026-11-01',
}
const nurse = () => unit.as('nurse')
const fieldsOf = async (input: unknown) =>
  Object.fromEntries(
    ((await nurse().fails('people.add', input)).fields ?? []).map((one) => [
      one.field,
      one.message,
    ]),
  )
const entries = () => unit.app.house.store().chain.seq

describe('a person', () => {
  test.each([
    ['wrong types', { givenName: 5, bornOn: 19950228 }, ['givenName', 'bornOn']],
    ['no name', { givenName: '', familyName: '   ' }, ['givenName', 'familyName']],
    ['a name of invisible signs', { givenName: '\u200b\u200d' }, ['givenName']],
    ['a name over two lines', { givenName: 'Amber\nQuill' }, ['givenName']],
    ['a name of 201 letters', { givenName: 'x'.repeat(201) }, ['givenName']],
    ['NUL in a name', { givenName: 'Am\u0000ber' }, ['givenName']],
    ['an escape in a name', { givenName: 'Am\u001bber' }, ['givenName']],
    ['half a character', { givenName: 'Amber\ud83d' }, ['givenName']],
    ['a birth tomorrow', { bornOn: '2026-11-24' }, ['bornOn']],
    ['a day that does not exist', { bornOn: '1995-02-31' }, ['bornOn']],
    ['a date the wrong way round', { bornOn: '28/02/1995' }, ['bornOn']],
    ['a mother born last year', { bornOn: '2025-02-28' }, ['bornOn']],
    ['a mother of 120', { bornOn: '1899-02-28' }, ['bornOn']],
    ['an NHS number with a wrong check digit', { nhsNumber: '9990000001' }, ['nhsNumber']],
    ['an NHS number of nine digits', { nhsNumber: '999000000' }, ['nhsNumber']],
    ['an NHS number in other figures', { nhsNumber: '٩٩٩٠٠٠٠٠٠٠' }, ['nhsNumber']],
    ['an NHS number as a number', { nhsNumber: 9_990_000_018 }, ['nhsNumber']],
    ['neither number nor reason', { nhsNumber: '' }, ['nhsNumber']],
    ['number and reason', { nhsNumberAbsent: 'not-known' }, ['nhsNumberAbsent']],
    ['a mother with weeks at birth', { gestationDays: 280 }, ['gestationDays']],
    ['a birth expected in two years', { expectedOn: '2028-11-24' }, ['expectedOn']],
    ['a kind that is none', { kind: 'cat' }, ['kind']],
    ['a field that is none', { admin: true }, ['admin']],
  ])('is refused with %s, at the field, and nothing is written', async (_what, wrong, fields) => {
    const before = entries()
    const messages = await fieldsOf({ ...mother, ...wrong })
    expect(Object.keys(messages).sort()).toEqual([...fields].sort())
    for (const message of Object.values(messages)) expect(message).toMatch(/^[A-Z].{8,}/)
    expect(entries()).toBe(before)
  })

  test.each([
    ['born tomorrow', { bornOn: '2026-11-24' }, 'bornOn', /future/],
    [
      'born in an hour',
      { bornOn: '2026-11-23', bornAt: '2026-11-23T10:00:00.000Z' },
      'bornAt',
      /future/,
    ],
    ['without a date of birth', { bornOn: null }, 'bornOn', /date of birth/],
    ['of ten years', { bornOn: '2016-11-23' }, 'bornOn', /10 years/],
    ['born at 10 weeks', { gestationDays: 70 }, 'gestationDays', /20 and 45 weeks/],
    ['with a time on another day', { bornAt: '2026-11-02T10:00:00.000Z' }, 'bornAt', /another day/],
    ['with an expected date', { expectedOn: '2026-12-01' }, 'expectedOn', /mother/],
  ])('a baby is refused when %s', async (_what, wrong, field, message) => {
    expect((await fieldsOf({ ...baby, ...wrong }))[field]).toMatch(message)
  })

  test('has an NHS number that nobody else has, and a baby has not its mother’s', async () => {
    const taken = testNhsNumber(10)
    expect(await fieldsOf({ ...mother, nhsNumber: taken })).toEqual({
      nhsNumber: expect.stringContaining('somebody else already'),
    })
    expect(await fieldsOf({ ...baby, nhsNumber: taken, nhsNumberAbsent: null })).toEqual({
      nhsNumber: expect.stringContaining("mother's NHS number"),
    })
    expect(await fieldsOf({ ...mother, nhsNumber: testNhsNumber(11) })).toEqual({
      nhsNumber: expect.stringContaining("baby's NHS number"),
    })
  })

  test.each([
    ['emoji', 'Amber 👩🏽‍🍼'],
    ['right-to-left letters', 'نور'],
    ['Tamil', 'அம்மா'],
    ['an apostrophe', "O'Neill"],
    ['a word of the language', 'Null'],
    ['SQL', "Robert'); DROP TABLE person;--"],
    ['markup', '<script>alert(1)</script>'],
  ])('keeps %s in a name as it was typed', async (_what, givenName) => {
    const added = await nurse().ok('people.add', { ...baby, givenName })
    expect(await nurse().ok('people.get', { personId: added.id })).toMatchObject({ givenName })
  })

  test('is found without accents and case, and by number, and by nothing else', async () => {
    await nurse().ok('people.add', { ...mother, givenName: 'Zoë', familyName: 'Siân-Price' })
    const find = (text: string) => nurse().ok<unknown[]>('people.search', { text })
    expect(await find('zoe sian')).toHaveLength(1)
    expect(await find(testNhsNumber(900))).toHaveLength(1)
    for (const sign of ['%', '_', '"', "' or 1=1 --"]) expect(await find(sign)).toEqual([])
  })

  test('is corrected with a reason; the second of two who change it is told', async () => {
    const { id } = await nurse().ok('people.add', { ...baby, familyName: 'Before' })
    const change = { id, version: 1, reason: 'Misheard', person: { ...baby, familyName: 'After' } }
    expect(await nurse().ok('people.change', change)).toEqual({ id, version: 2 })
    const late = await unit.as('consultant').fails('people.change', change)
    expect(late.code).toBe('clash')
    const versions = unit.db.rows<{ familyName: string }>(
      'select family_name as familyName from person where record_id = ? order by version',
      [id],
    )
    expect(versions.map((row) => row.familyName)).toEqual(['Before', 'After'])
    expect(
      (await nurse().fails('people.change', { ...change, version: 2, reason: ' ' })).fields,
    ).toMatchObject([{ field: 'reason' }])
    expect(
      (await nurse().fails('people.change', { ...change, version: 2, person: mother })).fields,
    ).toMatchObject([{ field: 'person.kind' }])
  })
})

describe('a person on the unit', () => {
  test('is not born after the arrival, and is not withdrawn', async () => {
    const { babyId, motherId } = await unit.arrive({ at: '2026-10-01T09:00:00.000Z' })
    const born = { ...baby, bornOn: '2026-10-02' }
    const change = { id: babyId, version: 1, reason: 'Mistyped', person: born }
    const late = await nurse().fails('people.change', change)
    expect(late.fields).toMatchObject([{ field: 'person.bornOn' }])
    await nurse().ok('people.change', { ...change, person: { ...born, bornOn: '2026-09-30' } })
    const error = { id: motherId, version: 1, reason: 'Entered in error' }
    expect(await nurse().fails('people.withdraw', error)).toMatchObject({ code: 'held' })
  })

  test('who was entered in error is withdrawn, and the number is free again', async () => {
    const person = { ...mother, nhsNumber: testNhsNumber(901) }
    const { id } = await nurse().ok('people.add', person)
    await nurse().ok('people.withdraw', { id, version: 1, reason: 'Wrong unit' })
    expect(await nurse().fails('people.get', { personId: id })).toMatchObject({ code: 'not-found' })
    await nurse().ok('people.add', person)
  })
})

describe('ties and contacts', () => {
  const told = { kind: 'told', by: 'The mother', on: '2026-11-22' }
  const tie = () => ({
    personId: other,
    toPersonId: arrived.babyId,
    relation: 'father',
    parentalResponsibility: 'not-known',
    safeToContact: 'not-known',
    basis: told,
  })
  let other: string
  beforeAll(async () => {
    const person = { ...mother, kind: 'other', nhsNumber: null, bornOn: null, givenName: 'Sam' }
    other = (await nurse().ok('people.add', person)).id
  })

  test.each([
    ['no basis', { basis: undefined }, 'basis'],
    ['a basis that nobody said', { basis: { kind: 'told', on: '2026-11-22' } }, 'basis.by'],
    [
      'a document without a title',
      { basis: { kind: 'document', on: '2026-11-22' } },
      'basis.document',
    ],
    ['a basis of tomorrow', { basis: { ...told, on: '2026-11-24' } }, 'basis.on'],
    ['contact through nobody', { safeToContact: 'only-through' }, 'contactThrough'],
    ['responsibility by hearsay', { parentalResponsibility: 'yes' }, 'parentalResponsibility'],
    ['a relation that is none', { relation: 'uncle-ish' }, 'relation'],
    [
      'nobody at the other end',
      { toPersonId: '00000000-0000-7000-8000-000000000000' },
      'toPersonId',
    ],
  ])('are refused with %s', async (_what, wrong, field) => {
    const failure = await nurse().fails('people.addTie', { ...tie(), ...wrong })
    expect(failure.fields?.map((one) => one.field)).toEqual([field])
  })

  test('never make a mother on record the father, of a baby or of one who is expected', async () => {
    const { motherId } = arrived
    for (const relation of ['father', 'father-of-expected']) {
      const asFather = { ...tie(), personId: motherId, relation }
      const failure = await nurse().fails('people.addTie', asFather)
      expect(failure.fields?.map(({ field }) => field)).toEqual(['relation'])
    }
  })

  test('hold their basis and whether contact is safe, and are withdrawn, not removed', async () => {
    const { id } = await nurse().ok('people.addTie', tie())
    const found = await nurse().ok<{ basis: unknown }[]>('people.ties', {
      personId: arrived.babyId,
    })
    expect(found).toMatchObject([{ id, relation: 'father', basis: told, personName: 'Sam Quill' }])
    await nurse().ok('people.withdrawTie', { id, version: 1, reason: 'Was said of another baby' })
    expect(await nurse().ok('people.ties', { personId: arrived.babyId })).toEqual([])
    const rows = unit.db.rows('select version from tie where record_id = ?', [id])
    expect(rows).toHaveLength(2)
  })

  test('a contact needs a way to be reached', async () => {
    const contact = {
      personId: arrived.babyId,
      agency: 'social-worker',
      role: 'Allocated social worker',
      name: 'P. Okoro',
      telephone: '020 7946 0000',
      safeToContact: 'yes',
      basis: told,
    }
    await nurse().ok('people.addContact', contact)
    await nurse().ok('people.addContact', { ...contact, personId: null })
    expect(await nurse().ok('people.contacts', { personId: arrived.babyId })).toHaveLength(1)
    expect(await nurse().ok('people.contacts', { personId: null })).toHaveLength(1)
    for (const wrong of [{ telephone: null }, { telephone: 'ring me' }])
      expect(
        (await nurse().fails('people.addContact', { ...contact, ...wrong })).fields,
      ).toMatchObject([{ field: 'telephone' }])
  })
})

describe('legal status', () => {
  const document = { kind: 'document', document: 'Order of 20 Nov', on: '2026-11-20' }
  const order = {
    code: 'LEG-07',
    startsAt: '2026-11-20T10:00:00.000Z',
    endsAt: '2027-01-07T10:00:00.000Z',
    authority: 'Northshire',
    basis: document,
  }

  test('of a child is a dated fact, asked for at any past time', async () => {
    const personId = arrived.babyId
    const social = unit.as('other-clinician')
    await social.ok('people.addLegalStatus', { ...order, personId })
    type Answer = { standing: { known: boolean; dutyClass: string } }
    const now = await nurse().ok<Answer>('people.legalStatus', { personId })
    expect(now.standing).toMatchObject({ known: true, dutyClass: 'L', authorityShares: true })
    const before = { personId, at: '2026-11-19T10:00:00.000Z' }
    const then = await nurse().ok<Answer>('people.legalStatus', before)
    expect(then.standing).toMatchObject({ known: false })
  })

  test('of a child is recorded once, and one that says otherwise is raised', async () => {
    const { babyId: personId } = await unit.arrive({ bed: 2 })
    const none = { ...order, code: 'LEG-00', endsAt: null, personId }
    await nurse().ok('people.addLegalStatus', none)
    expect((await nurse().fails('people.addLegalStatus', none)).fields).toMatchObject([
      { field: 'code' },
    ])
    await nurse().ok('people.addLegalStatus', { ...order, personId })
    const { warnings } = await nurse().ok<{ warnings: string[] }>('people.legalStatus', {
      personId,
    })
    expect(warnings).toEqual([expect.stringContaining('Two sources differ: no involvement')])
    const { statuses } = await nurse().ok<{ statuses: { babyId: string; text: string }[] }>(
      'people.toDo',
    )
    expect(statuses.filter(({ babyId }) => babyId === personId)).toMatchObject([
      { text: warnings[0] },
    ])
  })

  test.each([
    ['an end before its start', { endsAt: '2026-11-19T10:00:00.000Z' }, 'endsAt'],
    ['no end where the law sets one', { code: 'LEG-10', endsAt: null }, 'endsAt'],
    ['a start tomorrow', { startsAt: '2026-11-24T10:00:00.000Z' }, 'startsAt'],
    ['a code that is none', { code: 'LEG-99' }, 'code'],
    ['no document and nobody', { basis: { kind: 'opinion' } }, 'basis.by'],
    ['31 November', { startsAt: '2026-11-31T10:00:00.000Z' }, 'startsAt'],
  ])('is refused with %s', async (_what, wrong, field) => {
    const input = { ...order, personId: arrived.babyId, ...wrong }
    const failure = await nurse().fails('people.addLegalStatus', input)
    expect(failure.fields?.map((one) => one.field)).toContain(field)
  })

  test('is a child’s, and the Mental Health Act is a mother’s', async () => {
    const wrong = await nurse().fails('people.addLegalStatus', {
      ...order,
      personId: arrived.motherId,
    })
    expect(wrong.fields).toMatchObject([
      { field: 'personId', message: 'Choose a baby: this cannot be in force before the birth' },
    ])
    const unborn = { ...order, code: 'LEG-05', endsAt: null, personId: arrived.motherId }
    await nurse().ok('people.addLegalStatus', unborn)
    expect(await nurse().ok('people.legalStatus', { personId: arrived.motherId })).toMatchObject({
      standing: { known: true, dutyClass: 'C' },
    })
    const act = { code: '03', startsAt: '2026-11-20T10:00:00.000Z', endsAt: null, basis: document }
    const baby = await nurse().fails('people.addMentalHealthAct', {
      ...act,
      personId: arrived.babyId,
    })
    expect(baby.fields).toMatchObject([{ field: 'personId', message: 'Choose a mother' }])
  })

  test('under the Mental Health Act keeps to the times of the Act', async () => {
    const personId = arrived.motherId
    const act = { personId, code: '05', startsAt: '2026-11-22T10:00:00.000Z', basis: document }
    const none = await nurse().fails('people.addMentalHealthAct', { ...act, endsAt: null })
    expect(none.fields).toMatchObject([{ field: 'endsAt' }])
    const long = await nurse().fails('people.addMentalHealthAct', {
      ...act,
      endsAt: '2026-11-26T10:00:00.000Z',
    })
    expect(long.fields?.[0]?.message).toMatch(/72 hours/)
    await nurse().ok('people.addMentalHealthAct', { ...act, endsAt: '2026-11-25T10:00:00.000Z' })
    const status = await nurse().ok('people.mentalHealthAct', { personId })
    expect(status).toMatchObject({ standing: { status: { code: '05', detained: true } } })
  })
})

describe('the end of a status', () => {
  const told = { kind: 'told', by: 'J. Reed, social worker', on: '2026-11-23' }
  interface Now {
    facts: { id: string; version: number; ended: { whatFollowed: string } | null }[]
    standing: { planOrOrder: boolean; inForce: { endUnconfirmed: boolean }[] }
    warnings: string[]
  }
  let babyId: string
  const now = () => nurse().ok<Now>('people.legalStatus', { personId: babyId })
  const order = (authority = 'Westmrch Council') => ({
    personId: babyId,
    code: 'LEG-07',
    startsAt: '2026-11-01T09:00:00.000Z',
    endsAt: '2026-11-23T08:00:00.000Z',
    authority,
    basis: told,
  })
  const newest = async () => {
    const [fact] = (await now()).facts
    if (!fact) throw new Error('No status')
    return { id: fact.id, version: fact.version }
  }

  test('is no correction that is made after its date', async () => {
    babyId = (await unit.arrive({ bed: 3 })).babyId
    await nurse().ok('people.addLegalStatus', order())
    const reason = 'Spelling of the authority'
    const fact = order('Westmarch Council')
    await nurse().ok('people.changeLegalStatus', { ...(await newest()), reason, fact })
    const { standing, warnings } = await now()
    expect(standing).toMatchObject({ planOrOrder: true, inForce: [{ endUnconfirmed: true }] })
    expect(warnings).toEqual(['Interim care order: ran out on paper. Confirm what followed'])
  })

  test('is refused in the future, before its start, and without what followed', async () => {
    const end = { ...(await newest()), endedAt: '2026-11-23T08:00:00.000Z', basis: told }
    const fieldsOf = async (wrong: object) =>
      (
        await nurse().fails('people.endLegalStatus', { ...end, whatFollowed: 'A plan', ...wrong })
      ).fields?.map(({ field }) => field)
    expect(await fieldsOf({ endedAt: '2026-11-24T08:00:00.000Z' })).toEqual(['endedAt'])
    expect(await fieldsOf({ endedAt: '2026-10-24T08:00:00.000Z' })).toEqual(['endedAt'])
    expect(await fieldsOf({ whatFollowed: '' })).toEqual(['whatFollowed'])
  })

  test('is said by name, with what followed, and outlives a later correction', async () => {
    await nurse().ok('people.endLegalStatus', {
      ...(await newest()),
      endedAt: '2026-11-23T08:00:00.000Z',
      whatFollowed: 'Supervision order of the same day',
      basis: told,
    })
    expect((await now()).standing).toMatchObject({ planOrOrder: false, inForce: [] })
    const fact = order('Westmarch County Council')
    await nurse().ok('people.changeLegalStatus', { ...(await newest()), reason: 'Name', fact })
    const after = await now()
    expect(after.standing.inForce).toEqual([])
    expect(after.facts[0]?.ended?.whatFollowed).toBe('Supervision order of the same day')
  })

  test('is taken back where it was entered in error', async () => {
    const reason = 'It was the order of another child'
    await nurse().ok('people.takeBackLegalStatusEnd', { ...(await newest()), reason })
    expect((await now()).standing).toMatchObject({ planOrOrder: true })
    const failure = await nurse().fails('people.takeBackLegalStatusEnd', {
      ...(await newest()),
      reason,
    })
    expect(failure.message).toBe('Nobody has recorded that this ended')
  })

  test('may be told with a status that is recorded after it', async () => {
    const ended = { endedAt: '2026-11-20T08:00:00.000Z', whatFollowed: 'No plan' }
    const past = { ...order(), code: 'LEG-04', endsAt: null, ended }
    await nurse().ok('people.addLegalStatus', past)
    expect((await now()).standing.inForce).toHaveLength(1)
    const wrong = { ...past, ended: { ...ended, endedAt: '2026-10-20T08:00:00.000Z' } }
    expect((await nurse().fails('people.addLegalStatus', wrong)).fields).toMatchObject([
      { field: 'ended.endedAt' },
    ])
  })
})

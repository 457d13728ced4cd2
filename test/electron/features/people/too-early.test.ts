import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Arrived, startTestUnit, type TestUnit } from '../../../support/app.ts'
import { expectDocument } from '../../../support/documents.ts'
import { pageOf, refer } from '../admission/referring.ts'

let unit: TestUnit
let own: Arrived
let referralId: string
beforeAll(async () => {
  unit = await startTestUnit()
  own = await unit.arrive({ bornOn: '2026-09-14' })
  referralId = await refer(unit)
})
afterAll(() => unit.close())

const refused = async (path: string, input: object) =>
  (await unit.as('nurse').fails(path, input)).fields
const at = (day: string) => `${day}T09:00:00.000Z`
const told = (on = '2026-11-23') => ({ kind: 'told', by: 'J. Reed, social worker', on })
const status = (changes: object = {}) => ({
  personId: own.babyId,
  code: 'LEG-05',
  startsAt: at('2026-11-20'),
  endsAt: null,
  authority: 'Westmarch Council',
  basis: told(),
  ...changes,
})
const beforeBirth =
  'This is before the birth of the baby, 14 Sep 2026. Check the year and the month'
const beforePregnancy =
  'This is more than 10 months before the birth of the baby, 14 Sep 2026. Check the year and the month'
const beforeReferral = 'This is more than 30 days before the referral. Check the year and the month'
const beforeKnown =
  'This is more than 30 days before the family was known here. Check the year and the month'
const beforeHer = 'This is before the date of birth, 3 May 1994. Check the year and the month'

test('an order about a child is not older than the child; a plan may be of the pregnancy', async () => {
  const order = { code: 'LEG-07', endsAt: at('2026-12-01') }
  expect(
    await refused('people.addLegalStatus', status({ ...order, startsAt: at('2026-09-13') })),
  ).toEqual([{ field: 'startsAt', message: beforeBirth }])
  expect(await refused('people.addLegalStatus', status({ startsAt: at('1850-01-01') }))).toEqual([
    { field: 'startsAt', message: beforePregnancy },
  ])
  await unit.as('nurse').ok('people.addLegalStatus', status({ startsAt: at('2026-06-01') }))
})

test('how a status is known, and a section, are not older than whom they are about', async () => {
  expect(await refused('people.addLegalStatus', status({ basis: told('1801-01-01') }))).toEqual([
    { field: 'basis.on', message: beforePregnancy },
  ])
  expect(
    await refused('people.addMentalHealthAct', {
      personId: own.motherId,
      code: '03',
      startsAt: at('1994-05-02'),
      endsAt: at('1994-10-02'),
      basis: told(),
    }),
  ).toEqual([{ field: 'startsAt', message: beforeHer }])
})

test('nobody here asked or looked up long before the referral', async () => {
  const [child] = (await pageOf(unit, referralId)).children
  expect(
    await refused('admission.ask', {
      referralId,
      itemId: 'ADM-R-06',
      askedOf: 'J. Reed',
      askedAt: at('2025-11-23'),
    }),
  ).toEqual([{ field: 'askedAt', message: beforeReferral }])
  expect(
    await refused('admission.recordCpis', {
      referralId,
      childKey: child?.id,
      result: 'no-flag',
      checkedAt: at('2025-11-23'),
      reference: null,
      note: null,
    }),
  ).toEqual([{ field: 'checkedAt', message: beforeReferral }])
})

test('a document was not asked for before the family was known, received before her birth, or written before 1900', async () => {
  const documentId = await expectDocument(unit.as('nurse'), own.stayId)
  const ask = { documentId, askedOf: 'Duty desk', askedAt: at('1905-03-01') }
  expect(await refused('documents.ask', ask)).toEqual([{ field: 'askedAt', message: beforeKnown }])
  const received = {
    documentId,
    receivedAt: at('2026-11-20'),
    title: 'Chronology',
    author: 'J. Reed',
    writtenOn: '1960-11-02',
    summary: 'What the grandmother told',
    attachmentHash: null,
  }
  expect(await refused('documents.receive', { ...received, receivedAt: at('1994-05-02') })).toEqual(
    [{ field: 'receivedAt', message: beforeHer }],
  )
  expect(await refused('documents.receive', { ...received, writtenOn: '1801-01-01' })).toEqual([
    { field: 'writtenOn', message: 'This is before 1900. Check the year and the month' },
  ])
  await unit.as('nurse').ok('documents.receive', received)
})

test('a contact with a service counts by its last day', async () => {
  const contact = (happened: string) => ({
    stayId: own.stayId,
    personId: own.babyId,
    happened,
    service: 'gp',
    provider: 'The Surgery',
    place: 'Westmarch',
    reported: 'A cough',
    reportedBy: 'Mother',
    seen: 'no',
    observed: null,
    outcome: 'Sent home, well',
    basis: told(),
    receivedId: null,
  })
  expect(await refused('chronology.addContact', contact('2024'))).toEqual([
    { field: 'happened', message: beforePregnancy },
  ])
  await unit.as('nurse').ok('chronology.addContact', contact('2025'))
})

test('a mother is not expecting since before she was born', async () => {
  expect(
    await refused('people.add', {
      kind: 'mother',
      givenName: 'Erin',
      familyName: 'Vale',
      nhsNumber: null,
      nhsNumberAbsent: 'not-known',
      bornOn: '1994-05-03',
      expectedOn: '1850-01-01',
      basis: told(),
    }),
  ).toEqual([{ field: 'expectedOn', message: beforeHer }])
})

import { writeFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays } from '#domain/shared/calendar.ts'
import { type Arrived, startTestUnit, type TestUnit } from '../../../support/app.ts'
import { knownBy } from '../../../support/known-by.ts'
import { readPdf } from '../../../support/read-pdf.ts'

let unit: TestUnit
let family: Arrived
let father: string
let tieId: string
beforeAll(async () => {
  unit = await startTestUnit('2026-11-23T09:00:00.000Z')
  family = await unit.arrive({ motherName: 'Zuzanna', babyName: 'Amber' })
  father = await somebody('Karl', 'Kowalski')
  tieId = await tied(father, { relation: 'father', safeToContact: 'yes' })
  await nurse().ok('discharge.plan', plan())
})
afterAll(() => unit.close())

const nurse = () => unit.as('nurse')
async function somebody(givenName: string, familyName: string) {
  const { id } = await nurse().ok('people.add', {
    basis: knownBy,
    kind: 'other',
    givenName,
    familyName,
    nhsNumber: null,
    nhsNumberAbsent: null,
    bornOn: null,
    bornAt: null,
    gestationDays: null,
    expectedOn: null,
  })
  return id
}
const tie = (personId: string, changes: object) => ({
  personId,
  toPersonId: family.babyId,
  parentalResponsibility: 'no',
  contactThrough: null,
  livesWith: 'no',
  basis: { kind: 'told', by: 'The mother', on: '2026-11-22' },
  ...changes,
})
const tied = async (personId: string, changes: object) =>
  (await nurse().ok('people.addTie', tie(personId, changes))).id
const plan = (changes: object = {}) => ({
  stayId: family.stayId,
  version: null,
  plannedFor: addDays(unit.clock.now(), 14),
  whereTo: 'home',
  destination: 'Karl Kowalski, 3 Mill Lane',
  agreement: 'not-reached',
  agreedWhat: 'Rung twice',
  followUp: 'Community team',
  medication: 'None',
  feeding: 'Formula',
  weight: '5.2 kg',
  parenting: 'Alone by day',
  documents: 'Order, to Karl Kowalski',
  ...changes,
})
const send = (recipient: string, sentTo?: string) => ({
  stayId: family.stayId,
  format: 'pdf',
  recipient,
  ...(sentTo === undefined ? {} : { sentTo }),
  sentAt: unit.clock.now(),
})
const textOf = async (bytes: Uint8Array) => (await readPdf(bytes)).text
const printed = async () => {
  const { bytes } = await nurse().ok<{ bytes: Uint8Array }>('discharge.print', {
    stayId: family.stayId,
    format: 'pdf',
  })
  if (process.env.KEEP_PDF) writeFileSync(process.env.KEEP_PDF, bytes)
  return textOf(bytes)
}

test('who may be contacted is sent it, and printed where they go', async () => {
  expect(await printed()).toContain('3 Mill Lane')
  await nurse().ok('discharge.send', send(father))
})

test('from the record that he must not be contacted: not sent, not by name, not by what he is', async () => {
  await nurse().ok('people.changeTie', {
    id: tieId,
    version: 1,
    reason: 'The police rang',
    fact: tie(father, { relation: 'father', safeToContact: 'do-not-contact' }),
  })
  for (const [to, field] of [
    [send(father), 'recipient'],
    [send('somebody-else', 'Mr Kowalski, by post'), 'sentTo'],
    [send('somebody-else', 'The father'), 'sentTo'],
  ] as const) {
    const failure = await nurse().fails('discharge.send', to)
    expect(failure.fields).toMatchObject([
      { field, message: expect.stringContaining('must not be contacted') },
    ])
  }
})

test('nor is where he lives printed, and the print says who must not be told', async () => {
  const text = await printed()
  expect(text).not.toContain('Mill Lane')
  expect(text).toContain('Not printed: it names somebody who must not be told')
  expect(text).toContain('Do not give this, or what is in it, to')
  expect(text).toMatch(/Karl Kowalski, Said to be the father: They must not be contacted/)
})

test('the plan is not saved with him in it, and is without', async () => {
  const failure = await nurse().fails('discharge.plan', plan({ version: 1 }))
  expect(failure.fields?.map(({ field }) => field)).toEqual(['destination', 'documents'])
  await nurse().ok(
    'discharge.plan',
    plan({ version: 1, destination: 'Her own flat', documents: 'None' }),
  )
  expect(await printed()).toContain('Her own flat')
})

test('a professional is no way round what is recorded of the person', async () => {
  const { id } = await nurse().ok('people.addContact', {
    personId: family.babyId,
    agency: 'other',
    role: 'Interpreter',
    name: 'Karl Kowalski',
    telephone: '01632 960123',
    safeToContact: 'yes',
    basis: { kind: 'told', by: 'Duty desk', on: '2026-11-02' },
  })
  expect((await nurse().fails('discharge.send', send(id))).fields).toMatchObject([
    { field: 'recipient' },
  ])
})

test('whether contact is safe is not known: for the social worker; only through another: it says through whom', async () => {
  const unknown = await somebody('Robin', 'Park')
  await tied(unknown, { relation: 'friend', safeToContact: 'not-known' })
  expect((await nurse().fails('discharge.send', send(unknown))).fields?.[0]?.message).toContain(
    'Ask the social worker',
  )
  const gran = await somebody('Anna', 'Quill')
  await tied(gran, {
    relation: 'grandparent',
    safeToContact: 'only-through',
    contactThrough: 'Jo Reed',
  })
  const { sentId } = await nurse().ok<{ sentId: string }>('discharge.send', send(gran))
  const { bytes } = await nurse().ok<{ bytes: Uint8Array }>('discharge.sent', { sentId })
  expect(await textOf(bytes)).toContain('Anna Quill, Grandparent, only through Jo Reed')
})

test('her own copy leaves out the assessment that is kept from her', async () => {
  const { id: assessmentId } = await nurse().ok('relationship.assess', {
    pairId: family.pairId,
    ratedAt: unit.clock.now(),
    purpose: 'clinical',
    observedFrom: '2026-11-23',
    observedTo: '2026-11-23',
    hoursWatched: 6,
    settings: ['feeding'],
    raters: [{ staffId: nurse().staffId, trained: 'yes' }],
    tools: [],
    observed: 'She spoke to the baby in three of five feeds.',
    interpretation: 'Tense at feeds',
    strengths: 'Notices hunger early.',
    concerns: 'Slow to respond at night.',
  })
  const copyOf = async (recipient: string, who?: string) => {
    unit.clock.pass(1)
    const { sentId } = await nurse().ok<{ sentId: string }>('discharge.send', send(recipient, who))
    const { bytes } = await nurse().ok<{ bytes: Uint8Array }>('discharge.sent', { sentId })
    return textOf(bytes)
  }
  expect(await copyOf('mother')).toContain('Tense at feeds')
  await nurse().ok('relationship.shareWithMother', {
    assessmentId,
    outcome: 'withheld',
    sharedAt: unit.clock.now(),
    because: 'Her consultant: not before Thursday',
  })
  expect(await copyOf('mother')).not.toContain('Tense at feeds')
  expect(await copyOf('somebody-else', 'Dr Example, GP')).toContain('Tense at feeds')
})

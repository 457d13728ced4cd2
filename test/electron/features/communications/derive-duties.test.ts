import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Arrived, startTestUnit, type TestUnit } from '../../../support/app.ts'
import { happens, legalStatus, withdraws } from '../../../support/duties.ts'
import { knownBy } from '../../../support/known-by.ts'

let unit: TestUnit
beforeAll(async () => {
  unit = await startTestUnit('2026-11-23T14:02:00.000Z')
})
afterAll(() => unit.close())

const newestDuties = (eventId: string) =>
  unit.db.rows<{ key: string; label: string; dueAt: string; question: string | null }>(
    `select key_in_event as "key", label, due_at as dueAt, question from duty d
     where event_id = @eventId and not exists
       (select 1 from duty n where n.record_id = d.record_id and n.version > d.version)
     order by key_in_event`,
    { eventId },
  )
const keysOf = (eventId: string) => newestDuties(eventId).map(({ key }) => key)

describe('a child under an interim care order goes to the emergency department', () => {
  let family: Arrived
  let eventId = ''
  beforeAll(async () => {
    family = await unit.arrive({ bed: 0, bornOn: '2026-09-14' })
    await legalStatus(unit, family.babyId, 'LEG-07', '2026-11-01T00:00:00.000Z')
    const contact = {
      agency: 'social-worker',
      role: 'Allocated social worker',
      telephone: '01632 960123',
      safeToContact: 'yes',
      basis: { kind: 'told', by: 'Duty desk', on: '2026-11-23' },
    }
    const nurse = unit.as('nurse')
    await nurse.ok('people.addContact', { ...contact, personId: null, name: 'Unit desk' })
    await nurse.ok('people.addContact', { ...contact, personId: family.babyId, name: 'K. Reed' })
    eventId = happens(unit, family, { event: 'COM-05' }).eventId
  })

  test('every recipient of the row has a duty with its due time fixed', () => {
    const byKey = new Map(newestDuties(eventId).map((one) => [one.key, one]))
    expect([...byKey.keys()]).toEqual([
      'commissioner',
      'designated-nurse',
      'gp-baby',
      'gp-mother',
      'guardian-or-legal',
      'health-visitor',
      'named-nurse',
      'police',
      'reviewing-officer',
      'social-worker',
    ])
    expect(byKey.get('social-worker')).toMatchObject({ dueAt: '2026-11-23T15:02:00.000Z' })
    expect(byKey.get('named-nurse')).toMatchObject({ dueAt: '2026-11-23T23:59:00.000Z' })
    expect(byKey.get('health-visitor')).toMatchObject({ dueAt: '2026-11-24T17:00:00.000Z' })
    expect(byKey.get('police')).toMatchObject({ question: 'suspicious' })
  })

  test('the family’s own social worker comes before the unit’s contact', () => {
    expect(
      unit.db.row(
        `select c.name from duty d join contact c on c.record_id = d.contact_id
         where d.event_id = @eventId and d.key_in_event = 'social-worker'`,
        { eventId },
      ),
    ).toEqual({ name: 'K. Reed' })
  })

  test('who is not told is kept with the reason', () => {
    expect(
      unit.db.rows('select label, because from duty_considered where event_id = @eventId', {
        eventId,
      }),
    ).toEqual([{ label: 'Midwife', because: 'The baby is 70 days old: midwife until 28 days' }])
  })

  test('the facts that it followed from are kept with the event', () => {
    expect(
      unit.db.row(
        'select legal_class as class, legal_codes as codes, baby_days as days from duty_event where record_id = @eventId',
        { eventId },
      ),
    ).toEqual({ class: 'L', codes: 'LEG-07', days: 70 })
  })
})

test('told again of the same event of the same record, nothing is there twice', async () => {
  const family = await unit.arrive({ bed: 1 })
  await legalStatus(unit, family.babyId, 'LEG-02', '2026-11-01T00:00:00.000Z')
  const subject = { subjectId: family.stayId, subjectType: 'stay' }
  const at = unit.clock.now()
  const first = happens(unit, family, { event: 'COM-05', ...subject, at })
  unit.clock.pass(2)
  const earlier = new Date(Date.parse(at) - 20 * 60_000).toISOString()
  const again = happens(unit, family, { event: 'COM-05', ...subject, at: earlier })
  expect(again).toMatchObject({ eventId: first.eventId, dutyIds: [] })
  const worker = newestDuties(first.eventId).find(({ key }) => key === 'social-worker')
  expect(worker?.dueAt).toBe('2026-11-23T14:42:00.000Z')
  const later = happens(unit, family, { event: 'COM-05', ...subject, at: unit.clock.now() })
  expect(later.eventId).toBe(first.eventId)
  expect(newestDuties(first.eventId).find(({ key }) => key === 'social-worker')?.dueAt).toBe(
    '2026-11-23T14:42:00.000Z',
  )
})

test('an answer that the caller has is kept, and drops the question', async () => {
  const family = await unit.arrive({ bed: 2 })
  await legalStatus(unit, family.babyId, 'LEG-00', '2026-11-01T00:00:00.000Z')
  const { eventId } = happens(unit, family, {
    event: 'COM-05',
    answers: [{ question: 'suspicious', answer: 'no', because: 'A feed went down the wrong way' }],
  })
  expect(keysOf(eventId)).not.toContain('police')
  expect(keysOf(eventId)).not.toContain('social-worker')
  expect(
    unit.db.rows('select question, answer from duty_answer where event_id = @eventId', { eventId }),
  ).toEqual([{ question: 'suspicious', answer: 'no' }])
})

test('a holder who must not be contacted is a duty of the social worker, without an override', async () => {
  const family = await unit.arrive({ bed: 3 })
  const nurse = unit.as('nurse')
  const { id } = await nurse.ok('people.add', {
    basis: knownBy,
    kind: 'other',
    givenName: 'Robin',
    familyName: 'Test',
    nhsNumber: null,
    nhsNumberAbsent: null,
    bornOn: null,
    bornAt: null,
    gestationDays: null,
    expectedOn: null,
  })
  await nurse.ok('people.addTie', {
    personId: id,
    toPersonId: family.babyId,
    relation: 'father',
    parentalResponsibility: 'yes',
    safeToContact: 'do-not-contact',
    basis: { kind: 'document', document: 'Birth certificate', on: '2026-11-23' },
  })
  const { eventId } = happens(unit, family, { event: 'COM-05' })
  expect(
    unit.db.row(
      `select recipient, instead_because as instead from duty
       where event_id = @eventId and person_id is not null`,
      { eventId },
    ),
  ).toEqual({ recipient: 'social-worker', instead: 'They must not be contacted' })
})

test('a record entered in error takes its duties back, and says how many had been told', async () => {
  const other = await startTestUnit('2026-11-23T14:02:00.000Z')
  const family = await other.arrive()
  const nurse = other.as('nurse')
  const subject = { subjectId: family.stayId, subjectType: 'episode' }
  const { dutyIds } = happens(other, family, { event: 'COM-05', ...subject })
  const visitor = other.db.row<{ id: string }>(
    "select record_id as id from duty where key_in_event = 'health-visitor' and record_id in (select value from json_each(@ids))",
    { ids: JSON.stringify(dutyIds) },
  )
  await nurse.ok('communications.sent', {
    dutyId: visitor?.id,
    sentAt: other.clock.now(),
    method: 'letter',
    toName: 'Health visitor',
    shared: 'Gone to hospital',
    sharingBasis: 'direct-care',
  })
  const before = await nurse.ok<{ open: number }>('communications.counts')
  const { sent } = withdraws(other, family, family.stayId)
  expect(sent).toBe(1)
  const after = await nurse.ok<{ open: number }>('communications.counts')
  expect(after.open).toBe(before.open - dutyIds.length)
  other.close()
})

test('a concern that is recorded later adds the social worker', async () => {
  const other = await startTestUnit('2026-11-23T14:02:00.000Z')
  const family = await other.arrive()
  await legalStatus(other, family.babyId, 'LEG-00', '2026-11-01T00:00:00.000Z')
  const { eventId } = happens(other, family, { event: 'COM-05' })
  const concern = { eventId, because: 'The mother agrees that they are told' }
  expect(await other.as('nurse').ok('communications.concern', concern)).toEqual({ duties: 1 })
  const told = other.db.rows<{ key: string }>(
    'select key_in_event as "key" from duty where event_id = @eventId',
    { eventId },
  )
  expect(told.map(({ key }) => key)).toContain('social-worker')
  other.close()
})

describe('an interim care order that comes while the baby is in the emergency department', () => {
  const line = (other: TestUnit, eventId: string) =>
    other.db.row<{ label: string; limit: string; dueAt: string; contact: string | null }>(
      `select d.label, d.limit_rule as "limit", d.due_at as dueAt,
         (select name from contact c where c.record_id = d.contact_id) as contact
       from duty d where d.event_id = @eventId and d.key_in_event = 'social-worker'
       order by d.version desc limit 1`,
      { eventId },
    )
  const contact = {
    safeToContact: 'yes',
    personId: null,
    basis: { kind: 'told', by: 'Duty desk', on: '2026-11-23' },
  }

  async function atNight(before: (other: TestUnit, eventId: string) => Promise<void>) {
    const other = await startTestUnit('2026-11-24T02:00:00.000Z')
    const family = await other.arrive()
    const nurse = other.as('nurse')
    await nurse.ok('people.addContact', {
      ...contact,
      agency: 'social-worker',
      role: 'Desk',
      name: 'Day desk',
      telephone: '01632 960123',
    })
    await nurse.ok('people.addContact', {
      ...contact,
      agency: 'emergency-duty-team',
      role: 'Out of hours',
      name: 'Night desk',
      telephone: '01632 960124',
    })
    await legalStatus(other, family.babyId, 'LEG-00', '2026-11-01T00:00:00.000Z')
    const { eventId } = happens(other, family, { event: 'COM-05', concernOrConsent: true })
    expect(line(other, eventId)).toMatchObject({
      label: 'Social worker or duty team',
      contact: 'Day desk',
    })
    await before(other, eventId)
    other.clock.pass(40)
    await nurse.signIn()
    await legalStatus(other, family.babyId, 'LEG-07', '2026-11-24T02:30:00.000Z')
    return { other, family, eventId, nurse }
  }
  const dutyOf = (other: TestUnit, eventId: string) =>
    other.db.row<{ id: string }>(
      "select record_id as id from duty where event_id = @eventId and key_in_event = 'social-worker'",
      { eventId },
    )?.id

  test('asks within the hour, of whoever is on duty at night, by the number of the night', async () => {
    const { other, eventId, nurse } = await atNight(async () => undefined)
    expect(line(other, eventId)).toEqual({
      label: 'Emergency duty team',
      limit: JSON.stringify({ kind: 'hours', hours: 1 }),
      dueAt: '2026-11-24T03:30:00.000Z',
      contact: 'Night desk',
    })
    const { lines } = await nurse.ok<{ lines: { loop: { label: string; urgent: boolean } }[] }>(
      'communications.open',
    )
    expect(lines[0]?.loop).toMatchObject({ label: 'Emergency duty team', urgent: true })
    other.close()
  })

  test('takes back what was said not to be needed before there was an order', async () => {
    const { other, family, eventId, nurse } = await atNight(async (unitThen, event) => {
      await unitThen.as('ward-manager').ok('communications.drop', {
        dutyId: dutyOf(unitThen, event),
        because: 'No plan and no order',
        droppedAt: unitThen.clock.now(),
      })
    })
    const { events } = await nurse.ok<{
      events: { eventId: string; loops: { label: string; status: { state: string } }[] }[]
    }>('communications.ofPair', { pairId: family.pairId })
    const loops = events.find((one) => one.eventId === eventId)?.loops ?? []
    expect(loops.find(({ label }) => label === 'Emergency duty team')?.status.state).toBe('due')
    other.close()
  })

  test('keeps who was told already', async () => {
    const { other, eventId } = await atNight(async (unitThen, event) => {
      await unitThen.as('nurse').ok('communications.sent', {
        dutyId: dutyOf(unitThen, event),
        sentAt: unitThen.clock.now(),
        method: 'telephone',
        toName: 'Day desk',
        shared: 'Gone to hospital',
        sharingBasis: 'safeguarding',
      })
    })
    expect(line(other, eventId)).toMatchObject({ label: 'Social worker or duty team' })
    other.close()
  })
})

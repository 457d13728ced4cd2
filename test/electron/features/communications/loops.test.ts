import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { addMinutes } from '#domain/shared/calendar.ts'
import { type Arrived, startTestUnit, type TestUnit } from '../../../support/app.ts'
import { happens, legalStatus } from '../../../support/duties.ts'
import { knownBy } from '../../../support/known-by.ts'

interface Loop {
  dutyId: string
  eventId: string
  label: string
  what: string
  urgent: boolean
  status: {
    state: string
    what?: string
    late?: boolean
    because?: string
    dueAt?: string | null
    since?: string
    acknowledgeBy?: string | null
  }
  dueAt: string | null
  next: string | null
  question: { id: string; text: string } | null
  contact: { name: string } | null
  script: { first: string[]; say: string[]; ask: string[] }
  sendings: { id: string; version: number; toName: string; shared: string; by: string }[]
  acknowledgements: {
    id: string
    version: number
    byName: string
    outcome: string
    enteredAt: string
  }[]
}
interface Event {
  eventId: string
  version: number
  event: string
  family: { pairId: string }
  loops: Loop[]
  considered: { label: string; because: string }[]
}

let unit: TestUnit
let family: Arrived
let eventId = ''
beforeAll(async () => {
  unit = await startTestUnit('2026-11-23T14:02:00.000Z')
})
afterAll(() => unit.close())

const nurse = () => unit.as('nurse')
const loopsOf = async (pairId: string, event: string) => {
  const { events } = await nurse().ok<{ events: Event[] }>('communications.ofPair', { pairId })
  const found = events.find((one) => one.event === event)
  if (!found) throw new Error(`No event ${event}`)
  return found
}
const loop = async (label: RegExp) => {
  const found = (await loopsOf(family.pairId, 'COM-05')).loops.find((one) => label.test(one.label))
  if (!found) throw new Error(`No duty to ${label}`)
  return found
}
const sending = (dutyId: string, changes: object = {}) => ({
  dutyId,
  sentAt: unit.clock.now(),
  method: 'telephone',
  toName: 'K. Reed',
  shared: 'Baby taken to the emergency department at 14:00, fever',
  sharingBasis: 'safeguarding',
  ...changes,
})

let bed = 0
beforeEach(async () => {
  await nurse().signIn()
  await unit.as('safeguarding-lead').signIn()
})

async function toEmergencyDepartment(code = 'LEG-07') {
  family = await unit.arrive({ bed: bed++ % 4 })
  await legalStatus(unit, family.babyId, code, '2026-11-01T00:00:00.000Z')
  eventId = happens(unit, family, {
    event: 'COM-05',
    subjectId: family.stayId,
    subjectType: 'stay',
  }).eventId
}

describe('a loop with an agency', () => {
  beforeAll(() => toEmergencyDepartment())

  test('is open until a named person outside has said that they know', async () => {
    const { dutyId } = await loop(/^Social worker/)
    unit.clock.pass(2)
    const { acknowledgeBy } = await nurse().ok<{ acknowledgeBy: string }>(
      'communications.sent',
      sending(dutyId),
    )
    expect(acknowledgeBy).toBe(addMinutes(unit.clock.now(), 60))
    expect((await loop(/^Social worker/)).status).toMatchObject({ state: 'sent' })
    unit.clock.pass(2)
    await nurse().ok('communications.acknowledged', {
      dutyId,
      acknowledgedAt: unit.clock.now(),
      byName: 'K. Reed',
      byRole: 'Duty social worker',
      method: 'telephone',
    })
    const closed = await loop(/^Social worker/)
    expect(closed.status).toMatchObject({ state: 'acknowledged', late: false })
    expect(closed.sendings[0]).toMatchObject({ by: 'nurse person' })
    const id = closed.acknowledgements[0]?.id ?? ''
    await nurse().ok('communications.outcome', {
      id,
      version: 1,
      outcome: 'Strategy talk at 17:00',
    })
    expect((await loop(/^Social worker/)).acknowledgements[0]).toMatchObject({
      outcome: 'Strategy talk at 17:00',
    })
  })

  test('said to somebody by name is sent and acknowledged in one', async () => {
    const { dutyId } = await loop(/^Named nurse/)
    await nurse().ok(
      'communications.sent',
      sending(dutyId, { heardBy: { name: 'R. Hill', role: 'Named nurse' } }),
    )
    expect((await loop(/^Named nurse/)).status).toMatchObject({ state: 'acknowledged' })
  })

  test('a letter is not heard by anybody', async () => {
    const { dutyId } = await loop(/^Health visitor/)
    expect(
      await nurse().fails(
        'communications.sent',
        sending(dutyId, { method: 'letter', heardBy: { name: 'R. Hill', role: 'Visitor' } }),
      ),
    ).toMatchObject({ code: 'invalid', fields: [{ field: 'heardBy' }] })
  })

  test('a question is answered before it is a duty, and its answer is kept', async () => {
    const police = await loop(/^Police/)
    expect(police.question?.text).toContain('suspicious')
    expect(await nurse().fails('communications.sent', sending(police.dutyId))).toMatchObject({
      code: 'held',
    })
    const say = { eventId, question: 'suspicious', answeredAt: unit.clock.now() }
    await nurse().ok('communications.answer', {
      ...say,
      answer: 'no',
      because: 'Witnessed choking',
    })
    expect((await loop(/^Police/)).status).toEqual({
      state: 'dropped',
      because: 'Answered no: Witnessed choking',
    })
    await nurse().ok('communications.answer', { ...say, answer: 'yes', because: 'A second story' })
    expect((await loop(/^Police/)).status).toMatchObject({ state: 'due', what: 'send' })
  })

  test('an event does not answer what it never asked', async () => {
    const answer = { eventId, answer: 'no', because: 'Asked', answeredAt: unit.clock.now() }
    for (const question of ['crime', 'legal-status', 'order-involves-authority'])
      expect(await nurse().fails('communications.answer', { ...answer, question })).toMatchObject({
        code: 'invalid',
        fields: [{ field: 'question' }],
      })
  })

  test('is dropped with a reason by those who may, and taken back', async () => {
    const { dutyId } = await loop(/^GP of the baby/)
    const input = { dutyId, because: 'The hospital told the GP', droppedAt: unit.clock.now() }
    await unit.as('nursery-nurse').signIn()
    expect(await unit.as('nursery-nurse').fails('communications.drop', input)).toMatchObject({
      code: 'not-permitted',
    })
    const { id } = await nurse().ok('communications.drop', input)
    expect((await loop(/^GP of the baby/)).status).toMatchObject({ state: 'dropped' })
    expect(await nurse().fails('communications.sent', sending(dutyId))).toMatchObject({
      code: 'held',
    })
    await nurse().ok('communications.undo', { kind: 'drop', id, version: 1, reason: 'Wrong baby' })
    expect((await loop(/^GP of the baby/)).status).toMatchObject({ state: 'due' })
  })

  test('silence names who is rung next, and one further for each limit more', async () => {
    const { dutyId } = await loop(/reviewing officer/)
    await nurse().ok('communications.sent', sending(dutyId))
    unit.clock.set('2026-11-24T17:01:00.000Z')
    await nurse().signIn()
    expect(await loop(/reviewing officer/)).toMatchObject({
      status: { state: 'late', what: 'acknowledge' },
      next: 'Manager of the reviewing service',
    })
    unit.clock.set('2026-11-26T17:01:00.000Z')
    await nurse().signIn()
    expect((await loop(/reviewing officer/)).next).toBe('Named nurse for safeguarding of the trust')
  })

  test('the queue has what is due at once or within the hour first, then whatever is due soonest', async () => {
    happens(unit, family, { event: 'COM-06' })
    const { lines, late } = await nurse().ok<{
      lines: { loop: Loop; event: Event }[]
      late: number
    }>('communications.open')
    const urgent = lines.map(({ loop: one }) => one.urgent)
    expect(urgent).toEqual([...urgent].sort((a, b) => Number(b) - Number(a)))
    expect(urgent).toContain(true)
    const actBy = ({ status: { since, dueAt, acknowledgeBy } }: Loop) =>
      since ?? dueAt ?? acknowledgeBy ?? '9999'
    for (const group of [true, false]) {
      const times = lines.flatMap(({ loop: one }) => (one.urgent === group ? [actBy(one)] : []))
      expect(times).toEqual([...times].sort())
    }
    expect(lines.filter(({ loop: one }) => one.status.state === 'late')).toHaveLength(late)
    expect(await nurse().ok('communications.counts')).toEqual({ open: lines.length, late })
  })

  test('says on the telephone who rings, about whom, what happened, and what is asked back', async () => {
    const { script } = await loop(/^Social worker/)
    expect(script.say).toEqual([
      'This is nurse person, of Rowan Unit.',
      'I am ringing about Baby 1 Example, born 14 Sep 2026, who is with us with Mother 1 Example.',
      'Baby to the emergency department, 999 or admitted, on 23 Nov 2026, 14:02.',
      'Legal status here: Interim care order.',
    ])
    expect(script.ask[0]).toContain('your name and role')
  })
})

describe('a sending on the wrong line', () => {
  test('takes its acknowledgement with it: the next one waits for its own', async () => {
    const { dutyId } = await loop(/^GP of the mother/)
    await nurse().ok(
      'communications.sent',
      sending(dutyId, { heardBy: { name: 'R. Hill', role: 'Reviewing officer' } }),
    )
    const [wrong] = (await loop(/^GP of the mother/)).sendings
    await nurse().ok('communications.undo', {
      kind: 'sending',
      id: wrong?.id,
      version: 1,
      reason: 'Said of the other twin',
    })
    expect((await loop(/^GP of the mother/)).status.state).not.toBe('acknowledged')
    await nurse().ok('communications.sent', sending(dutyId))
    expect((await loop(/^GP of the mother/)).status.state).toBe('sent')
  })

  test('is taken back by whoever recorded it, whatever their role, and not by another nursery nurse', async () => {
    const nursery = unit.as('nursery-nurse')
    await nursery.signIn()
    const { dutyId } = await loop(/^GP of the mother/)
    await nursery.ok('communications.sent', sending(dutyId))
    const own = (await loop(/^GP of the mother/)).sendings.at(-1)
    const back = { kind: 'sending', version: 1, reason: 'Said of the other twin' }
    await nursery.ok('communications.undo', { ...back, id: own?.id })
    const left = (await loop(/^GP of the mother/)).sendings
    expect(left.map(({ id }) => id)).not.toContain(own?.id)

    await nurse().ok('communications.sent', sending(dutyId))
    const hers = (await loop(/^GP of the mother/)).sendings.at(-1)
    const failure = await nursery.fails('communications.undo', { ...back, id: hers?.id })
    expect(failure).toMatchObject({ code: 'not-permitted' })
    await nurse().ok('communications.undo', { ...back, id: hers?.id })
  })

  test('goes with the answer of somebody else only by whoever may drop a duty', async () => {
    const nursery = unit.as('nursery-nurse')
    await nursery.signIn()
    const { dutyId, sendings } = await loop(/^GP of the mother/)
    for (const { id, version } of sendings) {
      const all = { kind: 'sending', id, version, reason: 'Begun anew' }
      await nurse().ok('communications.undo', all)
    }
    await nursery.ok('communications.sent', sending(dutyId))
    const own = (await loop(/^GP of the mother/)).sendings.at(-1)
    const heard = { byName: 'R. Hill', byRole: 'GP', method: 'telephone' }
    const acknowledgedAt = unit.clock.now()
    await nurse().ok('communications.acknowledged', { dutyId, acknowledgedAt, ...heard })
    const back = { kind: 'sending', id: own?.id, version: 1, reason: 'Said of the other twin' }
    expect(await nursery.fails('communications.undo', back)).toMatchObject({
      code: 'not-permitted',
    })
    await nurse().ok('communications.undo', back)
    await nurse().ok('communications.sent', sending(dutyId))
  })

  test('was entered when it was first put on record, also once what came of it is known', async () => {
    const { dutyId } = await loop(/^GP of the mother/)
    const enteredAt = unit.clock.now()
    const heard = { byName: 'R. Hill', byRole: 'GP', method: 'telephone' }
    await nurse().ok('communications.acknowledged', { dutyId, acknowledgedAt: enteredAt, ...heard })
    const [first] = (await loop(/^GP of the mother/)).acknowledgements
    unit.clock.pass(3)
    const came = { id: first?.id, version: 1, outcome: 'Will ring the ward' }
    await nurse().ok('communications.outcome', came)
    const [last] = (await loop(/^GP of the mother/)).acknowledgements
    expect(last?.outcome).toBe('Will ring the ward')
    expect(last?.enteredAt).toBe(enteredAt)
  })
})

describe('the child’s legal status changes', () => {
  test('recorded after the event, it turns questions into duties and keeps what was done', async () => {
    unit.clock.set('2026-11-30T10:00:00.000Z')
    await nurse().signIn()
    family = await unit.arrive({ bed: 1 })
    happens(unit, family, { event: 'COM-05', subjectId: family.stayId, subjectType: 'stay' })
    const before = await loop(/^Social worker/)
    expect(before.question?.id).toBe('legal-status')
    const visitor = await loop(/^Health visitor/)
    await nurse().ok('communications.sent', sending(visitor.dutyId))
    await legalStatus(unit, family.babyId, 'LEG-04', '2026-11-02T00:00:00.000Z')
    const after = await loopsOf(family.pairId, 'COM-05')
    const worker = after.loops.find(({ label }) => label.startsWith('Social worker'))
    expect(worker).toMatchObject({
      question: null,
      status: { state: 'due', what: 'send' },
      dueAt: '2026-11-30T11:00:00.000Z',
    })
    expect(after.loops.find(({ label }) => label === 'Health visitor')?.status.state).toBe('sent')
    const officer = after.loops.find(({ label }) => label === 'Independent reviewing officer')
    expect(officer?.status).toEqual({
      state: 'dropped',
      because: 'Answered no: Recorded: Child protection plan',
    })
  })

  test('an order that comes later counts from its own start', async () => {
    unit.clock.set('2026-11-30T13:00:00.000Z')
    await nurse().signIn()
    await legalStatus(unit, family.babyId, 'LEG-07', '2026-11-30T12:30:00.000Z')
    const { loops } = await loopsOf(family.pairId, 'COM-05')
    const guardian = loops.find(({ label }) => label.startsWith('Children'))
    expect(guardian).toMatchObject({ status: { state: 'due' }, dueAt: '2026-12-01T17:00:00.000Z' })
    expect(loops.find(({ label }) => label.startsWith('Social'))?.dueAt).toBe(
      '2026-11-30T11:00:00.000Z',
    )
  })

  test('a tie that says do not contact sends to the social worker whatever is open, and keeps what was sent', async () => {
    const { id } = await nurse().ok('people.add', {
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
    const tie = {
      personId: id,
      toPersonId: family.babyId,
      relation: 'father',
      parentalResponsibility: 'yes',
      safeToContact: 'yes',
      basis: { kind: 'document', document: 'Birth certificate', on: '2026-11-23' },
    }
    const { id: tieId } = await nurse().ok('people.addTie', tie)
    const told = await loop(/^Robin Test$/)
    expect(told.status.state).toBe('due')
    await nurse().ok('communications.sent', {
      dutyId: told.dutyId,
      sentAt: unit.clock.now(),
      method: 'telephone',
      toName: 'Robin Test',
      shared: 'That the baby is in hospital',
      sharingBasis: 'safeguarding',
    })
    await nurse().ok('people.changeTie', {
      id: tieId,
      version: 1,
      reason: 'Injunction seen',
      fact: { ...tie, safeToContact: 'do-not-contact' },
    })
    const { loops } = await loopsOf(family.pairId, 'COM-05')
    expect(loops.some(({ label }) => label === 'Robin Test')).toBe(false)
    const instead = loops.find(({ script }) => script.first.some((one) => one.includes('Robin')))
    expect(instead?.script.first[0]).toBe('Do not ring Robin Test: they must not be contacted')
    expect(instead?.dutyId).toBe(told.dutyId)
    expect(instead?.sendings.map(({ toName }) => toName)).toEqual(['Robin Test'])
    expect(instead?.what).toContain('Ask whether and how Robin Test is told')
  })
})

describe('what happens by itself', () => {
  test('an arrival has its duties; a raise of supervision has its own', async () => {
    unit.clock.set('2026-12-02T10:00:00.000Z')
    await nurse().signIn()
    family = await unit.arrive({ bed: 2 })
    const { loops } = await loopsOf(family.pairId, 'COM-02')
    expect(loops.find(({ label }) => label === 'Health visitor')?.dueAt).toBe(
      '2026-12-03T17:00:00.000Z',
    )
  })
})

describe('what a person records by hand', () => {
  beforeAll(async () => {
    unit.clock.set('2026-12-03T10:00:00.000Z')
    await nurse().signIn()
    family = await unit.arrive({ bed: 3 })
    await legalStatus(unit, family.babyId, 'LEG-00', '2026-11-02T00:00:00.000Z')
  })
  const input = (changes: object = {}) => ({
    pairId: family.pairId,
    event: 'COM-07',
    details: 'She is watched closely; a nurse feeds the baby',
    at: unit.clock.now(),
    concernOrConsent: false,
    ...changes,
  })

  test('has its duties, and says who was considered and is not told', async () => {
    const { duties } = await nurse().ok<{ duties: number }>('communications.happened', input())
    expect(duties).toBe(3)
    const found = await loopsOf(family.pairId, 'COM-07')
    expect(found.considered.map(({ label }) => label)).toContain('Social worker or duty team')
  })

  test('leave is due before it starts', async () => {
    const startsAt = addMinutes(unit.clock.now(), 600)
    await nurse().ok('communications.happened', input({ event: 'COM-10', startsAt }))
    const { loops } = await loopsOf(family.pairId, 'COM-10')
    expect(loops.find(({ label }) => label === 'Health visitor')?.dueAt).toBe(startsAt)
  })

  test('entered in error, it is taken back with its duties; not once somebody was told', async () => {
    const wrong = await nurse().ok<{ eventId: string }>(
      'communications.happened',
      input({ event: 'COM-13' }),
    )
    const back = { eventId: wrong.eventId, version: 1, reason: 'Wrong baby' }
    await nurse().ok('communications.withdrawEvent', back)
    await expect(loopsOf(family.pairId, 'COM-13')).rejects.toThrow('No event')
    const found = await loopsOf(family.pairId, 'COM-07')
    await nurse().ok('communications.sent', sending(found.loops[0]?.dutyId ?? ''))
    expect(
      await nurse().fails('communications.withdrawEvent', { ...back, eventId: found.eventId }),
    ).toMatchObject({ code: 'held' })
  })

  test.each<[string, () => object, string]>([
    ['an event that arises by itself', () => ({ event: 'COM-02' }), 'event'],
    ['an event that is none', () => ({ event: 'COM-99' }), 'event'],
    ['a time to come', () => ({ at: addMinutes(unit.clock.now(), 30) }), 'at'],
    ['a time before the stay', () => ({ at: '2026-01-01T10:00:00.000Z' }), 'at'],
    [
      'a start of what has none',
      () => ({ startsAt: addMinutes(unit.clock.now(), 30) }),
      'startsAt',
    ],
    [
      'leave that starts before it was settled',
      () => ({ event: 'COM-10', startsAt: addMinutes(unit.clock.now(), -30) }),
      'startsAt',
    ],
  ])('%s is refused at its field', async (_, changes, field) => {
    const failure = await nurse().fails('communications.happened', input(changes()))
    expect(failure.fields?.map((one) => one.field)).toContain(field)
  })
})

describe('bad input to a loop', () => {
  beforeAll(async () => {
    unit.clock.set('2026-12-07T10:00:00.000Z')
    await nurse().signIn()
    await nurse()
      .ok('people.search', { text: 'x' })
      .catch(() => undefined)
    const { events } = await nurse().ok<{ events: Event[] }>('communications.ofPair', {
      pairId: family.pairId,
    })
    eventId = events.find((one) => one.event === 'COM-02')?.eventId ?? ''
  })
  const open = async () =>
    (await loopsOf(family.pairId, 'COM-02')).loops.find(({ label }) => label === 'Health visitor')
      ?.dutyId ?? ''

  test.each<[string, () => object, string]>([
    ['sent in the future', () => ({ sentAt: addMinutes(unit.clock.now(), 10) }), 'sentAt'],
    ['sent before it happened', () => ({ sentAt: '2026-12-01T10:00:00.000Z' }), 'sentAt'],
    ['nobody it went to', () => ({ toName: '  ' }), 'toName'],
    ['nothing shared', () => ({ shared: '' }), 'shared'],
    ['1 MB of text', () => ({ shared: 'x'.repeat(1_000_000) }), 'shared'],
    ['a NUL in a name', () => ({ toName: 'K\u0000 Reed' }), 'toName'],
    ['no basis for sharing', () => ({ sharingBasis: 'because' }), 'sharingBasis'],
    ['an unknown method', () => ({ method: 'pigeon' }), 'method'],
  ])('%s is refused at its field, and nothing is written', async (_, changes, field) => {
    const dutyId = await open()
    const failure = await nurse().fails('communications.sent', sending(dutyId, changes()))
    expect(failure.fields?.map((one) => one.field)).toContain(field)
    expect(
      unit.db.rows('select 1 from duty_sending where duty_id = @dutyId', { dutyId }),
    ).toHaveLength(0)
  })

  test('an acknowledgement of what was never sent is held', async () => {
    expect(
      await nurse().fails('communications.acknowledged', {
        dutyId: await open(),
        acknowledgedAt: unit.clock.now(),
        byName: 'K. Reed',
        byRole: 'Social worker',
        method: 'telephone',
      }),
    ).toMatchObject({ code: 'held' })
  })

  test('an acknowledgement before it was sent is refused at its field', async () => {
    const dutyId = await open()
    await nurse().ok('communications.sent', sending(dutyId))
    const failure = await nurse().fails('communications.acknowledged', {
      dutyId,
      acknowledgedAt: addMinutes(unit.clock.now(), -60),
      byName: 'K. Reed',
      byRole: 'Social worker',
      method: 'telephone',
    })
    expect(failure.fields).toMatchObject([{ field: 'acknowledgedAt' }])
  })

  test('a duty that does not exist is not found', async () => {
    expect(
      await nurse().fails('communications.sent', sending('01a0a0a0-0000-7000-8000-000000000000')),
    ).toMatchObject({ code: 'not-found' })
  })
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ReportModel } from '#domain/assurance/report-model.ts'
import type { NamedMember } from '../../../../electron/features/assurance/drill.ts'
import { type Arrived, startTestUnit, type TestUnit } from '../../../support/app.ts'
import { happens, legalStatus } from '../../../support/duties.ts'

const quarter = { first: '2026-10-01', last: '2026-12-31' }

interface Loop {
  dutyId: string
  label: string
}
interface Event {
  eventId: string
  event: string
  loops: Loop[]
}

let unit: TestUnit
let ordered: Arrived
let plain: Arrived
const nurse = () => unit.as('nurse')

async function eventOf(family: Arrived, event: string): Promise<Event> {
  const { events } = await nurse().ok<{ events: Event[] }>('communications.ofPair', {
    pairId: family.pairId,
  })
  const found = events.find((one) => one.event === event)
  if (!found) throw new Error(`No event ${event}`)
  return found
}
const idOf = (event: Event, label: string) => {
  const found = event.loops.find((one) => one.label.startsWith(label))
  if (!found) throw new Error(`No duty to ${label}`)
  return found.dutyId
}
const send = (dutyId: string, heard = false) =>
  nurse().ok('communications.sent', {
    dutyId,
    sentAt: unit.clock.now(),
    method: 'telephone',
    toName: 'K. Reed',
    shared: 'What happened and what was done',
    sharingBasis: 'safeguarding',
    heardBy: heard ? { name: 'K. Reed', role: 'On duty' } : null,
  })
const acknowledge = (dutyId: string) =>
  nurse().ok('communications.acknowledged', {
    dutyId,
    acknowledgedAt: unit.clock.now(),
    byName: 'K. Reed',
    byRole: 'On duty',
    method: 'telephone',
  })
async function at(time: string) {
  unit.clock.set(time)
  await nurse().signIn()
}

/**
 * Monday 23 November 2026, 14:02: a baby under an interim care order goes to the emergency department, and
 * the mother of a baby without plan or order is worse. Read on Friday 27 November.
 */
beforeAll(async () => {
  unit = await startTestUnit('2026-11-23T14:02:00.000Z')
  ordered = await unit.arrive({ bed: 0 })
  await legalStatus(unit, ordered.babyId, 'LEG-07', '2026-11-01T00:00:00.000Z')
  plain = await unit.arrive({ bed: 1 })
  await legalStatus(unit, plain.babyId, 'LEG-00', '2026-11-01T00:00:00.000Z')
  happens(unit, ordered, {
    event: 'COM-05',
    subjectId: ordered.stayId,
    subjectType: 'episode',
  })
  await nurse().ok('communications.happened', {
    pairId: plain.pairId,
    event: 'COM-07',
    details: 'Worse since the morning; a nurse feeds the baby',
    at: unit.clock.now(),
    concernOrConsent: false,
  })
  const transfer = await eventOf(ordered, 'COM-05')
  await at('2026-11-23T14:10:00.000Z')
  await send(idOf(transfer, 'Social worker'), true) // limit 15:02
  await send(idOf(transfer, 'Named nurse')) // limit 23:59; never acknowledged, by 23:59
  await send(idOf(transfer, 'Independent reviewing officer')) // acknowledged late, below
  await send(idOf(await eventOf(plain, 'COM-07'), 'Health visitor'))
  await nurse().ok('communications.answer', {
    eventId: transfer.eventId,
    question: 'suspicious',
    answer: 'no',
    because: 'Seen from the start',
    answeredAt: unit.clock.now(),
  })
  await at('2026-11-24T10:00:00.000Z')
  await send(idOf(transfer, 'Children'))
  await nurse().ok('communications.drop', {
    dutyId: idOf(transfer, 'GP of the baby'),
    because: 'The hospital told the practice',
    droppedAt: unit.clock.now(),
  })
  await at('2026-11-24T11:00:00.000Z')
  await acknowledge(idOf(transfer, 'Children')) // limit 25 Nov 17:00
  await at('2026-11-25T10:00:00.000Z')
  await acknowledge(idOf(transfer, 'Independent reviewing officer')) // limit 24 Nov 17:00
  await send(idOf(transfer, 'Health visitor'), true) // limit 24 Nov 17:00
  await at('2026-11-27T10:00:00.000Z')
  await unit.as('commissioner').signIn()
})
afterAll(() => unit.close())

const figureOf = async (id: string) => {
  const { requirements } = await unit
    .as('commissioner')
    .ok<ReportModel>('assurance.requirements', quarter)
  return requirements
    .flatMap(({ linesOfEnquiry }) => linesOfEnquiry.flatMap(({ measures }) => measures))
    .find((one) => one.id === id)?.figure
}

describe('the figures of telling others', () => {
  test('sent within the limit, by hand', async () => {
    expect(await figureOf('5e-4')).toMatchObject({
      pass: 4, // social worker, named nurse, reviewing officer, guardian
      fail: 3, // health visitor late; GP of the mother and designated nurse never
      incomplete: 1, // commissioner: nobody answered whether it is serious
      notEligible: 2, // GP of the baby dropped in time, police answered no
    })
  })

  test('acknowledged within the limit, of those sent, by hand', async () => {
    expect(await figureOf('5e-5')).toMatchObject({
      pass: 3, // social worker, guardian, health visitor
      fail: 2, // named nurse never, reviewing officer late
      incomplete: 0,
      notEligible: 0,
    })
  })

  test('the mother’s episode was told to the health visitor; no social worker had to be', async () => {
    expect(await figureOf('2d-1')).toMatchObject({
      pass: 1,
      fail: 0,
      incomplete: 0,
      notEligible: 0,
    })
  })

  test('everybody told: of a child with an order neither arrival nor transfer was', async () => {
    expect(await figureOf('2e-1')).toMatchObject({
      pass: 0,
      fail: 2, // arrival and transfer of the baby under the order
      incomplete: 0,
      notEligible: 2, // arrival, and mother’s episode, of the other
    })
  })

  test('every member opens to its family', async () => {
    await unit.as('ward-manager').signIn()
    const members = await unit
      .as('ward-manager')
      .ok<NamedMember[]>('assurance.records', { ...quarter, measure: '5e-4' })
    expect(members).toHaveLength(10)
    expect(new Set(members.map(({ baby }) => baby))).toEqual(new Set(['Baby 1 Example']))
  })
})

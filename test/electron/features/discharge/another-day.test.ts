import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays } from '#domain/shared/calendar.ts'
import { type Arrived, startTestUnit, type TestUnit } from '../../../support/app.ts'

let unit: TestUnit
let family: Arrived
beforeAll(async () => {
  unit = await startTestUnit('2026-11-23T09:00:00.000Z')
  family = await unit.arrive({})
  await unit.as('nurse').ok('people.addLegalStatus', {
    personId: family.babyId,
    code: 'LEG-04',
    startsAt: unit.clock.now(),
    endsAt: null,
    authority: 'Westmarch Council',
    basis: { kind: 'told', by: 'Social worker', on: '2026-11-20' },
  })
})
afterAll(() => unit.close())

let version: number | null = null
const planFor = async (days: number) => {
  const made = await unit.as('nurse').ok<{ version: number }>('discharge.plan', {
    stayId: family.stayId,
    version,
    plannedFor: addDays(unit.clock.now(), days),
    whereTo: 'home',
    destination: 'Her mother’s house, Westmarch',
    agreement: 'not-reached',
    agreedWhat: 'Rung twice',
    followUp: 'Community perinatal team on Thursday',
    medication: 'None',
    feeding: 'Formula, 150 ml each 4 hours',
    weight: '5.2 kg, along its line',
    parenting: 'Alone with the baby by day',
    documents: 'None',
  })
  version = made.version
}

/** The duties of the planned discharge that are asked for now. */
const duties = () =>
  unit.db.rows<{ id: string; dueAt: string; sent: number }>(
    `select d.record_id as id, d.due_at as dueAt,
        exists (select 1 from duty_sending s where s.duty_id = d.record_id) as sent
      from duty d where d.withdrawn = 0
        and not exists (select 1 from duty n where n.record_id = d.record_id and n.version > d.version)
        and exists (select 1 from duty_event e where e.record_id = d.event_id and e.event = 'COM-16'
          and e.withdrawn = 0 and not exists (select 1 from duty_event n
            where n.record_id = e.record_id and n.version > e.version))
      order by d.record_id`,
  )

test('a later day puts off no limit of those whom nobody has told', async () => {
  await planFor(14)
  const first = duties()
  expect(first.length).toBeGreaterThan(0)
  await planFor(20)
  expect(duties()).toEqual(first)
})

test('who was told of one day is told again of another', async () => {
  const [first] = duties()
  await unit.as('nurse').ok('communications.sent', {
    dutyId: first?.id,
    sentAt: unit.clock.now(),
    method: 'telephone',
    toName: 'A. Visitor',
    shared: 'The day on which they leave',
    sharingBasis: 'safeguarding',
  })
  await planFor(20)
  expect(duties().filter(({ sent }) => sent === 1)).toHaveLength(1)
  await planFor(21)
  const now = duties()
  expect(now.length).toBeGreaterThan(0)
  expect(now.every(({ sent }) => sent === 0)).toBe(true)
  expect(now.map(({ id }) => id)).not.toContain(first?.id)
})

import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Arrived, startTestUnit, type TestUnit } from '../../../support/app.ts'
import { answerEvents, wholeDecision } from '../../../support/supervision.ts'

let unit: TestUnit
let family: Arrived
beforeEach(async () => {
  unit = await startTestUnit()
  family = await unit.arrive({ bed: 0 })
  const { pairId } = family
  const nurse = unit.as('nurse')
  await nurse.ok('supervision.decide', wholeDecision(pairId, 'SUP-3', unit.clock.now(), 4))
  unit.clock.pass(1)
  await nurse.ok('reviews.note', {
    ...{ pairId, kind: 'staff-concern', happenedAt: unit.clock.now(), what: 'Rough handling' },
    basis: { kind: 'document', document: 'Nursing notes', on: '2026-11-23' },
  })
  unit.clock.pass(1)
})
afterEach(() => unit.close())

const eventState = async () => {
  const { events } = await unit
    .as('nurse')
    .ok<{ events: { standing: { state: string } }[] }>('reviews.view', { pairId: family.pairId })
  return events.map(({ standing }) => standing.state)
}
const strip = async () => {
  const { overdue } = await unit.as('nurse').ok<{ overdue: { what: string }[] }>('board.cards')
  return overdue.map(({ what }) => what)
}
const stricter = () => wholeDecision(family.pairId, 'SUP-2', unit.clock.now(), 12)

test('a whole assessment that raises the level is a review: it closes the event', async () => {
  await answerEvents(unit, family.pairId)
  expect(await unit.as('nurse').ok('supervision.decide', stricter())).toMatchObject({
    kind: 'raise',
  })
  expect(await eventState()).toEqual(['closed'])
})

test('a raise alone closes no event and ends no lapse, whoever makes it', async () => {
  await answerEvents(unit, family.pairId)
  unit.clock.pass(5 * 60)
  for (const role of ['nurse', 'consultant'] as const) await unit.as(role).signIn()
  const late = (await strip()).filter((what) => what === 'supervision review')
  expect(late).toHaveLength(1)
  await unit.as('consultant').ok('supervision.raise', stricter())
  expect(await eventState()).toEqual(['to-review'])
  expect(await strip()).toContain('supervision review')
})

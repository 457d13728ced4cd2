import { afterEach, beforeEach, expect, test } from 'vitest'
import { addHours, addMinutes } from '#domain/shared/calendar.ts'
import type { NamedMember } from '../../../../electron/features/assurance/drill.ts'
import { type Arrived, startTestUnit, type TestUnit } from '../../../support/app.ts'
import { wholeDecision } from '../../../support/supervision.ts'

const start = '2026-11-23T09:00:00.000Z'
const reviewDueAt = addHours(start, 4)
let unit: TestUnit
let family: Arrived
beforeEach(async () => {
  unit = await startTestUnit(start)
  family = await unit.arrive({ bed: 0 })
  await unit.as('nurse').ok('supervision.decide', wholeDecision(family.pairId, 'SUP-3', start, 4))
})
afterEach(() => unit.close())

interface Board {
  beds: { pairs: { inside: { level: string; fallback?: string } }[] }[]
  overdue: { what: string; since: string }[]
}

test('a laptop that slept over a review wakes to the fallback, late since the review and not since waking', async () => {
  // Nothing of the app ran between: no timer has to fire for a level to run out.
  unit.clock.set(addMinutes(reviewDueAt, 185))
  for (const role of ['nurse', 'ward-manager'] as const) await unit.as(role).signIn()
  const board = await unit.as('nurse').ok<Board>('board.cards')
  expect(board.beds[0]?.pairs[0]?.inside).toMatchObject({
    level: 'SUP-1',
    fallback: 'fallback: review overdue',
  })
  expect(board.overdue).toContainEqual(
    expect.objectContaining({ what: 'supervision review', since: reviewDueAt }),
  )
  const members = await unit.as('ward-manager').ok<NamedMember[]>('assurance.records', {
    first: '2026-11-23',
    last: '2026-11-23',
    measure: '5d-4',
  })
  const minutes = (verdict: string) =>
    members.filter((one) => one.class === verdict).reduce((sum, { quantity }) => sum + quantity, 0)
  // Inside and outside apart: four hours covered, three hours and five minutes not.
  expect([minutes('pass'), minutes('fail')]).toEqual([2 * 240, 2 * 185])
})

test('a clock set back two hours after that brings the old assessment back for nobody', async () => {
  unit.clock.set(addMinutes(reviewDueAt, 30))
  await unit.as('nurse').signIn()
  await unit.as('nurse').ok('supervision.raise', {
    ...wholeDecision(family.pairId, 'SUP-1', unit.clock.now(), 1),
  })
  unit.clock.set(addMinutes(reviewDueAt, -90))
  await unit.as('nurse').signIn()
  const board = await unit.as('nurse').ok<Board>('board.cards')
  expect(board.beds[0]?.pairs[0]?.inside.level).toBe('SUP-1')
})

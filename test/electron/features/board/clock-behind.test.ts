import { afterEach, beforeEach, expect, test } from 'vitest'
import { addHours, addMinutes } from '#domain/shared/calendar.ts'
import type { BoardView } from '../../../../electron/features/board/cards.ts'
import type { ClockBehind } from '../../../../electron/platform/trusted-now.ts'
import { type Arrived, startTestUnit, type TestUnit } from '../../../support/app.ts'
import { wholeDecision } from '../../../support/supervision.ts'

let unit: TestUnit
let family: Arrived
beforeEach(async () => {
  unit = await startTestUnit()
  family = await unit.arrive({ bed: 0, babyName: 'Idris' })
  await unit
    .as('nurse')
    .ok('supervision.decide', wholeDecision(family.pairId, 'SUP-3', unit.clock.now(), 5))
  unit.clock.pass(6 * 60)
  await unit.as('nurse').signIn()
})
afterEach(() => unit.close())

const board = () => unit.as('nurse').ok<BoardView & { clock?: ClockBehind }>('board.cards')
const current = () =>
  unit.as('nurse').ok<{ standing: { inside: { reason: string } } }>('supervision.current', {
    pairId: family.pairId,
  })

test('an assessment that has run out stays run out when the clock is set back', async () => {
  const before = await board()
  expect(before.clock).toBeUndefined()
  const wall = unit.clock.now()
  unit.clock.set(addHours(wall, -3))
  for (const again of [1, 2]) {
    // The second time the newest entry of the audit has the wrong time already.
    if (again === 2) await unit.as('nurse').signIn()
    const { beds, overdue, clock } = await board()
    expect(beds[0]?.pairs[0]?.inside).toMatchObject({ fallback: 'fallback: review overdue' })
    expect(overdue.map(({ text }) => text)).toContain('Idris: supervision review')
    expect(clock?.behindMinutes).toBeGreaterThanOrEqual(179)
    expect(clock && clock.lastEntryAt >= addMinutes(wall, -1)).toBe(true)
    expect((await current()).standing.inside.reason).toBe('fallback-expired')
  }
})

test('the board says nothing of a clock that is 2 minutes behind at most, and again nothing when it has caught up', async () => {
  const wall = unit.clock.now()
  unit.clock.set(addMinutes(wall, -1))
  expect((await board()).clock).toBeUndefined()
  unit.clock.set(addMinutes(wall, -10))
  expect((await board()).clock?.behindMinutes).toBeGreaterThanOrEqual(9)
  unit.clock.set(wall)
  await unit.as('nurse').signIn()
  expect((await board()).clock).toBeUndefined()
})

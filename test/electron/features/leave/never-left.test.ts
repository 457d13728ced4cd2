import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Arrived, TestUnit } from '../../../support/app.ts'
import { aFamily, type leaving } from './leaving.ts'

let unit: TestUnit
let family: Arrived
let on: ReturnType<typeof leaving>
let leaveId: string
beforeEach(async () => {
  ;({ unit, family, on } = await aFamily())
  ;({ leaveId } = await on.ask())
  await on.agree(leaveId)
  await on.pass(10)
  await on.leave(leaveId)
})
afterEach(() => unit.close())

const wrong = (more: object = {}) => ({
  leaveId,
  version: 1,
  reason: 'It was the mother of the next bed who left',
  ...more,
})
const state = async () => (await on.view()).leaves[0]?.standing.state
const events = async () => {
  const { events: all } = await unit
    .as('nurse')
    .ok<{ events: { what: string }[] }>('reviews.view', { pairId: family.pairId })
  return all.map(({ what }) => what)
}

test('taken back, nobody is away and the leave stands as it was agreed; the reason is in the audit', async () => {
  expect(await state()).toBe('out')
  await unit.as('nurse').ok('leave.neverLeft', wrong())
  expect(await state()).toBe('agreed')
  await on.pass(60 * 5)
  expect(await on.overdue()).not.toContain('baby not back from leave, begin the steps')
  expect(unit.db.rows(`select reason from audit where action = 'leave.never-left'`)).toEqual([
    { reason: 'It was the mother of the next bed who left' },
  ])
  await on.leave(leaveId, { leftAt: on.inMinutes(-300) })
  expect(await state()).toBe('overdue')
})

test('with it goes the return that was recorded of it, and the review that nobody has answered', async () => {
  await on.pass(30)
  await on.back(leaveId)
  expect(await events()).toEqual([expect.stringMatching(/^Leave taken from/)])
  await unit.as('nurse').ok('leave.neverLeft', wrong())
  expect(await state()).toBe('not-left')
  expect(await events()).toEqual([])
})

test('is refused while somebody searches for them, without a reason, and to a nursery nurse', async () => {
  const { missingId } = await on.missing({ leaveId })
  const held = await unit.as('nurse').fails('leave.neverLeft', wrong())
  expect(held.message).toMatch(/Record how the search ended first/)
  await unit.as('nurse').ok('leave.endMissing', {
    id: missingId,
    version: 1,
    endedAt: unit.clock.now(),
    endedHow: 'entered-in-error',
    endedWords: 'They are in their room',
  })
  const silent = await unit.as('nurse').fails('leave.neverLeft', wrong({ reason: '' }))
  expect(silent.fields?.map(({ field }) => field)).toEqual(['reason'])
  expect((await unit.as('nursery-nurse').fails('leave.neverLeft', wrong())).code).toBe(
    'not-permitted',
  )
  await unit.as('nurse').ok('leave.neverLeft', wrong())
  expect(await state()).toBe('agreed')
})

test('a search that never was leaves no review open, also where it began from leave', async () => {
  await on.pass(60 * 3)
  const { missingId } = await on.missing({ leaveId })
  expect(await events()).toEqual(['Not back from leave: missing'])
  await unit.as('nurse').ok('leave.endMissing', {
    id: missingId,
    version: 1,
    endedAt: unit.clock.now(),
    endedHow: 'entered-in-error',
    endedWords: 'They were in the garden',
  })
  expect(await events()).toEqual([])
  await on.back(leaveId)
  expect(await events()).toEqual([expect.stringMatching(/^Leave taken from .* minutes late$/)])
})

test('a search and the return that ends it open one review', async () => {
  await on.pass(60 * 3)
  await on.missing({ leaveId })
  await on.back(leaveId)
  expect(await events()).toEqual(['Not back from leave: missing'])
})

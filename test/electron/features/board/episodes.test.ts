import { afterAll, beforeAll, expect, test } from 'vitest'
import { addMinutes } from '#domain/shared/calendar.ts'
import type { BoardView } from '../../../../electron/features/board/cards.ts'
import { type Arrived, startTestUnit, type TestUnit } from '../../../support/app.ts'

let unit: TestUnit
let family: Arrived
let episodeId: string
let recognisedAt: string
beforeAll(async () => {
  unit = await startTestUnit()
  family = await unit.arrive({ bed: 2, babyName: 'Wren' })
  recognisedAt = unit.clock.now()
  const raised = { pairId: family.pairId, recognisedAt, findings: ['green-vomit'] }
  const basis = { kind: 'observed' }
  ;({ episodeId } = await unit
    .as('nurse')
    .ok<{ episodeId: string }>('unwellBaby.raise', { ...raised, whose: 'staff', basis }))
})
afterAll(() => unit.close())

const board = () => unit.as('nurse').ok<BoardView>('board.cards')
const card = async () => (await board()).beds[2]?.pairs[0]?.episode
const lockScreen = async () =>
  (await unit.nobody().ok<{ items: { kind: string }[] }>('session.lockScreen')).items.filter(
    ({ kind }) => kind === 'running',
  )

test('a running episode is on its card with the next step and the limit', async () => {
  expect(await card()).toEqual({
    episodeId,
    recognisedAt,
    nextStep: 'Call 999, or take the baby to the emergency department now',
    dueAt: addMinutes(recognisedAt, 1),
    lateSince: null,
  })
})

test('the lock screen says so by bed alone, in the code’s own words', async () => {
  const items = await lockScreen()
  expect(items).toEqual([
    {
      kind: 'running',
      bed: 'Bed 3',
      what: 'baby concern',
      since: recognisedAt,
      next: 'Call 999',
      dueAt: addMinutes(recognisedAt, 1),
      alarm: 'at-once',
    },
  ])
  expect(JSON.stringify(items)).not.toContain('Wren')
})

test('what is late of it is in the strip', async () => {
  unit.clock.pass(1.1)
  expect((await board()).overdue).toContainEqual(
    expect.objectContaining({
      bedName: 'Bed 3',
      text: 'Wren: Call 999, or take the baby to the emergency department now',
      what: 'baby concern, next step',
      since: addMinutes(recognisedAt, 1),
    }),
  )
})

test('the lock screen shows a late episode once, with its clock', async () => {
  const { items } = await unit
    .nobody()
    .ok<{ items: { kind: string; what: string }[] }>('session.lockScreen')
  const concerns = items.filter(({ what }) => what.startsWith('baby concern'))
  expect(concerns).toMatchObject([{ kind: 'running', since: recognisedAt }])
})

test('999 is heard also where the unit has switched late limits off', async () => {
  await unit.as('ward-manager').ok('stays.changeUnit', {
    name: 'Rowan Unit',
    provider: 'Invented NHS Trust',
    version: 1,
    idleMinutes: 5,
    alarmWhenLate: false,
    reason: 'The nursery is next door',
  })
  expect(await lockScreen()).toMatchObject([{ alarm: 'at-once' }])
})

test('only an outcome takes it off the card and the lock screen', async () => {
  await unit.as('nurse').ok('unwellBaby.outcome', {
    episodeId,
    kind: 'reviewed-and-well',
    at: unit.clock.now(),
    plan: 'Seen by the crew; well; look again in an hour',
    reviewAt: null,
  })
  expect(await card()).toBeUndefined()
  expect(await lockScreen()).toEqual([])
})

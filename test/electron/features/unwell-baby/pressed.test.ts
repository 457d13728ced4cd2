import { afterEach, beforeEach, expect, test } from 'vitest'
import { addMinutes } from '#domain/shared/calendar.ts'
import { linesUnder } from '../../../domain/unwell-baby/page.ts'
import { type Arrived, startTestUnit, type TestUnit } from '../../../support/app.ts'

interface Press {
  pressId: string
  version: number
  bedId: string
  bedName: string
  pressedAt: string
  dueAt: string
}

let unit: TestUnit
let family: Arrived
beforeEach(async () => {
  unit = await startTestUnit()
  family = await unit.arrive({ bed: 2, babyName: 'Wren' })
})
afterEach(() => unit.close())

const press = (bed = 'Bed 3') =>
  unit.nobody().ok<{ pressedAt: string }>('unwellBaby.press', { bed })
const waiting = () => unit.as('nurse').ok<Press[]>('unwellBaby.pressed')
const raise = (changes: object = {}) => ({
  pairId: family.pairId,
  recognisedAt: unit.clock.now(),
  whose: 'staff',
  basis: { kind: 'observed' },
  ...changes,
})
const lockScreen = async () =>
  (
    await unit
      .nobody()
      .ok<{ items: { kind: string; bed: string; what: string }[] }>('session.lockScreen')
  ).items.filter(({ kind }) => kind === 'running')

test('keeps bed and time while nobody is signed in, and shows them by bed alone', async () => {
  const at = unit.clock.now()
  expect(await press()).toEqual({ pressedAt: at })
  expect(await waiting()).toMatchObject([
    { bedName: 'Bed 3', pressedAt: at, dueAt: addMinutes(at, 15), version: 1 },
  ])
  expect(await lockScreen()).toEqual([
    {
      kind: 'running',
      bed: 'Bed 3',
      what: 'baby concern pressed',
      since: at,
      next: 'Go to the baby, then sign in and say what it is',
      dueAt: addMinutes(at, 15),
      alarm: 'when-late',
    },
  ])
})

test('is in the audit as the lock screen’s, not as a person’s', async () => {
  await press()
  expect(
    unit.db.rows("select user_id, role, action from audit where entity = 'pressed_concern'"),
  ).toEqual([{ user_id: 'lock-screen', role: 'nobody', action: 'pressed-concern.press' }])
})

test('pressed again before it is answered, the earlier time counts and nothing is written', async () => {
  const first = await press()
  unit.clock.pass(3)
  expect(await press()).toEqual(first)
  expect(await waiting()).toHaveLength(1)
})

test('a hundred presses within a limit are one', async () => {
  for (let index = 0; index < 100; index += 1) {
    unit.clock.pass(0.1)
    await press()
  }
  await unit.as('nurse').signIn()
  expect(await waiting()).toHaveLength(1)
})

test.each(linesUnder('unwell-baby', '18. Presses on the lock screen'))(
  'line %s',
  async (_, column) => {
    let minute = 0
    for (const at of column('pressed at').split(', ').map(Number)) {
      unit.clock.pass(at - minute)
      minute = at
      await press()
    }
    await unit.as('nurse').signIn()
    expect(await waiting()).toHaveLength(Number(column('presses that wait')))
  },
)

test('a press that nobody answered never hides a later one; the lock screen shows the bed once', async () => {
  const first = await press()
  unit.clock.pass(16)
  await unit.as('nurse').signIn()
  const second = await press()
  expect(second).toEqual({ pressedAt: unit.clock.now() })
  expect(await waiting()).toHaveLength(2)
  expect(await lockScreen()).toMatchObject([{ bed: 'Bed 3', since: first.pressedAt }])
})

test('one concern answers every press that waits on its bed since this baby came', async () => {
  unit.clock.pass(1)
  await press()
  unit.clock.pass(16)
  await unit.as('nurse').signIn()
  await press()
  const [waits] = await waiting()
  await unit
    .as('nurse')
    .ok('unwellBaby.raise', raise({ press: { pressId: waits?.pressId, version: 1 } }))
  expect(await waiting()).toEqual([])
})

test('a press stamped while the clock ran ahead counts from now, and hides no press of now', async () => {
  const now = unit.clock.now()
  unit.clock.set(addMinutes(now, 120))
  const { pressedAt } = await press()
  unit.clock.set(addMinutes(now, 1))
  expect(await press()).toEqual({ pressedAt: addMinutes(now, 1) })
  await unit.as('nurse').signIn()
  const ahead = (await waiting()).find((one) => one.pressedAt === pressedAt)
  const { episodeId } = await unit.as('nurse').ok<{ episodeId: string }>(
    'unwellBaby.raise',
    raise({
      recognisedAt: pressedAt,
      press: { pressId: ahead?.pressId, version: 1 },
    }),
  )
  expect(unit.db.row('select recognised_at from episode where record_id = ?', [episodeId])).toEqual(
    { recognised_at: addMinutes(now, 1) },
  )
})

test('the concern that is raised answers it, with the time of the press as its start', async () => {
  const { pressedAt } = await press()
  unit.clock.pass(4)
  const [waits] = await waiting()
  const { episodeId } = await unit.as('nurse').ok<{ episodeId: string }>(
    'unwellBaby.raise',
    raise({
      recognisedAt: pressedAt,
      press: { pressId: waits?.pressId, version: waits?.version },
    }),
  )
  expect(await waiting()).toEqual([])
  expect(unit.db.rows('select answer, episode_id from pressed_concern where version = 2')).toEqual([
    { answer: 'raised', episode_id: episodeId },
  ])
})

test('a concern is never refused for its press: one that somebody answered meanwhile is left as it is', async () => {
  await press()
  const [waits] = await waiting()
  const answer = { pressId: waits?.pressId, version: waits?.version }
  await unit
    .as('nurse')
    .ok('unwellBaby.notAConcern', { ...answer, because: 'A visitor leant on the screen' })
  await unit.as('nurse').ok('unwellBaby.raise', raise({ press: answer }))
  expect(unit.db.rows('select record_id from episode')).toHaveLength(1)
  expect(unit.db.rows('select answer from pressed_concern where version = 2')).toEqual([
    { answer: 'not-a-concern' },
  ])
})

test('the press of another bed waits on: nobody has gone to that baby', async () => {
  await press('Bed 1')
  const [waits] = await waiting()
  await unit
    .as('nurse')
    .ok('unwellBaby.raise', raise({ press: { pressId: waits?.pressId, version: waits?.version } }))
  expect(await waiting()).toHaveLength(1)
})

test('to say that it was none needs a reason', async () => {
  await press()
  const [waits] = await waiting()
  expect(
    await unit.as('nurse').fails('unwellBaby.notAConcern', {
      pressId: waits?.pressId,
      version: 1,
      because: '  ',
    }),
  ).toMatchObject({ code: 'invalid', fields: [{ field: 'because' }] })
})

test.each([
  ['a bed that is not there', 'Bed 99'],
  ['no bed', ''],
  ['NUL', 'Bed 3\u0000'],
  ['a megabyte', 'B'.repeat(1_000_000)],
])('%s is refused in words', async (_what, bed) => {
  expect((await unit.nobody().fails('unwellBaby.press', { bed })).message).not.toBe('')
  expect(await waiting()).toEqual([])
})

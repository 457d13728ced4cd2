import { afterAll, beforeAll, expect, test } from 'vitest'
import { addMinutes } from '#domain/shared/calendar.ts'
import type { bedBoard } from '../../../../electron/features/admission/bed-board.ts'
import { startTestUnit, type TestUnit } from '../../../support/app.ts'
import { arrive, complete, offer, pageOf, pass, refer } from './referring.ts'

let unit: TestUnit
beforeAll(async () => {
  unit = await startTestUnit()
})
afterAll(() => unit.close())

const board = () => unit.as('nurse').ok<ReturnType<typeof bedBoard>>('admission.beds')
const bed = async (index: number) => (await board()).beds[index]

test('beds begin free', async () => {
  const { beds, withoutBed, moves, left } = await board()
  expect(beds.map(({ here, expected }) => [here, expected])).toEqual(Array(4).fill([null, null]))
  expect([withoutBed, moves, left]).toEqual([[], [], []])
})

test('an offer keeps its bed free, with when she is expected and by when she has to have come', async () => {
  const id = await refer(unit)
  await complete(unit, id)
  await pass(unit, 1)
  const offeredAt = unit.clock.now()
  const expectedArrivalAt = addMinutes(offeredAt, 600)
  await offer(unit, id, { bedId: unit.beds[0]?.id, expectedArrivalAt })
  expect(await bed(0)).toMatchObject({
    here: null,
    expected: {
      referralId: id,
      planned: false,
      expectedAt: expectedArrivalAt,
      dueAt: addMinutes(offeredAt, 24 * 60),
    },
  })
  await pass(unit, 60)
  await arrive(unit, id, 0)
  expect(await bed(0)).toMatchObject({
    expected: null,
    here: { planned: false, arrivedAt: unit.clock.now(), cameFrom: 'home', babies: [{}] },
  })
})

test('an offer without a bed is not lost', async () => {
  const id = await refer(unit, { planned: true })
  await complete(unit, id)
  await pass(unit, 1)
  await offer(unit, id)
  expect((await board()).withoutBed).toMatchObject([{ referralId: id, planned: true, dueAt: null }])
})

test('a move and an end are there for a week', async () => {
  const here = (await bed(0))?.here
  await unit.as('nurse').ok('stays.moveBed', {
    id: here?.stayId,
    version: 1,
    reason: 'Nearer to the office',
    bedId: unit.beds[2]?.id,
  })
  expect((await board()).moves).toMatchObject([{ from: 'Bed 1', to: 'Bed 3' }])
  await pass(unit, 10)
  await unit.as('nurse').ok('stays.end', {
    id: here?.stayId,
    version: 2,
    reason: 'Well',
    endedAt: unit.clock.now(),
    endReason: 'home',
    missingBecause: 'Arranged by telephone',
  })
  expect((await board()).left).toMatchObject([{ bed: 'Bed 3', endReason: 'home' }])
  await pass(unit, 8 * 24 * 60)
  expect(await board()).toMatchObject({ moves: [], left: [] })
})

test('a bed that is promised to another mother is taken by name, with the reason, on both records', async () => {
  const manager = unit.as('ward-manager')
  const [promised, other] = [await refer(unit), await refer(unit)]
  for (const id of [promised, other]) await complete(unit, id)
  await pass(unit, 1)
  await offer(unit, promised, { bedId: unit.beds[1]?.id })
  await offer(unit, other, { bedId: unit.beds[2]?.id })
  const waiting = (await bed(1))?.expected?.mother
  const whose = `This bed is promised to ${waiting?.givenName} ${waiting?.familyName}. Choose another, or enter why that promise is broken`
  const refused = { fields: [{ field: 'bedBecause', message: whose }] }

  const page = await pageOf(unit, other)
  const arrival = {
    referralId: other,
    bedId: unit.beds[1]?.id,
    arrivedAt: unit.clock.now(),
    cameFrom: 'home',
    childIds: page.children.map(({ id }) => id),
  }
  expect(await manager.fails('admission.arrive', arrival)).toMatchObject(refused)
  const { stayId } = await manager.ok<{ stayId: string }>('admission.arrive', {
    ...arrival,
    bedId: unit.beds[2]?.id,
  })

  const move = { id: stayId, version: 1, reason: 'Her bed leaks', bedId: unit.beds[1]?.id }
  expect(await manager.fails('stays.moveBed', move)).toMatchObject(refused)
  await manager.ok('stays.moveBed', { ...move, bedBecause: 'No other bed is whole' })
  expect((await bed(1))?.here?.bedBecause).toBe(
    'It was promised to another mother: No other bed is whole',
  )
  expect(
    unit.db.rows<{ reason: string }>("select reason from audit where action = 'promise-broken'"),
  ).toMatchObject([{ reason: 'No other bed is whole' }])
  await arrive(unit, promised, 3)
})

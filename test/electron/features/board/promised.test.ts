import { afterAll, beforeAll, expect, test } from 'vitest'
import { addMinutes } from '#domain/shared/calendar.ts'
import type { BoardView } from '../../../../electron/features/board/cards.ts'
import { startTestUnit, type TestUnit } from '../../../support/app.ts'
import { arrive, complete, offer, pageOf, pass, refer } from '../admission/referring.ts'

let unit: TestUnit
beforeAll(async () => {
  unit = await startTestUnit()
})
afterAll(() => unit.close())

const bed = async (n: number) => {
  const { beds } = await unit.as('nurse').ok<BoardView>('board.cards')
  return beds.find(({ bedId }) => bedId === unit.beds[n]?.id)
}

test('a bed that is promised does not look empty on the board, until she comes', async () => {
  const id = await refer(unit)
  await complete(unit, id)
  await pass(unit, 1)
  const from = addMinutes(unit.clock.now(), 120)
  await offer(unit, id, { bedId: unit.beds[2]?.id, expectedArrivalAt: from })
  const { mother } = await pageOf(unit, id)
  expect((await bed(2))?.promised).toEqual({
    referralId: id,
    motherId: mother.id,
    name: `${mother.givenName} ${mother.familyName}`,
    from,
  })
  expect((await bed(3))?.promised).toBeUndefined()
  await pass(unit, 60)
  await arrive(unit, id, 2)
  expect(await bed(2)).toMatchObject({ stay: { motherId: mother.id } })
  expect((await bed(2))?.promised).toBeUndefined()
})

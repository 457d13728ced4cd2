import { afterEach, beforeEach, expect, test } from 'vitest'
import { addMinutes } from '#domain/shared/calendar.ts'
import { type Arrived, startTestUnit, type TestUnit } from '../../../support/app.ts'

let unit: TestUnit
let family: Arrived
beforeEach(async () => {
  unit = await startTestUnit()
  family = await unit.arrive()
})
afterEach(() => unit.close())

const nurse = () => unit.as('nurse')
async function pass(minutes: number) {
  unit.clock.pass(minutes)
  await nurse().signIn()
}
const set = (level: string) =>
  nurse().ok('stays.setObservation', {
    stayId: family.stayId,
    level,
    startsAt: unit.clock.now(),
    rationale: 'Agreed with the doctor',
  })
interface Seen {
  beds: { stay?: { mother: { observation?: string }; observationWrong?: string } }[]
  overdue: { what: string; since: string }[]
}
async function board() {
  const { beds, overdue } = await nurse().ok<Seen>('board.cards')
  const stay = beds.find((bed) => bed.stay)?.stay
  return {
    level: stay?.mother.observation,
    wrong: stay?.observationWrong,
    overdue: overdue.filter(({ what }) => what.startsWith('observation')),
  }
}

test('a level that was never set is said on the card at once, and is overdue after its limit', async () => {
  const arrivedAt = unit.clock.now()
  expect(await board()).toMatchObject({ wrong: 'observation not set', overdue: [] })
  await pass(4 * 60)
  expect((await board()).overdue).toMatchObject([
    { what: 'observation of the mother not set', since: addMinutes(arrivedAt, 240) },
  ])
})

test('a level that has run out never passes for a current one: card, strip, lock screen and her page', async () => {
  await set('continuous')
  const startsAt = unit.clock.now()
  await pass(24 * 60 - 1)
  expect(await board()).toMatchObject({ wrong: undefined, overdue: [] })
  await pass(1)
  expect(await board()).toMatchObject({
    level: expect.stringMatching(/^Continuous/),
    wrong: 'observation out of date',
    overdue: [
      { what: 'observation of the mother out of date', since: addMinutes(startsAt, 24 * 60) },
    ],
  })
  const locked = JSON.stringify(await unit.nobody().ok('session.lockScreen'))
  expect(locked).toContain('observation of the mother out of date')
  const { observationLevels } = await nurse().ok<{
    observationLevels: { reviewDueAt: string }[]
  }>('stays.get', { stayId: family.stayId })
  expect(observationLevels[0]?.reviewDueAt).toBe(addMinutes(startsAt, 24 * 60))
  await set('continuous')
  expect(await board()).toMatchObject({ wrong: undefined, overdue: [] })
})

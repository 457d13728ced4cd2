import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { BoardView } from '../../../../electron/features/board/cards.ts'
import type { WallView } from '../../../../electron/features/board/wall.ts'
import type { RunningLine } from '../../../../electron/features/unwell-baby/running.ts'
import type { LockScreenItem } from '../../../../electron/platform/lock-screen.ts'
import { type Arrived, startTestUnit, type TestUnit } from '../../../support/app.ts'
import { legalStatus } from '../../../support/duties.ts'
import { actsOn, pass } from './acting.ts'

let unit: TestUnit
let bed = 0
let family: Arrived
let episodeId: string
beforeAll(async () => {
  unit = await startTestUnit('2026-11-24T01:00:00.000Z')
})
afterAll(() => unit.close())

const nurse = () => unit.as('nurse')
const page = () => actsOn(unit, family).page(episodeId)
const decide = (more: object = {}) =>
  nurse().ok('unwellBaby.decideEscort', { episodeId, decidedAt: unit.clock.now(), ...more })
const orderComes = () => legalStatus(unit, family.babyId, 'LEG-07', unit.clock.now())

beforeEach(async () => {
  await nurse().signIn()
  family = await unit.arrive({ bed: bed++ % 4, bornOn: '2026-07-20' })
  await legalStatus(unit, family.babyId, 'LEG-04', '2026-11-01T00:00:00.000Z')
  await pass(unit, 5)
  episodeId = await actsOn(unit, family).raise()
  await actsOn(unit, family).reached(episodeId, 'emergency-department', { transferAdvised: true })
})

const bedName = () => `Bed ${((bed - 1) % 4) + 1}`
/** What is said of the next step away from the page of the episode. */
async function elsewhere() {
  const board = await nurse().ok<BoardView>('board.cards')
  const wall = await nurse().ok<WallView>('board.wall')
  const lock = await unit.nobody().ok<{ items: LockScreenItem[] }>('session.lockScreen')
  const list = await nurse().ok<{ episodes: RunningLine[] }>('unwellBaby.running')
  const here = <T extends { bed: string }>(all: T[]) => all.filter((one) => one.bed === bedName())
  return {
    board: board.beds.flatMap(({ pairs }) => pairs).find(({ pairId }) => pairId === family.pairId)
      ?.episode?.nextStep,
    lock: here(lock.items).find(({ kind }) => kind === 'running')?.next,
    wall: here(wall.beds)[0]?.concerns[0]?.next,
    list: list.episodes.find((one) => one.episodeId === episodeId)?.nextStep,
  }
}

const plan = { assessmentSays: 'yes', planSays: 'yes' }

describe('an order that comes after it was decided who goes', () => {
  test('is decided again before the baby leaves: whom to reach, and what to hand over', async () => {
    await decide({ answers: plan })
    expect((await page()).escort.askedSince).toEqual([])
    await pass(unit, 10)
    await orderComes()
    const { escort, next, pathway } = await page()
    expect(escort.askedSince).toEqual(['Hand over: a copy of the order, to the hospital'])
    expect(pathway.find(({ key }) => key === 'escort')?.state).toBe('due')
    expect(next?.step).toBe('escort')
    expect(next?.text).toMatch(/^Decide again who goes/)
    expect(await elsewhere()).toEqual({
      board: 'Decide again who goes with the baby',
      lock: 'Decide again who goes with the baby',
      wall: 'Decide again who goes with the baby',
      list: 'Decide again who goes with the baby. Asked for since: Hand over: a copy of the order, to the hospital',
    })
    await pass(unit, 2)
    await decide({ answers: plan })
    expect((await page()).escort.askedSince).toEqual([])
    expect(Object.values(await elsewhere()).join()).not.toContain('Decide again')
  })

  test('after the baby has left it stands as it was decided', async () => {
    await decide({ answers: plan })
    await pass(unit, 2)
    await nurse().ok('unwellBaby.left', {
      episodeId,
      leftAt: unit.clock.now(),
      destination: 'Infirmary',
    })
    await pass(unit, 2)
    await orderComes()
    expect((await page()).escort.askedSince).toEqual([])
  })

  test('more staff than were decided are asked for', async () => {
    await legalStatus(unit, family.babyId, 'LEG-07', '2026-11-02T00:00:00.000Z')
    await decide({ answers: { ...plan, authoritySays: 'yes' } })
    expect((await page()).escort.decisions.at(-1)?.choice.motherMayGo).toBe('with-escort')
    await nurse().ok('people.addMentalHealthAct', {
      personId: family.motherId,
      code: '05',
      startsAt: unit.clock.now(),
      endsAt: new Date(Date.parse(unit.clock.now()) + 71 * 3_600_000).toISOString(),
      basis: { kind: 'told', by: 'Dr A. Test', on: '2026-11-24' },
    })
    expect((await page()).escort.askedSince).toContain('Whether the mother may go')
  })
})

describe('as the rules say', () => {
  const shown = { babyEscorts: 1, motherEscorts: 1, section17Escort: false, motherMayGo: 'yes' }

  test('is as they were read: where they say otherwise by then, nothing is kept; with staff means that there is one', async () => {
    const failure = await nurse().fails('unwellBaby.decideEscort', {
      episodeId,
      decidedAt: unit.clock.now(),
      shown,
    })
    expect(failure).toMatchObject({ code: 'clash', fields: [{ field: 'decidedAt' }] })
    expect((await page()).escort.decisions).toEqual([])
    const nobody = await nurse().fails('unwellBaby.decideEscort', {
      episodeId,
      decidedAt: unit.clock.now(),
      choice: { ...shown, motherEscorts: 0, motherMayGo: 'with-escort' },
    })
    expect(nobody.fields?.map(({ field }) => field)).toEqual(['choice.motherEscorts'])
  })
})

import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { addMinutes, periodOfDays } from '#domain/shared/calendar.ts'
import {
  roundsDone,
  roundsDoneByWhole,
  roundsDoneUntilBack,
  roundsDoneWhileHere,
} from '#domain/supervision/round-measure.ts'
import { supervisionFacts } from '../../../../electron/features/supervision/facts.ts'
import type { RoundsView } from '../../../../electron/features/supervision/round-service.ts'
import { type Arrived, startTestUnit, type TestUnit } from '../../../support/app.ts'
import { wholeDecision } from '../../../support/supervision.ts'
import { leaving } from '../leave/leaving.ts'

let unit: TestUnit
let one: Arrived
let two: Arrived
beforeEach(async () => {
  unit = await startTestUnit('2026-11-23T09:03:00.000Z')
  one = await unit.arrive({ bed: 0, babyName: 'Amber' })
  two = await unit.arrive({ bed: 1, babyName: 'Idris' })
  await unit
    .as('nurse')
    .ok('supervision.decide', wholeDecision(two.pairId, 'SUP-3', unit.clock.now(), 24))
})
afterEach(() => unit.close())

const nursery = () => unit.as('nursery-nurse')
const seen = (pairId: string, seenAt = unit.clock.now(), changes: object = {}) => ({
  pairId,
  seenAt,
  timed: 'tapped',
  outcome: 'seen',
  place: 'nursery',
  withWhom: 'staff',
  ...changes,
})
const sign = (...checks: object[]) => nursery().ok('supervision.signRound', { checks })
async function pass(minutes: number) {
  unit.clock.pass(minutes)
  for (const role of ['nurse', 'nursery-nurse'] as const) await unit.as(role).signIn()
}
const view = () => nursery().ok<RoundsView>('supervision.rounds')

/** The classes of 5d-7 of one pair with how many due times each has. */
function figure(pairId: string, measure = roundsDoneUntilBack) {
  const period = periodOfDays('2026-11-23', '2026-11-23')
  const cut = { at: unit.clock.now(), auditSeq: Number.MAX_SAFE_INTEGER }
  return measure
    .members(supervisionFacts(unit.db, period, cut), period, cut)
    .filter(({ key }) => key.startsWith(pairId))
    .map((member) => [member.class, member.reason, member.quantity])
}

test('each baby is due by its level: every quarter by the fallback, every hour when General', async () => {
  await sign(seen(one.pairId), seen(two.pairId))
  const { babies } = await view()
  expect(babies.map(({ baby, dueAt, everyMinutes }) => [baby, dueAt, everyMinutes])).toEqual([
    ['Amber Example', '2026-11-23T09:15:00.000Z', 15],
    ['Idris Example', '2026-11-23T10:00:00.000Z', 60],
  ])
  expect(babies[0]?.last).toMatchObject({ place: 'nursery', withWhom: 'staff' })
})

test('one round over many babies is on time and not bulk', async () => {
  await sign(seen(one.pairId), seen(two.pairId))
  await pass(57)
  await sign(seen(one.pairId), seen(two.pairId))
  await pass(20)
  expect(figure(two.pairId)).toEqual([['pass', 'Seen on time', 1]])
  expect(figure(one.pairId)).toEqual([
    ['fail', 'No check on record', 3],
    ['pass', 'Seen on time', 1],
    ['not-eligible', 'Not yet due, or there is still time', 1],
  ])
})

test('what is typed later keeps the time at which it was, and two due times in one act are bulk', async () => {
  await sign(seen(one.pairId))
  await pass(30)
  const at = (minutes: number) => addMinutes('2026-11-23T09:00:00.000Z', minutes)
  await sign(
    seen(one.pairId, at(15), { timed: 'typed' }),
    seen(one.pairId, at(30), { timed: 'typed' }),
  )
  await pass(15)
  const { babies } = await view()
  expect(babies[0]?.notOnTime.map(({ dueAt, state }) => [dueAt.slice(11, 16), state])).toEqual([
    ['09:30', 'bulk'],
    ['09:15', 'bulk'],
  ])
})

test('nobody is in a round who was not confirmed, and no time is taken that cannot be', async () => {
  const later = addMinutes(unit.clock.now(), 10)
  expect(
    await nursery().fails('supervision.signRound', { checks: [seen(one.pairId, later)] }),
  ).toMatchObject({ fields: [{ field: 'checks.0.seenAt' }] })
  const before = addMinutes(unit.clock.now(), -600)
  expect(
    await nursery().fails('supervision.signRound', { checks: [seen(one.pairId, before)] }),
  ).toMatchObject({ fields: [{ field: 'checks.0.seenAt' }] })
  expect(await nursery().fails('supervision.signRound', { checks: [] })).toMatchObject({
    code: 'invalid',
  })
  const nowhere = seen(one.pairId, unit.clock.now(), { place: undefined })
  expect(await nursery().fails('supervision.signRound', { checks: [nowhere] })).toMatchObject({
    code: 'invalid',
  })
  expect((await view()).babies.every(({ last }) => last === null)).toBe(true)
})

test('before the first round was kept nothing is missed; after it every due time is', async () => {
  await pass(90)
  expect(figure(one.pairId).map(([of]) => of)).toEqual(['not-eligible'])
  await sign(seen(one.pairId))
  await pass(60)
  expect(figure(one.pairId)).toContainEqual(['fail', 'No check on record', 3])
})

test('away from the unit is not eligible; looked for and not found fails', async () => {
  await sign(seen(one.pairId, unit.clock.now(), { outcome: 'away', note: 'Hospital with mother' }))
  await pass(12)
  await sign(seen(one.pairId, unit.clock.now(), { outcome: 'away', note: 'Still there' }))
  await pass(15)
  await sign(seen(one.pairId, unit.clock.now(), { outcome: 'not-found', note: 'Search begun' }))
  await pass(1)
  expect(figure(one.pairId)).toEqual([
    ['not-eligible', 'Away from the unit', 1],
    ['fail', 'Looked for and not found', 1],
  ])
})

describe('a baby who is on record as out', () => {
  test('is not due, on the screen and in the figure alike; its first version counts as it was released', async () => {
    await sign(seen(one.pairId), seen(two.pairId))
    const on = leaving(unit, one)
    await on.act('01')
    await on.legal('LEG-00')
    await on.supervise('SUP-4')
    const { leaveId } = await on.ask()
    await on.agree(leaveId)
    await pass(10)
    await sign(seen(one.pairId), seen(two.pairId))
    await on.leave(leaveId)
    await pass(110)
    const out = (await view()).babies.find(({ pairId }) => pairId === one.pairId)
    expect(out).toMatchObject({ dueAt: null, awaySince: expect.any(String) })
    await on.back(leaveId)
    await pass(5)
    const { babies } = await view()
    const back = babies.find(({ pairId }) => pairId === one.pairId)
    expect(back?.awaySince).toBeNull()
    expect(back?.notOnTime.filter(({ state }) => state === 'missed')).toEqual([])
    // Of the other, who stayed, the same times were missed.
    const other = babies.find(({ pairId }) => pairId === two.pairId)
    expect(other?.notOnTime.some(({ state }) => state === 'missed')).toBe(true)
    const missed = (measure: typeof roundsDone) =>
      figure(one.pairId, measure).filter(([, reason]) => reason === 'No check on record')
    for (const measure of [roundsDoneWhileHere, roundsDoneByWhole, roundsDoneUntilBack])
      expect(missed(measure)).toEqual([])
    expect(missed(roundsDone)).toHaveLength(1)
  })

  test('and entered hours late it clears nothing: the times stand as away, entered late', async () => {
    const on = leaving(unit, one)
    await on.act('01')
    await on.legal('LEG-00')
    await on.supervise('SUP-4')
    const { leaveId } = await on.ask()
    await on.agree(leaveId)
    await sign(seen(one.pairId), seen(two.pairId))
    const leftAt = addMinutes(unit.clock.now(), 10)
    await pass(190)
    await on.leave(leaveId, { leftAt })
    await pass(10)
    await on.back(leaveId)
    const away = (measure: typeof roundsDone) =>
      figure(one.pairId, measure).filter(([, reason]) => String(reason).startsWith('Away'))
    const late = away(roundsDoneByWhole).find(([of]) => of === 'fail')
    expect(late?.[1]).toBe('Away, entered later than one interval after')
    expect(late?.[2]).toBeGreaterThan(0)
    // As it was released, the second version takes such times as not due.
    expect(away(roundsDoneWhileHere).filter(([of]) => of === 'fail')).toEqual([])
    const shown = (await view()).babies.find(({ pairId }) => pairId === one.pairId)
    expect(shown?.notOnTime.map(({ state }) => state)).toContain('away-late')
  })
})

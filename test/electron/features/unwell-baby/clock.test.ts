import { rmSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addMinutes } from '#domain/shared/calendar.ts'
import type { EpisodePage } from '../../../../electron/features/unwell-baby/view.ts'
import {
  type Arrived,
  caller,
  startBareApp,
  startTestUnit,
  type TestUnit,
  testPassword,
} from '../../../support/app.ts'
import { actsOn, pass } from './acting.ts'

let unit: TestUnit
let family: Arrived
let episodeId: string
let recognisedAt: string
beforeAll(async () => {
  unit = await startTestUnit()
  family = await unit.arrive({ bed: 0, bornOn: '2026-07-20' })
  await pass(unit, 60)
  recognisedAt = unit.clock.now()
  const act = actsOn(unit, family)
  episodeId = await act.raise()
  await act.observe(episodeId, { 'heart-rate': 155 })
})
afterAll(() => {
  unit.close()
  rmSync(unit.folder, { recursive: true, force: true })
})

const page = () => unit.as('nurse').ok<EpisodePage>('unwellBaby.episode', { episodeId })
const dues = async () =>
  Object.fromEntries((await page()).help.demands.map(({ key, dueAt }) => [key, dueAt]))
const correct = async (minutes: number, reason?: string) => {
  const { version } = await page()
  return {
    episodeId,
    version,
    recognisedAt: addMinutes(recognisedAt, minutes),
    ...(reason ? { reason } : {}),
  }
}

describe('the clock of an episode', () => {
  test('starts at recognition, and its limits run from there', async () => {
    expect((await page()).clock).toMatchObject({ startedAt: recognisedAt, running: true })
    expect(await dues()).toMatchObject({
      'paediatrics/paediatrics-30': addMinutes(recognisedAt, 30),
      'doctor/nurse-in-charge': addMinutes(recognisedAt, 15),
    })
  })

  test('recognition moved earlier moves the limits along', async () => {
    await unit.as('nurse').ok('unwellBaby.correctRecognised', await correct(-10))
    expect((await page()).clock.startedAt).toBe(addMinutes(recognisedAt, -10))
    expect(await dues()).toMatchObject({
      'paediatrics/paediatrics-30': addMinutes(recognisedAt, 20),
    })
  })

  test('recognition moved later needs a reason, and the earlier limits stay', async () => {
    await pass(unit, 3)
    const before = await dues()
    const bare = await unit.as('nurse').fails('unwellBaby.correctRecognised', await correct(2))
    expect(bare.fields?.map(({ field }) => field)).toEqual(['reason'])
    const told = await correct(2, 'The clock in the room was fast')
    await unit.as('nurse').ok('unwellBaby.correctRecognised', told)
    const after = await page()
    expect(after.concern.recognisedAt).toBe(addMinutes(recognisedAt, 2))
    expect(after.clock.startedAt).toBe(addMinutes(recognisedAt, -10))
    expect(await dues()).toEqual(before)
    expect(after.concern.versions).toHaveLength(3)
  })

  test('a correction of what somebody else has corrected meanwhile is refused', async () => {
    const stale = { ...(await correct(-20)), version: 1 }
    expect(await unit.as('nurse').fails('unwellBaby.correctRecognised', stale)).toMatchObject({
      code: 'clash',
    })
  })

  test('never shows less than it did, and says that the computer’s clock was set back', async () => {
    const before = await page()
    expect(before.clockStep).toBeNull()
    unit.clock.set(addMinutes(unit.clock.now(), -8))
    await unit.as('nurse').signIn()
    const after = await page()
    expect(after.clock.elapsedMs).toBeGreaterThanOrEqual(before.clock.elapsedMs)
    expect(after.clockStep).toMatchObject({ byMs: -8 * 60_000 })
    expect(await dues()).toMatchObject({
      'paediatrics/paediatrics-30': addMinutes(recognisedAt, 20),
    })
    unit.clock.set(addMinutes(unit.clock.now(), 8))
    await unit.as('nurse').signIn()
  })

  test('set back to before the concern, or before the baby came, refuses neither 999 nor a concern', async () => {
    const third = await unit.arrive({ bed: 2, bornOn: '2026-07-20' })
    await pass(unit, 5)
    const act = actsOn(unit, third)
    const id = await act.raise()
    const right = unit.clock.now()
    unit.clock.set(addMinutes(right, -8))
    await unit.as('nurse').signIn()
    await act.observe(id, { 'heart-rate': 165 })
    await act.reached(id, '999')
    expect(await act.page(id)).toMatchObject({ observations: [{}], help: { contacts: [{}] } })
    unit.clock.set(addMinutes(right, -24 * 60))
    await unit.as('nurse').signIn()
    expect(await act.raise({ another: true })).toBeTruthy()
    unit.clock.set(right)
    await unit.as('nurse').signIn()
  })

  test('stops with the outcome, and does not go back to a time that was entered late', async () => {
    const other = await unit.arrive({ bed: 1, bornOn: '2026-07-20' })
    await pass(unit, 1)
    const act = actsOn(unit, other)
    const id = await act.raise()
    await pass(unit, 20)
    const running = (await act.page(id)).clock
    const outcome = {
      episodeId: id,
      kind: 'reviewed-and-well',
      at: running.startedAt,
      plan: 'Look again at noon',
      reviewAt: null,
    }
    await unit.as('nurse').ok('unwellBaby.outcome', outcome, { password: testPassword })
    await pass(unit, 30)
    expect((await act.page(id)).clock).toMatchObject({
      running: false,
      stoppedAt: running.startedAt,
      elapsedMs: running.elapsedMs,
    })
  })

  test('goes on over a restart, with the limits as they were', async () => {
    const before = await page()
    unit.app.shutdown()
    const again = startBareApp(addMinutes(unit.clock.now(), 40), unit.folder)
    const window = caller(again.app, 'after the restart')
    await window.ok('session.signIn', { signInName: 'nurse' }, { password: testPassword })
    const after = await window.ok<EpisodePage>('unwellBaby.episode', { episodeId })
    expect(after.clock.startedAt).toBe(before.clock.startedAt)
    expect(after.clock.elapsedMs).toBe(before.clock.elapsedMs + 40 * 60_000)
    expect(after.help.demands.map(({ dueAt }) => dueAt)).toEqual(
      before.help.demands.map(({ dueAt }) => dueAt),
    )
    expect(after.next).toMatchObject({ late: true })
    again.app.shutdown()
  })
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addMinutes } from '#domain/shared/calendar.ts'
import { type Arrived, startTestUnit, type TestUnit } from '../../../support/app.ts'
import { actsOn, pass } from './acting.ts'

let unit: TestUnit
const families: Arrived[] = []
const baby = (bed: number) => families[bed] as Arrived
beforeAll(async () => {
  unit = await startTestUnit('2026-11-23T13:02:00.000Z')
  for (const bed of [0, 1, 2, 3]) families.push(await unit.arrive({ bed, bornOn: '2026-07-20' }))
  await pass(unit, 60, 'nursery-nurse')
})
afterAll(() => unit.close())

describe('heart rate 165 in a settled baby, infection possible, PEWS 1', () => {
  test('sepsis high leads, and the one next step is 999', async () => {
    const family = baby(0)
    const act = actsOn(unit, family)
    const episodeId = await act.raise()
    unit.clock.pass(1)
    await act.infection(episodeId, 'not-sure')
    unit.clock.pass(1)
    await act.observe(episodeId, { 'heart-rate': 165 })
    const page = await act.page(episodeId)
    expect(page.bands.map(({ band }) => band)).toEqual(['sepsis-high', 'pews-low', 'concern'])
    expect(page.bands[0]?.rows[0]).toMatchObject({
      because: expect.stringContaining('165'),
      source: expect.stringContaining('NICE NG254'),
    })
    expect(page.observations[0]?.tables.pews).toMatchObject({ kind: 'scored', total: 1 })
    expect(page.next).toMatchObject({ text: 'Call 999', dueAt: '2026-11-23T14:07:00.000Z' })
    expect(page.next?.ring[0]).toMatchObject({ helper: '999', telephone: '999' })
    expect(page.help.say[0]).toContain('Ambulance')
    expect(page.help.say.join(' ')).toContain('the parent or carer is worried; say what you see')
    expect(page.help.say.join(' ')).toContain('165 a minute')
    expect(page.clock).toMatchObject({ running: true, text: '00:02:00' })
    expect(page.responder.name).toBe('nurse person')
  })
})

describe('heart rate 165 in a crying and well baby, infection ruled out by a nurse', () => {
  test('the sepsis table is shown and does not count in the route', async () => {
    const family = baby(1)
    await pass(unit, 5, 'nursery-nurse')
    const act = actsOn(unit, family)
    const start = unit.clock.now()
    const episodeId = await act.raise()
    await act.infection(episodeId, 'no')
    await act.observe(episodeId, { 'heart-rate': 165 }, { babyState: 'crying' })
    const page = await act.page(episodeId)
    expect(page.bands.map(({ band }) => band)).not.toContain('sepsis-high')
    expect(page.aside).toContainEqual(
      expect.objectContaining({ band: 'sepsis-high', condition: 'If infection is suspected' }),
    )
    expect(page.next).toMatchObject({
      text: 'Tell the nurse in charge',
      dueAt: addMinutes(start, 15),
    })
  })

  test('a nursery nurse cannot rule it out', async () => {
    const family = baby(2)
    const act = actsOn(unit, family, 'nursery-nurse')
    const episodeId = await act.raise()
    const failure = await unit.as('nursery-nurse').fails('unwellBaby.answerInfection', {
      episodeId,
      answer: 'no',
      why: 'Teething',
      answeredAt: unit.clock.now(),
    })
    expect(failure.fields?.[0]).toMatchObject({
      field: 'answer',
      message: expect.stringContaining('registered nurse or doctor'),
    })
  })
})

describe('green vomit', () => {
  test('is 999 at once, whatever the score', async () => {
    const family = baby(3)
    const act = actsOn(unit, family)
    const start = unit.clock.now()
    const episodeId = await act.raise({ findings: ['green-vomit'] })
    const page = await act.page(episodeId)
    expect(page.bands[0]).toMatchObject({ band: 'emergency-sign' })
    expect(page.next).toMatchObject({ dueAt: addMinutes(start, 1), band: 'emergency-sign' })
    expect(page.next?.ring.map(({ helper }) => helper)).toEqual(['999', 'emergency-department'])
    await act.reached(episodeId, '999')
    const after = await act.page(episodeId)
    expect(after.next).toMatchObject({ step: 'escort', text: 'Decide who goes with the baby' })
    expect(after.tell.wanted).toBeGreaterThan(0)
    const running = await unit
      .as('nurse')
      .ok<{ episodes: { episodeId: string; bedName: string; nextStep: string }[] }>(
        'unwellBaby.running',
      )
    expect(running.episodes.find((one) => one.episodeId === episodeId)).toMatchObject({
      bedName: 'Bed 4',
      nextStep: 'Decide who goes with the baby',
    })
  })
})

import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addMinutes } from '#domain/shared/calendar.ts'
import { type Arrived, startTestUnit, type TestUnit } from '../../../support/app.ts'
import { actsOn, pass, setOf } from './acting.ts'

let unit: TestUnit
let family: Arrived
let other: Arrived
let act: ReturnType<typeof actsOn>
let episodeId: string
beforeAll(async () => {
  unit = await startTestUnit()
  family = await unit.arrive({ bed: 0, bornOn: '2026-07-20' })
  other = await unit.arrive({ bed: 1, bornOn: '2026-07-20' })
  await pass(unit, 60)
  act = actsOn(unit, family)
  episodeId = await act.raise()
  await pass(unit, 2)
})
afterAll(() => unit.close())

const fails = (path: string, input: object) => unit.as('nurse').fails(`unwellBaby.${path}`, input)
const fields = async (path: string, input: object) =>
  (await fails(path, input)).fields?.map(({ field }) => field)
const raise = (more: object = {}) => ({
  pairId: family.pairId,
  recognisedAt: unit.clock.now(),
  whose: 'staff',
  basis: { kind: 'observed' },
  another: true,
  ...more,
})
const observation = (more: object = {}) => ({
  episodeId,
  babyId: family.babyId,
  ...setOf({}, unit.clock.now()),
  ...more,
})
const later = (minutes: number) => addMinutes(unit.clock.now(), minutes)

describe('a concern', () => {
  test.each<[string, () => object, string]>([
    ['in the future', () => raise({ recognisedAt: later(1) }), 'recognisedAt'],
    ['before the baby came', () => raise({ recognisedAt: later(-90) }), 'recognisedAt'],
    ['of a pair that is not on record', () => raise({ pairId: randomUUID() }), 'pairId'],
    ['told by nobody', () => raise({ basis: { kind: 'told' } }), 'basis.by'],
    [
      'by a document without a title',
      () => raise({ basis: { kind: 'document' } }),
      'basis.document',
    ],
    [
      'known from the future',
      () => raise({ basis: { kind: 'observed', on: later(5) } }),
      'basis.on',
    ],
    ['with a sign that is none', () => raise({ findings: ['sneezes'] }), 'findings.0'],
  ])('%s is refused at its field', async (_, input, field) => {
    expect(await fields('raise', input())).toContain(field)
  })

  test('about a baby whose concern is open asks whether it is another one', async () => {
    expect(await fails('raise', raise({ another: false }))).toMatchObject({
      code: 'held',
      fields: [{ field: 'another' }],
    })
  })

  test('sent twice with the same operation is one', async () => {
    const operationId = randomUUID()
    const input = raise()
    const nurse = unit.as('nurse')
    const first = await nurse.ok('unwellBaby.raise', input, { operationId })
    expect(await nurse.ok('unwellBaby.raise', input, { operationId })).toEqual(first)
  })

  test('about a baby who has left is refused', async () => {
    const left = await unit.arrive({ bed: 2 })
    await pass(unit, 5)
    await unit.as('nurse').ok('stays.end', {
      id: left.stayId,
      version: 1,
      reason: 'Discharged',
      endedAt: unit.clock.now(),
      endReason: 'home',
      missingBecause: 'Arranged by telephone',
    })
    expect(await fails('raise', raise({ pairId: left.pairId }))).toMatchObject({
      fields: [{ field: 'recognisedAt', message: expect.stringContaining('left on') }],
    })
  })
})

describe('a set of observations', () => {
  test.each<[string, () => object, string]>([
    ['from before the concern', () => ({ observedAt: later(-10) }), 'observedAt'],
    ['in the future', () => ({ observedAt: later(2) }), 'observedAt'],
    ['of another baby', () => ({ babyId: other.babyId }), 'babyId'],
    [
      'with a negative rate',
      () => ({ readings: { 'heart-rate': { kind: 'value', value: -4 } } }),
      'readings.heart-rate.value',
    ],
    [
      'with half a beat',
      () => ({ readings: { 'heart-rate': { kind: 'value', value: 120.5 } } }),
      'readings.heart-rate.value',
    ],
    [
      'with a temperature in Fahrenheit',
      () => ({ readings: { temperature: { kind: 'value', value: 98.6 } } }),
      'readings.temperature.value',
    ],
    [
      'with an unlikely value that nobody confirmed',
      () => ({ readings: { temperature: { kind: 'value', value: 33 } } }),
      'readings.temperature.confirmed',
    ],
    [
      'skipped without a reason',
      () => ({ readings: { temperature: { kind: 'not-measured', because: 'other' } } }),
      'readings.temperature.note',
    ],
    ['without what the baby was doing', () => ({ babyState: undefined }), 'babyState'],
    [
      'with a sign of a group that was not looked at',
      () => ({ findings: ['pale'], groups: { colour: { checked: false, because: 'Dark' } } }),
      'groups.colour.checked',
    ],
  ])('%s is refused at its field', async (_, more, field) => {
    expect(await fields('observe', observation(more()))).toContain(field)
    expect((await act.page(episodeId)).observations).toEqual([])
  })

  test('keeps an unlikely value that was asked again and confirmed', async () => {
    const readings = { temperature: { kind: 'value', value: 33 } }
    const { setId } = await unit
      .as('nurse')
      .ok<{ setId: string }>(
        'unwellBaby.observe',
        observation({ readings, confirmed: ['temperature'] }),
      )
    const found = (await act.page(episodeId)).observations.find((one) => one.setId === setId)
    expect(found?.readings.temperature).toEqual({ kind: 'value', value: 33, confirmed: true })
  })

  test('that was wrong is corrected or withdrawn, and the band that it gave stays', async () => {
    const { setId } = await act.observe(episodeId, { 'heart-rate': 185 })
    const bands = (await act.page(episodeId)).bands.map(({ band }) => band)
    expect(bands[0]).toBe('sepsis-high')
    const well = { setId, version: 1, reason: 'Counted twice', ...setOf({}, unit.clock.now()) }
    await unit.as('nurse').ok('unwellBaby.correctObservation', { episodeId, ...well })
    const corrected = await act.page(episodeId)
    expect(corrected.bands.map(({ band }) => band)).toEqual(expect.arrayContaining(bands))
    expect(corrected.observations.find((one) => one.setId === setId)).toMatchObject({
      version: 2,
      readings: { 'heart-rate': { value: 135 } },
    })
    const withdrawal = { episodeId, setId, version: 2, reason: 'Of another baby' }
    await unit.as('nurse').ok('unwellBaby.withdrawObservation', withdrawal)
    const withdrawn = await act.page(episodeId)
    expect(withdrawn.bands.map(({ band }) => band)).toEqual(expect.arrayContaining(bands))
    expect(withdrawn.observations.find((one) => one.setId === setId)?.withdrawn).toBe(true)
  })
})

describe('help, journey and outcome', () => {
  const now = () => unit.clock.now()
  test.each<[string, string, () => object, string]>([
    ['a call to come', 'rang', () => ({ whom: '999', calledAt: later(1) }), 'calledAt'],
    ['a call two days before', 'rang', () => ({ whom: 'gp', calledAt: later(-2880) }), 'calledAt'],
    ['nobody by name', 'reached', () => ({ whom: 'gp', reachedAt: now() }), 'reachedName'],
    [
      'reached before rung',
      'reached',
      () => ({ whom: '999', calledAt: now(), reachedAt: later(-1) }),
      'reachedAt',
    ],
    [
      'a call of another episode',
      'reached',
      () => ({ whom: '999', reachedAt: now(), contactId: randomUUID(), version: 1 }),
      'contactId',
    ],
    [
      'seen in the future',
      'seen',
      () => ({ whom: 'gp', seenAt: later(3), seenBy: 'Dr B' }),
      'seenAt',
    ],
    ['left before the concern', 'left', () => ({ leftAt: later(-30), destination: 'A' }), 'leftAt'],
    [
      'an outcome before the concern',
      'outcome',
      () => ({ kind: 'died', at: later(-30), plan: 'x', reviewAt: null }),
      'at',
    ],
    [
      'a transfer of a baby who never left',
      'outcome',
      () => ({ kind: 'transferred', at: now(), plan: 'x', reviewAt: null }),
      'kind',
    ],
    [
      'advice without a review',
      'outcome',
      () => ({ kind: 'advice-followed', at: now(), plan: 'x', reviewAt: null }),
      'reviewAt',
    ],
    [
      'in error by one person',
      'outcome',
      () => ({ kind: 'entered-in-error', at: now(), plan: 'x', reviewAt: null }),
      'kind',
    ],
    ['a debrief of what still runs', 'debrief', () => ({ heldAt: now(), learning: 'x' }), 'heldAt'],
  ])('%s is refused at its field', async (_, path, input, field) => {
    expect(await fields(path, { episodeId, ...input() })).toContain(field)
    expect((await act.page(episodeId)).clock.running).toBe(true)
  })

  test('ringing is not reaching; the same call is then reached, by one of two at a time', async () => {
    const { contactId, version } = await unit
      .as('nurse')
      .ok<{ contactId: string; version: number }>('unwellBaby.rang', {
        episodeId,
        whom: '999',
        calledAt: now(),
      })
    const metBy = async () =>
      (await act.page(episodeId)).help.demands.find(({ key }) => key === 'call-999/999')?.metAt
    expect(await metBy()).toBeNull()
    await act.reached(episodeId, '999', { contactId, version })
    expect(await metBy()).toBe(now())
    expect(
      await fails('reached', { episodeId, whom: '999', reachedAt: now(), contactId, version }),
    ).toMatchObject({ code: 'clash' })
  })

  test('an episode that is not on record is not found', async () => {
    expect(await fails('episode', { episodeId: randomUUID() })).toMatchObject({ code: 'not-found' })
  })

  test('everything is in the audit with mother and baby', async () => {
    const rows = unit.db.rows<{ action: string; patients: string }>(
      "select action, patients from audit where action like 'episode.%'",
    )
    expect(new Set(rows.map(({ action }) => action))).toEqual(
      new Set([
        'episode.raise',
        'episode.observe',
        'episode.correct-observation',
        'episode.withdraw-observation',
        'episode.rang',
        'episode.reached',
      ]),
    )
    for (const { patients } of rows) {
      expect(patients).toContain(family.babyId)
      expect(patients).toContain(family.motherId)
    }
  })
})

test('a drill of a year that cannot be meant, or still to come, is refused at its field', async () => {
  const drill = { scenario: 'A baby who does not breathe', learning: 'The grab bag' }
  expect(await fields('recordDrill', { ...drill, heldAt: '1926-11-20T10:00:00.000Z' })).toEqual([
    'heldAt',
  ])
  expect(await fields('recordDrill', { ...drill, heldAt: later(5) })).toEqual(['heldAt'])
})

test('a read of an episode is logged for mother and baby', async () => {
  const reads = () =>
    unit.db.row<{ n: number }>(
      `select count(*) as n from audit a join audit_patient p on p.seq = a.seq
        where p.person_id in (@baby, @mother) and a.action = 'read'`,
      { baby: family.babyId, mother: family.motherId },
    )?.n ?? 0
  const before = reads()
  await unit.as('consultant').signIn()
  await unit.as('consultant').ok('unwellBaby.episode', { episodeId })
  expect(reads()).toBe(before + 2)
})

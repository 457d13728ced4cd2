import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { addMinutes } from '#domain/shared/calendar.ts'
import type { CareLog } from '../../../../electron/features/baby-care/log.ts'
import { type Arrived, startTestUnit, type TestUnit } from '../../../support/app.ts'
import { pass } from '../unwell-baby/acting.ts'

let unit: TestUnit
let family: Arrived
beforeEach(async () => {
  unit = await startTestUnit()
  family = await unit.arrive({ bornOn: '2026-07-20', gestationDays: 245 })
  await pass(unit, 5, 'nursery-nurse')
})
afterEach(() => unit.close())

const nurse = () => unit.as('nursery-nurse')
const bottle = (more: object = {}) => ({
  pairId: family.pairId,
  kind: 'feed',
  way: 'bottle-formula',
  happenedAt: unit.clock.now(),
  source: 'staff',
  amount: 90,
  ...more,
})
const temperature = (amount: number, more: object = {}) =>
  bottle({ kind: 'temperature', way: 'measured', amount, ...more })
const weight = (amount: number, more: object = {}) =>
  bottle({ kind: 'weight', way: 'weighed', amount, ...more })
const add = (input: object) => nurse().ok<{ id: string; version: number }>('babyCare.add', input)
const log = (day?: string) =>
  nurse().ok<CareLog>('babyCare.log', { pairId: family.pairId, ...(day ? { day } : {}) })
const line = async (label: string) => (await log()).totals.find((one) => one.label === label)?.text

test('a day is told in words, and what the mother reported is counted apart', async () => {
  await add(bottle())
  await pass(unit, 1, 'nursery-nurse')
  await add(bottle({ amount: 120, source: 'mother' }))
  await add(bottle({ way: 'breast', amount: null }))
  await add(bottle({ kind: 'nappy', way: 'wet', amount: null }))
  await add(bottle({ kind: 'sleep', way: 'slept', amount: 95 }))
  expect(await line('Feed')).toBe(
    '3: breast 1; bottle, formula 2, 210 ml. Last 09:06 (1 of 3 reported by the mother)',
  )
  expect(await line('Nappy')).toBe('1: wet 1. Last 09:06')
  expect(await line('Sleep')).toBe('1 h 35 min in 1. Last woke 09:06')
  expect(await line('Weight')).toBe('Nothing written down')
})

test('when it happened and when it was entered stand apart, with who entered it', async () => {
  const happenedAt = unit.clock.now()
  await pass(unit, 4, 'nursery-nurse')
  await add(bottle({ happenedAt }))
  expect((await log()).entries[0]).toMatchObject({
    happenedAt,
    enteredAt: unit.clock.now(),
    enteredBy: 'nursery-nurse person',
    sourceLabel: 'Seen by staff',
  })
})

test('another day is another log', async () => {
  await add(bottle())
  expect((await log('2026-11-22')).entries).toEqual([])
  expect((await log('2026-11-23')).entries).toHaveLength(1)
})

test('an entry is put right with a reason, and what it said stays readable', async () => {
  const { id, version } = await add(bottle())
  const { pairId: _, ...changed } = bottle({ amount: 60 })
  expect(
    await nurse().fails('babyCare.correct', { ...changed, id, version, reason: '' }),
  ).toMatchObject({ fields: [{ field: 'reason' }] })
  await nurse().ok('babyCare.correct', { ...changed, id, version, reason: 'Left over' })
  expect((await log()).entries).toMatchObject([
    {
      text: 'Bottle, formula, 60 ml',
      before: [{ text: 'Bottle, formula, 90 ml', reason: 'Left over' }],
    },
  ])
  expect(
    await nurse().fails('babyCare.correct', { ...changed, id, version, reason: 'Late' }),
  ).toMatchObject({ code: 'clash' })
})

test('an entry of another baby is marked as entered in error, counts no more and stays readable', async () => {
  const { id, version } = await add(bottle())
  await nurse().ok('babyCare.withdraw', { id, version, reason: 'Of Wren' })
  const { entries, withdrawn } = await log()
  expect(entries).toEqual([])
  expect(withdrawn).toMatchObject([{ text: 'Bottle, formula, 90 ml', reason: 'Of Wren' }])
  expect(await line('Feed')).toBe('Nothing written down')
})

describe('what nobody would believe', () => {
  const later = () => addMinutes(unit.clock.now(), 1)
  test.each<[string, () => object, string]>([
    ['to come', () => bottle({ happenedAt: later() }), 'happenedAt'],
    ['before they came', () => bottle({ happenedAt: '2026-11-20T09:00:00.000Z' }), 'happenedAt'],
    [
      'a weight before the birth',
      () => weight(3000, { happenedAt: '2026-07-18T09:00:00.000Z' }),
      'happenedAt',
    ],
    ['no amount', () => bottle({ amount: null }), 'amount'],
    ['a litre', () => bottle({ amount: 1000 }), 'amount'],
    ['nothing taken', () => bottle({ amount: 0 }), 'amount'],
    ['half a millilitre', () => bottle({ amount: 60.5 }), 'amount'],
    ['an amount of a nappy', () => bottle({ kind: 'nappy', way: 'wet' }), 'amount'],
    ['Fahrenheit', () => temperature(98.6), 'amount'],
    ['two places', () => temperature(37.25), 'amount'],
    ['a weight in kilograms', () => weight(4.2), 'amount'],
    ['unlikely', () => temperature(34.1), 'confirmed'],
    ['a way of another kind', () => bottle({ way: 'wet' }), 'way'],
    ['a way that is none', () => bottle({ way: 'constructor', amount: null }), 'way'],
    ['a kind that is none', () => bottle({ kind: 'bath' }), 'kind'],
    ['no source', () => bottle({ source: undefined }), 'source'],
    [
      'a medicine without a dose',
      () => bottle({ kind: 'medicine', way: 'given', amount: null, medicine: 'Paracetamol' }),
      'dose',
    ],
    [
      'not safe, and nothing said',
      () => bottle({ kind: 'safe-sleep', way: 'put-right', amount: null }),
      'note',
    ],
  ])('%s is refused at its field', async (_, input, field) => {
    const failure = await nurse().fails('babyCare.add', input())
    expect(failure.fields?.map((one) => one.field)).toContain(field)
    expect((await log()).entries).toEqual([])
  })

  test('is asked again, and kept when it is confirmed', async () => {
    await add(temperature(34.1, { confirmed: true }))
    expect((await log()).entries[0]).toMatchObject({ amount: 34.1, text: '34.1 °C' })
  })

  test('a weight far from the last is asked again', async () => {
    await add(weight(5200))
    await pass(unit, 1, 'nursery-nurse')
    expect(await nurse().fails('babyCare.add', weight(3200))).toMatchObject({
      fields: [
        { field: 'confirmed', message: expect.stringContaining('The last weight was 5200 g') },
      ],
    })
    await add(weight(3200, { confirmed: true }))
    expect((await log()).entries[0]?.worries[0]?.text).toContain('38 % less')
  })
})

test('a fever offers a concern, and says whose limit it is', async () => {
  await add(temperature(37.9))
  await pass(unit, 1, 'nursery-nurse')
  await add(temperature(38))
  const { entries } = await log()
  expect(entries.map(({ worries }) => worries.map(({ source }) => source))).toEqual([
    ['NICE NG143, fever in under 5s'],
    [],
  ])
})

test('weights carry both ages, from the birth on, and a gap is not joined', async () => {
  await add(weight(2400, { happenedAt: '2026-07-20T12:00:00.000Z', source: 'mother' }))
  await add(weight(5100, { happenedAt: '2026-11-16T09:00:00.000Z', confirmed: true }))
  await add(weight(5200))
  const { weights, weightChange } = await log()
  expect(weights.map(({ joined }) => joined)).toEqual([false, false, true])
  expect(weights[2]).toMatchObject({ grams: 5200, age: expect.stringContaining('months') })
  expect(weights[2]?.correctedAge).not.toBe('')
  expect(weightChange).toBe('100 g more than 7 days before')
})

test('after they left, what happened before is still entered, and nothing after', async () => {
  const before = unit.clock.now()
  await pass(unit, 5, 'nursery-nurse')
  await unit.as('nurse').ok('stays.end', {
    id: family.stayId,
    version: 1,
    reason: 'Home',
    endedAt: unit.clock.now(),
    endReason: 'home',
    missingBecause: 'Arranged by telephone',
  })
  await pass(unit, 1, 'nursery-nurse')
  expect(await nurse().fails('babyCare.add', bottle())).toMatchObject({
    fields: [{ field: 'happenedAt', message: expect.stringContaining('left on') }],
  })
  await add(bottle({ happenedAt: before }))
})

test('rows are only ever added', async () => {
  await add(bottle())
  expect(
    unit.db.rows(
      "select name from sqlite_master where type = 'trigger' and tbl_name = 'care_entry'",
    ),
  ).toHaveLength(3)
})

test('an own entry is undone at once without a reason, and stays readable', async () => {
  const { id } = await add(bottle())
  const until = addMinutes(unit.clock.now(), 5)
  expect((await log()).entries[0]).toMatchObject({ id, undoableUntil: until })
  await nurse().ok('babyCare.undo', { id })
  const { entries, withdrawn } = await log()
  expect(entries).toEqual([])
  expect(withdrawn).toMatchObject([{ id, reason: 'Undone at once by whoever entered it' }])
  expect(unit.db.rows("select action from audit where action = 'care.undo'")).toHaveLength(1)
})

test('an entry is not undone by another, after five minutes, after a correction, or twice', async () => {
  const undone = async (id: string, role: 'nursery-nurse' | 'nurse' = 'nursery-nurse') =>
    (await unit.as(role).call('babyCare.undo', { id })).ok
  const { id } = await add(bottle())
  expect(await undone(id, 'nurse')).toBe(false)
  const { pairId: _, ...changed } = bottle({ amount: 60 })
  await nurse().ok('babyCare.correct', { ...changed, id, version: 1, reason: 'Read wrongly' })
  expect(await undone(id)).toBe(false)
  const other = await add(bottle())
  await pass(unit, 5, 'nursery-nurse')
  expect(await undone(other.id)).toBe(false)
  const last = await add(bottle())
  expect(await undone(last.id)).toBe(true)
  expect(await undone(last.id)).toBe(false)
})

test('no wet nappy for 12 hours is said at the top of today alone, and a wet one takes it away', async () => {
  await add(bottle({ kind: 'nappy', way: 'wet', amount: null }))
  await pass(unit, 12 * 60 - 1, 'nursery-nurse')
  await add(bottle())
  expect((await log()).missing).toEqual([])
  await pass(unit, 1, 'nursery-nurse')
  const { missing, today } = await log()
  expect(missing[0]?.text).toMatch(/^No wet nappy written down for 12 hours or more: the last at /)
  expect((await log(today)).missing).toHaveLength(1)
  expect((await log('2026-11-01')).missing).toEqual([])
  await add(bottle({ kind: 'nappy', way: 'wet-and-dirty', amount: null }))
  expect((await log()).missing).toEqual([])
})

test('a button that is pressed twice is one feed and one dose', async () => {
  const drops = bottle({ kind: 'medicine', way: 'given', amount: null, medicine: 'D', dose: '5' })
  await add(drops)
  expect(await nurse().fails('babyCare.add', drops)).toMatchObject({
    fields: [{ field: 'happenedAt' }],
  })
  await add({ ...drops, dose: '10' })
  await pass(unit, 1, 'nursery-nurse')
  await add({ ...drops, happenedAt: unit.clock.now() })
  expect((await log()).entries).toHaveLength(3)
})

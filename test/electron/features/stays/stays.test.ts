import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { testNhsNumber } from '#domain/shared/nhs-number.ts'
import { startTestUnit, type TestUnit } from '../../../support/app.ts'
import { knownBy } from '../../../support/known-by.ts'

let unit: TestUnit
beforeEach(async () => {
  unit = await startTestUnit()
})
afterEach(() => unit.close())

const nurse = () => unit.as('nurse')
const person = {
  givenName: 'Amber',
  familyName: 'Quill',
  nhsNumberAbsent: null,
  bornAt: null,
  gestationDays: null,
  expectedOn: null,
}
const mother = { ...person, kind: 'mother', nhsNumber: testNhsNumber(1), bornOn: '1995-02-28' }
const baby = (n: number) => ({
  ...person,
  kind: 'baby',
  nhsNumber: testNhsNumber(n),
  bornOn: '2026-11-01',
})
const arrival = () => ({
  bedId: unit.beds[0]?.id,
  planned: true,
  withoutOfferBecause: 'At the door with the police',
  basis: knownBy,
  arrivedAt: '2026-11-23T08:00:00.000Z',
  mother: { person: mother },
  babies: [{ baby: { person: baby(2) }, startedAt: null }],
})
const fields = async (path: string, input: unknown) =>
  ((await nurse().fails(path, input)).fields ?? []).map((one) => one.field)
const rowsIn = (table: string) =>
  unit.db.row<{ n: number }>(`select count(*) as n from ${table}`)?.n

describe('an arrival', () => {
  test('makes mother, baby, stay and pair in one act', async () => {
    const made = await nurse().ok<{ stayId: string; pairs: unknown[] }>('stays.arrive', arrival())
    expect(made.pairs).toHaveLength(1)
    const page = await nurse().ok('stays.get', { stayId: made.stayId })
    expect(page).toMatchObject({
      bed: { name: 'Bed 1' },
      mother: { givenName: 'Amber' },
      pairs: [{ startedAt: '2026-11-23T08:00:00.000Z', baby: { nhsNumber: testNhsNumber(2) } }],
    })
    expect(unit.events.at(-1)?.event).toMatchObject({
      kind: 'changed',
      tables: expect.arrayContaining(['person', 'stay', 'pair']),
    })
  })

  test('of twins makes two pairs, and of a mother with child none', async () => {
    const twins = {
      ...arrival(),
      babies: [2, 3].map((n) => ({
        baby: { person: { ...baby(n), givenName: `Baby ${n}` } },
        startedAt: null,
      })),
    }
    expect((await nurse().ok<{ pairs: unknown[] }>('stays.arrive', twins)).pairs).toHaveLength(2)
    const unborn = {
      ...arrival(),
      bedId: unit.beds[1]?.id,
      mother: {
        person: {
          ...mother,
          givenName: 'Jade',
          nhsNumber: testNhsNumber(4),
          expectedOn: '2026-12-20',
        },
      },
      babies: [],
    }
    expect((await nurse().ok<{ pairs: unknown[] }>('stays.arrive', unborn)).pairs).toEqual([])
  })

  const wrong: [string, (good: ReturnType<typeof arrival>) => unknown, string][] = [
    ['in the future', (good) => ({ ...good, arrivedAt: '2026-11-23T09:00:00.001Z' }), 'arrivedAt'],
    ['without a time', (good) => ({ ...good, arrivedAt: undefined }), 'arrivedAt'],
    ['of a bed that is none', (good) => ({ ...good, bedId: 'Bed 1' }), 'bedId'],
    [
      'with her own number for the baby',
      (good) => withBaby(good, { nhsNumber: testNhsNumber(1) }),
      'babies.0.baby.person.nhsNumber',
    ],
    [
      'with a baby born tomorrow',
      (good) => withBaby(good, { bornOn: '2026-11-24' }),
      'babies.0.baby.person.bornOn',
    ],
    [
      'before the baby was born',
      (good) => withBaby(good, { bornOn: '2026-11-23', bornAt: '2026-11-23T08:30:00.000Z' }),
      'babies.0.startedAt',
    ],
    [
      'with a check digit that is wrong',
      (good) => withBaby(good, { nhsNumber: '9990000001' }),
      'babies.0.baby.person.nhsNumber',
    ],
    [
      'with a baby in the place of the mother',
      (good) => ({ ...good, mother: { person: baby(5) } }),
      'mother.person.kind',
    ],
    ['planned or not: unsaid', (good) => ({ ...good, planned: undefined }), 'planned'],
    ['with five babies', (good) => ({ ...good, babies: Array(5).fill(good.babies[0]) }), 'babies'],
    [
      'with a baby here before her',
      (good) => ({
        ...good,
        babies: [{ ...good.babies[0], startedAt: '2026-11-23T07:00:00.000Z' }],
      }),
      'babies.0.startedAt',
    ],
  ]
  test.each(wrong)('is refused %s, and nothing is half-written', async (_what, spoil, field) => {
    expect(await fields('stays.arrive', spoil(arrival()))).toContain(field)
    expect([rowsIn('person'), rowsIn('stay'), rowsIn('pair')]).toEqual([0, 0, 0])
  })

  test('needs a bed of her own and ends no stay by itself', async () => {
    const first = await unit.arrive({ bed: 0 })
    expect(await fields('stays.arrive', arrival())).toEqual(['bedId'])
    const again = {
      ...arrival(),
      bedId: unit.beds[1]?.id,
      mother: { id: first.motherId },
      babies: [],
    }
    const failure = await nurse().fails('stays.arrive', again)
    expect(failure.fields).toEqual([
      { field: 'arrivedAt', message: 'She is on the unit already. End that stay first' },
    ])
  })

  test('is one arrival, however often it is sent', async () => {
    const operationId = '0199f0a0-0000-7000-8000-00000000abcd'
    const first = await nurse().ok('stays.arrive', arrival(), { operationId })
    const again = await nurse().ok('stays.arrive', arrival(), { operationId })
    expect(again).toEqual(first)
    expect(rowsIn('stay')).toBe(1)
  })
})

const withBaby = (good: ReturnType<typeof arrival>, changes: object) => ({
  ...good,
  babies: [{ baby: { person: { ...baby(2), ...changes } }, startedAt: null }],
})

describe('later in a stay', () => {
  test('a baby is born: the pair begins at the birth', async () => {
    const { stayId } = await unit.arrive()
    unit.clock.pass(3)
    const born = { ...baby(2), bornOn: '2026-11-23', bornAt: '2026-11-23T09:01:00.000Z' }
    const input = {
      stayId,
      basis: knownBy,
      baby: { person: born },
      startedAt: '2026-11-23T09:01:00.000Z',
    }
    await nurse().ok('stays.babyArrives', input)
    const page = await nurse().ok<{ pairs: unknown[] }>('stays.get', { stayId })
    expect(page.pairs).toHaveLength(2)
    const early = {
      ...input,
      baby: { person: { ...born, givenName: 'Wren', nhsNumber: testNhsNumber(3) } },
      startedAt: '2026-11-23T09:00:30.000Z',
    }
    expect(await fields('stays.babyArrives', early)).toEqual(['startedAt'])
    const hers = {
      ...input,
      baby: { person: { ...born, givenName: 'Wren', nhsNumber: testNhsNumber(10) } },
    }
    expect(await fields('stays.babyArrives', hers)).toEqual(['baby.person.nhsNumber'])
  })

  test('a baby from elsewhere whom no check covered comes in with a reason, never without', async () => {
    const { stayId, babyId } = await unit.arrive()
    const from = {
      stayId,
      basis: knownBy,
      startedAt: unit.clock.now(),
      baby: { person: baby(2) },
    }
    expect(await fields('stays.babyArrives', from)).toEqual(['withoutCheckBecause'])
    expect(await fields('stays.babyArrives', { ...from, withoutCheckBecause: ' ' })).toEqual([
      'withoutCheckBecause',
    ])
    await nurse().ok('stays.babyArrives', { ...from, withoutCheckBecause: 'Nobody else is safe' })
    const because = () =>
      unit.db
        .rows<{ because: string | null }>(
          'select without_check_because as because from pair order by recorded_at, record_id',
        )
        .map((one) => one.because)
    expect(because()).toContain('Nobody else is safe')
    // One who was here before in this stay is no admission.
    const { pairs } = await nurse().ok<{
      pairs: { id: string; version: number; babyId: string }[]
    }>('stays.get', { stayId })
    const first = pairs.find((one) => one.babyId === babyId)
    unit.clock.pass(60)
    await nurse().signIn()
    await nurse().ok('stays.endPair', {
      id: first?.id,
      version: first?.version,
      reason: 'To the grandmother for a night',
      endedAt: unit.clock.now(),
    })
    unit.clock.pass(60)
    await nurse().signIn()
    await nurse().ok('stays.babyArrives', {
      stayId,
      startedAt: unit.clock.now(),
      baby: { id: babyId },
    })
  })

  test('she moves to a free bed, and to a closed one with the reason of the move', async () => {
    const { stayId } = await unit.arrive({ bed: 0 })
    await unit.arrive({ bed: 1 })
    const manager = unit.as('ward-manager')
    const [, second, third, fourth] = unit.beds
    await manager.ok('stays.changeBed', {
      id: fourth?.id,
      version: 1,
      reason: 'Leak',
      name: 'Bed 4',
      position: 4,
      closed: true,
    })
    const move = { id: stayId, version: 1, reason: 'Quieter' }
    expect(await fields('stays.moveBed', { ...move, bedId: second?.id })).toEqual(['bedId'])
    await nurse().ok('stays.moveBed', { ...move, bedId: fourth?.id, reason: 'Nothing else free' })
    expect(await nurse().ok('stays.get', { stayId })).toMatchObject({
      stay: { bedBecause: 'Nothing else free' },
    })
    await nurse().ok('stays.moveBed', { ...move, version: 2, bedId: third?.id })
    expect(await nurse().ok('stays.get', { stayId })).toMatchObject({ stay: { bedBecause: null } })
    expect(await nurse().ok('stays.get', { stayId })).toMatchObject({ bed: { name: 'Bed 3' } })
    const full = {
      id: third?.id,
      version: 1,
      reason: 'Mixed up',
      name: 'Bed 3',
      position: 3,
      closed: true,
    }
    expect(await manager.fails('stays.changeBed', full)).toMatchObject({ code: 'held' })
  })

  test('it ends, its pairs with it, and the bed is free', async () => {
    const { stayId, motherId } = await unit.arrive({ bed: 0, at: '2026-11-20T09:00:00.000Z' })
    const end = {
      id: stayId,
      version: 1,
      reason: 'Discharged',
      endReason: 'home',
      missingBecause: 'Arranged by telephone',
    }
    expect(await fields('stays.end', { ...end, endedAt: '2026-11-19T09:00:00.000Z' })).toEqual([
      'endedAt',
    ])
    expect(await fields('stays.end', { ...end, endedAt: '2026-11-24T09:00:00.000Z' })).toEqual([
      'endedAt',
    ])
    await nurse().ok('stays.end', { ...end, endedAt: '2026-11-22T09:00:00.000Z' })
    const page = await nurse().ok('stays.get', { stayId })
    expect(page).toMatchObject({ pairs: [{ endedAt: '2026-11-22T09:00:00.000Z' }] })
    const within = {
      ...arrival(),
      mother: { id: motherId },
      babies: [],
      arrivedAt: '2026-11-21T09:00:00.000Z',
    }
    expect(await fields('stays.arrive', within)).toEqual(['arrivedAt'])
    await nurse().ok('stays.arrive', { ...within, arrivedAt: '2026-11-22T09:00:00.000Z' })
    expect(
      await nurse().fails('stays.end', { ...end, version: 2, endedAt: '2026-11-22T10:00:00.000Z' }),
    ).toMatchObject({ code: 'held' })
  })

  test('the baby may leave before her', async () => {
    const { pairId } = await unit.arrive({ at: '2026-11-20T09:00:00.000Z' })
    const end = {
      id: pairId,
      version: 1,
      reason: 'To foster carer',
      endedAt: '2026-11-21T09:00:00.000Z',
    }
    await nurse().ok('stays.endPair', end)
    expect(await nurse().fails('stays.endPair', { ...end, version: 2 })).toMatchObject({
      code: 'held',
    })
  })

  test('times are corrected, and stay possible', async () => {
    const { stayId, pairId } = await unit.arrive({ at: '2026-11-20T09:00:00.000Z' })
    const stay = { id: stayId, version: 1, reason: 'Mistyped', planned: false }
    expect(
      await fields('stays.correct', { ...stay, arrivedAt: '2026-11-21T09:00:00.000Z' }),
    ).toEqual(['arrivedAt'])
    await nurse().ok('stays.correct', { ...stay, arrivedAt: '2026-11-20T08:00:00.000Z' })
    const pair = { id: pairId, version: 1, reason: 'Mistyped' }
    expect(
      await fields('stays.correctPair', { ...pair, startedAt: '2026-11-20T07:00:00.000Z' }),
    ).toEqual(['startedAt'])
    await nurse().ok('stays.correctPair', { ...pair, startedAt: '2026-11-20T08:00:00.000Z' })
  })

  test('her own observation level is set from a time on', async () => {
    const { stayId } = await unit.arrive({ at: '2026-11-20T09:00:00.000Z' })
    const level = {
      stayId,
      level: 'continuous',
      rationale: 'Suicidal thoughts',
      startsAt: '2026-11-22T09:00:00.000Z',
    }
    await nurse().ok('stays.setObservation', level)
    for (const startsAt of ['2026-11-24T09:00:00.000Z', '2026-11-19T09:00:00.000Z'])
      expect(await fields('stays.setObservation', { ...level, startsAt })).toEqual(['startsAt'])
    const page = await nurse().ok('stays.get', { stayId })
    expect(page).toMatchObject({ observationLevels: [{ level: 'continuous' }] })
  })
})

describe('beds', () => {
  test('are added and renamed, with names that differ', async () => {
    const manager = unit.as('administrator')
    await manager.ok('stays.addBed', { name: 'Side room' })
    const same = await manager.fails('stays.addBed', { name: 'side ROOM' })
    expect(same.fields).toMatchObject([{ field: 'name' }])
    const beds = await manager.ok<{ name: string; position: number }[]>('stays.beds')
    expect(beds.at(-1)).toMatchObject({ name: 'Side room', position: 5 })
  })
})

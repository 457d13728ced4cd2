import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MatrixRow } from '../../../../electron/features/training/queries.ts'
import { startTestUnit, type TestUnit } from '../../../support/app.ts'

let unit: TestUnit
let ann: string
beforeAll(async () => {
  unit = await startTestUnit()
  ann = (
    await manager().ok('users.addStaff', {
      name: 'Ann Bell',
      profession: 'support-services',
      employment: 'substantive',
      startedOn: '2020-01-06',
    })
  ).id
})
afterAll(() => unit.close())

const manager = () => unit.as('ward-manager')
const rowOn = async (on?: string) => {
  const { people } = await manager().ok<{ people: MatrixRow[] }>(
    'training.matrix',
    on ? { on } : {},
  )
  return people.find(({ staffId }) => staffId === ann)
}
const posts = () =>
  manager().ok<
    { profession: string; fromOn: string; untilOn: string | null; earlier: { id: string } | null }[]
  >('users.posts', { staffId: ann })
const nurse = {
  from: '2026-09-01',
  profession: 'registered-nurse',
  employment: 'bank',
  registration: '12A7777B',
  reason: 'She has qualified',
}

describe('another post', () => {
  test('changes what is asked from its day on, and nothing of the days before', async () => {
    const before = await rowOn('2026-08-31')
    await manager().ok('users.beginPost', { id: ann, version: 1, ...nurse })
    expect(await rowOn('2026-08-31')).toEqual(before)
    expect(before?.requirement?.level).toBe('1')
    expect(await rowOn('2026-09-01')).toMatchObject({
      profession: 'registered-nurse',
      group: 'Registered nurse, bank',
      requirement: { level: '3' },
    })
    expect(await posts()).toMatchObject([
      { profession: 'support-services', fromOn: '2020-01-06', untilOn: '2026-08-31' },
      { profession: 'registered-nurse', fromOn: '2026-09-01', untilOn: null, earlier: null },
    ])
    const note = unit.db.row<{ action: string; reason: string }>(
      'select action, reason from audit order by seq desc limit 1',
    )
    expect(note).toEqual({ action: 'begin-post', reason: 'She has qualified' })
  })

  test('that cannot be is refused at its field, and nothing is written', async () => {
    const early = { id: ann, version: 2, ...nurse, from: '2026-09-01' }
    expect((await manager().fails('users.beginPost', early)).fields?.[0]?.field).toBe('from')
    const stale = { ...early, version: 1, from: '2026-10-01' }
    expect((await manager().fails('users.beginPost', stale)).code).toBe('clash')
    const number = { ...early, from: '2026-10-01', registration: 'X' }
    expect((await manager().fails('users.beginPost', number)).fields?.[0]?.field).toBe(
      'registration',
    )
    expect((await unit.as('nurse').fails('users.beginPost', early)).code).toBe('not-permitted')
    expect(await posts()).toHaveLength(2)
  })

  test('after she had left, she is back from its day on, and was away meanwhile', async () => {
    await manager().ok('users.changeStaff', {
      id: ann,
      version: 2,
      reason: 'She has left',
      staff: {
        name: 'Ann Bell',
        profession: 'registered-nurse',
        employment: 'bank',
        registration: '12A7777B',
        startedOn: '2020-01-06',
        leftOn: '2026-09-30',
      },
    })
    const back = { id: ann, version: 3, ...nurse, from: '2026-11-01', reason: 'She is back' }
    await manager().ok('users.beginPost', back)
    expect(await rowOn('2026-09-30')).toMatchObject({ profession: 'registered-nurse' })
    expect(await rowOn('2026-10-15')).toBeUndefined()
    expect(await rowOn()).toMatchObject({ profession: 'registered-nurse' })
  })

  test('entered in error is withdrawn: the one after it reaches back', async () => {
    const [first] = await posts()
    const wrong = { id: first?.earlier?.id, version: 1, reason: 'It was never so' }
    await manager().ok('users.withdrawPost', wrong)
    expect((await posts()).map(({ fromOn }) => fromOn)).toEqual(['2026-09-01', '2026-11-01'])
  })
})

test('compliance over time counts everybody in the post of the day', async () => {
  const points =
    await manager().ok<{ on: string; groups: { group: string; n: number }[] }[]>(
      'training.overTime',
    )
  expect(points.map(({ on }) => on)).toEqual([
    '2025-03-31',
    '2025-06-30',
    '2025-09-30',
    '2025-12-31',
    '2026-03-31',
    '2026-06-30',
    '2026-09-30',
    '2026-11-23',
  ])
  const bank = points.map(
    ({ groups }) => groups.find(({ group }) => group === 'Registered nurse, bank')?.n ?? 0,
  )
  expect(bank.at(-2)).toBe(1)
  expect(bank.at(-1)).toBe(1)
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestUnit, type TestUnit } from '../../../support/app.ts'

let unit: TestUnit
let babyId: string
const nurse = () => unit.as('nurse')

beforeAll(async () => {
  unit = await startTestUnit()
  babyId = (await unit.arrive()).babyId
})
afterAll(() => unit.close())

const order = (code = 'LEG-07') => ({
  personId: babyId,
  code,
  startsAt: '2026-11-20T09:00:00.000Z',
  endsAt: '2026-12-20T09:00:00.000Z',
  authority: 'Westmarch Council',
  basis: { kind: 'document', document: 'Order of 20 November', on: '2026-11-20' },
})

interface Now {
  facts: { id: string; version: number; code: string; ended: { whatFollowed: string } | null }[]
}
const facts = async () => (await nurse().ok<Now>('people.legalStatus', { personId: babyId })).facts
const reasons = () =>
  unit.db
    .rows<{ reason: string | null }>(
      'select reason from child_legal_status order by record_id, version',
    )
    .map(({ reason }) => reason)

test('an order is given another code, and taken out, by two people alone', async () => {
  const { id } = await nurse().ok('people.addLegalStatus', order())
  const toPlan = { id, version: 1, reason: 'Misread', fact: { ...order('LEG-04'), endsAt: null } }
  const held = { code: 'held', message: expect.stringContaining('nobody does that alone') }
  expect(await nurse().fails('people.changeLegalStatus', toPlan)).toMatchObject(held)
  const out = { id, version: 1, reason: 'The order of another child' }
  expect(await nurse().fails('people.withdrawLegalStatus', out)).toMatchObject(held)
  expect(await facts()).toMatchObject([{ code: 'LEG-07', version: 1 }])

  const alone = { second: unit.second('nurse') }
  expect(await nurse().fails('people.changeLegalStatusByTwo', toPlan, alone)).toMatchObject({
    code: 'not-permitted',
  })
  const second = unit.second('consultant')
  await nurse().ok('people.changeLegalStatusByTwo', toPlan, { second })
  await nurse().ok('people.withdrawLegalStatusByTwo', { ...out, version: 2 }, { second })
  expect(await facts()).toEqual([])
  expect(reasons().at(-1)).toMatch(/^The order of another child \(signed with .+\)$/)
})

test('an end so long ago that it counts no more takes two people; an end as it happens one', async () => {
  const past = { ...order('LEG-04'), startsAt: '2025-09-20T09:00:00.000Z', endsAt: null }
  const baby = await unit.arrive({ bed: 2, bornOn: '2025-09-20' })
  const { id } = await nurse().ok('people.addLegalStatus', { ...past, personId: baby.babyId })
  const end = {
    id,
    version: 1,
    endedAt: '2025-10-20T09:00:00.000Z',
    whatFollowed: 'No plan',
    basis: { kind: 'told', by: 'J. Reed, social worker', on: '2026-11-23' },
  }
  expect((await nurse().fails('people.endLegalStatus', end)).code).toBe('held')
  await nurse().ok('people.endLegalStatusByTwo', end, { second: unit.second('ward-manager') })
  const later = { ...end, version: 2, endedAt: '2026-11-22T09:00:00.000Z' }
  await nurse().ok('people.endLegalStatus', later)
})

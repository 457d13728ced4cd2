import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Arrived, startTestUnit, type TestUnit } from '../../../support/app.ts'
import { legalStatus } from '../../../support/duties.ts'
import { knownBy } from '../../../support/known-by.ts'

let unit: TestUnit
let family: Arrived
let father: string
beforeAll(async () => {
  unit = await startTestUnit('2026-11-23T09:00:00.000Z')
  family = await unit.arrive()
  await legalStatus(unit, family.babyId, 'LEG-04', '2026-11-01T00:00:00.000Z')
  const { id } = await nurse().ok('people.add', {
    kind: 'other',
    givenName: 'Robin',
    familyName: 'Test',
    nhsNumber: null,
    nhsNumberAbsent: null,
    bornOn: null,
    bornAt: null,
    gestationDays: null,
    expectedOn: null,
    basis: knownBy,
  })
  father = id
})
afterAll(() => unit.close())

const nurse = () => unit.as('nurse')
const tie = (more: object = {}) => ({
  personId: father,
  toPersonId: family.babyId,
  relation: 'father',
  parentalResponsibility: 'not-known',
  safeToContact: 'yes',
  basis: { kind: 'document', document: 'Letter of the social worker', on: '2026-11-22' },
  ...more,
})
const facts = async () => {
  const { events } = await nurse().ok<{
    events: { event: string; loops: { label: string; dueAt: string | null }[] }[]
  }>('communications.ofPair', { pairId: family.pairId })
  return events.filter(({ event }) => event === 'COM-13')
}
const later = async (at: string) => {
  unit.clock.set(at)
  await nurse().signIn()
}

describe('a tie that is recorded', () => {
  let tieId: string

  test('on the day of the arrival is told with the admission', async () => {
    const { id } = await nurse().ok('people.addTie', tie())
    tieId = id
    expect(await facts()).toHaveLength(0)
  })

  test('and changed later is a new fact: the social worker hears of it the same day', async () => {
    await later('2026-11-25T10:00:00.000Z')
    await nurse().ok('people.changeTie', {
      id: tieId,
      version: 1,
      reason: 'Birth certificate seen',
      fact: tie({ parentalResponsibility: 'yes' }),
    })
    const [fact] = await facts()
    const social = fact?.loops.find(({ label }) => /^Social worker/.test(label))
    expect(social?.dueAt).toBe('2026-11-25T23:59:00.000Z')
  })

  test('a corrected basis is none, and a second new fact is an event of its own', async () => {
    const basis = { kind: 'document', document: 'Birth certificate', on: '2026-11-24' }
    await nurse().ok('people.changeTie', {
      id: tieId,
      version: 2,
      reason: 'The date was wrong',
      fact: tie({ parentalResponsibility: 'yes', basis }),
    })
    expect(await facts()).toHaveLength(1)
    await nurse().ok('people.changeTie', {
      id: tieId,
      version: 3,
      reason: 'Injunction seen',
      fact: tie({ parentalResponsibility: 'yes', safeToContact: 'do-not-contact', basis }),
    })
    expect(await facts()).toHaveLength(2)
  })

  test('in error takes its events back, with the audit of each', async () => {
    await nurse().ok('people.withdrawTie', { id: tieId, version: 4, reason: 'Another family' })
    expect(await facts()).toHaveLength(0)
    const rows = unit.db.rows("select 1 from audit where action = 'duty.withdraw-event'")
    expect(rows).toHaveLength(2)
  })
})

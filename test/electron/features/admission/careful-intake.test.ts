import { afterAll, beforeAll, expect, it } from 'vitest'
import { addDays } from '#domain/shared/calendar.ts'
import { startTestUnit, type TestUnit } from '../../../support/app.ts'
import { arrive, complete, offer, pageOf, pass, refer, told } from './referring.ts'

let unit: TestUnit
beforeAll(async () => {
  unit = await startTestUnit()
})
afterAll(() => unit.close())

it('nobody is asked whom the record says not to contact, whatever stands beside the name', async () => {
  const id = await refer(unit)
  const { children } = await pageOf(unit, id)
  const nurse = unit.as('nurse')
  const { id: personId } = await nurse.ok<{ id: string }>('people.add', {
    kind: 'other',
    givenName: 'Tom',
    familyName: 'Example',
    nhsNumber: null,
    nhsNumberAbsent: null,
    bornOn: null,
    bornAt: null,
    gestationDays: null,
    expectedOn: null,
    basis: told(unit),
  })
  await nurse.ok('people.addTie', {
    personId,
    toPersonId: children[0]?.baby?.id,
    relation: 'father',
    parentalResponsibility: 'not-known',
    safeToContact: 'do-not-contact',
    contactThrough: null,
    livesWith: 'not-known',
    basis: told(unit),
  })
  const ask = { referralId: id, itemId: 'ADM-R-13', askedAt: unit.clock.now() }
  for (const askedOf of [
    'Tom Example',
    'Mr TOM EXAMPLE, the father, 01632 960 009',
    'Mr T. Example',
    'Example, Tom',
  ]) {
    const failure = await nurse.fails('admission.ask', { ...ask, askedOf })
    expect(failure.fields).toEqual([
      {
        field: 'askedOf',
        message:
          'Tom Example: they must not be contacted. Ask the social worker, or somebody else who knows',
      },
    ])
  }
  await nurse.ok('admission.ask', { ...ask, askedOf: 'Tomas Exampleson, health visitor' })
})

it('what came in came at most 30 days before the referral', async () => {
  const id = await refer(unit)
  const receive = (days: number) => ({
    referralId: id,
    itemId: 'ADM-R-13',
    sourceId: null,
    outcome: 'received',
    receivedAt: addDays(unit.clock.now(), -days),
    describedOn: '2026-10-01',
    essentialPart: null,
    summary: 'Two children with their father',
    basis: told(unit),
    seenVersion: 0,
  })
  const failure = await unit.as('nurse').fails('admission.receive', receive(40))
  expect(failure.fields).toMatchObject([
    { field: 'receivedAt', message: expect.stringMatching(/more than 30 days before/) },
  ])
  await unit.as('nurse').ok('admission.receive', receive(20))
})

it('the Mental Health Act status told at the referral stands for the stay', async () => {
  const id = await refer(unit, { motherStatus: '03' })
  await complete(unit, id)
  await pass(unit, 1)
  await offer(unit, id)
  await pass(unit, 1)
  await arrive(unit, id, 1)
  const { mother } = (await pageOf(unit, id)) as unknown as { mother: { id: string } }
  const status = await unit.as('nurse').ok('people.mentalHealthAct', { personId: mother.id })
  expect(status).toMatchObject({
    standing: { status: { code: '03', detained: true } },
    facts: [{ carriedFrom: id, basis: { kind: 'told' } }],
  })
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MotherOnRecord } from '../../../../electron/features/admission/duplicates.ts'
import { startTestUnit, type TestUnit } from '../../../support/app.ts'
import { knownBy } from '../../../support/known-by.ts'
import { pageOf, pass, refer, someone, wholeReferral } from './referring.ts'

let unit: TestUnit
beforeAll(async () => {
  unit = await startTestUnit()
})
afterAll(() => unit.close())

const nurse = () => unit.as('nurse')
const withdrawn = (referralId: string) =>
  unit.as('ward-manager').ok('admission.decide', {
    outcome: 'withdrawn',
    referralId,
    decidedAt: unit.clock.now(),
    withdrawnBy: 'The referrer',
    note: 'Settled at home',
    seenDecision: null,
  })
const onRecord = (motherId: string) => nurse().ok<MotherOnRecord>('admission.mother', { motherId })
const fieldsOf = async (path: string, input: object) =>
  (await nurse().fails(path, input)).fields?.map(({ field }) => field)

/** A family that was referred once, and is not any more. */
async function family(changes: object = {}) {
  const id = await refer(unit, changes)
  const page = await pageOf(unit, id)
  await pass(unit, 1)
  await withdrawn(id)
  const babyIds = page.children.flatMap(({ baby }) => (baby ? [baby.id] : []))
  return { motherId: page.mother.id, babyIds, babyId: babyIds[0] ?? '' }
}
const again = (motherId: string, babies: object[], more: object = {}) =>
  wholeReferral(unit, { mother: { id: motherId }, babies, ...more })

describe('a family that is referred a second time', () => {
  test('keeps its baby: the record is offered, and taken', async () => {
    const { motherId, babyId } = await family()
    expect(await onRecord(motherId)).toMatchObject({
      stayId: null,
      referralId: null,
      babies: [{ id: babyId, lastStay: null }],
    })
    const { referralId } = await nurse().ok<{ referralId: string }>(
      'admission.take',
      again(motherId, [{ baby: { id: babyId } }]),
    )
    const { children } = await pageOf(unit, referralId)
    expect(children.map(({ baby }) => baby?.id)).toEqual([babyId])
    expect((await onRecord(motherId)).referralId).toBe(referralId)
  })

  test('says when the baby was here last', async () => {
    const here = await unit.arrive({ bed: 1 })
    expect(await onRecord(here.motherId)).toMatchObject({
      stayId: here.stayId,
      babies: [{ lastStay: { to: null } }],
    })
  })

  test('may be for another pregnancy, or for a baby who is not on record', async () => {
    const { motherId } = await family()
    const unborn = again(motherId, [], { unborn: [{ expectedOn: '2027-03-01' }] })
    const { referralId } = await nurse().ok<{ referralId: string }>('admission.take', unborn)
    expect((await pageOf(unit, referralId)).children).toMatchObject([{ baby: null }])
    const other = await family()
    await nurse().ok(
      'admission.take',
      again(other.motherId, [{ baby: { person: someone('baby', '2026-11-01') } }]),
    )
  })

  test('is not offered a child who is no baby any more, and none is taken', async () => {
    const { motherId, babyId } = await family({
      babies: [{ baby: { person: someone('baby', '2023-11-26') } }],
    })
    expect((await onRecord(motherId)).babies).toHaveLength(1)
    await pass(unit, 5 * 24 * 60)
    expect((await onRecord(motherId)).babies).toEqual([])
    expect(await fieldsOf('admission.take', again(motherId, [{ baby: { id: babyId } }]))).toEqual([
      'babies.0.baby.id',
    ])
  })
})

describe('a baby who may be on record already', () => {
  test('is not recorded anew before somebody says that this is another child', async () => {
    const person = { ...someone('baby', '2026-09-14'), givenName: 'Baby' }
    const { motherId } = await family({ babies: [{ baby: { person } }] })
    const twin = { ...person, familyName: person.familyName.toUpperCase(), nhsNumber: null }
    const baby = { person: { ...twin, nhsNumberAbsent: 'not-yet-allocated' } }
    expect(await fieldsOf('admission.take', again(motherId, [{ baby }]))).toEqual([
      'babies.0.anotherChild',
    ])
    const alike = await nurse().ok<object[]>('people.alike', { ...pick(baby.person), motherId })
    expect(alike).toMatchObject([{ mothers: [{ id: motherId }], needsWord: true }])
    await nurse().ok('admission.take', again(motherId, [{ baby, anotherChild: true }]))
  })

  test('of another mother is shown, and holds nothing back', async () => {
    const person = { ...someone('baby', '2026-09-14'), givenName: 'Baby' }
    const first = await family({ babies: [{ baby: { person } }] })
    const baby = { person: { ...person, nhsNumber: null, nhsNumberAbsent: 'not-yet-allocated' } }
    const alike = await nurse().ok<object[]>('people.alike', pick(baby.person))
    expect(alike).toMatchObject([{ mothers: [{ id: first.motherId }], needsWord: false }])
    await refer(unit, { babies: [{ baby }] })
  })

  test('twins of one act have names that tell them apart', async () => {
    const absent = { nhsNumber: null, nhsNumberAbsent: 'not-yet-allocated' }
    const one = { ...someone('baby', '2026-11-20', 'Baby'), ...absent }
    const both = (second: object, more: object = {}) =>
      wholeReferral(unit, {
        babies: [{ baby: { person: one } }, { baby: { person: { ...one, ...second } }, ...more }],
      })
    expect(await fieldsOf('admission.take', both({}))).toEqual(['babies.1.baby.person.givenName'])
    await nurse().ok('admission.take', both({ givenName: 'Baby 2' }))
    await nurse().ok('admission.take', both({}, { anotherChild: true }))
  })

  test('is named once on a referral', async () => {
    const { motherId, babyId } = await family()
    const twice = [{ baby: { id: babyId } }, { baby: { id: babyId } }]
    expect(await fieldsOf('admission.take', again(motherId, twice))).toEqual(['babies.1.baby.id'])
  })

  test('is asked about at the door, and on the stay, as well', async () => {
    const person = someone('baby', '2026-09-14')
    const { motherId } = await family({ babies: [{ baby: { person } }] })
    const baby = { person: { ...person, nhsNumber: null, nhsNumberAbsent: 'not-known' } }
    const comes = {
      mother: { id: motherId },
      bedId: null,
      bedBecause: 'The unit is full',
      planned: false,
      arrivedAt: unit.clock.now(),
      withoutOfferBecause: 'She stood at the door',
      basis: knownBy,
    }
    const withBaby = { ...comes, babies: [{ baby, startedAt: null }] }
    expect(await fieldsOf('stays.arrive', withBaby)).toEqual(['babies.0.anotherChild'])
    const { stayId } = await nurse().ok<{ stayId: string }>('stays.arrive', {
      ...comes,
      babies: [],
    })
    const later = {
      stayId,
      baby,
      basis: knownBy,
      startedAt: unit.clock.now(),
      withoutCheckBecause: 'Came later',
    }
    expect(await fieldsOf('stays.babyArrives', later)).toEqual(['anotherChild'])
  })
})

type Named = Pick<ReturnType<typeof someone>, 'kind' | 'givenName' | 'familyName' | 'bornOn'>
const pick = ({ kind, givenName, familyName, bornOn }: Named) => ({
  kind,
  givenName,
  familyName,
  bornOn,
  nhsNumber: null,
})

describe('another mother’s baby', () => {
  test('is on no referral of hers, by whichever way', async () => {
    const theirs = await family()
    const { motherId } = await family()
    const baby = { id: theirs.babyId }
    expect(await fieldsOf('admission.take', again(motherId, [{ baby }]))).toEqual([
      'babies.0.baby.id',
    ])
    expect(await fieldsOf('admission.take', wholeReferral(unit, { babies: [{ baby }] }))).toEqual([
      'babies.0.baby.id',
    ])
    const referralId = await refer(unit, { babies: [], unborn: [{ expectedOn: '2026-12-20' }] })
    expect(await fieldsOf('admission.addChild', { referralId, baby })).toEqual(['baby.id'])
    const child = (await pageOf(unit, referralId)).children[0]
    const born = { id: child?.id, version: 1, reason: 'Born', baby }
    const failure = await nurse().fails('admission.changeChild', born)
    expect(failure.fields).toMatchObject([{ field: 'baby.id' }])
    expect(failure.fields?.[0]?.message).toContain('first record her as the mother')
  })

  test('comes in with nobody else at the door', async () => {
    const theirs = await family()
    const { motherId } = await family()
    const fields = await fieldsOf('stays.arrive', {
      mother: { id: motherId },
      babies: [{ baby: { id: theirs.babyId }, startedAt: null }],
      bedId: null,
      bedBecause: 'The unit is full',
      planned: false,
      arrivedAt: unit.clock.now(),
      withoutOfferBecause: 'She stood at the door',
    })
    expect(fields).toEqual(['babies.0.baby.id'])
  })

  test('is hers once a tie says so, as by adoption; a foster carer is no mother', async () => {
    const theirs = await family()
    const { motherId } = await family()
    const tie = (relation: string) => ({
      personId: motherId,
      toPersonId: theirs.babyId,
      relation,
      parentalResponsibility: 'not-known',
      safeToContact: 'yes',
      livesWith: 'yes',
      basis: { kind: 'document', document: 'Adoption order', on: '2026-11-01' },
    })
    const taken = again(motherId, [{ baby: { id: theirs.babyId } }])
    await nurse().ok('people.addTie', tie('foster-carer'))
    expect(await fieldsOf('admission.take', taken)).toEqual(['babies.0.baby.id'])
    await nurse().ok('people.addTie', tie('mother'))
    expect((await onRecord(motherId)).babies.map(({ id }) => id)).toContain(theirs.babyId)
    await nurse().ok('admission.take', taken)
  })
})

describe('a mother of whom no date of birth is known', () => {
  test('is not recorded anew under a name on record before somebody says so', async () => {
    const known = someone('mother', '1996-02-03')
    await refer(unit, { mother: { person: known } })
    const number = { nhsNumber: null, nhsNumberAbsent: 'not-known' }
    const mother = { person: { ...known, ...number, bornOn: null } }
    expect(await fieldsOf('admission.take', wholeReferral(unit, { mother }))).toEqual([
      'anotherPerson',
    ])
    await nurse().ok('admission.take', wholeReferral(unit, { mother, anotherPerson: true }))
  })
})

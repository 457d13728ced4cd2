import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { basisRecorded, basisRecordedOfPeople } from '#domain/people/measures.ts'
import { peopleFacts } from '../../../../electron/features/people/measure-facts.ts'
import type { Person } from '../../../../electron/features/people/queries.ts'
import { startTestUnit, type TestUnit } from '../../../support/app.ts'
import { knownBy } from '../../../support/known-by.ts'
import { pageOf, refer, someone } from '../admission/referring.ts'

let unit: TestUnit
beforeAll(async () => {
  unit = await startTestUnit()
})
afterAll(() => unit.close())

const nurse = () => unit.as('nurse')
const personOf = (personId: string) => nurse().ok<Person>('people.get', { personId })

describe('name, date of birth and NHS number', () => {
  test('of a referral are told by the referrer, whose name and role were entered once', async () => {
    const { mother, children } = await pageOf(unit, await refer(unit))
    const told = {
      kind: 'told',
      by: 'A. Referrer, Crisis nurse, Invented NHS Trust',
      on: '2026-11-23',
    }
    expect(mother.basis).toEqual(told)
    expect((await personOf(children[0]?.baby?.id ?? '')).basis).toEqual(told)
  })

  test('of who comes to the door are asked for once, and not stored without it', async () => {
    const door = {
      mother: { person: someone('mother', '1996-02-03') },
      babies: [{ baby: { person: someone('baby', '2026-09-14') }, startedAt: null }],
      bedId: unit.beds[0]?.id,
      planned: false,
      arrivedAt: unit.clock.now(),
      withoutOfferBecause: 'At the door with the police',
    }
    expect(await nurse().fails('stays.arrive', door)).toMatchObject({
      fields: [{ field: 'basis.kind', message: 'Say how it is known who they are' }],
    })
    const ahead = { ...knownBy, on: '2026-11-24' }
    expect(await nurse().fails('stays.arrive', { ...door, basis: ahead })).toMatchObject({
      fields: [{ field: 'basis.on' }],
    })
    const made = await nurse().ok<{ motherId: string; pairs: { babyId: string }[] }>(
      'stays.arrive',
      { ...door, basis: knownBy },
    )
    for (const id of [made.motherId, made.pairs[0]?.babyId ?? ''])
      expect((await personOf(id)).basis).toEqual(knownBy)
  })

  test('count in measure 7-1 from its second version on; the first stays as it was', () => {
    const period = { from: '2026-11-01T00:00:00.000Z', to: '2026-12-01T00:00:00.000Z' }
    const cut = { at: unit.clock.now(), auditSeq: Number.MAX_SAFE_INTEGER }
    const facts = peopleFacts(unit.db, period, cut)
    const types = (measure: typeof basisRecorded) =>
      measure.members(facts, period, cut).flatMap(({ records }) => records.map(({ type }) => type))
    expect(types(basisRecorded)).not.toContain('person')
    expect(types(basisRecordedOfPeople).filter((type) => type === 'person').length).toBe(4)
    const people = facts.statements.map((one) => ({ ...one, basis: null }))
    const [first] = basisRecordedOfPeople.members({ ...facts, statements: people }, period, cut)
    expect(first).toMatchObject({
      class: 'incomplete',
      reason: 'How it is known is not recorded',
      group: 'Not recorded',
    })
  })
})

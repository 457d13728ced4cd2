import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addMinutes } from '#domain/shared/calendar.ts'
import { startTestUnit, type TestUnit } from '../../../support/app.ts'
import { knownBy } from '../../../support/known-by.ts'
import { tableUnder } from '../../../support/markdown-table.ts'
import { arrive, checkCpis, complete, offer, pageOf, pass, refer, someone } from './referring.ts'

const states = readFileSync(
  new URL('../../../../docs/states/admission.md', import.meta.url),
  'utf8',
)

let unit: TestUnit
beforeAll(async () => {
  unit = await startTestUnit()
})
afterAll(() => unit.close())
const nurse = () => unit.as('nurse')

describe('a promise on an offer that stands', () => {
  let id: string
  const last = async () => {
    const one = (await pageOf(unit, id)).decisions.at(-1)
    if (!one) throw new Error('No decision')
    return one
  }
  const change = async (changes: object) => {
    const { recordId, version } = await last()
    return {
      id: recordId,
      version,
      bedId: unit.beds[0]?.id,
      expectedArrivalAt: null,
      reason: 'The family asked for it',
      ...changes,
    }
  }
  beforeAll(async () => {
    id = await refer(unit)
    await complete(unit, id)
    await pass(unit, 1)
    await offer(unit, id, { bedId: unit.beds[0]?.id })
    await pass(unit, 5)
  })

  test('changes bed and time without a new decision, and keeps what was promised before', async () => {
    const before = await last()
    const expectedArrivalAt = addMinutes(unit.clock.now(), 300)
    await nurse().ok(
      'admission.changeOffer',
      await change({ bedId: unit.beds[1]?.id, expectedArrivalAt }),
    )
    const page = await pageOf(unit, id)
    expect(page.stage).toBe('offered')
    expect(page.decisions).toHaveLength(1)
    expect(await last()).toMatchObject({
      bedId: unit.beds[1]?.id,
      expectedArrivalAt,
      decidedAt: before.decidedAt,
    })
    expect(page.pastPromises).toMatchObject([
      { bedId: unit.beds[0]?.id, expectedArrivalAt: null, reason: 'The family asked for it' },
    ])
  })

  test('promises no bed twice, no time before the offer, and not what it says already', async () => {
    const other = await refer(unit)
    await complete(unit, other)
    await pass(unit, 1)
    await offer(unit, other, { bedId: unit.beds[2]?.id })
    const fields = async (changes: object) =>
      (await nurse().fails('admission.changeOffer', await change(changes))).fields?.map(
        ({ field }) => field,
      )
    expect(await fields({ bedId: unit.beds[2]?.id })).toEqual(['bedId'])
    expect(await fields({ expectedArrivalAt: '2026-11-20T09:00:00.000Z' })).toEqual([
      'expectedArrivalAt',
    ])
    const { bedId, expectedArrivalAt } = await last()
    expect(await fields({ bedId, expectedArrivalAt })).toEqual(['expectedArrivalAt'])
  })

  test('ends with the arrival', async () => {
    await arrive(unit, id, 1)
    expect(
      await nurse().fails('admission.changeOffer', await change({ bedId: unit.beds[3]?.id })),
    ).toMatchObject({ code: 'held' })
  })
})

describe('a CP-IS flag', () => {
  const flagged = async () => {
    const id = await refer(unit)
    await checkCpis(unit, id, 'child-protection-plan')
    const check = (await pageOf(unit, id)).cpisChecks[0]
    if (!check) throw new Error('No look-up')
    return { id, of: { id: check.recordId, version: check.version, reason: 'The council rang' } }
  }
  const mustKnow = async (id: string) =>
    (await pageOf(unit, id)).items.find((item) => item.id === 'ADM-R-08')?.mustKnow

  test('that the authority lifted ends with its day and how it is known, and stays readable', async () => {
    const { id, of } = await flagged()
    expect(await mustKnow(id)).toBe(true)
    await nurse().ok('admission.endCpis', {
      ...of,
      endedOn: '2026-11-20',
      basis: { kind: 'told', by: 'Duty desk, Westmarch Council', on: '2026-11-23' },
    })
    // For twelve months after its end a plan counts as it did.
    expect(await mustKnow(id)).toBe(true)
    const page = await pageOf(unit, id)
    expect(page.cpisChecks).toMatchObject([
      { result: 'child-protection-plan', endedOn: '2026-11-20', basis: { kind: 'told' } },
    ])
    expect(page.cpisPast).toMatchObject([
      { result: 'child-protection-plan', reason: 'The council rang', withdrawn: 0 },
    ])
  })

  test('does not end in the future, nor where there was none', async () => {
    const { of } = await flagged()
    const basis = { kind: 'told', by: 'Duty desk', on: '2026-11-23' }
    expect(
      (await nurse().fails('admission.endCpis', { ...of, endedOn: '2026-11-25', basis })).fields,
    ).toMatchObject([{ field: 'endedOn' }])
    const id = await refer(unit)
    await checkCpis(unit, id)
    const none = (await pageOf(unit, id)).cpisChecks[0]
    expect(
      await nurse().fails('admission.endCpis', {
        id: none?.recordId,
        version: none?.version,
        reason: 'Mixed up',
        endedOn: '2026-11-20',
        basis,
      }),
    ).toMatchObject({ code: 'held' })
  })

  test.each(tableUnder(states, 'Who says that a flag was lifted').map((row) => [row.line, row]))(
    'is lifted by one person alone only while it goes on counting: line %s',
    async (_, row) => {
      const { id, of } = await flagged()
      const looked = { referralId: id, result: 'no-flag', reference: null, note: null }
      if (row['somebody else looked again'] === 'yes')
        await unit.as('consultant').ok('admission.recordCpis', {
          ...looked,
          childKey: (await pageOf(unit, id)).children[0]?.id,
          checkedAt: unit.clock.now(),
        })
      const basis = { kind: 'told', by: 'Duty desk, Westmarch Council', on: '2026-11-23' }
      const reply = await nurse().call('admission.endCpis', {
        ...of,
        endedOn: row['lifted on'],
        basis,
      })
      expect(reply.ok ? 'yes' : 'no').toBe(row['may be entered'])
    },
  )

  test('is not lifted where that was asked and not established', async () => {
    const { of } = await flagged()
    const basis = { kind: 'not-established', by: 'Duty desk, rung', on: '2026-11-23' }
    expect(
      await nurse().fails('admission.endCpis', { ...of, endedOn: '2026-11-20', basis }),
    ).toMatchObject({ fields: [{ field: 'basis.kind' }] })
  })

  test('is not taken out by one person alone: somebody else looks up again first', async () => {
    const { id, of } = await flagged()
    const noFlag = { result: 'no-flag', checkedAt: unit.clock.now(), reference: null }
    const alone = async () => {
      for (const result of ['no-flag', 'not-available'])
        expect(
          await nurse().fails('admission.correctCpis', { ...of, ...noFlag, result }),
        ).toMatchObject({ code: 'held', message: expect.stringContaining('somebody else') })
      expect(await nurse().fails('admission.withdrawCpis', of)).toMatchObject({ code: 'held' })
    }
    await alone()
    await checkCpis(unit, id)
    await alone()
    expect(await mustKnow(id)).toBe(true)
    await nurse().ok('admission.correctCpis', { ...of, ...noFlag, result: 'looked-after' })
  })

  test('that was entered wrongly is corrected or taken out, with what it said before', async () => {
    const { id, of } = await flagged()
    const { children } = await pageOf(unit, id)
    await unit.as('consultant').ok('admission.recordCpis', {
      referralId: id,
      childKey: children[0]?.id,
      result: 'no-flag',
      checkedAt: unit.clock.now(),
      reference: null,
      note: null,
    })
    await nurse().ok('admission.correctCpis', {
      ...of,
      result: 'no-flag',
      checkedAt: unit.clock.now(),
      reference: null,
    })
    expect(await mustKnow(id)).toBe(false)
    await nurse().ok('admission.withdrawCpis', { ...of, version: 2, reason: 'Another child' })
    const page = await pageOf(unit, id)
    expect(page.cpisChecks).toMatchObject([{ result: 'no-flag' }])
    expect(page.cpisPast).toMatchObject([
      { result: 'child-protection-plan', withdrawn: 0 },
      { result: 'no-flag', reason: 'Another child', withdrawn: 1 },
    ])
  })
})

describe('a legal status recorded before the birth', () => {
  const statusesOf = async (personId: unknown) =>
    (
      await nurse().ok<{ facts: { code: string; carriedFrom: string | null; basis: object }[] }>(
        'people.legalStatus',
        { personId, at: null },
      )
    ).facts
  const plan = (motherId: string, changes: object = {}) => ({
    personId: motherId,
    code: 'LEG-05',
    startsAt: '2026-10-01T09:00:00.000Z',
    endsAt: null,
    authority: 'Westmarch Council',
    basis: { kind: 'told', by: 'Duty desk', on: '2026-10-01' },
    ...changes,
  })
  const expecting = async (unborn: object[]) => {
    const id = await refer(unit, { babies: [], unborn })
    const { mother, children } = await pageOf(unit, id)
    await unit.as('ward-manager').signIn()
    return { id, motherId: mother.id, children }
  }
  const born = async (childId: string | undefined) => {
    await nurse().ok('admission.changeChild', {
      id: childId,
      version: 1,
      reason: 'Born tonight',
      basis: knownBy,
      baby: { person: someone('baby', '2026-11-23') },
    })
  }

  test('stands for the baby from the birth, with its start, its basis and where it came from', async () => {
    const { id, motherId, children } = await expecting([{ expectedOn: '2026-11-30' }])
    const { id: factId } = await unit.as('ward-manager').ok('people.addLegalStatus', plan(motherId))
    await born(children[0]?.id)
    const babyId = (await pageOf(unit, id)).children[0]?.baby?.id
    expect(await statusesOf(babyId)).toMatchObject([
      {
        code: 'LEG-05',
        startsAt: '2026-10-01T09:00:00.000Z',
        authority: 'Westmarch Council',
        carriedFrom: factId,
        basis: { kind: 'told', by: 'Duty desk' },
      },
    ])
    expect(await statusesOf(motherId)).toHaveLength(1)
  })

  test('stands for each of twins, once', async () => {
    const { id, motherId, children } = await expecting([
      { expectedOn: '2026-11-30' },
      { expectedOn: '2026-11-30' },
    ])
    await unit.as('ward-manager').ok('people.addLegalStatus', plan(motherId))
    for (const child of children) await born(child.id)
    for (const { baby } of (await pageOf(unit, id)).children)
      expect(await statusesOf(baby?.id)).toHaveLength(1)
  })

  test('stands for a baby who is born in the stay, or comes to the door', async () => {
    const mother = someone('mother', '1996-02-03')
    const { stayId, motherId } = await nurse().ok<{ stayId: string; motherId: string }>(
      'stays.arrive',
      {
        mother: { person: mother },
        babies: [],
        bedId: unit.beds[3]?.id,
        planned: false,
        arrivedAt: unit.clock.now(),
        basis: knownBy,
        withoutOfferBecause: 'In labour, at the door',
      },
    )
    await unit.as('ward-manager').ok('people.addLegalStatus', plan(motherId))
    const { babyId } = await nurse().ok<{ babyId: string }>('stays.babyArrives', {
      basis: knownBy,
      stayId,
      baby: { person: someone('baby', '2026-11-23') },
      startedAt: unit.clock.now(),
    })
    expect(await statusesOf(babyId)).toMatchObject([{ code: 'LEG-05' }])
  })

  test('of an earlier pregnancy, or one that ended, is not carried', async () => {
    const { id, motherId, children } = await expecting([{ expectedOn: '2026-11-30' }])
    const manager = unit.as('ward-manager')
    await manager.ok(
      'people.addLegalStatus',
      plan(motherId, { startsAt: '2025-10-01T09:00:00.000Z' }),
    )
    await manager.ok(
      'people.addLegalStatus',
      plan(motherId, {
        ended: { endedAt: '2026-11-01T09:00:00.000Z', whatFollowed: 'A child in need plan' },
      }),
    )
    await born(children[0]?.id)
    expect(await statusesOf((await pageOf(unit, id)).children[0]?.baby?.id)).toEqual([])
  })
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addMinutes, formatDateTime } from '#domain/shared/calendar.ts'
import type { LikelyMother } from '../../../../electron/features/admission/duplicates.ts'
import type { ReferralLine } from '../../../../electron/features/admission/view.ts'
import { startTestUnit, type TestUnit } from '../../../support/app.ts'
import { knownBy } from '../../../support/known-by.ts'
import {
  answer,
  arrive,
  checkCpis,
  complete,
  offer,
  offerInput,
  overrideInput,
  pageOf,
  pass,
  receive,
  refer,
  someone,
  wholeReferral,
} from './referring.ts'

let unit: TestUnit
beforeAll(async () => {
  unit = await startTestUnit()
})
afterAll(() => unit.close())

const nurse = () => unit.as('nurse')
const list = async (which: 'open' | 'ended') =>
  (await nurse().ok<{ referrals: ReferralLine[] }>('admission.list', { which })).referrals
const lineOf = async (id: string) => (await list('open')).find((one) => one.id === id)

describe('a referral from the telephone to the bed', () => {
  let id: string
  beforeAll(async () => {
    id = await refer(unit)
  })

  test('is held from the first minute by everything that is not known', async () => {
    const page = await pageOf(unit, id)
    expect(page.stage).toBe('received')
    const held = page.holds.map(({ ruleId }) => ruleId)
    expect(held).toContain('ADM-X-09')
    expect(held).toContain('ADM-G-01')
    expect(held).toContain('ADM-R-17')
    expect(held).not.toContain('ADM-I-01')
    for (const hold of page.holds) {
      expect(hold.reason).toMatch(/^.{10,}/)
      expect(hold.release).toMatch(/^[A-Z].{5,}/)
    }
    expect(page.toDo).toMatchObject([
      { kind: 'decide', dueAt: addMinutes(page.referral.receivedAt, 240), late: false },
    ])
  })

  test('is not offered while it is held, and says by what', async () => {
    const failure = await unit.as('ward-manager').fails('admission.decide', offerInput(unit, id))
    expect(failure.code).toBe('held')
    expect(failure.fields?.map(({ field }) => field)).toContain('holds.ADM-R-06')
    expect((await pageOf(unit, id)).decisions).toEqual([])
  })

  test('asks, chases, and counts what is late', async () => {
    const askedAt = unit.clock.now()
    const asked = await nurse().ok('admission.ask', {
      referralId: id,
      itemId: 'ADM-R-06',
      askedOf: 'Duty social worker',
      askedAt,
    })
    await pass(unit, 121)
    expect((await lineOf(id))?.toDo).toMatchObject([
      { kind: 'chase', late: true, dueAt: addMinutes(askedAt, 120) },
      { kind: 'decide', late: false },
    ])
    await nurse().ok('admission.chase', {
      informationItemId: asked.id,
      chasedAt: unit.clock.now(),
      chasedOf: 'Duty team manager',
    })
    expect((await lineOf(id))?.toDo.every(({ late }) => !late)).toBe(true)
    expect((await pageOf(unit, id)).stage).toBe('checking')
  })

  test('is free once every clause is answered and every must-know is in date', async () => {
    await complete(unit, id)
    expect((await pageOf(unit, id)).holds).toEqual([])
    expect((await lineOf(id))?.held).toBe(0)
  })

  test('is decided by the ward manager, a consultant or the nurse in charge alone', async () => {
    const failure = await nurse().fails('admission.decide', offerInput(unit, id))
    expect(failure).toMatchObject({ code: 'not-permitted' })
    expect(
      await unit
        .as('ward-manager')
        .fails('admission.decide', offerInput(unit, id), { password: 'not my password' }),
    ).toMatchObject({ code: 'wrong-password' })
    await pass(unit, 1)
    await offer(unit, id, { bedId: unit.beds[0]?.id })
    expect((await pageOf(unit, id)).stage).toBe('offered')
  })

  test('offers no bed twice', async () => {
    const other = await refer(unit)
    await complete(unit, other)
    const input = offerInput(unit, other, { bedId: unit.beds[0]?.id })
    const failure = await unit.as('ward-manager').fails('admission.decide', input)
    expect(failure.fields?.[0]?.field).toBe('bedId')
  })

  test('is re-opened by a change before arrival, and nobody arrives on it', async () => {
    await answer(unit, id, 'ADM-X-04', 'yes')
    const page = await pageOf(unit, id)
    expect(page.stage).toBe('re-opened')
    expect(page.holds.map(({ ruleId }) => ruleId)).toEqual(['ADM-X-04'])
    const input = {
      referralId: id,
      cameFrom: 'home',
      bedId: unit.beds[0]?.id,
      arrivedAt: unit.clock.now(),
      childIds: [],
    }
    expect(await nurse().fails('admission.arrive', input)).toMatchObject({ code: 'held' })
    await answer(unit, id, 'ADM-X-04', 'no')
    expect((await pageOf(unit, id)).stage).toBe('re-opened')
    await pass(unit, 1)
    await offer(unit, id, { bedId: unit.beds[0]?.id })
    expect((await pageOf(unit, id)).stage).toBe('offered')
  })

  test('ends in a bed: stay, pair and arrival in one act', async () => {
    const made = await arrive(unit, id, 0)
    expect(made.pairs).toHaveLength(1)
    const page = await pageOf(unit, id)
    expect(page.stage).toBe('arrived')
    expect(page.arrival).toMatchObject({ stayId: made.stayId, cameFrom: 'home' })
    expect((await list('open')).map((one) => one.id)).not.toContain(id)
    expect((await list('ended')).find((one) => one.id === id)?.stayId).toBe(made.stayId)
    expect(await nurse().fails('admission.arrive', { ...(await again(id)) })).toMatchObject({
      code: 'invalid',
    })
  })

  const again = async (referralId: string) => ({
    referralId,
    cameFrom: 'home',
    bedId: unit.beds[1]?.id,
    arrivedAt: '2099-01-01T00:00:00.000Z',
    childIds: [],
  })
})

describe('an override', () => {
  let id: string
  beforeAll(async () => {
    id = await refer(unit)
    await complete(unit, id, {
      clauses: ['ADM-X-02', 'ADM-X-09', 'ADM-X-03'],
      items: ['ADM-R-14', 'ADM-R-07'],
    })
  })
  const override = (ruleId: string, changes: object = {}, options: object = {}) =>
    unit
      .as('consultant')
      .ok('admission.override', overrideInput(unit, id, ruleId, changes), options)
  const refused = (ruleId: string, changes: object = {}, options: object = {}) =>
    unit
      .as('consultant')
      .fails('admission.override', overrideInput(unit, id, ruleId, changes), options)

  test('lets through one clause by name, with two passwords', async () => {
    await override('ADM-X-02', {}, { second: unit.second('ward-manager') })
    const hold = (await pageOf(unit, id)).holds.find(({ ruleId }) => ruleId === 'ADM-X-02')
    expect(hold).toMatchObject({ through: true, override: { state: 'released' } })
  })

  test('of a stop is refused, whoever signs', async () => {
    const failure = await refused('ADM-X-09', {}, { second: unit.second('ward-manager') })
    expect(failure).toMatchObject({ code: 'held' })
  })

  test('of what is missing needs a deadline', async () => {
    const failure = await refused(
      'ADM-R-14',
      { dueAt: null },
      { second: unit.second('ward-manager') },
    )
    expect(failure.fields?.[0]?.field).toBe('dueAt')
  })

  test('of what is missing has a deadline within the limit of a planned decision', async () => {
    const { latestDeadline: latest } = (await pageOf(unit, id)).choices
    const second = { second: unit.second('ward-manager') }
    const failure = await refused('ADM-R-14', { dueAt: addMinutes(latest, 1) }, second)
    expect(failure.fields).toEqual([
      {
        field: 'dueAt',
        message: `What is missing has to be there within 5 working days, as for a planned referral. Enter ${formatDateTime(latest)} or earlier`,
      },
    ])
  })

  test('is not signed by a nurse who is not in charge of the shift', async () => {
    const failure = await refused('ADM-R-14', {}, { second: unit.second('nurse') })
    expect(failure).toMatchObject({
      code: 'not-permitted',
      fields: [{ field: 'second.signInName' }],
    })
    await unit.onShift('nurse', true)
    await override('ADM-R-14', {}, { second: unit.second('nurse') })
  })

  test('by one person alone is refused', async () => {
    expect((await refused('ADM-R-07')).fields?.[0]?.field).toBe('second.signInName')
    const failure = await refused('ADM-R-07', {}, { second: unit.second('consultant') })
    expect(failure.code).toBe('not-permitted')
    const self = {
      second: {
        by: 'telephone',
        staffId: unit.as('consultant').staffId,
        telephone: '01632 960 002',
      },
    }
    expect(await refused('ADM-R-07', self)).toMatchObject({ code: 'not-permitted' })
  })

  test('agreed by telephone holds until its signature is due, and lapses without it', async () => {
    const second = {
      by: 'telephone',
      staffId: unit.as('ward-manager').staffId,
      telephone: '01632 960 002',
    }
    const { id: overrideId } = await override('ADM-R-07', {
      second,
      dueAt: addMinutes(unit.clock.now(), 72 * 60),
    })
    await answer(unit, id, 'ADM-X-09', 'no')
    await answer(unit, id, 'ADM-X-03', 'no')
    await pass(unit, 5)
    await offer(unit, id)
    const page = await pageOf(unit, id)
    expect(page.stage).toBe('offered')
    expect(page.toDo.map(({ kind }) => kind)).toContain('sign')
    await pass(unit, 24 * 60)
    expect((await pageOf(unit, id)).stage).toBe('re-opened')
    expect(
      await unit.as('consultant').fails('admission.signOverride', { overrideId }),
    ).toMatchObject({ code: 'not-permitted' })
    await unit.as('ward-manager').ok('admission.signOverride', { overrideId })
    expect((await pageOf(unit, id)).stage).toBe('re-opened')
    expect(
      (await pageOf(unit, id)).overrides.find(({ recordId }) => recordId === overrideId),
    ).toMatchObject({ state: 'signed-late' })
  })

  test('leaves what was missing on the list until it comes in', async () => {
    const missing = (await lineOf(id))?.toDo.filter(({ kind }) => kind === 'missing')
    expect(missing?.length).toBeGreaterThan(0)
    await receive(unit, id, 'ADM-R-14')
    const left = (await lineOf(id))?.toDo.filter(({ kind }) => kind === 'missing')
    expect(left).toHaveLength((missing?.length ?? 0) - 1)
  })
})

describe('a decision that is no offer', () => {
  const decide = (input: object) =>
    unit.as('ward-manager').ok<{ id: string }>('admission.decide', input)
  const fails = (input: object) => unit.as('ward-manager').fails('admission.decide', input)
  const decline = (referralId: string) => ({
    outcome: 'declined',
    referralId,
    seenDecision: null,
    decidedAt: unit.clock.now(),
    reasonCode: 'parenting-assessment-only',
    note: null,
    signposting: ['RES-2'],
    signpostingNote: null,
  })

  test('to decline says why and where to turn, and the referrer is told', async () => {
    const id = await refer(unit)
    const at = async (input: object) => (await fails(input)).fields?.map(({ field }) => field)
    expect(await at({ ...decline(id), reasonCode: 'because' })).toContain('reasonCode')
    expect(await at({ ...decline(id), signposting: [] })).toContain('signposting')
    const made = await decide(decline(id))
    const line = await lineOf(id)
    expect(line).toMatchObject({ stage: 'declined', open: false })
    expect(line?.toDo.map(({ kind }) => kind)).toEqual(['tell-referrer'])
    const word = {
      decisionId: made.id,
      toldAt: unit.clock.now(),
      toldTo: 'A. Referrer',
      how: 'By telephone',
    }
    await nurse().ok('admission.tellReferrer', word)
    expect(await lineOf(id)).toBeUndefined()
    expect(await nurse().fails('admission.tellReferrer', word)).toMatchObject({ code: 'held' })
    const again = { ...offerInput(unit, id), seenDecision: made.id }
    expect(await fails(again)).toMatchObject({ code: 'held' })
  })

  test('to wait names what it waits for, and stays open', async () => {
    const id = await refer(unit)
    const waiting = {
      outcome: 'waiting',
      referralId: id,
      seenDecision: null,
      decidedAt: unit.clock.now(),
      waitingOn: ['ADM-R-06'],
      note: null,
    }
    expect((await fails({ ...waiting, waitingOn: [] })).fields?.[0]?.field).toBe('waitingOn')
    expect((await fails({ ...waiting, waitingOn: ['what'] })).fields?.[0]?.field).toBe('waitingOn')
    expect((await fails({ ...waiting, waitingOn: ['ADM-X-06'] })).fields).toMatchObject([
      { field: 'waitingOn', message: expect.stringContaining('ADM-X-06 does not hold') },
    ])
    await decide(waiting)
    expect(await lineOf(id)).toMatchObject({ stage: 'waiting', open: true })
  })

  test('may be that the referrer withdraws', async () => {
    const id = await refer(unit)
    await decide({
      outcome: 'withdrawn',
      referralId: id,
      seenDecision: null,
      decidedAt: unit.clock.now(),
      withdrawnBy: 'A. Referrer',
      note: 'Settled at home',
    })
    expect((await pageOf(unit, id)).stage).toBe('withdrawn')
  })
})

describe('a mother who is on record', () => {
  test('is found by number, and by name with date of birth, before she is recorded anew', async () => {
    const input = wholeReferral(unit)
    await nurse().ok('admission.take', input)
    const { person } = input.mother
    const none = { givenName: null, familyName: null, bornOn: null, nhsNumber: null }
    const likely = (asked: object) =>
      nurse().ok<LikelyMother[]>('admission.likely', { ...none, ...asked })
    expect(await likely({ nhsNumber: person.nhsNumber })).toMatchObject([{ likeness: 'number' }])
    expect(
      await likely({
        givenName: person.givenName,
        familyName: person.familyName.toLowerCase(),
        bornOn: person.bornOn,
      }).then(([surest]) => surest),
    ).toMatchObject({ likeness: 'name-and-birth', referrals: [{ stage: 'received' }] })
    // Half of a double name is enough, whichever half is on record.
    const half = { givenName: person.givenName, familyName: 'Example-Reed', bornOn: person.bornOn }
    expect((await likely(half)).map(({ likeness }) => likeness)).toContain('name-and-birth')
    expect(await likely({ familyName: 'Nobody of this name' })).toEqual([])
  })

  test('is not recorded twice unless somebody says that this is another person', async () => {
    const first = wholeReferral(unit)
    await nurse().ok('admission.take', first)
    const twin = {
      person: { ...first.mother.person, nhsNumber: someone('mother', '1990-01-01').nhsNumber },
    }
    const failure = await nurse().fails('admission.take', wholeReferral(unit, { mother: twin }))
    expect(failure.fields?.map(({ field }) => field)).toEqual(['anotherPerson'])
    await nurse().ok('admission.take', wholeReferral(unit, { mother: twin, anotherPerson: true }))
  })

  test('has one open referral at a time, and none while she is on the unit', async () => {
    const made = await nurse().ok<{ motherId: string }>('admission.take', wholeReferral(unit))
    const again = wholeReferral(unit, { mother: { id: made.motherId } })
    expect((await nurse().fails('admission.take', again)).fields).toMatchObject([
      { field: 'mother.id' },
    ])
    const here = await unit.arrive({ bed: 3 })
    const failure = await nurse().fails(
      'admission.take',
      wholeReferral(unit, { mother: { id: here.motherId } }),
    )
    expect(failure.fields?.[0]).toMatchObject({ field: 'mother.id' })
  })
})

describe('a pregnancy', () => {
  test('becomes a baby on the same referral, and what was not applicable is asked again', async () => {
    const id = await refer(unit, { babies: [], unborn: [{ expectedOn: '2026-12-20' }] })
    await complete(unit, id, { clauses: ['ADM-I-13'] })
    await answer(unit, id, 'ADM-I-13', 'not-applicable')
    await pass(unit, 1)
    await offer(unit, id)
    const child = (await pageOf(unit, id)).children[0]
    const born = { baby: { person: someone('baby', '2026-11-20') } }
    await nurse().ok('admission.changeChild', {
      id: child?.id,
      version: 1,
      reason: 'Born',
      basis: knownBy,
      ...born,
    })
    const page = await pageOf(unit, id)
    expect(page.children[0]?.id).toBe(child?.id)
    expect(page.stage).toBe('re-opened')
    expect(page.holds.map(({ ruleId }) => ruleId)).toContain('ADM-I-13')
  })

  test('is not more than 10 months away, nor long over', async () => {
    const fields = async (expectedOn: string) =>
      (
        await nurse().fails(
          'admission.take',
          wholeReferral(unit, { babies: [], unborn: [{ expectedOn }] }),
        )
      ).fields?.map(({ field }) => field)
    expect(await fields('2028-01-01')).toEqual(['unborn.0.expectedOn'])
    expect(await fields('2026-06-01')).toEqual(['unborn.0.expectedOn'])
  })
})

describe('two windows on one referral', () => {
  test('keep both answers, and the second is told', async () => {
    const id = await refer(unit)
    await answer(unit, id, 'ADM-X-01', 'no')
    const failure = await nurse().fails('admission.answer', {
      referralId: id,
      clauseId: 'ADM-X-01',
      answer: 'yes',
      describedOn: null,
      setByCourt: false,
      note: null,
      basis: { kind: 'told', by: 'The referrer', on: '2026-11-23' },
      seenVersion: 0,
    })
    expect(failure.code).toBe('clash')
  })

  test('a look-up that shows a flag makes social-work reports a must-know', async () => {
    const id = await refer(unit)
    const mustKnow = async () =>
      (await pageOf(unit, id)).items.find((item) => item.id === 'ADM-R-08')?.mustKnow
    expect(await mustKnow()).toBe(false)
    await checkCpis(unit, id, 'child-protection-plan')
    expect(await mustKnow()).toBe(true)
  })
})

describe('in the minute of the last answer', () => {
  test('a decision, the telling of it and an arrival typed to that minute are in their order', async () => {
    const own = await startTestUnit()
    const id = await refer(own)
    const minute = own.clock.now()
    own.clock.set(minute.replace('00.000Z', '40.000Z'))
    await complete(own, id)
    await offer(own, id, { decidedAt: minute })
    const decision = (await pageOf(own, id)).decisions[0]
    expect(decision?.decidedAt).toBe(own.clock.now())
    await arrive(own, id, 3, { arrivedAt: minute })
    expect((await pageOf(own, id)).arrival?.arrivedAt).toBe(own.clock.now())
    own.close()
  })
})

describe('bad input to a referral', () => {
  const fieldsOf = async (changes: object) =>
    (await nurse().fails('admission.take', wholeReferral(unit, changes))).fields?.map(
      ({ field }) => field,
    )
  const longAgo = someone('baby', '2020-01-01')
  const sameNumber = someone('mother', '1996-02-03')

  test.each<[string, object, string]>([
    ['no number to call back', { callBackNumber: '' }, 'callBackNumber'],
    ['a number in words', { callBackNumber: 'the ward' }, 'callBackNumber'],
    ['a time to come', { receivedAt: '2099-01-01T00:00:00.000Z' }, 'receivedAt'],
    ['a time of last year', { receivedAt: '2025-11-23T10:00:00.000Z' }, 'receivedAt'],
    ['a referrer who is not in the list', { referrer: 'the-neighbour' }, 'referrer'],
    ['a referrer of 1 MB', { referrerName: 'x'.repeat(1_000_000) }, 'referrerName'],
    ['a hidden control character', { referrerName: 'A\u0007B' }, 'referrerName'],
    ['nothing but an invisible mark', { referralReason: '\u200f' }, 'referralReason'],
    ['a status that does not exist', { motherStatus: 'section 9' }, 'motherStatus'],
    ['neither planned nor unplanned', { planned: 'maybe' }, 'planned'],
    ['no baby and no pregnancy', { babies: [] }, 'babies'],
    [
      'a mother born in the future',
      { mother: { person: { ...sameNumber, bornOn: '2030-01-01' } } },
      'mother.person.bornOn',
    ],
    [
      'a number with a wrong check digit',
      { mother: { person: { ...sameNumber, nhsNumber: '9990000002' } } },
      'mother.person.nhsNumber',
    ],
    [
      'a baby of six years',
      { babies: [{ baby: { person: longAgo } }] },
      'babies.0.baby.person.bornOn',
    ],
    [
      'a baby born tomorrow',
      { babies: [{ baby: { person: { ...longAgo, bornOn: '2027-01-01' } } }] },
      'babies.0.baby.person.bornOn',
    ],
    [
      'the mother’s number for the baby',
      {
        mother: { person: sameNumber },
        babies: [
          {
            baby: {
              person: { ...longAgo, bornOn: '2026-09-01', nhsNumber: sameNumber.nhsNumber },
            },
          },
        ],
      },
      'babies.0.baby.person.nhsNumber',
    ],
  ])('%s is refused at its field, and nothing is written', async (_what, changes, field) => {
    const before = unit.app.house.store().chain.seq
    expect(await fieldsOf(changes)).toContain(field)
    expect(unit.app.house.store().chain.seq).toBe(before)
  })

  test('emoji and text from right to left are kept as they are', async () => {
    const referrerName = 'د. ليلى 👩‍⚕️'
    const id = await refer(unit, { referrerName })
    expect((await pageOf(unit, id)).referral.referrerName).toBe(referrerName)
  })
})

describe('bad input to an answer or an item', () => {
  let id: string
  beforeAll(async () => {
    id = await refer(unit)
  })
  const basis = { kind: 'told', by: 'The referrer', on: '2026-11-23' }
  const bare = (changes: object) => ({
    referralId: id,
    clauseId: 'ADM-X-01',
    answer: 'no',
    describedOn: null,
    setByCourt: false,
    note: null,
    basis,
    seenVersion: 0,
    ...changes,
  })
  test.each<[string, object, string]>([
    ['without a basis', { basis: null }, 'basis'],
    ['told by nobody', { basis: { kind: 'told', on: '2026-11-23' } }, 'basis.by'],
    ['a basis to come', { basis: { ...basis, on: '2099-01-01' } }, 'basis.on'],
    ['a day to come', { describedOn: '2099-01-01' }, 'describedOn'],
    ['a clause that is computed', { clauseId: 'ADM-I-01' }, 'clauseId'],
    ['a clause that does not exist', { clauseId: 'ADM-Z-99' }, 'clauseId'],
    ['not applicable where it applies', { answer: 'not-applicable' }, 'answer'],
  ])('an answer %s is refused at its field', async (_what, changes, field) => {
    const failure = await nurse().fails('admission.answer', bare(changes))
    expect(failure.fields?.map((one) => one.field)).toContain(field)
  })

  const item = (changes: object) => ({
    referralId: id,
    itemId: 'ADM-R-02',
    outcome: 'received',
    receivedAt: unit.clock.now(),
    describedOn: '2026-11-23',
    essentialPart: 'yes',
    summary: 'Medicines and allergies',
    basis,
    seenVersion: 0,
    ...changes,
  })
  test.each<[string, object, string]>([
    ['without saying what', { summary: null }, 'summary'],
    ['without its essential part', { essentialPart: null }, 'essentialPart'],
    ['not applicable where it is needed', { outcome: 'not-applicable' }, 'outcome'],
    ['not known without who was asked', { outcome: 'not-known' }, 'basis.kind'],
    ['read from the CP-IS log', { itemId: 'ADM-R-17' }, 'itemId'],
    ['received in the future', { receivedAt: '2099-01-01T00:00:00.000Z' }, 'receivedAt'],
  ])('an item %s is refused at its field', async (_what, changes, field) => {
    const failure = await nurse().fails('admission.receive', item(changes))
    expect(failure.fields?.map((one) => one.field)).toContain(field)
  })

  test('a decision before the referral, or before what it rests on, is refused', async () => {
    const fields = async (decidedAt: string) =>
      (
        await unit.as('ward-manager').fails('admission.decide', {
          ...offerInput(unit, id),
          decidedAt,
        })
      ).fields?.map((one) => one.field)
    expect(await fields('2026-01-01T00:00:00.000Z')).toEqual(['decidedAt'])
    await pass(unit, 5)
    await receive(unit, id, 'ADM-R-03')
    expect(await fields(addMinutes(unit.clock.now(), -2))).toEqual(['decidedAt'])
  })
})

describe('after midnight in summer', () => {
  test('what was said on the day that has just begun is not in the future', async () => {
    const summer = await startTestUnit('2026-07-01T23:30:00.000Z')
    const id = await refer(summer, {
      babies: [{ baby: { person: someone('baby', '2026-05-01') } }],
    })
    await answer(summer, id, 'ADM-X-01', 'no')
    expect(
      (await pageOf(summer, id)).clauses.find((one) => one.id === 'ADM-X-01')?.typed,
    ).toMatchObject({
      basis: { on: '2026-07-02' },
    })
    summer.close()
  })
})

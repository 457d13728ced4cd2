import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { addHours, addMinutes, periodOfDays } from '#domain/shared/calendar.ts'
import type { CellLevel } from '#domain/supervision/codes.ts'
import { places } from '#domain/supervision/codes.ts'
import type { SupervisionStanding } from '#domain/supervision/current.ts'
import { supervisionMeasures } from '#domain/supervision/measures.ts'
import { supervisionFacts } from '../../../../electron/features/supervision/facts.ts'
import type { PreparedView } from '../../../../electron/features/supervision/prepare-service.ts'
import type { DecisionRow } from '../../../../electron/features/supervision/queries.ts'
import { startTestUnit, type TestUnit } from '../../../support/app.ts'
import { knownBy } from '../../../support/known-by.ts'
import { noFactors } from '../../../support/supervision.ts'
import {
  answer,
  arrive,
  complete,
  offer,
  pageOf,
  pass,
  refer,
  someone,
} from '../admission/referring.ts'

let unit: TestUnit
beforeEach(async () => {
  unit = await startTestUnit()
})
afterEach(() => unit.close())

const nurse = () => unit.as('nurse')

const assessment = (childId: string, level: CellLevel = 'SUP-2', changes: object = {}) => ({
  childId,
  seenVersion: 0,
  decidedAt: unit.clock.now(),
  reviewWithinHours: 24,
  cells: places.map((place) => ({ place, activity: 'all', level })),
  rationale: 'Acutely unwell; the baby settles with her when staff are near',
  evidence: 'The ward that refers, by telephone; social worker’s report',
  factors: noFactors,
  ...changes,
})

async function referred() {
  const referralId = await refer(unit)
  const [child] = (await pageOf(unit, referralId)).children
  if (!child) throw new Error('The referral has no child')
  return { referralId, childId: child.id }
}

/** An offer, and she arrives so many minutes later; the arrival is typed `typedAfter` minutes after that. */
async function comes(referralId: string, minutes: number, typedAfter = 0) {
  await complete(unit, referralId)
  await offer(unit, referralId)
  await pass(unit, minutes)
  const arrivedAt = unit.clock.now()
  await pass(unit, typedAfter)
  return comeIn(referralId, { arrivedAt })
}

interface Came {
  stayId: string
  pairs: { pairId: string }[]
}
const comeIn = (referralId: string, changes: object = {}) =>
  arrive(unit, referralId, 0, changes) as Promise<Came>

const current = (pairId: string) =>
  nurse().ok<{ standing: SupervisionStanding; decisions: DecisionRow[] }>('supervision.current', {
    pairId,
  })

/** The classes of one measure over the day, as of now. */
function classes(id: string) {
  const measure = supervisionMeasures.find((one) => one.id === id)
  const period = periodOfDays('2026-11-23', '2026-11-23')
  const cut = { at: unit.clock.now(), auditSeq: Number.MAX_SAFE_INTEGER }
  return measure
    ?.members(supervisionFacts(unit.db, period, cut), period, cut)
    .map((member) => member.class)
}

describe('an assessment decided before arrival', () => {
  test('is in force from the minute of arrival, with when it was decided and who signed it', async () => {
    const { referralId, childId } = await referred()
    const decidedAt = unit.clock.now()
    await unit.as('consultant').ok('supervision.prepare', assessment(childId))
    const made = await comes(referralId, 90)
    const pairId = made.pairs[0]?.pairId ?? ''
    const { standing, decisions } = await current(pairId)
    expect(standing.inside).toMatchObject({ level: 'SUP-2', reason: 'decided' })
    expect(decisions).toMatchObject([
      {
        kind: 'first',
        startsAt: unit.clock.now(),
        reviewDueAt: addHours(unit.clock.now(), 24),
        decidedByRole: 'consultant',
        prepared: { decidedAt, author: unit.as('consultant').staffId },
      },
    ])
    unit.clock.pass(90)
    expect(classes('5d-3')).toEqual(['pass'])
    expect(classes('5d-4')).toEqual(['pass', 'pass'])
  })

  test('counts from the arrival although the arrival was typed hours later', async () => {
    const { referralId, childId } = await referred()
    await nurse().ok('supervision.prepare', assessment(childId))
    await comes(referralId, 30, 150)
    expect(classes('5d-3')).toEqual(['pass'])
    expect(classes('5d-4')).toEqual(['pass', 'pass'])
  })

  test('without one an arrival typed hours later fails, whatever is entered then', async () => {
    const { referralId } = await referred()
    const made = await comes(referralId, 30, 150)
    await nurse().ok('supervision.decide', {
      pairId: made.pairs[0]?.pairId,
      startsAt: addMinutes(unit.clock.now(), -150),
      reviewDueAt: addHours(unit.clock.now(), 20),
      cells: assessment('').cells,
      rationale: 'As on arrival',
      evidence: 'As on arrival',
      factors: noFactors,
    })
    expect(classes('5d-3')).toEqual(['fail'])
  })

  test('more than seven days old by the arrival is not taken over: nothing old passes for current', async () => {
    const { referralId, childId } = await referred()
    await nurse().ok('supervision.prepare', assessment(childId))
    await pass(unit, 7 * 1440)
    const view = await nurse().ok<PreparedView>('supervision.prepared', { referralId })
    expect(view.children[0]?.prepared?.state).toBe('too-old')
    await complete(unit, referralId)
    await offer(unit, referralId)
    const made = await comeIn(referralId)
    const { standing, decisions } = await current(made.pairs[0]?.pairId ?? '')
    expect(decisions).toEqual([])
    expect(standing.inside.reason).toBe('fallback-absent')
  })

  test('is signed by a registered nurse or a doctor with their own password', async () => {
    const { childId } = await referred()
    expect(
      await unit.as('nursery-nurse').fails('supervision.prepare', assessment(childId)),
    ).toMatchObject({ code: 'not-permitted' })
    expect(
      await nurse().fails('supervision.prepare', assessment(childId), { password: 'not mine' }),
    ).toMatchObject({ code: 'wrong-password' })
  })

  test('of two windows the second sees the clash, and the first stands until somebody signs again', async () => {
    const { referralId, childId } = await referred()
    await nurse().ok('supervision.prepare', assessment(childId, 'SUP-1'))
    const mine = assessment(childId, 'SUP-3')
    expect(await unit.as('consultant').fails('supervision.prepare', mine)).toMatchObject({
      code: 'clash',
    })
    const read = () => nurse().ok<PreparedView>('supervision.prepared', { referralId })
    expect((await read()).children[0]?.prepared?.cells[0]?.level).toBe('SUP-1')
    await unit.as('consultant').ok('supervision.prepare', { ...mine, seenVersion: 1 })
    expect((await read()).children[0]?.prepared).toMatchObject({
      version: 2,
      author: unit.as('consultant').staffId,
    })
  })

  test('is for a baby not yet born too, and holds from the birth on the unit', async () => {
    const referralId = await refer(unit, { babies: [], unborn: [{ expectedOn: '2026-12-20' }] })
    const childId = (await pageOf(unit, referralId)).children[0]?.id ?? ''
    await nurse().ok('supervision.prepare', assessment(childId, 'SUP-1'))
    await complete(unit, referralId, { clauses: ['ADM-I-13'] })
    await answer(unit, referralId, 'ADM-I-13', 'not-applicable')
    await offer(unit, referralId)
    const made = await comeIn(referralId)
    expect(made.pairs).toEqual([])
    await pass(unit, 3 * 1440)
    const born = { ...someone('baby', '2026-11-26', 'Newborn'), bornAt: unit.clock.now() }
    const { pairId } = await nurse().ok<{ pairId: string }>('stays.babyArrives', {
      basis: knownBy,
      stayId: made.stayId,
      baby: { person: born },
      startedAt: unit.clock.now(),
    })
    const { standing, decisions } = await current(pairId)
    expect(standing.inside).toMatchObject({ level: 'SUP-1', reason: 'decided' })
    expect(decisions[0]).toMatchObject({ startsAt: unit.clock.now() })
  })

  test('is not taken over for another baby, born before, who joins a mother still pregnant', async () => {
    const referralId = await refer(unit, { babies: [], unborn: [{ expectedOn: '2026-12-20' }] })
    const childId = (await pageOf(unit, referralId)).children[0]?.id ?? ''
    await nurse().ok('supervision.prepare', assessment(childId, 'SUP-2'))
    await complete(unit, referralId, { clauses: ['ADM-I-13'] })
    await answer(unit, referralId, 'ADM-I-13', 'not-applicable')
    await offer(unit, referralId)
    const made = await comeIn(referralId)
    await pass(unit, 60)
    const { pairId } = await nurse().ok<{ pairId: string }>('stays.babyArrives', {
      basis: knownBy,
      stayId: made.stayId,
      baby: { person: someone('baby', '2026-03-01', 'Elder') },
      startedAt: unit.clock.now(),
      withoutCheckBecause: 'Brought by the foster carer',
    })
    expect((await current(pairId)).decisions).toEqual([])
  })

  test('entered in error is withdrawn, and not taken over', async () => {
    const { referralId, childId } = await referred()
    await nurse().ok('supervision.prepare', assessment(childId))
    await nurse().ok('supervision.withdrawPrepared', {
      childId,
      version: 1,
      reason: 'Meant for another family',
    })
    const made = await comes(referralId, 30)
    expect((await current(made.pairs[0]?.pairId ?? '')).decisions).toEqual([])
  })

  test('is not decided for a referral that has ended; what was decided before may be taken back', async () => {
    const { referralId, childId } = await referred()
    await nurse().ok('supervision.prepare', assessment(childId))
    await unit.as('ward-manager').ok('admission.decide', {
      outcome: 'withdrawn',
      referralId,
      decidedAt: unit.clock.now(),
      withdrawnBy: 'The crisis team',
      note: 'She goes to her mother',
      seenDecision: null,
    })
    const again = assessment(childId, 'SUP-3', { seenVersion: 1 })
    expect(await nurse().fails('supervision.prepare', again)).toMatchObject({
      code: 'held',
      message: expect.stringMatching(/^This referral has ended/),
    })
    const view = await nurse().ok<PreparedView>('supervision.prepared', { referralId })
    expect(view.children[0]?.over).toMatch(/^This referral has ended/)
    const taken = { childId, version: 1, reason: 'Nobody came' }
    await nurse().ok('supervision.withdrawPrepared', taken)
  })

  test('is not decided any more for a child who is here without one', async () => {
    const { referralId, childId } = await referred()
    await comes(referralId, 30)
    expect(await nurse().fails('supervision.prepare', assessment(childId))).toMatchObject({
      code: 'held',
      message: expect.stringMatching(/^This child has come/),
    })
  })

  test('cannot be changed once the arrival has taken it over', async () => {
    const { referralId, childId } = await referred()
    await nurse().ok('supervision.prepare', assessment(childId))
    await comes(referralId, 30)
    expect(
      await nurse().fails('supervision.prepare', assessment(childId, 'SUP-4', { seenVersion: 1 })),
    ).toMatchObject({ code: 'held' })
    expect(
      await nurse().fails('supervision.withdrawPrepared', { childId, version: 1, reason: 'Error' }),
    ).toMatchObject({ code: 'held' })
  })
})

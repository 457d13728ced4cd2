import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addMinutes } from '#domain/shared/calendar.ts'
import { historyFacts } from '../../../../electron/features/history-review/facts.ts'
import { startTestUnit, type TestUnit } from '../../../support/app.ts'
import {
  arrive,
  checkCpis,
  complete,
  offer,
  pageOf,
  pass,
  receive,
  refer,
  told,
} from './referring.ts'

let unit: TestUnit
beforeAll(async () => {
  unit = await startTestUnit()
})
afterAll(() => unit.close())

const council = [{ kind: 'authority', name: 'Westmarch Council' }]
interface Register {
  documents: { classId: string }[]
  missing: unknown[]
}
const register = (referralId: string) =>
  unit.as('nurse').ok<Register>('documents.register', { referralId, stayId: null })
const classes = async (referralId: string) =>
  new Set((await register(referralId)).documents.map(({ classId }) => classId))
interface Line {
  event: { event: string; family: { referralId: string | null } }
}
const toldOf = async (referralId: string) =>
  (await unit.as('nurse').ok<{ lines: Line[] }>('communications.open')).lines
    .filter(({ event }) => event.family.referralId === referralId)
    .map(({ event }) => event.event)
const needs = async (referralId: string) =>
  (await pageOf(unit, referralId)).items.find(({ id }) => id === 'ADM-R-08')?.mustKnow
const status = (personId: unknown, code: string) =>
  unit.as('ward-manager').ok('people.addLegalStatus', {
    personId,
    code,
    startsAt: addMinutes(unit.clock.now(), -60),
    endsAt: null,
    authority: 'Westmarch Council',
    basis: told(unit),
  })
/** A referral with everything there, what social care holds included, and an offer of five minutes ago. */
async function offered() {
  const id = await refer(unit, { sources: council })
  await complete(unit, id)
  for (const item of ['ADM-R-08', 'ADM-R-09']) await receive(unit, id, item)
  await pass(unit, 1)
  await offer(unit, id)
  await pass(unit, 5)
  return id
}

describe('the documents of social care', () => {
  it('are the same whether it was told, looked up, or recorded of a baby born or expected', async () => {
    const yes = await refer(unit, { socialCare: 'yes', sources: council })
    const wanted = await classes(yes)
    const none = await refer(unit, { sources: council })
    expect(await classes(none)).not.toEqual(wanted)

    const flagged = await refer(unit, { sources: council })
    await checkCpis(unit, flagged, 'child-protection-plan')
    expect(await classes(flagged)).toEqual(wanted)
    expect((await register(flagged)).missing).toEqual([])

    const born = await refer(unit, { sources: council })
    await status((await pageOf(unit, born)).children[0]?.baby?.id, 'LEG-04')
    for (const one of wanted) expect(await classes(born)).toContain(one)
    expect((await register(born)).missing).toEqual([])

    const unborn = { babies: [], unborn: [{ expectedOn: '2026-12-20' }], sources: council }
    const expected = await refer(unit, { ...unborn, planned: true })
    const known = await refer(unit, { ...unborn, planned: true, socialCare: 'yes' })
    const page = (await pageOf(unit, expected)) as unknown as { mother: { id: string } }
    await status(page.mother.id, 'LEG-05')
    for (const one of await classes(known)) expect(await classes(expected)).toContain(one)
  })

  it('are expected of a stay from the act by which a status is recorded', async () => {
    const { babyId, stayId } = await unit.arrive({ bed: 1 })
    await status(babyId, 'LEG-04')
    const { missing } = await unit
      .as('nurse')
      .ok<Register>('documents.register', { referralId: null, stayId })
    expect(missing).toEqual([])
  })

  it('and measure 5c-2 go by the flag of a look-up too', async () => {
    const id = await refer(unit, { planned: true, sources: council })
    await checkCpis(unit, id, 'child-protection-plan')
    await complete(unit, id, { cpis: false })
    for (const item of ['ADM-R-08', 'ADM-R-09']) await receive(unit, id, item)
    await pass(unit, 1)
    await offer(unit, id)
    await pass(unit, 1)
    await arrive(unit, id, 0)
    await pass(unit, 60 * 24 * 3)
    const facts = unit.db.row<{ id: string }>(
      'select stay_id as id from referral_arrival where referral_id = @id',
      { id },
    )
    const { stays } = historyFacts(
      unit.db,
      { from: '2026-11-01T00:00:00.000Z', to: '2026-12-01T00:00:00.000Z' },
      { at: unit.clock.now(), auditSeq: 1_000_000 },
    )
    expect(stays.find(({ recordId }) => recordId === facts?.id)?.socialCare).toBe('yes')
  })
})

describe('after an offer and before the arrival, those who must be told are derived', () => {
  it('by a flag in CP-IS', async () => {
    const id = await offered()
    expect(await toldOf(id)).toEqual([])
    await checkCpis(unit, id, 'child-protection-plan')
    expect(await toldOf(id)).toContain('COM-01')
    const first = (await toldOf(id)).length
    await checkCpis(unit, id, 'child-protection-plan')
    expect(await toldOf(id)).toHaveLength(first)
  })

  it('by a legal status of the baby, and of one who is not born', async () => {
    const id = await offered()
    await status((await pageOf(unit, id)).children[0]?.baby?.id, 'LEG-08')
    expect(await toldOf(id)).toContain('COM-01')
  })

  it('by a legal status that involves nobody: no', async () => {
    const id = await offered()
    await status((await pageOf(unit, id)).children[0]?.baby?.id, 'LEG-01')
    expect(await toldOf(id)).toEqual([])
  })

  it('by the word that social care is involved', async () => {
    const id = await offered()
    const { referral } = (await pageOf(unit, id)) as unknown as {
      referral: Record<string, unknown>
    }
    const kept = [
      'referrer',
      'referrerName',
      'referrerRole',
      'referrerOrganisation',
      'callBackNumber',
      'receivedAt',
      'planned',
      'referralReason',
      'motherStatus',
      'version',
    ]
    const change = {
      ...Object.fromEntries(kept.map((key) => [key, referral[key]])),
      id,
      reason: 'Told now',
      socialCare: 'yes',
    }
    const lastYear = { ...change, receivedAt: '2025-11-23T10:00:00.000Z' }
    expect((await unit.as('nurse').fails('admission.change', lastYear)).fields).toEqual([
      { field: 'receivedAt', message: expect.stringContaining('more than 30 days ago') },
    ])
    await unit.as('nurse').ok('admission.change', change)
    expect(await toldOf(id)).toContain('COM-01')
  })
})

describe('a flag that the authority has lifted', () => {
  const checkOf = (id: string) =>
    unit.db.row<{ id: string; version: number; endedOn: string | null }>(
      `select record_id as id, version, ended_on as endedOn from cpis_check
        where referral_id = @id order by version desc limit 1`,
      { id },
    )
  const end = (id: string, endedOn: string) => ({
    id: checkOf(id)?.id,
    version: checkOf(id)?.version,
    reason: 'The plan ended',
    endedOn,
    basis: told(unit),
  })

  it('did not end more than twelve months before the look-up that showed it', async () => {
    const id = await refer(unit)
    await checkCpis(unit, id, 'child-protection-plan')
    const failure = await unit.as('nurse').fails('admission.endCpis', end(id, '2020-01-01'))
    expect(failure.fields).toMatchObject([
      {
        field: 'endedOn',
        message: expect.stringMatching(/^CP-IS shows a plan for 12 months after its end/),
      },
    ])
    const within = await refer(unit)
    await checkCpis(unit, within, 'plan-in-last-12-months')
    await unit.as('nurse').fails('admission.endCpis', end(within, '2025-11-01'))
    await unit.as('nurse').ok('admission.endCpis', end(within, '2026-06-01'))
  })

  it('counts for twelve months after its end: one nurse lets nothing go by it', async () => {
    const id = await refer(unit)
    await checkCpis(unit, id, 'child-protection-plan')
    await unit.as('nurse').ok('admission.endCpis', end(id, unit.clock.now().slice(0, 10)))
    expect(await needs(id)).toBe(true)
  })

  it('stands again where what the look-up showed is corrected', async () => {
    const id = await refer(unit)
    await checkCpis(unit, id, 'child-protection-plan')
    await unit.as('nurse').ok('admission.endCpis', end(id, unit.clock.now().slice(0, 10)))
    await unit.as('nurse').ok('admission.correctCpis', {
      id: checkOf(id)?.id,
      version: checkOf(id)?.version,
      reason: 'It was looked after',
      result: 'looked-after',
      checkedAt: unit.clock.now(),
      reference: null,
    })
    expect(checkOf(id)?.endedOn).toBeNull()
    expect(await needs(id)).toBe(true)
  })
})

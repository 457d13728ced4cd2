import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { QueueLine } from '../../../../electron/features/communications/queue.ts'
import { startTestUnit, type TestUnit } from '../../../support/app.ts'
import { arrive, complete, offer, pageOf, pass, refer, seenDecision, someone } from './referring.ts'

let unit: TestUnit
beforeAll(async () => {
  unit = await startTestUnit()
})
afterAll(() => unit.close())

const openOf = async (referralId: string) =>
  (await unit.as('nurse').ok<{ lines: QueueLine[] }>('communications.open')).lines.filter(
    ({ event }) => event.family.referralId === referralId,
  )
const underOrder = async (code: string) => {
  const baby = someone('baby', '2026-09-14')
  const id = await refer(unit, { babies: [{ baby: { person: baby } }], socialCare: 'yes' })
  const { children } = await pageOf(unit, id)
  await unit.as('ward-manager').ok('people.addLegalStatus', {
    personId: children[0]?.baby?.id,
    code,
    startsAt: '2026-10-01T09:00:00.000Z',
    endsAt: code === 'LEG-07' ? '2027-01-07T17:00:00.000Z' : null,
    authority: 'Invented Council',
    documentId: null,
    basis: { kind: 'document', document: 'Sealed order', on: '2026-10-01' },
  })
  return id
}

describe('an offer to a child under an interim care order', () => {
  let id: string
  beforeAll(async () => {
    id = await underOrder('LEG-07')
    await complete(unit, id)
    await pass(unit, 1)
    await offer(unit, id, { expectedArrivalAt: '2026-11-24T10:00:00.000Z' })
  })

  test('has to be told though no pair exists yet, some of it before the arrival', async () => {
    const lines = await openOf(id)
    expect(new Set(lines.map(({ event }) => event.event))).toEqual(new Set(['COM-01']))
    const authority = lines.find(({ loop }) => /authority/i.test(loop.label))
    expect(authority?.loop.dueAt).toBe('2026-11-24T10:00:00.000Z')
    expect(lines.map(({ loop }) => loop.label).join()).toMatch(/reviewing officer/i)
    expect(lines[0]?.loop.script.say[1]).toContain('has been referred to us')
  })

  test('goes over to the pair by the arrival, and is due then', async () => {
    const before = await openOf(id)
    await pass(unit, 30)
    await arrive(unit, id, 0)
    expect(await openOf(id)).toEqual([])
    const { lines } = await unit.as('nurse').ok<{ lines: QueueLine[] }>('communications.open')
    const now = lines.filter(({ event }) => event.event === 'COM-01')
    expect(now.map(({ loop }) => loop.dutyId).sort()).toEqual(
      before.map(({ loop }) => loop.dutyId).sort(),
    )
    expect(now[0]?.event.family.stayId).not.toBe('')
    expect(now.find(({ loop }) => /authority/i.test(loop.label))?.loop.dueAt).toBe(unit.clock.now())
  })
})

test('an offer to a child whom social care does not know tells nobody', async () => {
  const id = await refer(unit)
  await complete(unit, id)
  await pass(unit, 1)
  await offer(unit, id)
  expect(await openOf(id)).toEqual([])
})

test('a refusal tells both GPs, and the social worker the same day where there is a plan', async () => {
  const plan = await underOrder('LEG-04')
  const none = await refer(unit)
  for (const referralId of [plan, none])
    await unit.as('ward-manager').ok('admission.decide', {
      outcome: 'declined',
      referralId,
      seenDecision: null,
      decidedAt: unit.clock.now(),
      reasonCode: 'no-bed',
      note: null,
      signposting: ['RES-1'],
      signpostingNote: null,
    })
  const toldOf = async (id: string) =>
    (await openOf(id)).map(({ loop }) => loop.label.toLowerCase()).sort()
  expect(await toldOf(none)).toHaveLength(2)
  expect((await toldOf(none)).join()).toMatch(/gp|practi/i)
  expect(await toldOf(plan)).toHaveLength(3)
  expect((await toldOf(plan)).join()).toMatch(/social worker|duty team/)
})

test('an offer that comes to nothing is told no further, and says why', async () => {
  const id = await underOrder('LEG-08')
  await complete(unit, id)
  await pass(unit, 1)
  await offer(unit, id)
  expect((await openOf(id)).length).toBeGreaterThan(3)
  await pass(unit, 1)
  await unit.as('ward-manager').ok('admission.decide', {
    outcome: 'withdrawn',
    referralId: id,
    seenDecision: await seenDecision(unit, id),
    decidedAt: unit.clock.now(),
    withdrawnBy: 'The referrer',
    note: 'She has gone elsewhere',
  })
  expect(await openOf(id)).toEqual([])
  const drops = unit.db.rows<{ because: string }>('select distinct because from duty_drop')
  expect(drops).toEqual([{ because: 'The offer does not stand any more: withdrawn' }])
})

test('an expected baby with a plan unknown asks for the legal status', async () => {
  const id = await refer(unit, {
    babies: [],
    unborn: [{ expectedOn: '2026-12-20' }],
    socialCare: 'yes',
  })
  await complete(unit, id)
  await pass(unit, 1)
  await offer(unit, id)
  const lines = await openOf(id)
  expect(lines.length).toBeGreaterThan(0)
  expect(lines.every(({ loop }) => loop.question !== null)).toBe(true)
  expect(lines[0]?.event.family.babyName).toBe('Baby not yet born')
})

describe('the register of expected documents', () => {
  interface Register {
    documents: { title: string; sourceName: string }[]
    missing: unknown[]
  }
  const registerOf = (referralId: string) =>
    unit.as('nurse').ok<Register>('documents.register', { referralId })

  test('is filled by the referral itself, from those who know her', async () => {
    const id = await refer(unit)
    const { documents, missing } = await registerOf(id)
    expect(missing).toEqual([])
    expect(JSON.stringify(documents)).toContain('Dr Invented, The Surgery')
  })

  test('grows with another source, in the same act', async () => {
    const id = await refer(unit)
    const before = (await registerOf(id)).documents.length
    await unit.as('nurse').ok('admission.addSource', {
      referralId: id,
      kind: 'mental-health-trust',
      name: 'Second Invented Trust',
      telephone: null,
    })
    const after = await registerOf(id)
    expect(after.missing).toEqual([])
    expect(after.documents.length).toBeGreaterThan(before)
  })
})

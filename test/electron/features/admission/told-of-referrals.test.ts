import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { QueueLine } from '../../../../electron/features/communications/queue.ts'
import { startTestUnit, type TestUnit } from '../../../support/app.ts'
import { readPdf } from '../../../support/read-pdf.ts'
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

describe('whoever was told of an offer', () => {
  const tell = (dutyId: string) =>
    unit.as('nurse').ok('communications.sent', {
      dutyId,
      sentAt: unit.clock.now(),
      method: 'telephone',
      toName: 'Duty desk',
      shared: 'She is coming tomorrow',
      sharingBasis: 'safeguarding',
    })
  const end = async (referralId: string, outcome: object) =>
    unit.as('ward-manager').ok('admission.decide', {
      referralId,
      seenDecision: await seenDecision(unit, referralId),
      decidedAt: unit.clock.now(),
      ...outcome,
    })
  const withdrawn = { outcome: 'withdrawn', withdrawnBy: 'The referrer', note: 'Went elsewhere' }
  const declined = {
    outcome: 'declined',
    reasonCode: 'no-bed',
    note: null,
    signposting: ['RES-1'],
    signpostingNote: null,
  }
  /** An offer of which the social worker, the health visitor and the baby’s GP were told. */
  async function offered(code = 'LEG-08'): Promise<string> {
    const id = await underOrder(code)
    await complete(unit, id)
    await pass(unit, 1)
    await offer(unit, id)
    for (const { loop } of await openOf(id))
      if (/social worker|health visitor|GP.*baby|baby.*GP/i.test(loop.label))
        await tell(loop.dutyId)
    await pass(unit, 1)
    return id
  }
  const labelsOf = async (id: string, event: string) =>
    (await openOf(id))
      .filter((line) => line.event.event === event)
      .map(({ loop }) => loop.label)
      .sort()

  test('is told the same day that it is withdrawn, and nobody else is', async () => {
    const id = await offered()
    const told = await unit.db.rows<{ label: string }>(
      `select distinct d.label from duty d join duty_sending s on s.duty_id = d.record_id
        join duty_event e on e.record_id = d.event_id where e.source_id = ? order by d.label`,
      [id],
    )
    expect(told.length).toBeGreaterThan(2)
    await end(id, withdrawn)
    expect(await labelsOf(id, 'COM-20')).toEqual(told.map(({ label }) => label).sort())
    const lines = (await openOf(id)).filter(({ event }) => event.event === 'COM-20')
    expect(lines.every(({ loop }) => loop.dueAt?.startsWith('2026-11-23T23:59'))).toBe(true)
    expect(lines[0]?.loop.script.say.join(' ')).toContain('Offer of a place does not stand')
    const { bytes } = await unit.as('nurse').ok<{ bytes: Uint8Array }>('communications.letter', {
      dutyId: lines[0]?.loop.dutyId,
      format: 'pdf',
    })
    const letter = (await readPdf(bytes)).text.replace(/\s+/g, ' ')
    expect(letter).toContain('who has been referred to us')
    expect(letter).toContain('Offer of a place does not stand any more, on 23 Nov 2026')
    expect(letter).toContain(
      'Please tell us your name and role, and that you know of this, the same day',
    )
    // What was sent of the offer, and not acknowledged, is chased no more.
    expect(await labelsOf(id, 'COM-01')).toEqual([])
  })

  test('is told once where it is declined: of the refusal, or that the offer is over', async () => {
    const id = await offered()
    await end(id, declined)
    const over = (await labelsOf(id, 'COM-20')).join().toLowerCase()
    expect(over).toMatch(/health visitor/)
    expect(over).not.toMatch(/social worker|gp/)
    expect((await labelsOf(id, 'COM-03')).join().toLowerCase()).toMatch(/social worker|duty team/)
  })

  test('is not told anything where nobody was told', async () => {
    const id = await underOrder('LEG-08')
    await complete(unit, id)
    await pass(unit, 1)
    await offer(unit, id)
    await pass(unit, 1)
    await end(id, withdrawn)
    expect(await openOf(id)).toEqual([])
  })

  test('hears nothing more of a dead offer from a status that is recorded later', async () => {
    const id = await offered('LEG-04')
    await end(id, withdrawn)
    const before = (await openOf(id)).map(({ loop }) => loop.label)
    const { children } = await pageOf(unit, id)
    await unit.as('ward-manager').ok('people.addLegalStatus', {
      personId: children[0]?.baby?.id,
      code: 'LEG-07',
      startsAt: '2026-11-20T09:00:00.000Z',
      endsAt: '2027-01-20T17:00:00.000Z',
      authority: 'Invented Council',
      documentId: null,
      basis: { kind: 'document', document: 'Another order', on: '2026-11-20' },
    })
    expect((await openOf(id)).map(({ loop }) => loop.label)).toEqual(before)
  })
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

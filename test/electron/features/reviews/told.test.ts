import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addHours, addMinutes } from '#domain/shared/calendar.ts'
import { type Arrived, startTestUnit, type TestUnit } from '../../../support/app.ts'
import { expectDocument, receiveDocument } from '../../../support/documents.ts'
import { answerEvents, wholeDecision } from '../../../support/supervision.ts'
import { actsOn } from '../unwell-baby/acting.ts'

/** Reviews that another page of the record opens. */

interface View {
  events: {
    recordId: string
    version: number
    kind: string
    what: string
    happenedAt: string
    reviewDueAt: string
    standing: { state: string }
  }[]
}

const start = '2026-11-23T09:00:00.000Z'
let unit: TestUnit
let family: Arrived
beforeAll(async () => {
  unit = await startTestUnit(start)
  await unit.onShift('nurse', true)
  family = await unit.arrive({ bed: 0, motherName: 'Zuzanna', babyName: 'Amber' })
})
afterAll(() => unit.close())

const nurse = () => unit.as('nurse')
/** The session ends of itself when nobody does anything. */
async function later(minutes: number) {
  unit.clock.pass(minutes)
  await nurse().signIn()
}
const events = async () =>
  (await nurse().ok<View>('reviews.view', { pairId: family.pairId })).events
const kinds = async () => (await events()).map(({ kind, standing }) => `${kind} ${standing.state}`)
const legal = (changes: object = {}) => ({
  personId: family.babyId,
  code: 'LEG-04',
  startsAt: unit.clock.now(),
  endsAt: null,
  authority: 'Westmarch Council',
  basis: { kind: 'told', by: 'Social worker', on: '2026-11-23' },
  ...changes,
})
const renewal = () => wholeDecision(family.pairId, 'SUP-2', unit.clock.now(), 24)
async function review() {
  await answerEvents(unit, family.pairId)
  unit.clock.pass(1)
  await nurse().ok('supervision.decide', renewal())
}

describe('before the first assessment', () => {
  test('nothing opens a review: the first assessment looks at what is there', async () => {
    await nurse().ok('people.addLegalStatus', legal({ code: 'LEG-00' }))
    expect(await kinds()).toEqual([])
    await nurse().ok('supervision.decide', renewal())
  })
})

describe('a change of the legal status', () => {
  test('opens a review with its own limit, and holds a renewal until it is answered', async () => {
    await later(10)
    await nurse().ok('people.addLegalStatus', legal())
    const [event] = await events()
    expect(event).toMatchObject({
      kind: 'legal-change',
      happenedAt: unit.clock.now(),
      reviewDueAt: addHours(unit.clock.now(), 24),
    })
    unit.clock.pass(1)
    expect(await nurse().fails('supervision.decide', renewal())).toMatchObject({
      fields: [{ field: 'conditions.SUP-C7' }],
    })
    expect(
      await nurse().fails('reviews.withdraw', {
        id: event?.recordId,
        version: event?.version,
        reason: 'Not needed',
      }),
    ).toMatchObject({ code: 'held' })
    await review()
    expect(await kinds()).toEqual(['legal-change closed'])
  })

  test('opens another when it ends; a corrected name of the authority opens none', async () => {
    const { facts } = await nurse().ok<{ facts: { id: string; code: string; version: number }[] }>(
      'people.legalStatus',
      { personId: family.babyId },
    )
    const plan = facts.find(({ code }) => code === 'LEG-04')
    const startsAt = addMinutes(start, 10)
    await later(30)
    const change = (version: number, fact: object) =>
      nurse().ok('people.changeLegalStatus', {
        id: plan?.id,
        version,
        reason: 'As the conference said',
        fact: legal({ startsAt, ...fact }),
      })
    await change(1, { authority: 'Eastmarch Council' })
    expect(await kinds()).toEqual(['legal-change closed'])
    const endedAt = addMinutes(unit.clock.now(), -5)
    const end = (version: number, at: string) =>
      nurse().ok('people.endLegalStatus', {
        id: plan?.id,
        version,
        endedAt: at,
        whatFollowed: 'A child in need plan',
        basis: { kind: 'told', by: 'Social worker', on: '2026-11-23' },
      })
    await end(2, endedAt)
    const [ended] = await events()
    expect(ended?.what).toMatch(/ended/)
    expect(ended).toMatchObject({ happenedAt: endedAt, standing: { state: 'to-answer' } })
    await end(3, addMinutes(endedAt, -1))
    expect(await kinds()).toEqual(['legal-change to-answer', 'legal-change closed'])
    await review()
  })
})

describe('a risk-critical document', () => {
  test('opens a review when it comes, not one of another class', async () => {
    const known = (await events()).length
    const plain = await expectDocument(nurse(), family.stayId, { classId: 'DOC-01', title: 'GP' })
    await receiveDocument(nurse(), plain, unit.clock.now())
    expect(await events()).toHaveLength(known)
    const critical = await expectDocument(nurse(), family.stayId, { title: 'Core assessment' })
    await receiveDocument(nurse(), critical, unit.clock.now())
    expect((await events())[0]).toMatchObject({
      kind: 'document',
      what: 'Core assessment: received',
      reviewDueAt: addHours(unit.clock.now(), 72),
    })
    await review()
  })

  test('one that was received on the wrong register takes its event with it', async () => {
    const known = (await events()).length
    const wrong = await expectDocument(nurse(), family.stayId, { title: 'Of another baby' })
    const { id, version } = await receiveDocument(nurse(), wrong, unit.clock.now())
    expect(await events()).toHaveLength(known + 1)
    const out = { id, version, reason: 'Another family' }
    await nurse().ok('documents.withdrawByTwo', out, { second: unit.second('consultant') })
    expect(await events()).toHaveLength(known)
  })
})

describe('an unwell baby', () => {
  test('opens a review at recognition', async () => {
    const known = (await events()).length
    const recognisedAt = addMinutes(unit.clock.now(), -2)
    await actsOn(unit, family).raise({ recognisedAt })
    expect((await events()).find(({ kind }) => kind === 'unwell-baby')).toMatchObject({
      happenedAt: recognisedAt,
      reviewDueAt: addHours(recognisedAt, 24),
    })
    expect(await events()).toHaveLength(known + 1)
  })

  test('late, it is on the board without what it is about', async () => {
    await later(24 * 60)
    const { overdue } = await nurse().ok<{ overdue: { what: string }[] }>('board.cards')
    expect(overdue.map(({ what }) => what)).toContain('review after the baby was unwell')
  })
})

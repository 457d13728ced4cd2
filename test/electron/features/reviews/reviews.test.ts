import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addMinutes } from '#domain/shared/calendar.ts'
import type { NamedMember } from '../../../../electron/features/assurance/drill.ts'
import { type Arrived, startTestUnit, type TestUnit } from '../../../support/app.ts'
import { wholeDecision } from '../../../support/supervision.ts'

interface View {
  events: {
    recordId: string
    version: number
    trustNumber: string | null
    reviewDueAt: string
    standing: { state: string; late: boolean }
    answer?: { by: string }
  }[]
}

let unit: TestUnit
let family: Arrived
beforeAll(async () => {
  unit = await startTestUnit('2026-11-23T09:00:00.000Z')
  await unit.onShift('nurse', true)
  family = await unit.arrive({ bed: 0, motherName: 'Zuzanna', babyName: 'Amber' })
  await unit
    .as('nurse')
    .ok('supervision.decide', wholeDecision(family.pairId, 'SUP-2', unit.clock.now(), 24))
})
afterAll(() => unit.close())

const note = (changes: object = {}) => ({
  pairId: family.pairId,
  kind: 'incident',
  happenedAt: unit.clock.now(),
  what: 'The cot side was left down; the baby did not fall',
  candour: 'to-be-decided',
  basis: { kind: 'observed', by: 'Nursery nurse', on: '2026-11-23' },
  ...changes,
})
const events = async () =>
  (await unit.as('nurse').ok<View>('reviews.view', { pairId: family.pairId })).events
const renewal = () => wholeDecision(family.pairId, 'SUP-2', unit.clock.now(), 24)
const overdue = async () =>
  (await unit.as('nurse').ok<{ overdue: { what: string }[] }>('board.cards')).overdue.map(
    ({ what }) => what,
  )

describe('an incident', () => {
  test('is noted by anybody clinical and opens a review with its own limit', async () => {
    await unit.as('nursery-nurse').ok('reviews.note', note())
    const [event] = await events()
    expect(event).toMatchObject({
      reviewDueAt: addMinutes(unit.clock.now(), 240),
      standing: { state: 'to-answer', late: false },
    })
  })

  test('stands on the card with its own time, which comes before the review by date', async () => {
    const { beds } = await unit.as('nurse').ok<{ beds: { pairs: object[] }[] }>('board.cards')
    expect(beds[0]?.pairs[0]).toMatchObject({
      reviewDueAt: addMinutes(unit.clock.now(), 24 * 60),
      eventReview: { count: 1, dueAt: addMinutes(unit.clock.now(), 240) },
    })
  })

  test('holds a renewal until it is answered; a raise never waits', async () => {
    const nurse = unit.as('nurse')
    unit.clock.pass(1)
    expect(await nurse.fails('supervision.decide', renewal())).toMatchObject({
      code: 'held',
      fields: [{ field: 'conditions.SUP-C7' }],
    })
    await unit
      .as('nursery-nurse')
      .ok('supervision.raise', wholeDecision(family.pairId, 'SUP-1', unit.clock.now(), 12))
    expect(await unit.as('nursery-nurse').fails('reviews.answer', {})).toMatchObject({
      code: 'not-permitted',
    })
    const [event] = await events()
    const answer = {
      eventId: event?.recordId,
      answer: 'changes',
      because: 'Two staff at bath time',
    }
    await nurse.ok('reviews.answer', answer)
    expect(await nurse.fails('reviews.answer', answer)).toMatchObject({ code: 'held' })
    expect((await events())[0]?.standing.state).toBe('to-review')
    await nurse.ok(
      'supervision.decide',
      wholeDecision(family.pairId, 'SUP-1', unit.clock.now(), 12),
    )
    expect((await events())[0]?.standing.state).toBe('closed')
    // An answer entered wrongly: its words are corrected, and another answer asks for the review again.
    unit.clock.pass(1)
    const [closed] = await events()
    const corrected = { ...answer, version: 1, reason: 'The wrong event', because: 'At bath time' }
    await nurse.ok('reviews.correctAnswer', corrected)
    expect((await events())[0]?.standing.state).toBe('closed')
    const other = { ...corrected, version: 2, answer: 'no-change' }
    expect(await nurse.fails('reviews.correctAnswer', corrected)).toMatchObject({ code: 'clash' })
    await nurse.ok('reviews.correctAnswer', other)
    expect((await events())[0]).toMatchObject({
      standing: { state: 'to-review' },
      reviewDueAt: closed?.reviewDueAt,
      answer: { answer: 'no-change', because: 'At bath time' },
    })
    await nurse.ok(
      'supervision.decide',
      wholeDecision(family.pairId, 'SUP-1', unit.clock.now(), 12),
    )
    expect((await events())[0]?.standing.state).toBe('closed')
  })

  test('gets the trust’s number later, and its limit stays', async () => {
    const [before] = await events()
    const later = { id: before?.recordId, version: 1, reason: 'Number came by email' }
    const nurse = unit.as('nurse')
    expect(
      (await nurse.fails('reviews.addLater', { ...later, candour: 'does-not-apply' })).fields,
    ).toEqual([{ field: 'candourBecause', message: 'Enter why it does not apply' }])
    await nurse.ok('reviews.addLater', { ...later, trustNumber: 'W-2026-118', candour: 'applies' })
    expect((await events())[0]).toMatchObject({
      trustNumber: 'W-2026-118',
      reviewDueAt: before?.reviewDueAt,
    })
  })

  test('says what is wrong at the field', async () => {
    const field = async (changes: object) =>
      (await unit.as('nurse').fails('reviews.note', note(changes))).fields?.map((one) => one.field)
    expect(await field({ what: ' ' })).toEqual(['what'])
    expect(await field({ kind: 'fire' })).toEqual(['kind'])
    expect(await field({ candour: undefined })).toEqual(['candour'])
    expect(await field({ happenedAt: '2026-11-24T09:00:00.000Z' })).toEqual(['happenedAt'])
    expect(await field({ basis: { kind: 'told' } })).toEqual(['basis.by', 'basis.on'])
  })
})

describe('a concern that nobody reviews', () => {
  test('is late on the board, without what it is about', async () => {
    await unit
      .as('nursery-nurse')
      .ok('reviews.note', note({ kind: 'staff-concern', candour: undefined, what: 'She cries' }))
    unit.clock.pass(12 * 60)
    for (const role of ['nurse', 'ward-manager'] as const) await unit.as(role).signIn()
    expect(await overdue()).toContain('review after a concern')
  })

  test('is a failure of measure 5d-5 beside the incident that passed, each opening to its records', async () => {
    const members = await unit.as('ward-manager').ok<NamedMember[]>('assurance.records', {
      first: '2026-11-23',
      last: '2026-11-23',
      measure: '5d-5',
    })
    expect(members.map((one) => one.class).sort()).toEqual(['fail', 'pass'])
    expect(members.flatMap(({ records }) => records.map(({ type }) => type))).toContain(
      'supervision_decision',
    )
  })

  test('is taken back where it was entered in error, and holds nothing any more', async () => {
    const found = (await events()).find(({ standing }) => standing.late)
    const wrong = { id: found?.recordId, version: found?.version, reason: 'Of another baby' }
    expect(await unit.as('nurse').fails('reviews.withdraw', wrong)).toMatchObject({
      code: 'not-permitted',
      message: expect.stringContaining('Somebody else noted this'),
    })
    expect(await overdue()).toContain('review after a concern')
    await unit.as('ward-manager').ok('reviews.withdraw', wrong)
    expect(await overdue()).not.toContain('review after a concern')
    // It is no failure any more; the drill says what became of it.
    const members = await unit.as('ward-manager').ok<NamedMember[]>('assurance.records', {
      first: '2026-11-23',
      last: '2026-11-23',
      measure: '5d-5',
    })
    expect(members.map((one) => one.class).sort()).toEqual(['not-eligible', 'pass'])
    expect(members.find((one) => one.class === 'not-eligible')?.reason).toBe(
      'Taken back: it was entered in error, said after the limit had run out',
    )
  })
})

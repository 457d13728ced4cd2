import { afterAll, beforeAll, expect, test } from 'vitest'
import { addHours } from '#domain/shared/calendar.ts'
import type { BoardView } from '../../../../electron/features/board/cards.ts'
import { startTestUnit, type TestUnit } from '../../../support/app.ts'
import { allSign, expectDocument, nameNurses, receiveDocument } from '../../../support/documents.ts'
import { wholeDecision } from '../../../support/supervision.ts'

let unit: TestUnit
beforeAll(async () => {
  unit = await startTestUnit()
})
afterAll(() => unit.close())

const board = () => unit.as('nurse').ok<BoardView>('board.cards')

test('shows every bed, the empty ones too, in their order', async () => {
  const { beds, overdue } = await board()
  expect(beds.map(({ bedName }) => bedName)).toEqual(['Bed 1', 'Bed 2', 'Bed 3', 'Bed 4'])
  expect(beds.every(({ stay, pairs }) => stay === undefined && pairs.length === 0)).toBe(true)
  expect(overdue).toEqual([])
})

test('shows a baby who was never assessed as constant by the fallback, and as overdue', async () => {
  const { stayId } = await unit.arrive({ bed: 3, babyName: 'Amber', gestationDays: 224 })
  const { beds, overdue } = await board()
  const [pair] = beds[3]?.pairs ?? []
  expect(pair).toMatchObject({
    baby: { name: 'Amber Example', ageText: '10 wk', correctedAgeText: '14 days' },
    legal: [],
    inside: { level: 'SUP-1', levelName: 'Constant', fallback: 'fallback: never assessed' },
    outside: { level: 'SUP-1', fallback: 'fallback: never assessed' },
  })
  expect(pair?.reviewDueAt).toBeUndefined()
  expect(overdue).toEqual([
    {
      bedName: 'Bed 4',
      stayId,
      text: 'Amber: supervision never assessed',
      what: 'supervision never assessed',
      since: unit.clock.now(),
    },
  ])
})

test('shows the decided levels with the review, and its lateness when it has passed', async () => {
  const family = await unit.arrive({ bed: 1, babyName: 'Idris' })
  const startsAt = unit.clock.now()
  await unit
    .as('nurse')
    .ok(
      'supervision.decide',
      wholeDecision(family.pairId, 'SUP-3', startsAt, 5, { grounds: 'SUP-2' }),
    )
  const before = (await board()).beds[1]?.pairs[0]
  expect(before).toMatchObject({
    inside: { level: 'SUP-3', levelName: 'General' },
    outside: { level: 'SUP-2', levelName: 'Close' },
    reviewDueAt: addHours(startsAt, 5),
  })
  expect(before?.inside.fallback).toBeUndefined()
  unit.clock.pass(5 * 60)
  await unit.as('nurse').signIn()
  const after = await board()
  expect(after.beds[1]?.pairs[0]?.inside).toMatchObject({
    level: 'SUP-1',
    fallback: 'fallback: review overdue',
  })
  expect(after.overdue.map(({ bedName, text }) => `${bedName} ${text}`)).toContain(
    'Bed 2 Idris: supervision review',
  )
})

test('shows who is on shift and who is in charge', async () => {
  await unit.as('ward-manager').signIn()
  await unit.onShift('nurse', true)
  expect((await board()).onShift).toEqual([
    expect.objectContaining({ name: 'nurse person', nurseInCharge: true }),
  ])
})

test('is logged as a read of everybody on it', async () => {
  const family = await unit.arrive({ bed: 0 })
  await board()
  const read = unit.db.row<{ n: number }>(
    `select count(*) as n from audit a join audit_patient p on p.seq = a.seq
      where p.person_id = @id and a.action = 'read'`,
    { id: family.babyId },
  )
  expect(read?.n).toBeGreaterThan(0)
})

test('counts what is unread of each stay, and says when it is late', async () => {
  const { stayId } = await unit.arrive({ bed: 2, motherName: 'Rhiannon' })
  const card = async () => {
    const { beds, overdue } = await board()
    return {
      unread: beds.find(({ stay }) => stay?.stayId === stayId)?.stay?.unread,
      late: overdue.flatMap((one) =>
        one.stayId === stayId && one.text.includes('read') ? one.text : [],
      ),
    }
  }
  expect(await card()).toEqual({ unread: 0, late: [] })
  await unit.as('ward-manager').signIn()
  await nameNurses(unit, stayId)
  const nurse = unit.as('nurse')
  const documentId = await expectDocument(nurse, stayId)
  expect((await card()).unread).toBe(0)
  await receiveDocument(nurse, documentId, unit.clock.now())
  expect(await card()).toEqual({ unread: 1, late: [] })
  unit.clock.pass(24 * 60 + 1)
  for (const role of ['nurse', 'ward-manager', 'consultant'] as const) await unit.as(role).signIn()
  expect(await card()).toEqual({ unread: 1, late: ['Rhiannon: a document not read'] })
  await allSign(unit, documentId)
  expect(await card()).toEqual({ unread: 0, late: [] })
})

test('counts the loops with other agencies, and puts the overdue ones in the strip without saying whom', async () => {
  const own = await startTestUnit()
  const cards = () => own.as('nurse').ok<BoardView>('board.cards')
  const { stayId } = await own.arrive({ bed: 0, babyName: 'Wren' })
  const before = (await cards()).beds[0]?.pairs[0]?.duties
  expect(before?.late).toBe(0)
  expect(before?.open).toBeGreaterThan(0)
  own.clock.pass(5 * 24 * 60)
  await own.as('nurse').signIn()
  const { beds, overdue } = await cards()
  const late = beds[0]?.pairs[0]?.duties.late ?? 0
  expect(late).toBeGreaterThan(1)
  expect(overdue.filter((one) => one.stayId === stayId).map(({ text }) => text)).toContain(
    `Wren: ${late} duties to tell others`,
  )
  own.close()
})

test('one activity that is watched more closely does not speak for the whole side', async () => {
  const own = await startTestUnit()
  const family = await own.arrive({ bed: 0 })
  const decision = wholeDecision(family.pairId, 'SUP-3', own.clock.now(), 20)
  const bathing = { place: 'unit-day', activity: 'bathing', level: 'SUP-1' }
  await own
    .as('nurse')
    .ok('supervision.decide', { ...decision, cells: [...decision.cells, bathing] })
  const card = (await own.as('nurse').ok<BoardView>('board.cards')).beds[0]?.pairs[0]
  expect(card?.inside).toEqual({
    level: 'SUP-3',
    levelName: 'General',
    stricterFor: 'stricter for bathing',
  })
  expect(card?.outside).toEqual({ level: 'SUP-3', levelName: 'General' })
  own.close()
})

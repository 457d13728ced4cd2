import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Arrived, TestUnit } from '../../../support/app.ts'
import { aFamily, type leaving } from './leaving.ts'

let unit: TestUnit
let family: Arrived
let on: ReturnType<typeof leaving>
let leaveId: string
beforeEach(async () => {
  ;({ unit, family, on } = await aFamily({ legal: 'LEG-04' }))
})
afterEach(() => unit.close())

const reached = () =>
  ['social-worker', 'holders-of-responsibility'].map((whom) => ({
    whom,
    name: 'J. Reed',
    at: unit.clock.now(),
  }))
async function away(more: object = {}) {
  ;({ leaveId } = await on.ask(more))
  await on.agree(leaveId, { answers: { planSays: 'yes' }, reached: reached() })
  await on.pass(10)
  await on.leave(leaveId, 'babies' in more ? { babies: more.babies } : {})
}
const first = async () => (await on.view()).leaves[0]?.standing.state
const overdue = () => on.overdue()
const onLockScreen = async () =>
  JSON.stringify(await unit.nobody().ok<{ items: { what: string }[] }>('session.lockScreen'))

describe('late back from leave with the baby', () => {
  test('is late at once and shown on the board and by bed on the lock screen', async () => {
    await away()
    expect(await onLockScreen()).not.toContain('late back')
    await on.pass(121)
    expect(await first()).toBe('late')
    expect(await overdue()).toContain('baby late back from leave')
    const screen = await onLockScreen()
    expect(screen).toContain('baby late back from leave')
    expect(screen).not.toContain('register')
  })

  test('after its limit the steps for who is missing are the next thing, and nobody is told by itself', async () => {
    await away()
    await on.pass(120 + 30)
    expect(await first()).toBe('overdue')
    expect(await overdue()).toContain('baby not back from leave, begin the steps')
    expect((await on.duties()).map(({ event }) => event)).not.toContain('COM-11')
  })

  test('the steps derive at once whom to tell, from the limit and not from the press', async () => {
    await away()
    const limit = on.inMinutes(120 + 30)
    await on.pass(120 + 90)
    const { missingId } = await on.missing({ leaveId })
    const duties = (await on.duties()).filter(({ event }) => event === 'COM-11')
    const labels = duties.map(({ label }) => label).join(', ')
    expect(labels).toMatch(/Police/)
    expect(labels).toMatch(/duty team|Social worker/)
    const { missing } = await on.view()
    expect(missing[0]).toMatchObject({
      recordId: missingId,
      who: 'mother-with-baby',
      missingSince: limit,
    })
    expect(await overdue()).toContain('baby missing')
    expect(await first()).toBe('missing')
  })

  test('the return ends the search by the name of who records it, and asks for a review', async () => {
    await away()
    await on.pass(120 + 40)
    await on.missing({ leaveId })
    await on.pass(30)
    await on.back(leaveId)
    const { missing, leaves } = await on.view()
    expect(missing[0]).toMatchObject({ endedHow: 'returned', endedAt: unit.clock.now() })
    expect(leaves[0]?.standing.state).toBe('back')
    const { events } = await unit
      .as('nurse')
      .ok<{ events: { kind: string }[] }>('reviews.view', { pairId: family.pairId })
    expect(events.filter(({ kind }) => kind === 'leave')).toHaveLength(1)
  })

  test('a baby who is brought back without the mother leaves the mother missing, and no baby', async () => {
    await away()
    await on.pass(120 + 40)
    await on.missing({ leaveId })
    await on.back(leaveId, { mother: false, motherCondition: '', broughtBy: 'Police, PC Invented' })
    const { missing, leaves } = await on.view()
    expect(missing[0]).toMatchObject({ who: 'mother', endedAt: null })
    expect(leaves[0]?.standing.out).toEqual({ mother: true, babies: [] })
    expect(await overdue()).toContain('mother missing')
  })

  test('found and safe elsewhere is late, not missing; recorded by name', async () => {
    await away()
    await on.pass(120 + 40)
    const { missingId: id } = await on.missing({ leaveId })
    const ended = { id, version: 1, endedAt: unit.clock.now(), endedWords: 'With her mother' }
    expect(
      await unit.as('nurse').fails('leave.endMissing', { ...ended, endedHow: 'returned' }),
    ).toMatchObject({ fields: [{ field: 'endedHow' }] })
    await unit.as('nurse').ok('leave.endMissing', { ...ended, endedHow: 'found-elsewhere' })
    expect(await first()).toBe('late')
  })

  test('entered in error takes back whom to tell', async () => {
    await away()
    await on.pass(120 + 40)
    const { missingId: id } = await on.missing({ leaveId })
    await unit.as('nurse').ok('leave.endMissing', {
      id,
      version: 1,
      endedAt: unit.clock.now(),
      endedHow: 'entered-in-error',
      endedWords: 'Wrong bed',
    })
    expect((await on.duties()).filter(({ event }) => event === 'COM-11')).toEqual([])
  })
})

describe('a mother missing without the baby', () => {
  test('is another matter: the baby is safe, and the police are a question', async () => {
    await on.missing({
      babies: [],
      circumstances: 'Gone from her room; the baby is in the nursery',
    })
    const { missing } = await on.view()
    expect(missing[0]?.who).toBe('mother')
    const duties = await on.duties()
    expect(duties.map(({ event }) => event)).not.toContain('COM-11')
    expect(duties.filter(({ event }) => event === 'COM-19').length).toBeGreaterThan(1)
    expect(await overdue()).toContain('mother missing')
  })
})

describe('nobody is taken off the board', () => {
  test('while they are away or missing', async () => {
    await away()
    const ended = {
      id: family.stayId,
      version: 1,
      reason: 'Discharged',
      endedAt: unit.clock.now(),
      endReason: 'home',
      missingBecause: 'Arranged by telephone',
    }
    const held = await unit.as('nurse').fails('stays.end', ended)
    expect(JSON.stringify(held)).toMatch(/leave/)
  })
})

describe('bad input', () => {
  test.each([
    ['back before out', { plannedBackAt: '2026-11-23T09:30:00.000Z' }, 'plannedBackAt'],
    ['longer than 28 days', { plannedBackAt: '2027-01-23T09:30:00.000Z' }, 'plannedBackAt'],
    ['before she arrived', { plannedOutAt: '2026-11-01T09:30:00.000Z' }, 'plannedOutAt'],
    ['home without an address', { place: 'home' }, 'address'],
    ['a baby of somebody else', { babies: ['0190a000-0000-7000-8000-000000000000'] }, 'babies'],
  ])('%s is refused at its field', async (_, more, field) => {
    const failure = await unit.as('nurse').fails('leave.ask', on.asked(more))
    expect(failure.fields?.map((one) => one.field)).toContain(field)
  })

  test('a return without a word on how they are is refused at its fields', async () => {
    await away()
    await on.pass(30)
    const failure = await unit.as('nurse').fails('leave.back', {
      leaveId,
      backAt: unit.clock.now(),
      mother: true,
      babies: [family.pairId],
    })
    expect(failure.fields?.map(({ field }) => field)).toEqual(['motherCondition', 'babyCondition'])
  })
})

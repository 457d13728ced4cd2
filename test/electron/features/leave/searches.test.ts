import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Arrived, TestUnit } from '../../../support/app.ts'
import { aFamily, type leaving } from './leaving.ts'

let unit: TestUnit
let family: Arrived
let on: ReturnType<typeof leaving>
let leaveId: string
beforeEach(async () => {
  ;({ unit, family, on } = await aFamily())
  ;({ leaveId } = await on.ask())
  await on.agree(leaveId)
})
afterEach(() => unit.close())

const leaveNow = async () => {
  await on.pass(10)
  await on.leave(leaveId)
}
const overdue = () => on.overdue()
const heard = () => on.heard()
const each = async () => (await on.view()).leaves[0]?.standing.each
const events = async () => (await on.duties()).map(({ event }) => event)
const end = (id: string, more: object, version = 1) => ({
  id,
  version,
  endedAt: unit.clock.now(),
  endedHow: 'found-elsewhere',
  endedWords: 'At her mother’s house',
  ...more,
})

describe('a search is for a person', () => {
  test('the mother reported alone hides no baby who is not back', async () => {
    await leaveNow()
    await on.pass(60 * 3)
    await on.missing({ leaveId, babies: [] })
    expect(await each()).toMatchObject([
      { state: 'overdue', mother: false, babies: [family.pairId], found: false },
      { state: 'missing', mother: true, babies: [], found: false },
    ])
    const strip = await overdue()
    expect(strip).toContain('mother missing')
    expect(strip).toContain('baby not back from leave, begin the steps')
    expect(await heard()).toContain('baby not back from leave, begin the steps: at-once')
    // Nobody is told that a baby is safe who is not here.
    expect(await events()).not.toContain('COM-19')
    expect(await events()).toContain('COM-11')
  })

  test('a baby is added to a search that goes on; the same person is not added twice', async () => {
    await leaveNow()
    await on.pass(60 * 3)
    const { missingId } = await on.missing({ leaveId, babies: [] })
    await on.pass(5)
    const twice = await unit.as('nurse').fails('leave.missing', {
      stayId: family.stayId,
      leaveId,
      mother: true,
      babies: [],
      missingSince: unit.clock.now(),
      circumstances: 'Seen nowhere',
    })
    expect(twice.fields?.[0]?.field).toBe('mother')
    const added = await on.missing({
      leaveId,
      mother: false,
      circumstances: 'The baby is with her',
    })
    expect(added.missingId).toBe(missingId)
    const { missing } = await on.view()
    expect(missing).toHaveLength(1)
    expect(missing[0]).toMatchObject({ who: 'mother-with-baby', endedAt: null })
    expect(missing[0]?.circumstances).toContain('Her telephone is off')
    expect(missing[0]?.circumstances).toContain('The baby is with her')
    expect(await overdue()).toContain('baby missing')
    expect(await heard()).toEqual([])
  })

  test('the mother found without the baby leaves the search for the baby open', async () => {
    await leaveNow()
    await on.pass(60 * 3)
    const { missingId } = await on.missing({ leaveId })
    await unit.as('nurse').ok('leave.endMissing', end(missingId, { mother: true, babies: [] }))
    expect(await each()).toMatchObject([
      { state: 'missing', mother: false, babies: [family.pairId], found: false },
      { state: 'late', mother: true, babies: [], found: true },
    ])
    expect(await overdue()).toContain('baby missing')
    const { missing } = await on.view()
    expect(missing.map(({ who, endedHow }) => [who, endedHow]).sort()).toEqual([
      ['baby', null],
      ['mother', 'found-elsewhere'],
    ])
    await on.back(leaveId)
    expect((await on.view()).missing.every(({ endedAt }) => endedAt !== null)).toBe(true)
  })

  test('the mother searched for alone is found: whether the baby is with her is asked first', async () => {
    await leaveNow()
    await on.pass(30)
    const { missingId } = await on.missing({ leaveId, babies: [] })
    const failure = await unit.as('nurse').fails('leave.endMissing', end(missingId, {}))
    expect(failure.fields?.map(({ field }) => field)).toEqual(['withHer'])
    expect((await on.view()).missing).toMatchObject([
      { endedAt: null, outWithHer: ['Baby 1 Example'] },
    ])
  })

  test('found without the baby: the search goes on for the baby, and its supervision is reviewed', async () => {
    await leaveNow()
    await on.pass(30)
    const { missingId } = await on.missing({ leaveId, babies: [] })
    await unit.as('nurse').ok('leave.endMissing', end(missingId, { withHer: false }))
    expect(await each()).toMatchObject([
      { state: 'missing', mother: false, babies: [family.pairId], found: false },
      { state: 'out', mother: true, babies: [], found: true },
    ])
    expect(await overdue()).toContain('baby missing')
    expect((await events()).filter((event) => event === 'COM-11').length).toBeGreaterThan(0)
    const { events: asked } = await unit
      .as('nurse')
      .ok<{ events: { what: string }[] }>('reviews.view', { pairId: family.pairId })
    expect(asked.map(({ what }) => what)).toContain(
      'Not with the mother when she was found: missing',
    )
  })

  test('found with the baby: both are found, and nobody is searched for', async () => {
    await leaveNow()
    await on.pass(30)
    const { missingId } = await on.missing({ leaveId, babies: [] })
    await unit.as('nurse').ok('leave.endMissing', end(missingId, { withHer: true }))
    expect(await each()).toMatchObject([
      { state: 'out', mother: true, babies: [family.pairId], found: true },
    ])
    expect((await on.view()).missing).toMatchObject([{ who: 'mother-with-baby' }])
    await on.pass(180)
    expect(await heard()).toEqual([])
  })

  test('of two who are missing one is never entered in error: what others were told was of both', async () => {
    await leaveNow()
    await on.pass(60 * 3)
    const { missingId } = await on.missing({ leaveId })
    const failure = await unit
      .as('nurse')
      .fails(
        'leave.endMissing',
        end(missingId, { mother: false, babies: [family.pairId], endedHow: 'entered-in-error' }),
      )
    expect(failure.fields?.[0]?.field).toBe('endedHow')
  })
})

describe('what is heard until it is answered', () => {
  test('late is heard where the unit hears what is late; not back with the baby whatever is set', async () => {
    await leaveNow()
    expect(await heard()).toEqual([])
    await on.pass(121)
    expect(await heard()).toContain('baby late back from leave: when-late')
    await on.pass(30)
    expect(await heard()).toContain('baby not back from leave, begin the steps: at-once')
    await on.missing({ leaveId })
    expect(await heard()).toEqual([])
  })
})

describe('leave that nobody has gone on', () => {
  test('is asked about from a quarter of an hour after they were to leave, until it is answered', async () => {
    await on.pass(20)
    expect(await overdue()).not.toContain('leave with the baby not begun: still here?')
    await on.pass(5)
    expect(await overdue()).toContain('leave with the baby not begun: still here?')
    expect(await heard()).toEqual([])
    await on.pass(60 * 6)
    expect(await overdue()).toContain('leave with the baby not begun: still here?')
    await unit
      .as('nurse')
      .ok('leave.cancel', { id: leaveId, version: 1, reason: 'She stayed: the rain' })
    expect(await overdue()).not.toContain('leave with the baby not begun: still here?')
  })

  test('is answered by the departure, entered late with its own time', async () => {
    const leftAt = on.inMinutes(11)
    await on.pass(40)
    await on.leave(leaveId, { leftAt })
    expect((await on.view()).leaves[0]?.departure?.leftAt).toBe(leftAt)
    expect(await overdue()).toEqual([])
  })
})

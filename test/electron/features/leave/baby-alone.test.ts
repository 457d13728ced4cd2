import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Arrived, TestUnit } from '../../../support/app.ts'
import { aFamily, type leaving } from './leaving.ts'

let unit: TestUnit
let family: Arrived
let on: ReturnType<typeof leaving>
beforeEach(async () => {
  ;({ unit, family, on } = await aFamily())
})
afterEach(() => unit.close())

const strip = () => on.overdue()
const heard = () => on.heard()
const newest = async () => {
  const [leave] = (await on.view()).leaves
  if (!leave) throw new Error('No leave')
  return leave
}

test('a baby who is named twice goes once', async () => {
  await on.ask({ babies: [family.pairId, family.pairId] })
  expect((await newest()).babies).toEqual([family.pairId])
})

describe('the mother comes back without the baby', () => {
  let leaveId: string
  beforeEach(async () => {
    ;({ leaveId } = await on.ask())
    await on.agree(leaveId)
    await on.pass(10)
    await on.leave(leaveId)
    await on.pass(30)
  })
  const alone = (stillOut: object) => on.back(leaveId, { babies: [], babyCondition: '', stillOut })
  const withFather = (more: object = {}) => ({
    known: true,
    where: 'The café by the gate',
    carer: 'responsibility',
    withWhom: 'Sam Invented, the father',
    telephone: '07700 900456',
    dueAt: on.inMinutes(20),
    consentBy: 'The mother',
    ...more,
  })

  test('nothing is recorded before somebody says where the baby is', async () => {
    const failure = await unit.as('nurse').fails('leave.back', {
      leaveId,
      backAt: unit.clock.now(),
      mother: true,
      babies: [],
      motherCondition: 'Tearful',
    })
    expect(failure.fields?.map(({ field }) => field)).toEqual(['stillOut.known'])
    expect((await newest()).standing.out).toEqual({ mother: true, babies: [family.pairId] })
  })

  test('with its father, by agreement and until a time: away, then late, then the steps, each earlier than the leave', async () => {
    await alone(withFather())
    const { standing, recall } = await newest()
    expect(standing.each).toMatchObject([{ state: 'out', mother: false, babies: [family.pairId] }])
    expect(recall).toEqual([])
    await on.pass(21)
    expect(await strip()).toContain('baby late back from leave')
    await on.pass(30)
    expect(await heard()).toContain('baby not back from leave, begin the steps: at-once')
  })

  test('with somebody to whom nobody agreed: the baby is called back, and it is heard', async () => {
    await alone(withFather({ consentBy: '' }))
    expect((await newest()).recall.join()).toContain('parental responsibility has agreed')
    expect(await strip()).toContain('baby to come back from leave now')
    expect(await heard()).toContain('baby to come back from leave now: when-late')
  })

  test('with somebody else, a member of staff was to go along: the baby is called back', async () => {
    await alone(withFather({ carer: 'another' }))
    expect((await newest()).recall.join()).toContain('staff for the baby')
  })

  test('with the member of staff who was out with them: nothing calls them back', async () => {
    await alone(withFather({ carer: 'staff', withWhom: 'N. Nursery', consentBy: '' }))
    expect((await newest()).recall).toEqual([])
  })

  test('under a limit of the court the baby is called back, whoever agreed', async () => {
    await on.supervise('SUP-4', { authorityRequirement: 'Never with the father' })
    await alone(withFather())
    expect((await newest()).recall.join()).toContain('Never with the father')
  })

  test('nobody knows where: heard at once, and the search is for a missing baby', async () => {
    await alone({ known: false })
    expect(await heard()).toContain('baby not back from leave, begin the steps: at-once')
    await on.missing({ leaveId, mother: false })
    const { missing, ring } = await on.view()
    expect(missing[0]).toMatchObject({ who: 'baby', missingSince: unit.clock.now() })
    expect(JSON.stringify(ring.missingBabyAlone)).toContain('is not with the mother')
    expect((await on.duties()).map(({ event }) => event)).toContain('COM-11')
    expect(await strip()).toContain('baby missing')
    await on.pass(15)
    await on.back(leaveId, { mother: false, motherCondition: '' })
    expect((await newest()).standing.state).toBe('back')
    expect((await on.view()).missing[0]).toMatchObject({ endedHow: 'returned' })
  })

  test('a mother who goes missing after it is added, though she is on no leave', async () => {
    await alone(withFather())
    await on.pass(5)
    await on.missing({ babies: [] })
    const { missing } = await on.view()
    expect(missing[0]).toMatchObject({ who: 'mother', allOnLeave: false, leaveId: null })
    // The baby is out: nobody is told that it is safe here.
    expect((await on.duties()).map(({ event }) => event)).toEqual(
      expect.arrayContaining(['COM-11']),
    )
    await unit.as('nurse').ok('leave.endMissing', {
      id: missing[0]?.recordId,
      version: 1,
      endedAt: unit.clock.now(),
      endedHow: 'returned',
      endedWords: 'In the garden',
    })
  })
})

describe('leave of a baby without the mother', () => {
  const father = { mother: false, carer: 'responsibility', withWhom: 'Sam Invented, the father' }
  const told = () => [
    { whom: 'holders-of-responsibility', name: 'The mother', at: unit.clock.now() },
  ]
  const yes = { answers: { consentSays: 'yes' } }

  test('goes by agreement, late by its own number, and does not take the mother away', async () => {
    const { leaveId } = await on.ask(father)
    await on.agree(leaveId, { ...yes, reached: told() })
    await on.pass(10)
    await on.leave(leaveId)
    const { standing } = await newest()
    expect(standing.out).toEqual({ mother: false, babies: [family.pairId] })
    expect((await on.view()).leaves[0]?.recall).toEqual([])
    const { beds } = await unit
      .as('nurse')
      .ok<{ beds: { stay?: { away?: object }; pairs: { away?: object }[] }[] }>('board.cards')
    const bed = beds.find(({ stay }) => stay)
    expect(bed?.stay?.away).toBeUndefined()
    expect(bed?.pairs[0]?.away).toMatchObject({ state: 'out' })
    await on.pass(121)
    expect(await strip()).toContain('baby late back from leave')
    await on.back(leaveId, { mother: false, motherCondition: '' })
    expect((await newest()).standing.state).toBe('back')
  })

  test('is held without the agreement of a holder of parental responsibility, whoever asks', async () => {
    const { leaveId } = await on.ask(father)
    const failure = await on.refused(leaveId, { reached: told() })
    expect(failure.message).toContain('parental responsibility')
  })

  test('is held under an order until the authority says yes, and says so when the order comes while the baby is out', async () => {
    const { leaveId } = await on.ask(father)
    await on.agree(leaveId, { ...yes, reached: told() })
    await on.pass(10)
    await on.leave(leaveId)
    await on.pass(5)
    await on.legal('LEG-07', { endsAt: on.inMinutes(60 * 24 * 30) })
    expect((await newest()).recall.join()).toContain('the authority has not said')
    expect(await strip()).toContain('baby to come back from leave now')
  })

  test('asks for nothing of a detained mother, and goes on while she is on leave of her own', async () => {
    await on.act('02')
    const { leaveId } = await on.ask(father)
    await on.agree(leaveId, { ...yes, reached: told() })
    await on.pass(10)
    await on.leave(leaveId)
    await on.act('01')
    const hers = await on.ask({ babies: [] })
    await on.agree(hers.leaveId)
    await on.pass(10)
    await on.leave(hers.leaveId, { babies: [] })
    const stays = (await on.view()).leaves.map((leave) => leave.standing.out)
    expect(stays).toEqual(
      expect.arrayContaining([
        { mother: true, babies: [] },
        { mother: false, babies: [family.pairId] },
      ]),
    )
    // One search is for both, of two leaves.
    await on.pass(300)
    await on.missing()
    for (const leave of (await on.view()).leaves) expect(leave.standing.state).toBe('missing')
  })

  test('nobody is sent with nobody: who has the baby is named', async () => {
    const failure = await unit.as('nurse').fails('leave.ask', on.asked({ mother: false }))
    expect(failure.fields?.map(({ field }) => field)).toEqual(['carer', 'withWhom'])
  })
})

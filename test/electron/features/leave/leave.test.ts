import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Arrived, TestUnit } from '../../../support/app.ts'
import { wholeDecision } from '../../../support/supervision.ts'
import { aFamily, type leaving } from './leaving.ts'

let unit: TestUnit
let family: Arrived
let on: ReturnType<typeof leaving>
beforeEach(async () => {
  ;({ unit, family, on } = await aFamily({ level: 'SUP-3' }))
})
afterEach(() => unit.close())

const state = async () => (await on.view()).leaves[0]?.standing.state
const board = () =>
  unit.as('nurse').ok<{
    beds: {
      bedName: string
      stay?: { away?: { what: string; state: string } }
      pairs: { away?: { what: string; state: string; where: string } }[]
    }[]
    overdue: { what: string; text: string; since: string }[]
  }>('board.cards')

describe('leave of a mother with the baby', () => {
  test('is asked for, agreed, taken and ended, each by name and with its time', async () => {
    const { leaveId } = await on.ask()
    expect(await state()).toBe('asked-for')
    await on.agree(leaveId, { adult: 'R. Grandmother' })
    expect(await state()).toBe('agreed')
    await on.pass(10)
    await on.leave(leaveId)
    expect(await state()).toBe('out')
    const { beds } = await board()
    expect(beds[0]?.pairs[0]?.away).toMatchObject({
      state: 'out',
      what: 'baby away on leave',
      where: 'Community, with staff',
    })
    await on.pass(100)
    await on.back(leaveId)
    const { leaves } = await on.view()
    expect(leaves[0]?.standing).toMatchObject({ state: 'back', apart: false })
    expect(leaves[0]?.departure?.by).toContain('nursery-nurse')
    expect(leaves[0]?.returns[0]?.babyCondition).toContain('no mark')
    expect((await board()).beds[0]?.pairs[0]?.away).toBeUndefined()
  })

  test('opens a review of the supervision on return: it waits for the answer', async () => {
    const { leaveId } = await on.ask()
    await on.agree(leaveId, { adult: 'R. Grandmother' })
    await on.pass(10)
    await on.leave(leaveId)
    await on.pass(60)
    await on.back(leaveId)
    const { events } = await unit
      .as('nurse')
      .ok<{ events: { kind: string; what: string; reviewDueAt: string }[] }>('reviews.view', {
        pairId: family.pairId,
      })
    expect(events).toHaveLength(1)
    expect(events[0]).toMatchObject({ kind: 'leave', what: expect.stringMatching(/^Leave taken/) })
    await on.pass(5)
    const held = await unit.as('nurse').fails('supervision.decide', {
      ...wholeDecision(family.pairId, 'SUP-3', unit.clock.now(), 20),
    })
    expect(held.message).toMatch(/event|answer/i)
  })

  test('that was agreed and is changed is decided again, and asks for a review', async () => {
    const { leaveId } = await on.ask()
    await on.agree(leaveId, { adult: 'R. Grandmother' })
    const { stayId: _, ...asked } = on.asked({ place: 'home', address: '1 Invented Road' })
    await unit
      .as('nurse')
      .ok('leave.change', { id: leaveId, version: 1, reason: 'Asked for home', ...asked })
    expect(await state()).toBe('asked-for')
    const { events } = await unit
      .as('nurse')
      .ok<{ events: { what: string }[] }>('reviews.view', { pairId: family.pairId })
    expect(events[0]?.what).toBe('Leave that had been agreed was changed')
    const early = await unit.as('nurse').fails('leave.left', {
      leaveId,
      leftAt: unit.clock.now(),
      babies: [family.pairId],
      wentWith: '',
    })
    expect(early.code).toBe('held')
  })

  test('overnight tells others before it starts', async () => {
    const { leaveId } = await on.ask({
      place: 'overnight-leave',
      address: '1 Invented Road',
      plannedOutAt: on.inMinutes(60),
      plannedBackAt: on.inMinutes(60 * 24),
    })
    await on.agree(leaveId, { adult: 'R. Grandmother' })
    expect((await on.duties()).map(({ event }) => event)).toContain('COM-10')
  })

  test('of the fallback goes only with a member of staff', async () => {
    await on.pass(60 * 24)
    const { leaveId } = await on.ask()
    const rule = await unit
      .as('nurse')
      .ok<{ answer: { babyEscorts: number }; babies: { fallback: boolean }[] }>('leave.consider', {
        leaveId,
      })
    expect(rule.babies[0]?.fallback).toBe(true)
    expect(rule.answer.babyEscorts).toBe(1)
  })

  test('under separate supervision is never agreed', async () => {
    const { leaveId } = await on.ask()
    await on.pass(1)
    await on.supervise('SUP-0', {
      kind: undefined,
      legalBasis: { kind: 'order', document: 'Sealed order' },
    })
    await on.pass(1)
    expect(await on.refused(leaveId)).toMatchObject({ code: 'held' })
  })
})

describe('less staff than the rules say', () => {
  test('is an override with a reason that two people sign; more is free', async () => {
    await on.pass(60 * 24)
    const { leaveId } = await on.ask()
    const none = { staff: { babyEscorts: 0, motherEscorts: 0 } }
    expect(await on.refused(leaveId, none)).toMatchObject({
      code: 'held',
      fields: [{ field: 'because' }],
    })
    const because = 'Grandmother goes along; the ward is short'
    expect(await on.refused(leaveId, { ...none, because })).toMatchObject({
      code: 'held',
      fields: [{ field: 'second.signInName' }],
    })
    await on.agree(leaveId, { ...none, because }, { second: unit.second('consultant') })
    const { leaves } = await on.view()
    expect(leaves[0]?.decision).toMatchObject({ babyEscorts: 0, second: 'consultant person' })
    const other = await on.ask({
      plannedOutAt: on.inMinutes(300),
      plannedBackAt: on.inMinutes(400),
    })
    await on.agree(other.leaveId, { staff: { babyEscorts: 2, motherEscorts: 1 } })
  })
})

describe('a limit of a court or an authority', () => {
  test('is never overridden and does not lapse with the form', async () => {
    await on.pass(60)
    await on.supervise('SUP-3', {
      authorityRequirement: 'Never alone outside: order of 1 November',
    })
    await on.pass(60 * 30)
    const { leaveId } = await on.ask()
    const options = { second: unit.second('consultant') }
    const held = await on.refused(leaveId, { because: 'She is well' }, options)
    expect(held).toMatchObject({ code: 'held' })
    expect(held.message).toContain('Never alone outside')
    await on.agree(leaveId, { answers: { authoritySays: 'yes' } })
  })

  test('an order held by the authority lets nobody go before it has said yes', async () => {
    await on.pass(1)
    await on.legal('LEG-07', { endsAt: on.inMinutes(60 * 24 * 30) })
    await on.pass(1)
    const { leaveId } = await on.ask()
    expect((await on.refused(leaveId)).message).toContain('The authority has not said yes')
    const yes = { answers: { authoritySays: 'yes' } }
    expect(await on.refused(leaveId, yes)).toMatchObject({
      code: 'invalid',
      fields: [{ field: 'reached.social-worker.name' }],
    })
    const reached = [{ whom: 'social-worker', name: 'J. Reed', at: unit.clock.now() }]
    await on.agree(leaveId, { ...yes, reached })
  })
})

describe('the mother’s position under the Mental Health Act', () => {
  const grant = (more: object = {}) => ({
    stayId: family.stayId,
    grantedBy: 'Dr A. Invented',
    grantedAs: 'responsible-clinician',
    grantedAt: unit.clock.now(),
    document: 'Section 17 form of today',
    conditions: 'Back by 18:00',
    escorted: true,
    places: ['community-staff'],
    startsAt: unit.clock.now(),
    endsAt: on.inMinutes(60 * 24 * 7),
    ...more,
  })
  const record = (more: object = {}) =>
    unit.as('consultant').ok('leave.recordSection17', grant(more))
  const alone = { babies: [] }

  test('a detained mother needs leave under section 17 that covers the place and the times', async () => {
    await on.act('03')
    await on.pass(1)
    const { leaveId } = await on.ask(alone)
    expect((await on.refused(leaveId)).message).toContain('section 17, Mental Health Act')
    await record({ places: ['grounds'] })
    expect((await on.refused(leaveId)).code).toBe('held')
    await record()
    await on.agree(leaveId)
    expect((await on.view()).leaves[0]?.decision).toMatchObject({ section17Escort: true })
  })

  test('leave revoked in writing since it was agreed holds her at the door', async () => {
    await on.act('03')
    await on.pass(1)
    const { id } = await record()
    const { leaveId } = await on.ask(alone)
    await on.agree(leaveId)
    await on.pass(5)
    await unit.as('consultant').ok('leave.revokeSection17', {
      id,
      version: 1,
      revokedAt: unit.clock.now(),
      revokedBy: 'Dr A. Invented',
      revokedDocument: 'Letter of today',
    })
    await on.pass(5)
    const held = await unit.as('nurse').fails('leave.left', {
      leaveId,
      leftAt: unit.clock.now(),
      babies: [],
      wentWith: '',
    })
    expect(held.code).toBe('held')
  })

  test('leave revoked while she is out says that she has to come back', async () => {
    await on.act('03')
    await on.pass(1)
    const { id } = await record()
    const { leaveId } = await on.ask(alone)
    await on.agree(leaveId)
    await on.pass(10)
    await on.leave(leaveId, { babies: [] })
    expect((await on.view()).leaves[0]?.recall).toEqual([])
    await on.pass(5)
    await unit.as('consultant').ok('leave.revokeSection17', {
      id,
      version: 1,
      revokedAt: unit.clock.now(),
      revokedBy: 'Dr A. Invented',
      revokedDocument: 'Letter of today',
    })
    expect((await on.view()).leaves[0]?.recall.join()).toContain('section 17, Mental Health Act')
  })

  test.each(['05', '06', '07', '08', '12', '19', '20'])(
    'no leave can be recorded under code %s',
    async (code) => {
      await on.act(code)
      await on.pass(1)
      const failure = await unit.as('consultant').fails('leave.recordSection17', grant())
      expect(failure).toMatchObject({ code: 'invalid', fields: [{ field: 'grantedBy' }] })
    },
  )

  test('a restricted patient needs the consent of the Ministry of Justice on record', async () => {
    await on.act('09')
    await on.pass(1)
    const failure = await unit.as('consultant').fails('leave.recordSection17', grant())
    expect(failure.fields?.[0]?.field).toBe('ministryDocument')
    await record({ ministryDocument: 'Letter MOJ 1', ministryAt: unit.clock.now() })
  })

  test('an informal mother may go alone, whatever holds the baby', async () => {
    await on.pass(1)
    await on.legal('LEG-07', { endsAt: on.inMinutes(60 * 24 * 30) })
    await on.pass(1)
    const { leaveId } = await on.ask(alone)
    await on.agree(leaveId)
    await on.pass(10)
    await on.leave(leaveId, { babies: [] })
    const { beds } = await board()
    expect(beds[0]?.stay?.away?.what).toBe('mother away on leave')
    expect(beds[0]?.pairs[0]?.away).toBeUndefined()
  })
})

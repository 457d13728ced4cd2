import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Arrived, TestUnit } from '../../../support/app.ts'
import { answerEvents, wholeDecision } from '../../../support/supervision.ts'
import { aFamily, type leaving } from './leaving.ts'

let unit: TestUnit
let family: Arrived
let on: ReturnType<typeof leaving>
beforeEach(async () => {
  ;({ unit, family, on } = await aFamily({ act: '' }))
})
afterEach(() => unit.close())

const grant = (from: number, to: number, more: object = {}) =>
  unit.as('consultant').ok('leave.recordSection17', {
    stayId: family.stayId,
    grantedBy: 'Dr A. Invented',
    grantedAs: 'responsible-clinician',
    grantedAt: unit.clock.now(),
    document: 'Section 17 form of today',
    escorted: false,
    places: ['community-staff'],
    startsAt: on.inMinutes(from),
    endsAt: on.inMinutes(to),
    ...more,
  })
const goesAt = (leaveId: string, leftAt: string) =>
  unit.as('nurse').fails('leave.left', { leaveId, leftAt, babies: [family.pairId], wentWith: '' })
const reached = () => [
  { whom: 'responsible-clinician', name: 'Dr A. Invented', at: unit.clock.now() },
]
const recall = async () => (await on.view()).leaves[0]?.recall.join(' ') ?? ''
const onBoard = async () => {
  const { beds, overdue } = await unit.as('nurse').ok<{
    beds: { pairs: { away?: { state: string; since: string } }[] }[]
    overdue: { what: string; since: string }[]
  }>('board.cards')
  return { away: beds[0]?.pairs[0]?.away, overdue }
}

describe('a departure is judged over the whole of the leave', () => {
  test('before her leave under section 17 begins it is refused, with what to do', async () => {
    await on.act('03')
    await on.pass(1)
    await grant(170, 290)
    const { leaveId } = await on.ask({
      plannedOutAt: on.inMinutes(180),
      plannedBackAt: on.inMinutes(280),
    })
    await on.agree(leaveId, { reached: reached() })
    await on.pass(1)
    const held = await goesAt(leaveId, unit.clock.now())
    expect(held.code).toBe('held')
    expect(held.message).toMatch(/begins at .* after they leave: let them leave then/)
    await on.pass(175)
    await on.leave(leaveId)
  })

  test('leave covers nothing before it was granted, though its form begins earlier', async () => {
    await on.act('03')
    const before = on.inMinutes(2)
    await on.pass(10)
    await grant(-30, 290)
    const { leaveId } = await on.ask()
    await on.agree(leaveId, { reached: reached() })
    await on.pass(1)
    expect((await goesAt(leaveId, before)).code).toBe('invalid')
    const covered = await unit.as('nurse').ok<{ answer: { held: string[] } }>('leave.consider', {
      leaveId,
    })
    expect(covered.answer.held).toEqual([])
  })

  test('that is entered late does not pass a limit or a level that came since', async () => {
    await on.act('01')
    const { leaveId } = await on.ask()
    await on.agree(leaveId)
    const then = on.inMinutes(1)
    await on.pass(5)
    await unit.as('nurse').ok('supervision.decide', {
      ...wholeDecision(family.pairId, 'SUP-4', unit.clock.now(), 12),
      authorityRequirement: 'Court: never alone',
    })
    await on.pass(2)
    for (const leftAt of [unit.clock.now(), then]) {
      const held = await goesAt(leaveId, leftAt)
      expect(held.code).toBe('held')
      expect(held.message).toContain('Court: never alone')
      expect(held.message).toContain('begin the steps for who is missing')
    }
  })

  test('supervision that is to be reviewed in the middle asks for staff, or for the review before', async () => {
    await on.act('01')
    const { leaveId } = await on.ask({
      place: 'overnight-leave',
      address: '1 Invented Road',
      plannedBackAt: on.inMinutes(60 * 24 * 2),
    })
    type Rule = { answer: { babyEscorts: number; because: string[] } }
    const rule = () => unit.as('nurse').ok<Rule>('leave.consider', { leaveId })
    expect((await rule()).answer.babyEscorts).toBe(1)
    expect((await rule()).answer.because.join()).toMatch(/reviewed by .* before they are back/)
    await unit
      .as('nurse')
      .ok('supervision.decide', wholeDecision(family.pairId, 'SUP-4', unit.clock.now(), 72))
    expect((await rule()).answer.babyEscorts).toBe(0)
  })

  test('a care task that is watched more closely goes along on leave like the baby', async () => {
    await on.act('01')
    const whole = wholeDecision(family.pairId, 'SUP-4', unit.clock.now(), 20)
    const feeding = { place: 'community-staff', activity: 'feeding', level: 'SUP-2' }
    await unit.as('nurse').ok('supervision.decide', { ...whole, cells: [...whole.cells, feeding] })
    const { leaveId } = await on.ask()
    const { answer } = await unit
      .as('nurse')
      .ok<{ answer: { babyEscorts: number } }>('leave.consider', { leaveId })
    expect(answer.babyEscorts).toBe(1)
  })
})

describe('what comes on record while they are out calls them back', () => {
  const away = async () => {
    await on.act('01')
    const { leaveId } = await on.ask()
    await on.agree(leaveId)
    await on.pass(10)
    await on.leave(leaveId)
    expect(await recall()).toBe('')
    await on.pass(5)
    return leaveId
  }

  test('a limit of a court, on the leave, on the board and by bed, since it began', async () => {
    await away()
    const since = unit.clock.now()
    await unit.as('nurse').ok('supervision.decide', {
      ...wholeDecision(family.pairId, 'SUP-4', since, 12),
      authorityRequirement: 'Court: never alone',
    })
    await on.pass(7)
    expect(await recall()).toContain('Court: never alone')
    const { away: shown, overdue } = await onBoard()
    expect(shown).toMatchObject({ state: 'recalled', since })
    expect(overdue).toContainEqual(
      expect.objectContaining({ what: 'baby to come back from leave now', since }),
    )
  })

  test('a raised level asks for the staff that did not go along', async () => {
    await away()
    await unit
      .as('nurse')
      .ok('supervision.decide', wholeDecision(family.pairId, 'SUP-1', unit.clock.now(), 12))
    expect(await recall()).toContain('staff for the baby')
  })

  test('an order that the child is placed under', async () => {
    await away()
    await on.legal('LEG-07', { endsAt: on.inMinutes(60 * 24 * 30) })
    await on.pass(1)
    expect(await recall()).toContain('The authority has not said yes')
  })

  test('nothing, once they are back', async () => {
    const leaveId = await away()
    await unit
      .as('nurse')
      .ok('supervision.decide', wholeDecision(family.pairId, 'SUP-1', unit.clock.now(), 12))
    await on.back(leaveId)
    expect(await recall()).toBe('')
    await answerEvents(unit, family.pairId)
  })
})

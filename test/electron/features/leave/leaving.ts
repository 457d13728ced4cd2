import { addMinutes } from '#domain/shared/calendar.ts'
import type { LoopEvent } from '../../../../electron/features/communications/loop.ts'
import type { leaveView } from '../../../../electron/features/leave/view.ts'
import { type Arrived, startTestUnit, type TestUnit } from '../../../support/app.ts'
import { wholeDecision } from '../../../support/supervision.ts'

export type LeaveView = ReturnType<typeof leaveView>

const basis = { kind: 'document', document: 'Copy in the file', on: '2026-11-20' }

interface Setting {
  act?: string
  legal?: string
  level?: Parameters<typeof wholeDecision>[1]
}

/** A unit with a family that may go on leave: an hour after they came, with what the rules read of them. */
export async function aFamily({ act = '01', legal = 'LEG-00', level = 'SUP-4' }: Setting = {}) {
  const unit = await startTestUnit()
  const family = await unit.arrive({ bornOn: '2026-07-20' })
  const on = leaving(unit, family)
  await on.pass(60)
  if (act) await on.act(act)
  await on.legal(legal)
  await on.supervise(level)
  await on.pass(1)
  return { unit, family, on }
}

interface Item {
  what: string
  alarm?: string
}

/** Acts of leave on one family, as a nurse unless it says otherwise. */
export function leaving(unit: TestUnit, family: Arrived) {
  const nurse = () => unit.as('nurse')
  const inMinutes = (minutes: number) => addMinutes(unit.clock.now(), minutes)
  const view = () => nurse().ok<LeaveView>('leave.view', { stayId: family.stayId })
  const asked = (more: object = {}) => ({
    stayId: family.stayId,
    babies: [family.pairId],
    place: 'community-staff',
    withWhom: '',
    telephone: '07700 900123',
    purpose: 'To register the birth',
    askedBy: 'mother',
    plannedOutAt: inMinutes(10),
    plannedBackAt: inMinutes(130),
    ...more,
  })
  return {
    view,
    asked,
    inMinutes,
    /** Time passes; whoever was locked out meanwhile signs in again. */
    pass: async (minutes: number) => {
      unit.clock.pass(minutes)
      for (const role of ['nurse', 'nursery-nurse', 'consultant'] as const)
        await unit.as(role).signIn()
    },
    act: (code: string) =>
      nurse().ok('people.addMentalHealthAct', {
        personId: family.motherId,
        code,
        startsAt: unit.clock.now(),
        endsAt: code === '01' ? null : inMinutes(5 * 60),
        basis,
      }),
    legal: (code: string, more: object = {}) =>
      nurse().ok('people.addLegalStatus', {
        personId: family.babyId,
        code,
        startsAt: unit.clock.now(),
        endsAt: null,
        authority: 'Westmarch Council',
        basis,
        ...more,
      }),
    supervise: (level: Parameters<typeof wholeDecision>[1], more: object = {}) =>
      nurse().ok('supervision.decide', {
        ...wholeDecision(family.pairId, level, unit.clock.now(), 20),
        ...more,
      }),
    ask: (more: object = {}) => nurse().ok<{ leaveId: string }>('leave.ask', asked(more)),
    agree: (leaveId: string, more: object = {}, options: object = {}) =>
      nurse().ok('leave.decide', { leaveId, version: 1, outcome: 'agreed', ...more }, options),
    refused: (leaveId: string, more: object = {}, options: object = {}) =>
      nurse().fails('leave.decide', { leaveId, version: 1, outcome: 'agreed', ...more }, options),
    leave: (leaveId: string, more: object = {}) =>
      unit.as('nursery-nurse').ok('leave.left', {
        leaveId,
        leftAt: unit.clock.now(),
        babies: [family.pairId],
        wentWith: 'N. Nursery',
        ...more,
      }),
    back: (leaveId: string, more: object = {}) =>
      nurse().ok('leave.back', {
        leaveId,
        backAt: unit.clock.now(),
        mother: true,
        babies: [family.pairId],
        motherCondition: 'Calm, tired',
        babyCondition: 'Seen undressed by a nurse: no mark, fed well',
        ...more,
      }),
    missing: (more: object = {}) =>
      nurse().ok<{ missingId: string }>('leave.missing', {
        stayId: family.stayId,
        mother: true,
        babies: [family.pairId],
        missingSince: unit.clock.now(),
        circumstances: 'Her telephone is off; the taxi firm did not fetch them',
        ...more,
      }),
    /** What is overdue on the board. */
    overdue: async () =>
      (await nurse().ok<{ overdue: Item[] }>('board.cards')).overdue.map(({ what }) => what),
    /** What the lock screen sounds, and when. */
    heard: async () => {
      const { items } = await unit.nobody().ok<{ items: Item[] }>('session.lockScreen')
      return items.flatMap(({ what, alarm }) => (alarm ? [`${what}: ${alarm}`] : []))
    },
    /** The duties of the baby, each with its event. */
    duties: async () => {
      const { events } = await nurse().ok<{ events: LoopEvent[] }>('communications.ofPair', {
        pairId: family.pairId,
      })
      return events.flatMap(({ event, loops }) => loops.map(({ label }) => ({ event, label })))
    },
  }
}

import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { addHours } from '#domain/shared/calendar.ts'
import { stepLabels } from '#domain/unwell-baby/pathway.ts'
import { helperLabels } from '#domain/unwell-baby/record.ts'
import type { WallView } from '../../../../electron/features/board/wall.ts'
import { type Arrived, startTestUnit, type TestUnit } from '../../../support/app.ts'
import { expectDocument, nameNurses, receiveDocument } from '../../../support/documents.ts'
import { wholeDecision } from '../../../support/supervision.ts'
import { leaving } from '../leave/leaving.ts'
import { actsOn } from '../unwell-baby/acting.ts'

let unit: TestUnit
beforeEach(async () => {
  unit = await startTestUnit()
})
afterEach(() => unit.close())

/** The wall as it hangs: read by a session that may do nothing else. */
async function wall(): Promise<WallView> {
  await unit.as('nursery-nurse').signIn()
  await unit.as('nursery-nurse').ok('session.startWall')
  return unit.as('nursery-nurse').ok<WallView>('board.wall')
}

/** The same word in whatever a person types. */
const canary = 'Canary'

/** A family of whom everything that must not be on the wall is on record. */
async function everythingKnown(): Promise<Arrived> {
  const family = await unit.arrive({ bed: 1, motherName: canary, babyName: canary })
  const nurse = unit.as('nurse')
  await nurse.ok('people.addLegalStatus', {
    personId: family.babyId,
    code: 'LEG-07',
    startsAt: addHours(unit.clock.now(), -24),
    endsAt: addHours(unit.clock.now(), 2),
    authority: `${canary} Council`,
    basis: { kind: 'document', document: `${canary} order`, on: '2026-11-22' },
  })
  await nurse.ok('supervision.decide', {
    ...wholeDecision(family.pairId, 'SUP-2', unit.clock.now(), 1),
    authorityRequirement: `${canary}: never alone`,
    rationale: `Fabricated illness suspected by ${canary}`,
  })
  await nameNurses(unit, family.stayId)
  const id = await expectDocument(nurse, family.stayId, { title: `${canary} report` })
  await receiveDocument(nurse, id, unit.clock.now())
  await unit.onShift('nurse', true)
  return family
}

/** Every text anywhere in the answer. */
const texts = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(texts)
      : []

const ownWords = new Set<string>([
  'Bed 1',
  'Bed 2',
  'Bed 3',
  'Bed 4',
  'baby concern',
  'baby concern pressed',
  'Go to the baby, then sign in and say what it is',
  'Call 999',
  ...Object.values(stepLabels),
  ...Object.values(helperLabels).map((label) => `Speak to: ${label}`),
])
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/

describe('the board on the wall', () => {
  test('shows every bed by its name, and which are in use', async () => {
    await unit.arrive({ bed: 2 })
    const { beds, onShift, nurseInCharge } = await wall()
    expect(beds.map(({ bed, inUse }) => [bed, inUse])).toEqual([
      ['Bed 1', false],
      ['Bed 2', false],
      ['Bed 3', true],
      ['Bed 4', false],
    ])
    expect({ onShift, nurseInCharge }).toEqual({ onShift: 0, nurseInCharge: false })
  })

  test('shows a running concern with its clock and next step, and that something is overdue', async () => {
    const family = await everythingKnown()
    unit.clock.pass(90)
    for (const role of ['nurse', 'nursery-nurse'] as const) await unit.as(role).signIn()
    const since = unit.clock.now()
    await actsOn(unit, family).raise()
    const { beds } = await wall()
    expect(beds[1]).toMatchObject({
      inUse: true,
      concerns: [{ what: 'baby concern', since, next: expect.any(String) }],
    })
    expect(beds[1]?.overdue).toBeGreaterThan(0)
    expect(beds[0]).toEqual({ bed: 'Bed 1', inUse: false, concerns: [], overdue: 0 })
  })

  test('holds no name, number, birth, legal status, supervision or document: only beds, times and its own words', async () => {
    const family = await everythingKnown()
    unit.clock.pass(90)
    await unit.as('nurse').signIn()
    await actsOn(unit, family).raise({ basis: { kind: 'told', by: canary } })
    await unit.nobody().ok('unwellBaby.press', { bed: 'Bed 2' })
    const view = await wall()
    expect(texts(view).filter((text) => !instant.test(text) && !ownWords.has(text))).toEqual([])
    expect(Object.keys(view).sort()).toEqual(['at', 'beds', 'nurseInCharge', 'onShift'])
    for (const bed of view.beds)
      expect(
        Object.keys(bed).filter(
          (key) => !['bed', 'inUse', 'concerns', 'overdue', 'overdueSince'].includes(key),
        ),
      ).toEqual([])
    const said = JSON.stringify(view)
    for (const secret of [canary, family.motherId, family.babyId, family.pairId, family.stayId])
      expect(said).not.toContain(secret)
    expect(said).not.toMatch(/\d{10}|LEG-|SUP-|supervision|document|order/i)
  })

  test('goes on after the idle limit, while the board itself stays shut', async () => {
    await wall()
    unit.clock.pass(120)
    await unit.app.tick()
    await unit.as('nursery-nurse').ok('board.wall')
    expect(await unit.as('nursery-nurse').fails('board.cards')).toMatchObject({
      code: 'not-permitted',
    })
  })
})

describe('the wall of a staff-only room', () => {
  const confirm = async (staffOnly: boolean) => {
    const manager = unit.as('ward-manager')
    await manager.signIn()
    const { version } = await manager.ok<{ version: number }>('stays.unit')
    await manager.ok('stays.setStaffOnlyWall', {
      version,
      staffOnly,
      reason: 'The office behind the second door; looked at with the caretaker',
    })
  }

  test('shows legal status, supervision and what is unread, by bed; still no name and no suspicion', async () => {
    await everythingKnown()
    await confirm(true)
    const view = await wall()
    expect(view.beds.find(({ bed }) => bed === 'Bed 2')?.staffOnly).toMatchObject({
      babies: [
        {
          legal: ['Interim care order'],
          inside: { levelName: 'Close' },
          outside: { levelName: 'Close' },
        },
      ],
      unread: 1,
    })
    expect(JSON.stringify(view)).not.toMatch(/Canary|fabricated/i)
  })

  test('is confirmed by administrator or ward manager with a reason, is audited, and can be taken back', async () => {
    await everythingKnown()
    expect(
      await unit.as('nurse').fails('stays.setStaffOnlyWall', {
        version: 1,
        staffOnly: true,
        reason: 'Ours',
      }),
    ).toMatchObject({ code: 'not-permitted' })
    await confirm(true)
    expect(
      await unit.as('ward-manager').fails('stays.setStaffOnlyWall', {
        version: 2,
        staffOnly: true,
        reason: ' ',
      }),
    ).toMatchObject({ fields: [{ field: 'reason' }] })
    await confirm(false)
    expect((await wall()).beds.some(({ staffOnly }) => staffOnly !== undefined)).toBe(false)
    expect(
      unit.db.rows("select action from audit where action like 'wall.%' order by seq"),
    ).toEqual([{ action: 'wall.staff-only' }, { action: 'wall.anybody' }])
  })
})

describe('who is missing or not back', () => {
  test('stands on every wall by bed, in the words of the lock screen, with nobody’s name', async () => {
    const family = await unit.arrive({ bed: 1, motherName: canary, babyName: canary })
    const on = leaving(unit, family)
    await on.act('01')
    await on.legal('LEG-00')
    await on.supervise('SUP-4')
    await on.pass(1)
    const { leaveId } = await on.ask({ purpose: canary })
    await on.agree(leaveId)
    await on.pass(10)
    await on.leave(leaveId, { wentWith: canary })
    await on.pass(125)
    const said = async () => (await wall()).beds.find(({ inUse }) => inUse)?.absences
    expect(await said()).toMatchObject([{ what: 'baby late back from leave' }])
    await on.pass(30)
    expect(await said()).toMatchObject([{ what: 'baby not back from leave, begin the steps' }])
    await on.missing({ leaveId, circumstances: canary })
    const view = await wall()
    expect(await said()).toMatchObject([{ what: 'baby missing', since: expect.any(String) }])
    expect(JSON.stringify(view)).not.toContain(canary)
  })
})

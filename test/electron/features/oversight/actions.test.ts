import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ActionStatus } from '#domain/oversight/action.ts'
import type { VisitState } from '#domain/oversight/visit.ts'
import type { Role } from '#domain/users/roles.ts'
import { startTestUnit, type TestUnit } from '../../../support/app.ts'
import { shownBy } from '../../../support/shown-by.ts'

let unit: TestUnit
beforeEach(async () => {
  unit = await startTestUnit()
})
afterEach(() => unit.close())

interface ShownAction {
  recordId: string
  version: number
  status: ActionStatus
  dueOn: string
  evidence: string
  verifiedBy: string
  owner: string
}
interface ShownVisit {
  recordId: string
  version: number
  state: VisitState
  findings: { recordId: string; words: string; hasAction: boolean }[]
}

const manager = () => unit.as('ward-manager')
const lead = () => unit.as('safeguarding-lead')
const actions = async (role: Role = 'ward-manager') =>
  (await unit.as(role).ok<{ actions: ShownAction[] }>('oversight.actions')).actions
const visits = async () => (await manager().ok<{ visits: ShownVisit[] }>('oversight.visits')).visits
const one = async () => (await actions())[0] ?? ({} as ShownAction)
const of = async () => {
  const { recordId: id, version } = await one()
  return { id, version }
}

async function passDays(days: number) {
  unit.clock.pass(days * 24 * 60)
  for (const role of ['ward-manager', 'safeguarding-lead', 'consultant'] as const)
    await unit.as(role).signIn()
}

const action = (changes: object = {}) => ({
  requirement: '5e',
  what: 'A drill of the unwell baby on nights',
  ownerId: unit.as('nurse').staffId,
  dueOn: '2026-12-18',
  high: true,
  ...changes,
})
const plan = () =>
  manager().ok('oversight.planVisit', {
    kind: 'quality-visit',
    title: 'Yearly quality visit',
    plannedOn: '2026-11-30',
  })
const held = {
  heldOn: '2026-11-30',
  visitors: 'C. Abara, NHS England; a designated nurse',
  spokenTo: 'Six staff, two mothers, one social worker',
  seen: 'Ten records followed, the ward walked round at night',
}

describe('a visit', () => {
  it('is planned, held, and leaves findings that actions answer', async () => {
    const { id } = await plan()
    await passDays(8)
    expect((await visits())[0]?.state).toBe('not-held')
    const finding = { kind: 'finding', requirement: '5e', words: 'No drill was held at night' }
    expect(
      await manager().fails('oversight.addFinding', { visitId: id, ...finding }),
    ).toMatchObject({ code: 'held' })
    await manager().ok('oversight.holdVisit', { id, version: 1, ...held })
    const { id: findingId } = await manager().ok('oversight.addFinding', {
      visitId: id,
      ...finding,
    })
    expect((await visits())[0]).toMatchObject({
      state: 'held',
      findings: [{ words: 'No drill was held at night', hasAction: false }],
    })
    await manager().ok('oversight.addAction', { findingId, ...action() })
    expect((await visits())[0]?.findings[0]?.hasAction).toBe(true)
  })

  it('is not held in the future, nor twice, nor after it was called off', async () => {
    const { id } = await plan()
    const failure = await manager().fails('oversight.holdVisit', { id, version: 1, ...held })
    expect(failure.fields).toMatchObject([{ field: 'heldOn' }])
    await manager().ok('oversight.callOffVisit', { id, version: 1, because: 'Snow' })
    expect((await visits())[0]?.state).toBe('called-off')
    await passDays(8)
    expect(await manager().fails('oversight.holdVisit', { id, version: 2, ...held })).toMatchObject(
      {
        code: 'held',
      },
    )
  })

  it('moved to another day keeps the reason and the day before it', async () => {
    const { id } = await plan()
    const visit = { kind: 'quality-visit', title: 'Yearly quality visit', plannedOn: '2026-12-14' }
    await manager().ok('oversight.changeVisit', { id, version: 1, reason: 'They asked', visit })
    expect(
      unit.db.rows('select planned_on as on_, reason from oversight_visit order by version'),
    ).toEqual([
      { on_: '2026-11-30', reason: '' },
      { on_: '2026-12-14', reason: 'They asked' },
    ])
  })
})

describe('an action', () => {
  it('goes from open over done and verified to embedded', async () => {
    await manager().ok('oversight.addAction', action())
    expect((await one()).status).toBe('open')
    await manager().ok('oversight.startAction', await of())
    expect((await one()).status).toBe('in-progress')
    await passDays(10)
    const done = { doneOn: '2026-12-03', evidence: '', impact: '' }
    await manager().ok('oversight.doneAction', { ...(await of()), ...done })
    expect((await one()).status).toBe('awaiting-evidence')
    const verify = { impact: 'Help is reached sooner', retestOn: '2027-03-03' }
    expect(
      await lead().fails('oversight.verifyAction', { ...(await of()), ...verify }),
    ).toMatchObject({ code: 'held' })
    const pin = await shownBy(manager())
    const evidence = { ...done, evidence: 'Drill record of 3 December', pin }
    await manager().ok('oversight.doneAction', { ...(await of()), ...evidence })
    expect((await one()).status).toBe('awaiting-verification')
    await lead().ok('oversight.verifyAction', { ...(await of()), ...verify })
    expect(await one()).toMatchObject({
      status: 'verified',
      verifiedBy: 'safeguarding-lead person',
    })
    await passDays(100)
    expect((await one()).status).toBe('retest-overdue')
    await manager().ok('oversight.retestAction', {
      ...(await of()),
      retestedOn: '2027-03-10',
      retestResult: 'held',
      retestNote: 'Two drills since, both within the limit',
    })
    expect((await one()).status).toBe('embedded')
  })

  it('that fell back is open again with a new day, and what was found stays readable', async () => {
    await manager().ok('oversight.addAction', action())
    const pin = await shownBy(manager())
    const done = { doneOn: '2026-11-23', evidence: 'Drill record', pin, impact: '' }
    await manager().ok('oversight.doneAction', { ...(await of()), ...done })
    const verify = { impact: 'Sooner', retestOn: '2027-02-23' }
    await lead().ok('oversight.verifyAction', { ...(await of()), ...verify })
    await passDays(95)
    const found = { retestedOn: '2027-02-26', retestResult: 'fell-back', retestNote: 'Late again' }
    const without = { ...(await of()), ...found }
    expect((await manager().fails('oversight.retestAction', without)).fields).toMatchObject([
      { field: 'dueOn' },
    ])
    await manager().ok('oversight.retestAction', { ...without, dueOn: '2027-04-30' })
    expect(await one()).toMatchObject({ status: 'open', dueOn: '2027-04-30', evidence: '' })
    expect(
      unit.db.rows(`select retest_note as note from improvement_action
        where retest_result = 'fell-back'`),
    ).toEqual([{ note: 'Late again' }])
    const audited = unit.db.rows<{ action: string }>(
      `select action from audit where entity = 'improvement_action' order by seq desc limit 2`,
    )
    expect(audited.map((entry) => entry.action)).toEqual([
      'action.opened-again',
      'action.fell-back',
    ])
  })

  it('is verified by the record that shows it, at the version that stands: one that changed is pinned again', async () => {
    await manager().ok('oversight.addAction', action())
    const done = { doneOn: '2026-11-23', evidence: 'The minutes', impact: '' }
    const says = async (input: object) =>
      (await manager().fails('oversight.doneAction', { ...(await of()), ...done, ...input }))
        .fields?.[0]?.field
    expect(await says({})).toBe('pin')
    const pin = await shownBy(manager())
    expect(await says({ evidence: '', pin })).toBe('evidence')
    expect(await says({ pin: { type: 'evidence', id: action().ownerId } })).toBe('pin.id')
    expect(await says({ pin: { type: 'staff', id: pin.id } })).toBe('pin.type')
    await manager().ok('oversight.doneAction', { ...(await of()), ...done, pin })
    const verify = { impact: 'Sooner', retestOn: '2027-02-23' }
    await manager().ok('oversight.withdrawEvidence', {
      id: pin.id,
      version: 1,
      reason: 'Wrong file',
    })
    expect(await one()).toMatchObject({ shownBy: { fault: expect.stringMatching(/in error/) } })
    const refused = await lead().fails('oversight.verifyAction', { ...(await of()), ...verify })
    expect(refused.message).toMatch(/evidence that was pinned .* was entered in error/)
    const other = await shownBy(manager())
    await manager().ok('oversight.doneAction', { ...(await of()), ...done, pin: other })
    await lead().ok('oversight.verifyAction', { ...(await of()), ...verify })
    expect(
      unit.db.rows(`select pinned_type as type, pinned_id as id, pinned_version as version
        from improvement_action where verified_on is not null`),
    ).toEqual([{ type: 'evidence', id: other.id, version: 1 }])
  })

  it('is not verified by its owner, nor by whoever recorded it as done', async () => {
    await manager().ok('oversight.addAction', action({ ownerId: lead().staffId }))
    const pin = await shownBy(manager())
    const done = { doneOn: '2026-11-23', evidence: 'Drill record', pin, impact: '' }
    await manager().ok('oversight.doneAction', { ...(await of()), ...done })
    const verify = { ...(await of()), impact: 'Sooner', retestOn: '2027-02-23' }
    for (const own of [lead(), manager()])
      expect((await own.fails('oversight.verifyAction', verify)).message).toMatch(/somebody else/)
    await unit.as('consultant').ok('oversight.verifyAction', verify)
  })

  it.each([
    ['an owner who is not on record', { ownerId: '01a207a2-3280-7000-8000-afbbc2fccf1e' }],
    ['a day that has passed', { dueOn: '2026-11-22' }],
    ['a requirement that there is not', { requirement: '9z' }],
    ['no words', { what: '' }],
  ])('is refused with %s', async (_, changes) => {
    expect(['invalid', 'not-found']).toContain(
      (await manager().fails('oversight.addAction', action(changes))).code,
    )
    expect(await actions()).toEqual([])
  })

  it('changed by two at once is changed by the first, and the second is told', async () => {
    await manager().ok('oversight.addAction', action())
    const step = await of()
    await manager().ok('oversight.startAction', step)
    const change = { ...step, reason: 'Leave', action: action({ dueOn: '2027-01-10' }) }
    expect(await lead().fails('oversight.changeAction', change)).toMatchObject({ code: 'clash' })
  })

  it('given up says why, and takes no further step', async () => {
    await manager().ok('oversight.addAction', action())
    await manager().ok('oversight.closeAction', { ...(await of()), because: 'It changed nothing' })
    expect((await one()).status).toBe('closed-not-effective')
    expect(await manager().fails('oversight.startAction', await of())).toMatchObject({
      code: 'held',
    })
  })

  it('leaves an entry in the audit at each step', async () => {
    await manager().ok('oversight.addAction', action())
    await manager().ok('oversight.startAction', await of())
    expect(
      unit.db
        .rows<{ action: string }>(`select action from audit where entity = 'improvement_action'`)
        .map((entry) => entry.action),
    ).toEqual(['action.set', 'action.started'])
  })
})

describe('in the report', () => {
  it('a high action that is open is counted at its requirement, and not once it is verified', async () => {
    await manager().ok('oversight.addAction', action())
    const days = { first: '2026-10-01', last: '2026-12-31', distribution: ['NHS England'] }
    const highOf = async () => {
      const { reportId } = await manager().ok<{ reportId: string }>('assurance.makeReport', days)
      const report = await manager().ok<{
        requirements: { id: string; openHighActions: number }[]
      }>('assurance.report', { reportId })
      return report.requirements.find((found) => found.id === '5e')?.openHighActions
    }
    expect(await highOf()).toBe(1)
    const pin = await shownBy(manager())
    const done = { doneOn: '2026-11-23', evidence: 'Drill record', pin, impact: '' }
    await manager().ok('oversight.doneAction', { ...(await of()), ...done })
    const verify = { ...(await of()), impact: 'Sooner', retestOn: '2027-02-23' }
    await lead().ok('oversight.verifyAction', verify)
    expect(await highOf()).toBe(0)
  })
})

describe('a reason in oversight', () => {
  it('says something: a full stop is none', async () => {
    await manager().ok('oversight.addAction', action())
    const { id } = await plan()
    for (const [path, field, input] of [
      ['oversight.closeAction', 'because', await of()],
      ['oversight.withdrawAction', 'reason', await of()],
      ['oversight.callOffVisit', 'because', { id, version: 1 }],
    ] as const)
      expect((await manager().fails(path, { ...input, [field]: '.' })).fields?.[0]).toMatchObject({
        field,
        message: 'Enter a reason in words',
      })
  })
})

describe('an action that names a measure', () => {
  it('is looked at again by its figure: nobody says that it held where the figure fell back', async () => {
    expect(
      (await manager().fails('oversight.addAction', action({ measure: '9z-1' }))).fields?.[0],
    ).toMatchObject({ field: 'measure', message: 'Choose a measure of the list' })
    await manager().ok('oversight.addAction', action({ measure: '5g-5' }))
    const pin = await shownBy(manager())
    const done = { doneOn: '2026-11-23', evidence: 'Minutes', pin, impact: 'Visits are held' }
    await manager().ok('oversight.doneAction', { ...(await of()), ...done })
    await lead().ok('oversight.verifyAction', {
      ...(await of()),
      impact: 'Visits are held',
      retestOn: '2027-02-23',
    })
    const { id } = await of()
    const figure = () =>
      manager().ok<{ text: string; level: string } | null>('oversight.actionFigure', { id })
    expect(await figure()).toMatchObject({ level: 'not-tested' })
    for (const plannedOn of ['2026-12-01', '2026-12-08', '2026-12-15', '2027-01-05', '2027-01-12'])
      await manager().ok('oversight.planVisit', {
        kind: 'walk-round',
        title: 'Walk-round',
        plannedOn,
      })
    await passDays(95)
    expect(await figure()).toMatchObject({ level: 'none', text: '5g-5: 0.0 % of n 5' })
    const { results } = await manager().ok<{
      results: { check: string; findings: { about: string; leadsTo: object }[] }[]
    }>('oversight.selfCheck')
    expect(results.find(({ check }) => check === 'action-fell-back')?.findings).toMatchObject([
      { about: 'since it was done: 5g-5: 0.0 % of n 5', leadsTo: { page: 'action', actionId: id } },
    ])
    const look = { retestedOn: '2027-02-24', retestNote: 'The list of visits', dueOn: null }
    const refused = await manager().fails('oversight.retestAction', {
      ...(await of()),
      ...look,
      retestResult: 'held',
    })
    expect(refused.fields?.[0]).toMatchObject({ field: 'retestResult' })
    expect(refused.fields?.[0]?.message).toContain('5g-5: 0.0 % of n 5')
    await manager().ok('oversight.retestAction', {
      ...(await of()),
      ...look,
      retestResult: 'fell-back',
      dueOn: '2027-03-31',
    })
    expect(await one()).toMatchObject({ status: 'open', dueOn: '2027-03-31' })
  })
})

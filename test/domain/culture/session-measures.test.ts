import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { medianOf } from '#domain/assurance/charts/run.ts'
import { figureOf } from '#domain/assurance/measure.ts'
import { catalogueRuns, runMeasures } from '#domain/assurance/measure-run.ts'
import { attendanceChart } from '#domain/culture/attendance-chart.ts'
import { attendanceByGroup, attendanceRun } from '#domain/culture/attendance-run.ts'
import { cultureMeasures } from '#domain/culture/measures.ts'
import { sessionMeasures } from '#domain/culture/session-measures.ts'
import { addDaysToDate, periodOfDays } from '#domain/shared/calendar.ts'
import { tableUnder } from '../../support/markdown-table.ts'
import { aSession, aStaffFact, daysIn, noFacts, page } from './builders.ts'

const quarter = periodOfDays('2026-01-01', '2026-03-31')
const cut = { at: '2026-04-10T09:00:00.000Z', auditSeq: 100 }
const [reflection, supervision] = sessionMeasures

describe('5f-1 and 5g-4', () => {
  it.each(tableUnder(page, '2. A reflective').map((row) => [row.line ?? '', row] as const))(
    'line %s of docs/states/culture.md',
    (_, row) => {
      const sessions = daysIn(row['came to reflective sessions on'] ?? '').map((heldOn, index) =>
        aSession({ heldOn, kind: index === 0 ? 'reflective' : 'joint-reflection' }),
      )
      const staff = [aStaffFact({ startedOn: row['in post since'] ?? '' })]
      const [member] = reflection?.members({ ...noFacts, staff, sessions }, quarter, cut) ?? []
      expect(member?.class).toBe(row.class)
    },
  )

  it.each(tableUnder(page, '3. Safeguarding').map((row) => [row.line ?? '', row] as const))(
    'line %s of docs/states/culture.md',
    (_, row) => {
      const sessions = daysIn(row['safeguarding supervision on'] ?? '').map((heldOn) =>
        aSession({ heldOn, kind: 'safeguarding-supervision' }),
      )
      const staff = [aStaffFact({ startedOn: row['in post since'] ?? '' })]
      const [member] = supervision?.members({ ...noFacts, staff, sessions }, quarter, cut) ?? []
      expect(member?.class).toBe(row.class)
    },
  )

  it('leaves out whom it does not ask, who left and who came after', () => {
    const staff = [
      aStaffFact({ recordId: 'a', profession: 'support-services' }),
      aStaffFact({ recordId: 'b', leftOn: '2026-03-30' }),
      aStaffFact({ recordId: 'c', startedOn: '2026-04-01' }),
      aStaffFact({ recordId: 'd', leftOn: '2026-03-31' }),
    ]
    for (const measure of sessionMeasures)
      expect(measure.members({ ...noFacts, staff }, quarter, cut)).toHaveLength(1)
  })

  it('names nobody in 5f-1: no member leads to a member of staff', () => {
    const staff = ['a', 'b', 'c'].map((recordId) => aStaffFact({ recordId }))
    const sessions = [
      aSession({ attended: ['a', 'c'] }),
      aSession({ heldOn: '2026-02-01', attended: ['a'] }),
    ]
    const members = reflection?.members({ ...noFacts, staff, sessions }, quarter, cut) ?? []
    expect(members.map(({ key }) => key).sort()).toEqual([
      'Registered nurse, fail 1',
      'Registered nurse, fail 2',
      'Registered nurse, pass 1',
    ])
    const types = members.flatMap(({ records }) => records.map(({ type }) => type))
    expect(new Set(types)).toEqual(new Set(['staff_session']))
  })

  it('stands in the catalogue', () => {
    const facts = { ...noFacts, staff: [aStaffFact()], sessions: [aSession()] }
    expect(() => catalogueRuns(runMeasures(cultureMeasures, facts, quarter, cut))).not.toThrow()
  })

  it('another session never makes a figure worse', () => {
    const day = fc.integer({ min: 0, max: 100 }).map((n) => addDaysToDate('2025-12-25', n))
    const some = fc.array(fc.record({ heldOn: day, came: fc.subarray(['a', 'b', 'c']) }), {
      maxLength: 8,
    })
    fc.assert(
      fc.property(
        some,
        fc.record({ heldOn: day, came: fc.subarray(['a', 'b', 'c']) }),
        (before, more) => {
          const staff = ['a', 'b', 'c'].map((recordId) => aStaffFact({ recordId }))
          const sessionsOf = (list: typeof before) =>
            list.map(({ heldOn, came }) => aSession({ heldOn, attended: came }))
          const passes = (list: typeof before) =>
            figureOf(
              reflection?.members(
                { ...noFacts, staff, sessions: sessionsOf(list) },
                quarter,
                cut,
              ) ?? [],
            ).pass
          expect(passes([...before, more])).toBeGreaterThanOrEqual(passes(before))
        },
      ),
    )
  })
})

describe('the run of attendance', () => {
  const staff = [
    aStaffFact({ recordId: 'a' }),
    aStaffFact({ recordId: 'b' }),
    aStaffFact({ recordId: 'c', profession: 'consultant', startedOn: '2026-03-01' }),
  ]
  const sessions = [
    aSession({ attended: ['a', 'c'] }),
    aSession({ heldOn: '2026-01-20', attended: ['a', 'b'] }),
  ]

  it('counts who came of those asked in each span, oldest first', () => {
    expect(attendanceRun({ staff, sessions }, '2026-03-31', 42, 3)).toEqual([
      { last: '2026-01-06', asked: 2, came: 0 },
      { last: '2026-02-17', asked: 2, came: 2 },
      { last: '2026-03-31', asked: 2, came: 1 },
    ])
    expect(attendanceByGroup({ staff, sessions }, '2026-03-31', 42)).toEqual([
      { group: 'Registered nurse', asked: 2, came: 1 },
    ])
  })

  it('draws the share with its n against the median, and says it in words', () => {
    const chart = attendanceChart(attendanceRun({ staff, sessions }, '2026-03-31', 42, 4))
    expect(chart.table.rows.map(([, rate, n]) => `${rate} of ${n}`)).toEqual([
      '0 % of 2',
      '0 % of 2',
      '100 % of 2',
      '50 % of 2',
    ])
    expect(chart.alt).toContain('Median 25 %')
    expect(chart.svg).toContain('n 2')
  })

  it('a span in which nobody was asked is a gap, never nought', () => {
    const chart = attendanceChart([{ last: '2026-03-31', asked: 0, came: 0 }])
    expect(chart.table.rows[0]?.[1]).toBe('nobody asked')
    expect(chart.svg).not.toContain('<circle')
    expect(medianOf([])).toBeNull()
    expect(medianOf([3, 1, 2])).toBe(2)
  })
})

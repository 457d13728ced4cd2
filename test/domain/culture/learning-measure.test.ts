import { describe, expect, it } from 'vitest'
import { learningHeld } from '#domain/culture/learning-measure.ts'
import {
  checkDueOn,
  checkFaults,
  learningFaults,
  madeFaults,
} from '#domain/culture/learning-record.ts'
import { periodOfDays } from '#domain/shared/calendar.ts'
import { tableUnder } from '../../support/markdown-table.ts'
import { daysIn, noFacts, page, shipped } from './builders.ts'

const period = periodOfDays('2026-01-01', '2026-04-30')

describe('5f-5: what was learnt was changed, and held', () => {
  it.each(tableUnder(page, '4. What was learnt').map((row) => [row.line ?? '', row] as const))(
    'line %s of docs/states/culture.md',
    (_, row) => {
      const madeOn = row['change made'] === 'none' ? null : (row['change made'] ?? '')
      const learning = [{ recordId: 'point', version: 1, checkDueOn: '2026-03-31', madeOn }]
      const checks = daysIn(row.checks ?? '').map((words, index) => {
        const [checkedOn = '', outcome] = words.split(' ')
        return {
          recordId: `check-${index}`,
          version: 1,
          subjectId: 'point',
          checkedOn,
          outcome: outcome as 'held',
        }
      })
      const cut = { at: `${row.cut}T12:00:00.000Z`, auditSeq: 9 }
      const [member] = learningHeld.members({ ...noFacts, learning, checks }, period, cut)
      expect(member?.class).toBe(row.class)
      expect(member?.records).toHaveLength(1 + checks.length)
    },
  )

  it('counts a point in the period in which its last day for the check ends', () => {
    const learning = [{ recordId: 'point', version: 1, checkDueOn: '2026-03-31', madeOn: null }]
    const cut = { at: '2026-08-01T12:00:00.000Z', auditSeq: 9 }
    const of = (first: string, last: string) =>
      learningHeld.members({ ...noFacts, learning }, periodOfDays(first, last), cut).length
    expect([of('2026-01-01', '2026-03-31'), of('2026-04-01', '2026-06-30')]).toEqual([0, 1])
  })
})

describe('what cannot be true of a learning point', () => {
  const now = '2026-04-10T12:00:00.000Z'
  const point = {
    source: 'drill' as const,
    learnt: 'x',
    change: 'y',
    ownerId: 'z',
    changeDueOn: '2026-05-01',
  }
  it('asks for a day for the change that lies ahead, and not too far', () => {
    expect(learningFaults(point, shipped, now)).toEqual([])
    expect(learningFaults({ ...point, changeDueOn: '2026-04-09' }, shipped, now)).toHaveLength(1)
    expect(learningFaults({ ...point, changeDueOn: '2026-06-10' }, shipped, now)).toHaveLength(1)
    expect(checkDueOn(shipped, '2026-05-01')).toBe('2026-07-30')
  })
  it('refuses a change before it was learnt, and a check before it can be told', () => {
    const made = { id: 'a', version: 1, made: 'x', madeOn: '2026-04-01' }
    expect(madeFaults(made, '2026-04-02', now)[0]?.field).toBe('madeOn')
    expect(madeFaults({ ...made, madeOn: '2026-04-11' }, '2026-04-02', now)).toHaveLength(1)
    const check = { learningId: 'a', outcome: 'held' as const, how: 'x', checkedOn: '2026-04-10' }
    expect(checkFaults(check, '2026-03-14', shipped, now)[0]?.message).toContain('28 days')
    expect(checkFaults(check, '2026-03-13', shipped, now)).toEqual([])
    expect(
      checkFaults({ ...check, checkedOn: '2026-04-11' }, '2026-01-01', shipped, now),
    ).toHaveLength(1)
  })
})

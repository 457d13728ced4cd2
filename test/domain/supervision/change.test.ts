import { describe, expect, test } from 'vitest'
import { changeOf, kindsIn } from '#domain/supervision/change.ts'
import type { Cell } from '#domain/supervision/record.ts'
import { decision, everywhere } from './builders.ts'
import { rules } from './rules-of-the-unit.ts'

const startsAt = '2026-11-23T12:00:00.000Z'
const last = decision({
  startsAt: '2026-11-01T12:00:00.000Z',
  reviewDueAt: '2026-11-02T12:00:00.000Z',
  cells: [...everywhere('SUP-3'), { place: 'unit-day', activity: 'bathing', level: 'SUP-1' }],
})
const change = (cells: Cell[], decisions = [last]) =>
  changeOf({ rules, decisions }, { startsAt, cells })
const unitDay = (level: Cell['level'], activity: Cell['activity'] = 'all'): Cell => ({
  place: 'unit-day',
  activity,
  level,
})

describe('what a proposal changes', () => {
  test('is judged against the last decided level although that has run out', () => {
    expect(change([unitDay('SUP-2')]).kind).toBe('lowering') // bathing was SUP-1
    expect(change([unitDay('SUP-2'), unitDay('SUP-1', 'bathing')]).kind).toBe('raise')
    expect(change([unitDay('SUP-4'), unitDay('SUP-1', 'bathing')]).kind).toBe('lowering')
  })

  test('leaving out an activity that was stricter lowers it', () => {
    const { kind, cells } = change([unitDay('SUP-3')])
    expect(kind).toBe('lowering')
    expect(cells.filter((cell) => cell.kind === 'lowering')).toEqual([
      { place: 'unit-day', activity: 'bathing', from: 'SUP-1', to: 'SUP-3', kind: 'lowering' },
    ])
  })

  test('the same everywhere is a renewal', () => {
    expect(change([...last.cells])).toMatchObject({ kind: 'renewal' })
  })

  test('what an earlier stay decided makes a first assessment a lowering where it is less strict, and nothing else', () => {
    const ofNewStay = (level: Cell['level']) =>
      changeOf(
        { rules, decisions: [], earlierStays: [last] },
        { startsAt, cells: everywhere(level) },
      )
    expect(ofNewStay('SUP-1').kind).toBe('first')
    expect(ofNewStay('SUP-4').kind).toBe('lowering')
    const { kind, cells } = ofNewStay('SUP-3') // bathing was SUP-1
    expect(kind).toBe('lowering')
    expect(cells.filter((cell) => cell.kind !== 'first')).toEqual([
      { place: 'unit-day', activity: 'bathing', from: 'SUP-1', to: 'SUP-3', kind: 'lowering' },
    ])
  })

  test('with nothing decided it is the first', () => {
    expect(change(everywhere('SUP-3'), []).kind).toBe('first')
  })

  test('a raise in one place beside renewals is a raise, and both kinds are there', () => {
    const cells = everywhere('SUP-3').filter(({ place }) => place !== 'unit-day')
    const raised = change(
      cells.map((c) => (c.place === 'home' ? { ...c, level: 'SUP-1' as const } : c)),
    )
    expect(raised.kind).toBe('raise')
    expect([...kindsIn(raised)].sort()).toEqual(['raise', 'renewal'])
  })

  test('a raise that a nurse did not confirm is not the last decided level', () => {
    const refused = decision({
      kind: 'raise',
      decidedByRole: 'nursery-nurse',
      startsAt: '2026-11-23T10:00:00.000Z',
      reviewDueAt: '2026-11-24T10:00:00.000Z',
      cells: everywhere('SUP-1'),
      confirmation: { confirmed: false, confirmedAt: '2026-11-23T10:20:00.000Z' },
    })
    expect(change([{ place: 'home', activity: 'all', level: 'SUP-3' }], [last, refused]).kind).toBe(
      'renewal',
    )
    const standing = { ...refused, confirmation: null }
    expect(
      change([{ place: 'home', activity: 'all', level: 'SUP-3' }], [last, standing]).kind,
    ).toBe('lowering')
  })
})

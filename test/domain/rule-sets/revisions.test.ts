import { describe, expect, test } from 'vitest'
import { nextRevision, type Revision, revisionState } from '#domain/rule-sets/revisions.ts'

const at = (day: number) => `2026-11-${String(day).padStart(2, '0')}T12:00:00.000Z`

const revision = (
  id: string,
  recorded: number,
  more: Partial<Pick<Revision, 'origin' | 'effectiveFrom' | 'approvedAt' | 'reviewDue'>> = {},
): Revision => ({
  recordId: id,
  kind: 'supervision',
  revision: id,
  title: id,
  source: 'invented',
  effectiveFrom: at(recorded),
  reviewDue: '2027-11-01',
  approvedBy: more.approvedAt ? 'somebody' : null,
  approvedAt: null,
  recordedAt: at(recorded),
  origin: 'written',
  ...more,
})

const shipped = revision('shipped', 1, { origin: 'shipped' })
const newer = revision('newer', 8, { origin: 'shipped' })
const draft = revision('draft', 9)
const approved = revision('approved', 3, { approvedAt: at(5) })
const later = revision('later', 4, { approvedAt: at(6), effectiveFrom: at(20) })
const overdue = revision('overdue', 4, { approvedAt: at(6), reviewDue: '2026-11-09' })

describe.each([
  [
    'nothing approved',
    [shipped, newer, draft],
    {
      shipped: 'unapproved-default',
      newer: 'newer-default',
      draft: 'draft',
    },
  ],
  [
    'one approved',
    [shipped, newer, draft, approved],
    {
      shipped: 'never-approved',
      newer: 'newer-default',
      draft: 'draft',
      approved: 'in-force',
    },
  ],
  [
    'one approved for later',
    [shipped, approved, later],
    {
      shipped: 'never-approved',
      approved: 'in-force',
      later: 'to-come',
    },
  ],
  [
    'one replaced, its successor due for review',
    [shipped, approved, overdue],
    {
      shipped: 'never-approved',
      approved: 'replaced',
      overdue: 'review-overdue',
    },
  ],
])('on 10 November, %s', (_, all, expected) => {
  test.each(Object.entries(expected))('%s is %s', (id, state) => {
    const one = all.find(({ recordId }) => recordId === id) as Revision
    expect(revisionState(one, all, at(10), '2026-11-10')).toBe(state)
    expect(revisionState(one, all.toReversed(), at(10), '2026-11-10')).toBe(state)
  })
})

test('a revision of the unit is numbered after its highest, apart from those of the app', () => {
  expect(nextRevision(['1', '2'])).toBe('unit-1')
  expect(nextRevision(['1', 'unit-9', 'unit-10', 'unit-x'])).toBe('unit-11')
})

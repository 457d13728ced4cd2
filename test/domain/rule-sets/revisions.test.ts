import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import {
  nextRevision,
  type Revision,
  revisionState,
  revisionStates,
} from '#domain/rule-sets/revisions.ts'
import { tableUnder } from '../../support/markdown-table.ts'

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

const revisions: Record<string, Revision> = { shipped, newer, draft, approved, later, overdue }
const page = readFileSync(join(import.meta.dirname, '../../../docs/states/rule-sets.md'), 'utf8')
const headings = page.split('\n').flatMap((line) => /^## (.+)/.exec(line)?.[1] ?? [])

describe.each(headings)('on 10 November, %s', (heading) => {
  const rows = tableUnder(page, heading)
  const all = rows.map(({ revision: name = '' }) => revisions[name] as Revision)
  test.each(rows.map((row) => [row.revision, row['stands as']]))('%s is %s', (name = '', state) => {
    const one = revisions[name] as Revision
    expect(revisionState(one, all, at(10), '2026-11-10')).toBe(state)
    expect(revisionState(one, all.toReversed(), at(10), '2026-11-10')).toBe(state)
  })
})

test('the table names every state there is', () => {
  const named = headings.flatMap((heading) =>
    tableUnder(page, heading).map((row) => row['stands as']),
  )
  expect(new Set(named)).toEqual(new Set(revisionStates))
})

test('a revision of the unit is numbered after its highest, apart from those of the app', () => {
  expect(nextRevision(['1', '2'])).toBe('unit-1')
  expect(nextRevision(['1', 'unit-9', 'unit-10', 'unit-x'])).toBe('unit-11')
})

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type PlannedEnd, planFaults, whyToldAnew } from '#domain/discharge/plan.ts'
import { tableUnder } from '../../support/markdown-table.ts'

const page = readFileSync(join(import.meta.dirname, '../../../docs/states/discharge.md'), 'utf8')

const before = {
  plannedFor: '2026-12-01T10:00:00.000Z',
  whereTo: 'home' as const,
  destination: 'Her mother’s house, Westmarch',
  agreement: 'agreed' as const,
  agreedAt: '2026-11-20T10:00:00.000Z',
}
const times = { arrivedAt: '2026-11-01T10:00:00.000Z', now: '2026-11-23T10:00:00.000Z', before }

/** "agreed 20 Nov 10:00", or what stands in its place. */
function worded(words: string) {
  if (words === 'not-reached' || words === 'not-needed') return { agreement: words } as const
  const [, day, , time] = words.split(' ')
  const agreedAt = `2026-11-${day}T${time}:00.000Z`
  return { agreement: 'agreed', agreedWith: 'Jo Reed', agreedAt } as const
}

test.each(
  tableUnder(page, '4. A plan that is changed').map((row) => [row.line ?? '?', row] as const),
)('line %s of docs/states/discharge.md', (_, row) => {
  const plan = {
    plannedFor: before.plannedFor,
    whereTo: row['where to'] as PlannedEnd,
    destination: row.destination ?? '',
    agreedWith: undefined,
    ...worded(row['social worker'] ?? ''),
  }
  const faults = planFaults(plan, times)
  expect(faults.map(({ field }) => field).join(', ') || '-').toBe(row['refused at'])
  for (const isTold of [false, true])
    expect(whyToldAnew(before, plan, isTold) === null ? 'no' : 'yes').toBe(row['told anew'])
})

/** "1 Dec 10:00", in the winter of the table. */
const instantIn = (words = '') => {
  const [day, month, time] = words.split(' ')
  return `2026-${month === 'Nov' ? 11 : 12}-${String(day).padStart(2, '0')}T${time}:00.000Z`
}

test.each(tableUnder(page, 'A plan for another day').map((row) => [row.line ?? '?', row] as const))(
  'line %s of docs/states/discharge.md',
  (_, row) => {
    const planned = { ...before, plannedFor: instantIn(row['planned for']) }
    const plan = { ...before, plannedFor: instantIn(row['new plan for']) }
    const why = whyToldAnew(planned, plan, row['told by then'] === 'yes')
    expect(why === null ? 'no' : 'yes').toBe(row['told anew'])
  },
)

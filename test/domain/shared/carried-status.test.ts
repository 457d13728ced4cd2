import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { carriedAtBirth } from '#domain/shared/carried-status.ts'
import { tableUnder } from '../../support/markdown-table.ts'

const page = readFileSync('docs/states/people.md', 'utf8')

describe('what was recorded before the birth', () => {
  it.each(
    tableUnder(page, '7. What was recorded before the birth').map(
      (row) => [row.line, row] as const,
    ),
  )('line %s of docs/states/people.md', (_, row) => {
    const [on = 'none', how] = (row['its end'] ?? '').split(', ')
    const date = on === 'none' ? null : `${on}T09:00:00.000Z`
    const fact = {
      recordId: 'status',
      code: 'LEG-05',
      startsAt: `${row['status began']}T09:00:00.000Z`,
      endsAt: date,
      endedAt: how === 'confirmed' ? date : null,
      recordedAt: how === 'not confirmed' ? '2026-10-02T09:00:00.000Z' : '2026-11-22T09:00:00.000Z',
    }
    const carried = carriedAtBirth([fact], { bornOn: '2026-11-23', recordedOn: '2026-11-23' })
    expect(carried.length === 1 ? 'yes' : 'no').toBe(row.carried)
  })

  it('is judged by the day of recording where nobody knows the birth', () => {
    const fact = {
      recordId: 's',
      code: 'LEG-05',
      startsAt: '2026-10-01T09:00:00.000Z',
      endsAt: null,
      endedAt: null,
      recordedAt: '2026-10-01T10:00:00.000Z',
    }
    expect(carriedAtBirth([fact], { bornOn: null, recordedOn: '2026-11-23' })).toEqual([fact])
    expect(carriedAtBirth([fact], { bornOn: null, recordedOn: '2028-11-23' })).toEqual([])
  })
})

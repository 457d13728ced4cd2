import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { asOn, newPostFaults, postsOf } from '#domain/users/posts.ts'
import { isInPost } from '#domain/users/staff-groups.ts'
import { tableUnder } from '../../support/markdown-table.ts'

const page = readFileSync('docs/states/training.md', 'utf8')
const ann = {
  profession: 'registered-nurse',
  employment: 'bank',
  startedOn: '2026-07-01',
  leftOn: null,
}
const earlier = [
  {
    profession: 'registered-nurse',
    employment: 'substantive',
    fromOn: '2025-09-01',
    untilOn: '2026-03-31',
  },
  {
    profession: 'health-care-assistant',
    employment: 'substantive',
    fromOn: '2020-01-06',
    untilOn: '2025-08-31',
  },
]

describe('posts over time', () => {
  it.each(tableUnder(page, '9. Which post').map((row) => [row.line ?? '', row] as const))(
    'line %s of docs/states/training.md',
    (_, row) => {
      const day = row.day ?? ''
      const then = asOn(ann, earlier, day)
      if (row.post === 'not here') return expect(isInPost(then, day)).toBe(false)
      expect(isInPost(then, day)).toBe(true)
      expect(`${then.profession}, ${then.employment}`).toBe(row.post)
      expect([then.startedOn, then.leftOn ?? '-']).toEqual([row['here since'], row.until])
    },
  )

  it('somebody without an earlier post is as the register shows them', () => {
    expect(asOn(ann, [], '2020-01-01')).toBe(ann)
    expect(postsOf(ann, [])).toEqual([
      { profession: 'registered-nurse', employment: 'bank', fromOn: '2026-07-01', untilOn: null },
    ])
  })

  const fault = (from: string, untilOn: string | null = null, registration?: string) =>
    newPostFaults(
      { profession: 'registered-nurse', from, registration },
      { profession: 'nursery-nurse', employment: 'substantive', fromOn: '2026-01-05', untilOn },
      '2026-11-23',
    ).map(({ field }) => field)

  it('a new post begins after the one before it, by today, with a number that can be', () => {
    expect(fault('2026-11-23')).toEqual([])
    expect(fault('2026-11-24')).toEqual(['from'])
    expect(fault('2026-01-05')).toEqual(['from'])
    expect(fault('2026-06-30', '2026-06-30')).toEqual(['from'])
    expect(fault('2026-07-01', '2026-06-30')).toEqual([])
    expect(fault('2026-11-23', null, 'ABC')).toEqual(['registration'])
  })
})

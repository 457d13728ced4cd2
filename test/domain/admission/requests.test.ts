import { describe, expect, test } from 'vitest'
import type { ItemOutcome } from '#domain/admission/record.ts'
import { itemsToAskOf, settlesItem } from '#domain/admission/requests.ts'
import { tableUnder } from '../../support/markdown-table.ts'
import { page, shipped } from './builders.ts'

describe('what one source says of an item', () => {
  const rows = tableUnder(page, '8. What one source says of an item')
  test.each(rows.map((row) => [row.line ?? '', row] as const))('line %s', (_, row) => {
    const said = row['this source says'] as 'received' | 'not-known' | 'not-applicable'
    const before = row['held before'] as ItemOutcome
    const settles = settlesItem(said, before, row['others still asked'] === 'yes')
    expect(settles ? said : before).toBe(row['the item becomes'])
  })
})

const source = (kind: 'gp' | 'authority' | 'mental-health-trust', recordId: string) => ({
  recordId,
  version: 1,
  kind,
  name: `${kind} ${recordId}`,
})
const check = (bornOn: string | null) =>
  ({
    facts: {
      motherBornOn: '1996-02-03',
      children: [{ key: 'k', bornOn, expectedOn: null }],
      referrer: 'crisis-team',
      socialCare: 'no',
      recordedAt: '2026-11-23T09:00:00.000Z',
    },
    answers: [],
    items: [],
    cpisChecks: [],
  }) as never

test('each trust that treated her is asked by itself for the same history', () => {
  const trusts = [source('mental-health-trust', 'a'), source('mental-health-trust', 'b')]
  for (const trust of trusts)
    expect(
      itemsToAskOf(trust, trusts, shipped.information, check('2026-09-14')).map(({ id }) => id),
    ).toContain('ADM-R-04')
})

test('nobody is asked about a baby who is not born', () => {
  const gp = source('gp', 'a')
  const asked = (bornOn: string | null) =>
    itemsToAskOf(gp, [gp], shipped.information, check(bornOn)).map(({ id }) => id)
  expect(asked('2026-09-14')).toContain('ADM-R-02')
  expect(asked(null)).not.toContain('ADM-R-02')
})

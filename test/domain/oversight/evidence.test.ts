import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type EvidenceFact, evidenceFault, evidenceFaults } from '#domain/oversight/evidence.ts'
import { evidenceInDate } from '#domain/oversight/evidence-measure.ts'
import { tableUnder } from '../../support/markdown-table.ts'

const page = readFileSync('docs/states/evidence.md', 'utf8')
const days: Record<string, string> = {
  '29 Jun': '2026-06-29',
  '30 Jun': '2026-06-30',
  '31 Dec': '2026-12-31',
}
const dayOf = (cell = '-') => (cell === '-' ? null : (days[cell] ?? ''))
const numberOf = (cell = '-') => (cell === '-' ? null : Number(cell))

const piece: EvidenceFact = {
  recordId: 'e',
  version: 1,
  requirements: ['5e'],
  effectiveFrom: '2026-01-01',
  effectiveTo: null,
  reviewDue: '2026-12-31',
  ownerLeftOn: null,
  pinnedVersion: null,
  newestVersion: null,
  pinnedWithdrawn: false,
}

describe('a piece of evidence', () => {
  it.each(tableUnder(page, '1. When a piece').map((row) => [row.line, row] as const))(
    'line %s of docs/states/evidence.md',
    (_, row) => {
      const found = evidenceFault(
        {
          ...piece,
          effectiveTo: dayOf(row.ends),
          reviewDue: dayOf(row['review due']) ?? '',
          pinnedVersion: numberOf(row.pinned),
          newestVersion: numberOf(row.newest),
          pinnedWithdrawn: row['entered in error'] === 'yes',
          ownerLeftOn: dayOf(row['owner left']),
        },
        '2026-06-30',
      )
      expect(found === null).toBe(row.counts === 'yes')
      if (found) expect(found.because).toContain(row.because)
    },
  )

  it('is not in effect before its first day, and cannot end before it begins', () => {
    expect(evidenceFault(piece, '2025-12-31')?.because).toBe('Not in effect yet')
    expect(
      evidenceFaults({
        effectiveFrom: '2026-02-01',
        effectiveTo: '2026-01-31',
        reviewDue: '2026-01-01',
      }).map(({ field }) => field),
    ).toEqual(['effectiveTo', 'reviewDue'])
  })
})

describe('measure 5g-3', () => {
  const kinds: Record<string, EvidenceFact> = {
    counts: piece,
    stale: { ...piece, reviewDue: '2026-03-01' },
    changed: { ...piece, pinnedVersion: 1, newestVersion: 2 },
  }
  const period = { from: '2026-03-31T23:00:00.000Z', to: '2026-06-30T23:00:00.000Z' }
  const cut = { at: '2026-07-10T12:00:00.000Z', auditSeq: 1 }

  it.each(tableUnder(page, '2. Measure 5g-3').map((row) => [row.line, row] as const))(
    'line %s of docs/states/evidence.md',
    (_, row) => {
      const evidence = (row['its evidence'] ?? '').split(', ').flatMap((name) => kinds[name] ?? [])
      const [member] = evidenceInDate.members({ requirements: ['5e'], evidence }, period, cut)
      expect(member?.class).toBe(row.class)
      expect(member?.reason).not.toMatch(/\d/)
    },
  )

  it('has every requirement in its population, and is judged on the last day of the period', () => {
    const ending = { ...piece, effectiveTo: '2026-06-30' }
    const members = evidenceInDate.members(
      { requirements: ['5d', '5e'], evidence: [ending] },
      period,
      cut,
    )
    expect(members.map((one) => one.class)).toEqual(['fail', 'pass'])
    expect(members[0]?.at).toBe('2026-06-30T22:59:59.999Z')
  })
})

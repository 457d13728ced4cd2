import { describe, expect, it } from 'vitest'
import type { PatternReviewFact, StayFact } from '#domain/chronology/facts.ts'
import { patternReviewed } from '#domain/chronology/measures.ts'
import { addMinutes } from '#domain/shared/calendar.ts'
import { tableUnder } from '../../support/markdown-table.ts'
import { meaningOf } from '../../support/truth-words.ts'
import { newId, page, shippedFile } from './builders.ts'

const arrivedAt = '2026-06-02T09:00:00.000Z'
const limit = '2026-06-09T16:00:00.000Z'
const june = { from: '2026-05-31T23:00:00.000Z', to: '2026-06-30T23:00:00.000Z' }
const ruleSets = [
  {
    ...shippedFile,
    recordId: newId(),
    version: 1,
    approvedAt: null,
    approvedBy: null,
    recordedAt: '2026-01-01T00:00:00.000Z',
  },
]

const review = (changes: Partial<PatternReviewFact> = {}): PatternReviewFact => ({
  recordId: newId(),
  version: 1,
  stayId: 'stay',
  reviewerId: 'consultant',
  reviewedAt: addMinutes(limit, -60),
  lookedAt: 'gp maternity',
  ...changes,
})
const untimed = review({ reviewedAt: null })
const reviews: Record<string, PatternReviewFact[]> = {
  none: [],
  'in time': [review()],
  'on the limit': [review({ reviewedAt: limit })],
  late: [review({ reviewedAt: addMinutes(limit, 1) })],
  'in time, by nobody named': [review({ reviewerId: null })],
  'without a time': [untimed],
  'in time, without sources': [review({ lookedAt: '' })],
  'in time, and one without a time': [untimed, review()],
  'in time, more contacts recorded after it': [review()],
}
const stays: Record<string, StayFact> = {
  'goes on': { recordId: 'stay', version: 1, arrivedAt, endedAt: null },
  'ended before the limit': {
    recordId: 'stay',
    version: 2,
    arrivedAt,
    endedAt: addMinutes(limit, -1),
  },
}
const cuts = {
  later: { at: '2026-06-29T09:00:00.000Z', auditSeq: 100 },
  'before the limit': { at: limit, auditSeq: 100 },
}

describe('measure 3-1', () => {
  it.each(tableUnder(page, '4. Measure 3-1').map((row) => [row.line, row] as const))(
    'line %s of docs/states/chronology.md',
    (_, row) => {
      const facts = {
        stays: [meaningOf(stays, row.stay)],
        reviews: meaningOf(reviews, row.review),
        ruleSets,
      }
      const members = patternReviewed.members(facts, june, meaningOf(cuts, row.cut))
      expect(members.map((member) => member.class)).toEqual([row.class])
    },
  )

  it('places a stay by the end of its limit, once', () => {
    const facts = { stays: [stays['goes on'] as StayFact], reviews: [], ruleSets }
    const count = (from: string, to: string) =>
      patternReviewed.members(facts, { from, to }, cuts.later).length
    expect(count('2026-06-01T00:00:00.000Z', limit)).toBe(0)
    expect(count(limit, june.to)).toBe(1)
  })

  it('names the stay and the review as its records', () => {
    const own = review()
    const facts = { stays: [stays['goes on'] as StayFact], reviews: [own], ruleSets }
    expect(patternReviewed.members(facts, june, cuts.later)[0]?.records).toEqual([
      { type: 'stay', recordId: 'stay', version: 1 },
      { type: 'pattern_review', recordId: own.recordId, version: 1 },
    ])
  })
})

import { inForceAt, type RuleSet } from '../rule-sets/rule-set.ts'
import type { Instant } from '../shared/time.ts'
import { type HistoryAnalysis, historyAnalysis } from './rule-content.ts'

/** The rows that measure 3-1 reads, as they stood at the cut (decision 1). */

export interface StayFact {
  recordId: string
  version: number
  arrivedAt: Instant
  endedAt: Instant | null
}

export interface PatternReviewFact {
  recordId: string
  version: number
  stayId: string
  /** Empty only in what was imported without them. */
  reviewerId: string | null
  reviewedAt: Instant | null
  lookedAt: string
}

export interface PatternFacts {
  stays: readonly StayFact[]
  reviews: readonly PatternReviewFact[]
  ruleSets: readonly (RuleSet<HistoryAnalysis> & { version: number })[]
}

/** The rules in force at an instant. */
export const rulesAt = (facts: PatternFacts, at: Instant): HistoryAnalysis | undefined =>
  inForceAt(facts.ruleSets, historyAnalysis.kind, at)?.content

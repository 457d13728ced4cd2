import type { RuleSet } from '../rule-sets/rule-set.ts'
import type { Instant } from '../shared/time.ts'
import type { Recipient } from './codes.ts'
import type { RelationshipRules } from './rule-content.ts'

/** The rows that measures 5d-1, 5d-2 and 5d-6 read, as they stood at the cut (decision 1). */

export interface PairFact {
  recordId: string
  version: number
  startedAt: Instant
  endedAt: Instant | null
  motherId: string
  babyId: string
}

export interface AssessmentFact {
  recordId: string
  version: number
  pairId: string
  /** Empty only in what was imported without it. */
  ratedAt: Instant | null
  /** When its first version was entered. */
  enteredAt: Instant
  raters: number
}

/** Somebody outside who works with the mother or the baby. */
export interface NetworkFact {
  recordId: string
  version: number
  personId: string
  agency: string
}

export interface SharingFact {
  recordId: string
  version: number
  pairId: string
  recipient: Recipient
  sharedAt: Instant
  acknowledgeDueAt: Instant | null
}

export interface AcknowledgementFact {
  recordId: string
  version: number
  /** The sharing. */
  subjectId: string
  acknowledgedAt: Instant | null
}

export interface RelationshipFacts {
  pairs: readonly PairFact[]
  assessments: readonly AssessmentFact[]
  network: readonly NetworkFact[]
  sharings: readonly SharingFact[]
  acknowledgements: readonly AcknowledgementFact[]
  ruleSets: readonly RuleSet<RelationshipRules>[]
}

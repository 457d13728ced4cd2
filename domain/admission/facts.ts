import type { RecordRef } from '../assurance/measure.ts'
import type { RuleSet } from '../rule-sets/rule-set.ts'
import type { Answer } from '../shared/answer.ts'
import type { CivilDate, Instant } from '../shared/time.ts'
import type { ArrivalSource } from '../stays/arrival-source.ts'
import type { ComingBaby } from '../stays/covered.ts'
import type { AdmissionCriteria } from './criteria.ts'
import type { InformationItems } from './information.ts'
import type {
  ClauseAnswer,
  CpisCheck,
  DecisionOutcome,
  InformationItem,
  ItemOutcome,
  Override,
  ReferralFacts,
} from './record.ts'

/** The rows that the measures of admission read, as they stood at the cut (decision 1). */

export interface ReferralFact {
  recordId: string
  version: number
  receivedAt: Instant
  /** Null only in what was imported without it. */
  planned: boolean | null
  decisionDueAt: Instant | null
  /** What the computed clauses follow from, as it stood at the cut. */
  /** When she came in while no offer stood; null where she did not. */
  cameWithoutOfferAt: Instant | null
  facts: ReferralFacts
}

/** An answer as the decision kept it, with the version that it came from (null where it was computed). */
export interface DecidedClause {
  clauseId: string
  answer: Answer
  describedOn: CivilDate | null
  answerId: string | null
  answerVersion: number | null
}

/** An item as the decision kept it. */
export interface DecidedItem {
  itemId: string
  outcome: ItemOutcome
  askedAt: Instant | null
  receivedAt: Instant | null
  describedOn: CivilDate | null
  essentialPart: Answer | null
  /** The item's own record, or the look-up that it was read from. */
  informationId: string | null
  informationVersion: number | null
}

export interface DecisionFact {
  recordId: string
  version: number
  referralId: string
  outcome: DecisionOutcome
  /** Null only in what was imported without it. */
  decidedAt: Instant | null
  recordedAt: Instant
  /** The rule sets that it was made under; null only in what was imported without them. */
  criteriaId: string | null
  informationSetId: string | null
  /** What it was made on; empty only in what was imported without it. */
  clauses: readonly DecidedClause[]
  items: readonly DecidedItem[]
  socialCare: Answer
  /** The children whose flag had to be looked up. */
  childKeys: readonly string[]
  /** The overrides that let something through, by record id. */
  overrideIds: readonly string[]
  reasonCode: string | null
  signposting: readonly string[]
  signpostingNote: string | null
  referrerToldAt: Instant | null
  referrerToldDueAt: Instant | null
}

/** What ties a stay to the referral that it came from. */
export interface ReferralTie {
  recordId: string
  version: number
  referralId: string
  cameFrom: ArrivalSource
}

/** A baby with her in a stay: one pair. */
export interface ArrivedBaby extends ComingBaby {
  recordId: string
  version: number
  startedAt: Instant
  /** Somebody recorded why the baby came in before a check. */
  reasoned: boolean
}

/** An arrival: of every stay, on an offer or without one. */
export interface ArrivalFact {
  /** The stay. */
  recordId: string
  version: number
  arrivedAt: Instant
  /** As the stay says. */
  planned: boolean
  /** Null where she came in without a referral. */
  tie: ReferralTie | null
  /** Somebody recorded why she came in without an offer. */
  reasoned: boolean
  babies: readonly ArrivedBaby[]
}

interface OfReferral {
  referralId: string
}

export interface AdmissionFacts {
  referrals: readonly ReferralFact[]
  decisions: readonly DecisionFact[]
  overrides: readonly (Override & OfReferral)[]
  /** As they stood at the cut: what was missing at a decision may have come in since. */
  answers: readonly (ClauseAnswer & OfReferral)[]
  items: readonly (InformationItem & OfReferral)[]
  cpisChecks: readonly (CpisCheck & OfReferral)[]
  arrivals: readonly ArrivalFact[]
  criteria: readonly (RuleSet<AdmissionCriteria> & { version: number })[]
  information: readonly (RuleSet<InformationItems> & { version: number })[]
}

export const refOf = (type: string, row: { recordId: string; version: number }): RecordRef => ({
  type,
  recordId: row.recordId,
  version: row.version,
})

/** When a decision is placed: when it was made, or where that is missing, when it was recorded. */
export const placedAt = (decision: DecisionFact): Instant =>
  decision.decidedAt ?? decision.recordedAt

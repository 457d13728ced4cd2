import type { Answer } from '../shared/answer.ts'
import type { LegalStatusFact } from '../shared/legal-status-at.ts'
import type { CivilDate, Instant } from '../shared/time.ts'
import type { Role } from '../users/roles.ts'

/** The shapes of intake (product.md 2, 5a). Every row is one version of one record, as it stands. */

export interface Row {
  recordId: string
  version: number
  recordedAt: Instant
}

/** A baby to be admitted with her, or one not yet born. */
export interface ReferredChild {
  /** The record of the child on the referral, the same before and after the birth. */
  key: string
  /** Null where the baby is not born, or nobody knows the date. */
  bornOn: CivilDate | null
  /** Born on a day that nobody knows; true besides wherever there is a date. */
  born?: boolean
  /** The expected date of delivery, for one not yet born. */
  expectedOn: CivilDate | null
}

/** What the computed clauses are computed from, as it stands. */
export interface ReferralFacts {
  motherBornOn: CivilDate | null
  children: readonly ReferredChild[]
  /** The referrer's type, by its code in the criteria. */
  referrer: string
  /** Whether children's social care is involved, as it was told. */
  socialCare: Answer
  /** What is recorded of the legal status of the children, an expected baby's included. */
  legalStatuses: readonly LegalStatusFact[]
  /** When the newest of what says whether social care is involved was recorded. */
  socialCareSince: Instant
  /** When the newest of the other facts was recorded. */
  recordedAt: Instant
}

/** An answer to a clause, with the date that the information describes. Its basis is stored beside it. */
export interface ClauseAnswer extends Row {
  clauseId: string
  answer: Answer
  describedOn: CivilDate | null
  /** A court or an order sets it: nobody may override it (decision 17). */
  setByCourt: boolean
  answeredAt: Instant
}

/** What came of asking for an item. */
export const itemOutcomes = ['open', 'received', 'not-known', 'not-applicable'] as const
export type ItemOutcome = (typeof itemOutcomes)[number]

/** An item of information: asked for, chased, received. */
export interface InformationItem extends Row {
  itemId: string
  outcome: ItemOutcome
  askedOf: string | null
  askedAt: Instant | null
  receivedAt: Instant | null
  describedOn: CivilDate | null
  /** Whether the essential part is in it; null where the item has none. */
  essentialPart: Answer | null
}

/** The results of a look-up in the national child protection information service (domain.md, ADM-R-17). */
export const cpisResults = [
  'no-flag',
  'child-protection-plan',
  'looked-after',
  'unborn-plan',
  'plan-in-last-12-months',
  'not-available', // the service could not be reached: not a check
] as const
export type CpisResult = (typeof cpisResults)[number]

export const cpisResultLabels: Record<CpisResult, string> = {
  'no-flag': 'No flag',
  'child-protection-plan': 'Child protection plan',
  'looked-after': 'Looked after',
  'unborn-plan': 'Plan for the unborn baby',
  'plan-in-last-12-months': 'A plan or looked after within the last 12 months',
  'not-available': 'The service could not be reached',
}

export interface CpisCheck extends Row {
  /** Whose flag was looked up: a key of `ReferralFacts.children`. */
  childKey: string
  result: CpisResult
  checkedAt: Instant | null
  /** The day on which the authority lifted the flag; null while it stands. */
  endedOn?: CivilDate | null
}

/** One of the two people of an override or a decision. */
export interface Decider {
  staffId: string
  role: Role
  nurseInCharge: boolean
}

/** An override of one clause or one item by name: a record against it, never an answer (decision 17). */
export interface Override extends Row {
  /** The clause, the group or the item that it lets through. */
  ruleId: string
  because: string
  /** When what is missing must be there; null where it was given against an answer, not against a gap. */
  dueAt: Instant | null
  first: Decider
  overriddenAt: Instant
  second: Decider | null
  secondBy: 'password' | 'telephone' | null
  /** When the second person signed with their own password. */
  secondSignedAt: Instant | null
}

export const decisionOutcomes = ['offered', 'declined', 'waiting', 'withdrawn'] as const
export type DecisionOutcome = (typeof decisionOutcomes)[number]

export const decisionOutcomeLabels: Record<DecisionOutcome, string> = {
  offered: 'Offered',
  declined: 'Declined',
  waiting: 'Waiting on named information',
  withdrawn: 'Withdrawn',
}

export interface Decision extends Row {
  outcome: DecisionOutcome
  decidedAt: Instant
}

/** What an offer rests on, as it stood from one recording to the next. */
export interface KnownThen {
  /** The decision that was the last one on record then. */
  decisionId: string
  /** When this was recorded; the state that the decision was made on carries its own time. */
  since: Instant
  facts: ReferralFacts
  answers: readonly ClauseAnswer[]
  items: readonly InformationItem[]
  cpisChecks: readonly CpisCheck[]
  overrides: readonly Override[]
}

/** A referral with everything that its standing follows from. */
export interface ReferralFile {
  receivedAt: Instant
  planned: boolean
  facts: ReferralFacts
  answers: readonly ClauseAnswer[]
  items: readonly InformationItem[]
  cpisChecks: readonly CpisCheck[]
  overrides: readonly Override[]
  decisions: readonly Decision[]
  /** Every state since an offer was made, the oldest first: what was put back again counts too. */
  knownSinceOffers: readonly KnownThen[]
  /** When somebody first answered a clause or asked for an item, over every version; null before that. */
  firstActAt: Instant | null
  /** When the mother arrived; null before that. */
  arrivedAt: Instant | null
  /** She arrived while no offer stood. */
  cameWithoutOffer: boolean
}

/** What is checked against the criteria: `heldBy` takes the items and the overrides beside it. */
export type ReferralCheck = Pick<ReferralFile, 'facts' | 'answers' | 'cpisChecks'>

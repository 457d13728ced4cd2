import type { FieldMessage } from '../shared/failure.ts'
import { folded } from '../shared/folded-text.ts'
import { type Due, dueOf } from '../shared/limits.ts'
import type { Instant } from '../shared/time.ts'
import type { AdmissionCriteria, Resource } from './criteria.ts'
import type { DecidedClause, DecidedItem } from './facts.ts'
import { mayOverrideSecond } from './overrides.ts'
import type { Decider } from './record.ts'
import type { CheckFacts } from './rules.ts'

/**
 * Whether this person may decide on an admission: the ward manager, a consultant or the nurse in charge.
 * Source: RCPsych standards for inpatient perinatal services, sixth edition (2018), 1.1.6; ADM-I-11.
 */
export const mayDecide = (one: Decider): boolean => mayOverrideSecond(one)

export interface Decline {
  reasonCode: string
  /** The kinds of resource that the referrer was pointed to, by id. */
  signposting: readonly string[]
  /** Why none fits, where none was named. */
  signpostingNote: string | null
}

/** What is missing from a decline, at its fields; empty where it is complete (measure 5a-7). */
export function declineFaults(decline: Decline, criteria: AdmissionCriteria): FieldMessage[] {
  const faults: FieldMessage[] = []
  if (!criteria.declineReasons.some((reason) => reason.code === decline.reasonCode))
    faults.push({ field: 'reasonCode', message: 'Choose a reason from the list' })
  const known = new Set(criteria.resources.map((resource) => resource.id))
  if (decline.signposting.some((id) => !known.has(id)))
    faults.push({ field: 'signposting', message: 'Choose resources from the list' })
  if (decline.signposting.length === 0 && !decline.signpostingNote?.trim())
    faults.push({
      field: 'signposting',
      message: 'Choose what the referrer can turn to, or say why nothing fits',
    })
  return faults
}

/** The kinds of resource that may fit a referral declined for this reason (domain.md 1.6), for a person to choose from. */
export const resourcesFor = (criteria: AdmissionCriteria, reasonCode: string): Resource[] =>
  criteria.resources.filter((resource) => resource.answers.includes(reasonCode))

/**
 * Whether it was the referrer who withdrew it, by name or by role: then nobody has to tell them. A limit not set where one
 * is due is worse than one too many, so only a whole name counts.
 */
export function isTheReferrer(withdrawnBy: string, referrerName: string): boolean {
  const said = folded(withdrawnBy)
  return /\breferrer\b/.test(said) || said.includes(folded(referrerName))
}

/** When the referrer of a referral that was declined, or that somebody else withdrew, has to have been told; store it with the decision (law 5). */
export const referrerToldDue = (decidedAt: Instant, criteria: AdmissionCriteria): Due =>
  dueOf(criteria.limits.referrerTold.limit, decidedAt)

/** The clauses as the decision stores them, each with the version of the answer that it rests on. */
export const keptClauses = (facts: CheckFacts): DecidedClause[] =>
  facts.clauses.map(({ clauseId, answer, describedOn, typed }) => ({
    clauseId,
    answer,
    describedOn,
    answerId: typed?.recordId ?? null,
    answerVersion: typed?.version ?? null,
  }))

/** The items as the decision stores them. */
export const keptItems = (facts: CheckFacts): DecidedItem[] =>
  facts.items.map(({ itemId, outcome, askedAt, receivedAt, describedOn, essentialPart, row }) => ({
    itemId,
    outcome,
    askedAt,
    receivedAt,
    describedOn,
    essentialPart,
    informationId: row?.recordId ?? null,
    informationVersion: row?.version ?? null,
  }))

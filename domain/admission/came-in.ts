import { dateOf, earlierOf, laterOf } from '../shared/calendar.ts'
import type { Instant } from '../shared/time.ts'
import { clauseStanding, isStale } from './clauses.ts'
import { computedAnswer } from './computed.ts'
import type { AdmissionCriteria, Clause } from './criteria.ts'
import { type AdmissionFacts, type DecisionFact, placedAt } from './facts.ts'
import type { InformationItems } from './information.ts'
import { itemStanding } from './items.ts'

/**
 * Whether what was missing at an offer came in since, and when (measure 5a-4): an instant; null where it
 * came in at a time that nobody recorded; undefined where it has not.
 */
export type CameIn = Instant | null | undefined

export interface Offer {
  decision: DecisionFact
  facts: AdmissionFacts
  criteria: AdmissionCriteria | undefined
  information: InformationItems | undefined
}

/** The clauses and items under this id that were missing at the offer; empty where nothing was. */
export function missingUnder(ruleId: string, offer: Offer): string[] {
  if (offer.information?.items.some((rule) => rule.id === ruleId)) return [ruleId]
  const at = placedAt(offer.decision)
  return clausesUnder(ruleId, offer.criteria)
    .filter((clause) => {
      const fact = offer.decision.clauses.find((one) => one.clauseId === clause.id)
      const standing = clauseStanding(clause, fact, at)
      return standing === 'not-known' || standing === 'not-yet-asked' || standing === 'stale'
    })
    .map((clause) => clause.id)
}

const clausesUnder = (ruleId: string, criteria: AdmissionCriteria | undefined): Clause[] =>
  criteria?.clauses.filter((clause) => clause.id === ruleId || clause.group === ruleId) ?? []

/** When one missing clause or item came in. */
export function cameIn(id: string, offer: Offer): CameIn {
  const rule = offer.information?.items.find((one) => one.id === id)
  if (rule?.from === 'cpis-log') return lookUpsCameIn(rule.staleAfterDays, offer)
  if (rule) return itemCameIn(id, offer)
  const clause = offer.criteria?.clauses.find((one) => one.id === id)
  return clause ? clauseCameIn(clause, offer) : undefined
}

/** An item is in once what was received is whole, and was in date after the offer. */
function itemCameIn(id: string, { decision, facts, information }: Offer): CameIn {
  const rule = information?.items.find((one) => one.id === id)
  const item = facts.items.find(
    (one) => one.referralId === decision.referralId && one.itemId === id,
  )
  if (!rule || !item) return undefined
  const at = laterOf(placedAt(decision), item.receivedAt ?? placedAt(decision))
  const standing = itemStanding(rule, item, at)
  return standing === 'in-date' || standing === 'not-applicable' ? item.receivedAt : undefined
}

/** A look-up is in once every child has one that was in date after the offer. */
function lookUpsCameIn(staleAfterDays: number | null, { decision, facts }: Offer): CameIn {
  const checks = facts.cpisChecks.filter(
    (one) => one.referralId === decision.referralId && one.result !== 'not-available',
  )
  const each = decision.childKeys.map((key): CameIn => {
    const own = checks.filter((one) => one.childKey === key)
    const timed = own.flatMap((one) => one.checkedAt ?? [])
    const good = timed.filter(
      (at) => !isStale(staleAfterDays, dateOf(at), laterOf(at, placedAt(decision))),
    )
    if (good.length > 0) return good.reduce(earlierOf)
    return own.length > timed.length ? null : undefined
  })
  return lastOf(each)
}

/** A clause is in once its answer is known and, where it was out of date, given anew after the offer. */
function clauseCameIn(clause: Clause, { decision, facts, criteria }: Offer): CameIn {
  const at = placedAt(decision)
  const referral = facts.referrals.find((one) => one.recordId === decision.referralId)
  if (clause.computation && criteria && referral) {
    const answer = computedAnswer(clause.computation, referral.facts, criteria, dateOf(at))
    if (answer !== 'ask') return answer === 'not-known' ? undefined : referral.facts.recordedAt
  }
  const answer = facts.answers.find(
    (one) => one.referralId === decision.referralId && one.clauseId === clause.id,
  )
  if (!answer || answer.answer === 'not-known' || answer.answer === 'not-yet-asked')
    return undefined
  const asked = laterOf(at, answer.answeredAt)
  return isStale(clause.staleAfterDays, answer.describedOn, asked) ? undefined : answer.answeredAt
}

/** Several parts as one: in when the last of them is. */
export function lastOf(parts: readonly CameIn[]): CameIn {
  if (parts.length === 0 || parts.includes(undefined)) return undefined
  if (parts.includes(null)) return null
  return parts.filter((one) => typeof one === 'string').reduce(laterOf)
}

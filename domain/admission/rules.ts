import type { Answer } from '../shared/answer.ts'
import type { Instant } from '../shared/time.ts'
import { type ClauseFact, clauseFactsOf, clauseStanding } from './clauses.ts'
import type { AdmissionCriteria, Clause } from './criteria.ts'
import { type BareHold, type Hold, holdKinds } from './hold.ts'
import { clauseHold, groupHold, itemHold } from './hold-words.ts'
import type { InformationItems } from './information.ts'
import { type ItemFact, isMustKnow, itemFactsOf, itemStanding } from './items.ts'
import { isReleasing, type OverrideClock, overrideStanding } from './overrides.ts'
import type { InformationItem, Override, ReferralCheck } from './record.ts'
import { socialCareInvolved } from './social-care.ts'

/**
 * What holds an offer (product.md 2, 5a; decisions 17 and 18). Nothing is offered while an inclusion is not
 * met, an exclusion is present, or a must-know is unknown or stale, unless two authorised people override
 * it clause by clause. Truth tables: docs/states/admission.md.
 */

/** The criteria and the information that one referral is checked against: its own versions throughout. */
export interface AdmissionRules {
  criteria: AdmissionCriteria
  information: InformationItems
}

/** The facts of a check as a decision keeps them. */
export interface CheckFacts {
  clauses: readonly ClauseFact[]
  items: readonly ItemFact[]
  socialCare: Answer
}

/** The facts that a decision at this instant is made on; the decision stores them (architecture.md, law 5). */
export const checkFactsOf = (
  check: ReferralCheck,
  items: readonly InformationItem[],
  rules: AdmissionRules,
  at: Instant,
): CheckFacts => ({
  clauses: clauseFactsOf(check, rules.criteria, at),
  items: itemFactsOf(check, items, rules.information),
  socialCare: socialCareInvolved(check),
})

function clauseHolds(facts: CheckFacts, criteria: AdmissionCriteria, at: Instant): BareHold[] {
  const byId = new Map(facts.clauses.map((fact) => [fact.clauseId, fact]))
  const alone = criteria.clauses.filter(
    (clause) => clause.group === null && clause.answered !== 'measured',
  )
  const holds = alone.flatMap((clause) => {
    const fact = byId.get(clause.id)
    const hold = clauseHold(clause, clauseStanding(clause, fact, at), fact)
    return hold ? [hold] : []
  })
  return [...holds, ...criteria.groups.flatMap((group) => groupHolds(group, criteria, byId, at))]
}

/** At least one clause of a group has to be met (decision 17: one of ADM-I-03, I-04 and I-06). */
function groupHolds(
  group: AdmissionCriteria['groups'][number],
  criteria: AdmissionCriteria,
  byId: ReadonlyMap<string, ClauseFact>,
  at: Instant,
): BareHold[] {
  const members = criteria.clauses.filter((clause) => clause.group === group.id)
  const standings = members.map((clause) => clauseStanding(clause, byId.get(clause.id), at))
  if (standings.includes('met')) return []
  return [
    groupHold(
      group,
      members.map((clause, i) => ({
        clause,
        standing: standings[i] ?? 'not-yet-asked',
        fact: byId.get(clause.id),
      })),
    ),
  ]
}

function itemHolds(facts: CheckFacts, information: InformationItems, at: Instant): BareHold[] {
  const byId = new Map(facts.items.map((fact) => [fact.itemId, fact]))
  return information.items
    .filter((rule) => isMustKnow(rule, facts.socialCare))
    .flatMap((rule) => {
      const fact = byId.get(rule.id)
      const hold = itemHold(rule, itemStanding(rule, fact, at), fact, facts.socialCare, at)
      return hold ? [hold] : []
    })
}

/**
 * Everything that would hold an offer made at `at`, those that an override lets through included: each says
 * what its override is worth. Stops come first. `now` is when a telephone signature is asked for; it is
 * later than `at` where an offer is looked at again before arrival.
 */
export function holdsOf(
  facts: CheckFacts,
  overrides: readonly Override[],
  rules: AdmissionRules,
  at: Instant,
  clock: OverrideClock = { signature: at, deadline: at },
): Hold[] {
  const bare = [
    ...clauseHolds(facts, rules.criteria, at),
    ...itemHolds(facts, rules.information, at),
  ]
  return bare
    .map((hold) => ({ ...hold, override: bestOverride(hold, overrides, rules.criteria, clock) }))
    .sort((a, b) => holdKinds.indexOf(a.kind) - holdKinds.indexOf(b.kind))
}

/**
 * What holds an offer that was made at `decidedAt` and is entered `now`: what held it then, and what has gone
 * out of date by its entry. A time in the past never makes old information current (Finding Five a).
 */
export function holdsOfEntry(
  file: ReferralCheck & { items: readonly InformationItem[]; overrides: readonly Override[] },
  rules: AdmissionRules,
  decidedAt: Instant,
  now: Instant,
): { facts: CheckFacts; holds: Hold[] } {
  const clock = { signature: now, deadline: now }
  const at = (when: Instant) => {
    const facts = checkFactsOf(file, file.items, rules, when)
    return { facts, holds: holdsOf(facts, file.overrides, rules, when, clock) }
  }
  const { facts, holds } = at(decidedAt)
  const since = at(now).holds.filter(({ ruleId }) => !holds.some((one) => one.ruleId === ruleId))
  return { facts, holds: [...holds, ...since] }
}

/** The one that lets it through, or else the newest. */
function bestOverride(
  hold: BareHold,
  overrides: readonly Override[],
  criteria: AdmissionCriteria,
  clock: OverrideClock,
): Hold['override'] {
  const standings = overrides
    .filter((one) => hold.overrideAgainst.includes(one.ruleId))
    .sort((a, b) => (a.overriddenAt < b.overriddenAt ? 1 : -1))
    .map((one) => ({
      ...overrideStanding(one, hold, criteria, clock),
      overrideId: one.recordId,
    }))
  return standings.find(isReleasing) ?? standings[0] ?? null
}

/** What still holds the offer: the exact reasons, and what would release each. Empty: the offer is free. */
export function heldBy(
  check: ReferralCheck,
  items: readonly InformationItem[],
  overrides: readonly Override[],
  rules: AdmissionRules,
  at: Instant,
  clock?: OverrideClock,
): Hold[] {
  return stillHolding(holdsOf(checkFactsOf(check, items, rules, at), overrides, rules, at, clock))
}

export const stillHolding = (holds: readonly Hold[]): Hold[] =>
  holds.filter((hold) => hold.override === null || !isReleasing(hold.override))

/** The overrides that let something through, by record id: the decision stores them (measures 5a-1 to 5a-4). */
export const overridesUsed = (holds: readonly Hold[]): string[] => [
  ...new Set(
    holds.flatMap(({ override }) =>
      override !== null && isReleasing(override) ? [override.overrideId] : [],
    ),
  ),
]

/** The clauses that nobody has answered yet: they do not all hold the offer, but measure 5a-1 counts them. */
export const unanswered = (facts: CheckFacts, criteria: AdmissionCriteria): Clause[] =>
  criteria.clauses.filter((clause) =>
    facts.clauses.some((fact) => fact.clauseId === clause.id && fact.answer === 'not-yet-asked'),
  )

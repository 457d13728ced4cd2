import type { Measure, Member } from '../assurance/measure.ts'
import { fail, incomplete, notEligible, pass, type Verdict } from '../assurance/verdict.ts'
import { dueOf } from '../shared/limits.ts'
import type { Cut, Period } from '../shared/time.ts'
import {
  type AdmissionFacts,
  type ArrivalFact,
  type DecisionFact,
  placedAt,
  type ReferralFact,
  type ReferralTie,
  refOf,
} from './facts.ts'
import {
  allClausesAnswered,
  cpisBeforeTheOffer,
  offersFitTheCriteria,
  offersOnCurrentInformation,
  overridesByTwoPeople,
} from './offer-measures.ts'
import { acceptanceOf } from './stages.ts'

/**
 * Measures of the way of a referral: 5a-5, 5a-6 and 5a-7; and the list of all of Finding Five a. Truth tables:
 * docs/states/admission.md.
 */

const of5a = { version: 1, requirement: '5a', minimumN: 5, unit: 'count' as const }

const byTime = (a: DecisionFact, b: DecisionFact) => (placedAt(a) < placedAt(b) ? -1 : 1)
const decisionsByReferral = (facts: AdmissionFacts) =>
  Map.groupBy([...facts.decisions].sort(byTime), (one) => one.referralId)

function decidedInTime(
  referral: ReferralFact,
  decisions: readonly DecisionFact[],
  cut: Cut,
): Verdict {
  const dueAt = referral.decisionDueAt
  if (dueAt === null || referral.planned === null)
    return incomplete('Whether it was planned, or its limit, is not recorded')
  const first = decisions.find((one) => one.outcome === 'offered' || one.outcome === 'declined')
  if (first && first.decidedAt === null) return incomplete('The decision has no time')
  if (first)
    return placedAt(first) <= dueAt ? pass('Decided within the limit') : fail('Decided late')
  const withdrawn = decisions.find((one) => one.outcome === 'withdrawn')
  if (withdrawn && placedAt(withdrawn) <= dueAt)
    return notEligible('Withdrawn before the limit ran out')
  // Nothing was left to decide; that she came in so is a fail of 5a-2 and 5a-3.
  if (referral.cameWithoutOfferAt !== null && referral.cameWithoutOfferAt <= dueAt)
    return notEligible('She came in without an offer before the limit ran out')
  return cut.at <= dueAt
    ? notEligible('Not yet due: the limit has not run out')
    : fail('The limit ran out without a decision')
}

const planLabel = (planned: boolean | null) =>
  planned === null ? 'Planned or not: not recorded' : planned ? 'Planned' : 'Unplanned'

export const decisionsInTime: Measure<AdmissionFacts> = {
  ...of5a,
  id: '5a-5',
  title: 'Decision within the limit',
  population: 'Referrals, planned and unplanned apart',
  placedBy: 'The time at which the referral was received',
  rule: 'The first decision to offer or to decline was made within the limit for planned or unplanned admissions',
  source: 'Child Z, Finding Five a; limits to be approved by the unit',
  safetyCritical: false,
  members(facts, period, cut) {
    const decisions = decisionsByReferral(facts)
    return facts.referrals
      .filter((one) => one.receivedAt >= period.from && one.receivedAt < period.to)
      .map((referral): Member => {
        const own = decisions.get(referral.recordId) ?? []
        return {
          ...decidedInTime(referral, own, cut),
          key: referral.recordId,
          at: referral.receivedAt,
          quantity: 1,
          group: planLabel(referral.planned),
          records: [
            refOf('referral', referral),
            ...own.map((one) => refOf('admission_decision', one)),
          ],
        }
      })
  },
}

function arrivedInTime(
  arrival: Pick<ArrivalFact, 'arrivedAt'> & Pick<ReferralTie, 'cameFrom'>,
  offer: DecisionFact | undefined,
  facts: AdmissionFacts,
): Verdict {
  const criteria = facts.criteria.find((set) => set.recordId === offer?.criteriaId)?.content
  if (!offer || !criteria || offer.decidedAt === null)
    return incomplete('The acceptance is not recorded, or has no time')
  if (arrival.cameFrom === 'not-known') return incomplete('Where she came from is not known')
  if (arrival.cameFrom === 'adult-mental-health-ward')
    return fail('Came by way of an adult mental health ward')
  const dueAt = dueOf(criteria.limits.arrival.limit, offer.decidedAt).at
  return arrival.arrivedAt <= dueAt
    ? pass('Arrived within the limit of acceptance, direct')
    : fail('Arrived later than the limit after acceptance')
}

export const arrivalsInTime: Measure<AdmissionFacts> = {
  ...of5a,
  id: '5a-6',
  title: 'Unplanned admissions within 24 hours of acceptance, direct',
  population: 'Unplanned admissions',
  placedBy: 'The arrival',
  rule: 'She arrived within 24 hours of acceptance, the first offer since a decline, without a stay on an adult mental health ward first',
  source:
    'RCPsych standards for inpatient perinatal services, sixth edition (2018), 1.1.3; ADM-I-12',
  safetyCritical: false,
  members(facts, period) {
    const decisions = decisionsByReferral(facts)
    const planned = new Map(facts.referrals.map((one) => [one.recordId, one.planned]))
    return facts.arrivals
      .filter((one) => one.arrivedAt >= period.from && one.arrivedAt < period.to)
      .filter((one) => (one.tie ? planned.get(one.tie.referralId) : one.planned) !== true)
      .map((arrival): Member => {
        const { tie, arrivedAt } = arrival
        const member = { at: arrivedAt, quantity: 1 }
        if (tie === null)
          return {
            ...member,
            ...incomplete('No offer is tied to the stay, so its acceptance is not recorded'),
            key: arrival.recordId,
            records: [refOf('stay', arrival)],
          }
        const before = (decisions.get(tie.referralId) ?? []).filter(
          (one) => placedAt(one) <= arrivedAt,
        )
        const offer = acceptanceOf(before)
        const verdict =
          planned.get(tie.referralId) === false
            ? arrivedInTime({ arrivedAt, cameFrom: tie.cameFrom }, offer, facts)
            : incomplete('Whether it was planned is not recorded')
        return {
          ...member,
          ...verdict,
          key: tie.recordId,
          records: [
            refOf('referral_arrival', tie),
            ...(offer ? [refOf('admission_decision', offer)] : []),
          ],
        }
      })
  },
}

function refusedWell(decision: DecisionFact, cut: Cut): Verdict {
  if (decision.reasonCode === null) return fail('No reason was given')
  if (decision.signposting.length === 0 && !decision.signpostingNote?.trim())
    return fail('The referrer was not pointed elsewhere')
  if (decision.referrerToldAt !== null) {
    if (decision.referrerToldDueAt === null)
      return incomplete('By when the referrer had to be told is not recorded')
    return decision.referrerToldAt <= decision.referrerToldDueAt
      ? pass('Reason, signposting, referrer told')
      : fail('The referrer was told late')
  }
  return decision.referrerToldDueAt !== null && cut.at <= decision.referrerToldDueAt
    ? notEligible('Not yet due: the referrer may still be told in time')
    : fail('The referrer was not told')
}

export const refusalsExplained: Measure<AdmissionFacts> = {
  ...of5a,
  id: '5a-7',
  title: 'Refusals are explained',
  population: 'Decisions to decline',
  placedBy: 'The time of the decision',
  rule: 'A reason from the list, where else to turn, and the referrer told within the limit',
  source:
    'RCPsych standards for inpatient perinatal services, sixth edition (2018), 1.1.6; Child Z, Finding Five',
  safetyCritical: false,
  members: (facts: AdmissionFacts, period: Period, cut: Cut) =>
    facts.decisions
      .filter((one) => one.outcome === 'declined')
      .filter((one) => placedAt(one) >= period.from && placedAt(one) < period.to)
      .map((decision) => ({
        ...refusedWell(decision, cut),
        key: decision.recordId,
        at: placedAt(decision),
        quantity: 1,
        records: [refOf('admission_decision', decision)],
      })),
}

/** The measures of admission. */
export const admissionMeasures: readonly Measure<AdmissionFacts>[] = [
  allClausesAnswered,
  offersFitTheCriteria,
  offersOnCurrentInformation,
  overridesByTwoPeople,
  decisionsInTime,
  arrivalsInTime,
  refusalsExplained,
  cpisBeforeTheOffer,
]

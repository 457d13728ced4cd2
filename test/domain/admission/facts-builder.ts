import { keptClauses, keptItems } from '#domain/admission/decision.ts'
import type {
  AdmissionFacts,
  ArrivalFact,
  ArrivedBaby,
  DecisionFact,
  ReferralFact,
} from '#domain/admission/facts.ts'
import type { DecisionOutcome, ReferralFile } from '#domain/admission/record.ts'
import { checkFactsOf, holdsOf, overridesUsed } from '#domain/admission/rules.ts'
import { addHours } from '#domain/shared/calendar.ts'
import type { ArrivalSource } from '#domain/stays/arrival-source.ts'
import { criteriaFile, decidedAt, informationFile, newId, shipped } from './builders.ts'

const released = {
  version: 1,
  approvedBy: null,
  approvedAt: null,
  recordedAt: '2020-01-01T00:00:00.000Z',
}
export const criteriaSet = { ...criteriaFile, ...released, recordId: 'criteria' }
export const informationSet = { ...informationFile, ...released, recordId: 'information' }

/** A decision as the service stores it: with what it was made on. */
export function decisionOn(
  file: ReferralFile,
  outcome: DecisionOutcome,
  changes: Partial<DecisionFact> = {},
): DecisionFact {
  const at = changes.decidedAt ?? decidedAt
  const facts = checkFactsOf(file, file.items, shipped, at)
  return {
    recordId: newId(),
    version: 1,
    referralId: 'referral',
    outcome,
    decidedAt: at,
    recordedAt: decidedAt,
    criteriaId: 'criteria',
    informationSetId: 'information',
    clauses: keptClauses(facts),
    items: keptItems(facts),
    socialCare: facts.socialCare,
    childKeys: file.facts.children.map((child) => child.key),
    overrideIds: overridesUsed(holdsOf(facts, file.overrides, shipped, at)),
    reasonCode: null,
    signposting: [],
    signpostingNote: null,
    referrerToldAt: null,
    referrerToldDueAt: null,
    ...changes,
  }
}

export function aReferral(file: ReferralFile, changes: Partial<ReferralFact> = {}): ReferralFact {
  return {
    recordId: 'referral',
    version: 1,
    receivedAt: file.receivedAt,
    planned: file.planned,
    decisionDueAt: addHours(file.receivedAt, 4),
    cameWithoutOfferAt: null,
    facts: file.facts,
    ...changes,
  }
}

/** An arrival on the referral; without one where `cameFrom` is null. */
export const anArrival = (
  arrivedAt: string,
  cameFrom: ArrivalSource | null = 'home',
  changes: Partial<ArrivalFact> = {},
): ArrivalFact => ({
  recordId: 'stay',
  version: 1,
  arrivedAt,
  planned: false,
  tie: cameFrom && { recordId: 'arrival', version: 1, referralId: 'referral', cameFrom },
  reasoned: false,
  babies: [],
  ...changes,
})

/** The baby of the referral, with her from her arrival. */
export const anArrivedBaby = (
  startedAt: string,
  changes: Partial<ArrivedBaby> = {},
): ArrivedBaby => ({
  recordId: newId(),
  version: 1,
  startedAt,
  bornOn: '2026-03-01',
  childKey: 'baby',
  wasHere: false,
  reasoned: false,
  ...changes,
})

/** The facts of one referral at the cut: `now` is the file as it stands then. */
export function factsOf(
  now: ReferralFile,
  decisions: readonly DecisionFact[],
  changes: Partial<AdmissionFacts> = {},
): AdmissionFacts {
  const own = { referralId: 'referral' }
  return {
    referrals: [aReferral(now)],
    decisions,
    overrides: now.overrides.map((one) => ({ ...one, ...own })),
    answers: now.answers.map((one) => ({ ...one, ...own })),
    items: now.items.map((one) => ({ ...one, ...own })),
    cpisChecks: now.cpisChecks.map((one) => ({ ...one, ...own })),
    arrivals: [],
    criteria: [criteriaSet],
    information: [informationSet],
    ...changes,
  }
}

import type { Measure, Member, RecordRef } from '../assurance/measure.ts'
import { fail, incomplete, pass, type Verdict, worstOf } from '../assurance/verdict.ts'
import { onceFor } from '../shared/once-for.ts'
import type { Cut, Instant, Period } from '../shared/time.ts'
import type { Offer } from './came-in.ts'
import { clauseStanding } from './clauses.ts'
import type { Clause } from './criteria.ts'
import { type AdmissionFacts, type DecisionFact, placedAt, refOf } from './facts.ts'
import { isMustKnow, itemStanding } from './items.ts'
import { overrideVerdicts } from './override-measure.ts'
import type { Override } from './record.ts'
import { arrivedWithoutAnOffer } from './without-offer.ts'

/**
 * Measures of the decision itself: 5a-1, 5a-2, 5a-3, 5a-4 and 5a-8 (assurance.md 2; decision 34). They read
 * what the decision kept of its check. Truth tables: docs/states/admission.md.
 */

const withoutCheck = incomplete('The record does not hold the check that it was made on')

/** What a decision was made under and let through. */
interface Decided extends Offer {
  overrides: readonly Override[]
}

const decidedUnder = onceFor((facts: AdmissionFacts) =>
  onceFor((decision: DecisionFact): Decided => {
    const { criteriaId, informationSetId, overrideIds } = decision
    return {
      decision,
      facts,
      criteria: facts.criteria.find((set) => set.recordId === criteriaId)?.content,
      information: facts.information.find((set) => set.recordId === informationSetId)?.content,
      overrides:
        overrideIds.length === 0
          ? []
          : facts.overrides.filter((one) => overrideIds.includes(one.recordId)),
    }
  }),
)

const recordsOf = onceFor(({ decision, overrides, information }: Decided): RecordRef[] => {
  const typeOf = (itemId: string) =>
    information?.items.find((rule) => rule.id === itemId)?.from === 'cpis-log'
      ? 'cpis_check'
      : 'information_item'
  const typed = decision.clauses.flatMap((one) =>
    one.answerId === null || one.answerVersion === null
      ? []
      : [{ type: 'clause_answer', recordId: one.answerId, version: one.answerVersion }],
  )
  const items = decision.items.flatMap((one) =>
    one.informationId === null || one.informationVersion === null
      ? []
      : [
          {
            type: typeOf(one.itemId),
            recordId: one.informationId,
            version: one.informationVersion,
          },
        ],
  )
  return [
    refOf('admission_decision', decision),
    ...typed,
    ...items,
    ...overrides.map((one) => refOf('clause_override', one)),
  ]
})

/** The members of a measure that judges decisions by a ladder. */
function decisionsJudged(
  judge: (decided: Decided, cut: Cut) => Verdict | undefined,
  isCounted: (decision: DecisionFact) => boolean,
) {
  return (facts: AdmissionFacts, period: Period, cut: Cut): Member[] =>
    facts.decisions
      .filter(isCounted)
      .filter((one) => placedAt(one) >= period.from && placedAt(one) < period.to)
      .flatMap((decision) => {
        const decided = decidedUnder(facts)(decision)
        const verdict = judge(decided, cut)
        if (!verdict) return []
        const member = { key: decision.recordId, at: placedAt(decision), quantity: 1 }
        return [{ ...member, ...verdict, records: recordsOf(decided) }]
      })
}

/** Offers judged by a ladder, and whoever came in without one, which fails it. */
const admissionsJudged = (judge: (decided: Decided, cut: Cut) => Verdict | undefined) => {
  const offers = decisionsJudged(judge, isOffer)
  return (facts: AdmissionFacts, period: Period, cut: Cut): Member[] => [
    ...offers(facts, period, cut),
    ...arrivedWithoutAnOffer(facts, period),
  ]
}

const isOffer = (decision: DecisionFact) => decision.outcome === 'offered'
const isOfferOrDecline = (decision: DecisionFact) =>
  isOffer(decision) || decision.outcome === 'declined'

const byDecision = {
  version: 1,
  requirement: '5a',
  placedBy: 'The time of the decision',
  minimumN: 5,
  unit: 'count' as const,
}

const namesOf = (clause: Clause) =>
  clause.group === null ? [clause.id] : [clause.id, clause.group]

function everyClauseAnswered({ decision, criteria, overrides }: Decided): Verdict {
  if (!criteria || decision.clauses.length === 0) return withoutCheck
  const answered = new Map(decision.clauses.map((one) => [one.clauseId, one.answer]))
  const asked = criteria.clauses.filter((clause) => clause.answered !== 'measured')
  const answerTo = (clause: Clause) => answered.get(clause.id) ?? 'not-yet-asked'
  if (asked.some((clause) => answerTo(clause) === 'not-yet-asked'))
    return fail('A clause was not answered')
  const unknown = asked.filter((clause) => answerTo(clause) === 'not-known')
  const isOverridden = (clause: Clause) =>
    overrides.some((one) => namesOf(clause).includes(one.ruleId))
  if (!unknown.every(isOverridden)) return fail('A clause was not known, without an override')
  return unknown.length > 0
    ? {
        ...pass('Every clause answered; what was not known was overridden by name'),
        overridden: true,
      }
    : pass('Every clause answered')
}

export const allClausesAnswered: Measure<AdmissionFacts> = {
  ...byDecision,
  id: '5a-1',
  title: 'Every clause answered at the decision',
  population: 'Decisions to offer or to decline',
  rule: "Every clause is answered; 'not known' counts only with an override",
  source: 'Child Z, Finding Five a',
  safetyCritical: false,
  members: decisionsJudged(everyClauseAnswered, isOfferOrDecline),
}

const isClauseOverride = (one: Override) => !one.ruleId.startsWith('ADM-R-')

function fitsTheCriteria({ decision, criteria, overrides }: Decided): Verdict {
  if (!criteria || decision.clauses.length === 0) return withoutCheck
  if (overrides.some(isClauseOverride))
    return { ...fail('Offered by an override of a clause'), overridden: true }
  const at = placedAt(decision)
  const facts = new Map(decision.clauses.map((one) => [one.clauseId, one]))
  const standingOf = (clause: Clause) => clauseStanding(clause, facts.get(clause.id), at)
  const alone = criteria.clauses
    .filter((clause) => clause.group === null && clause.answered !== 'measured')
    .map(standingOf)
  const groups = criteria.groups.map((group) =>
    criteria.clauses.filter((clause) => clause.group === group.id).map(standingOf),
  )
  const unmet = groups.filter((standings) => !standings.includes('met')).flat()
  const open = (standing: string) => standing === 'not-known' || standing === 'not-yet-asked'
  const noGroupCanBeMet = groups.some(
    (standings) => !standings.includes('met') && !standings.some(open),
  )
  if (alone.includes('not-met') || noGroupCanBeMet)
    return fail('An inclusion was not met, or an exclusion was present')
  if (alone.includes('stale')) return fail('An answer was out of date')
  if ([...alone, ...unmet].some(open)) return incomplete('An answer was not known')
  return pass('All inclusions met, no exclusion')
}

export const offersFitTheCriteria: Measure<AdmissionFacts> = {
  ...byDecision,
  id: '5a-2',
  title: 'Offers fit the criteria',
  population: 'Decisions to offer; whoever came in without one',
  placedBy: 'The time of the decision; of the arrival where there was none',
  rule: 'All inclusions met, no exclusion present, and no clause overridden',
  source: 'Child Z, Finding Five a (offer beds only to those that fit the criteria)',
  safetyCritical: true,
  members: admissionsJudged(fitsTheCriteria),
}

function mustKnowsInDate({ decision, information, overrides }: Decided): Verdict {
  if (!information || decision.items.length === 0) return withoutCheck
  if (overrides.some((one) => !isClauseOverride(one)))
    return { ...fail('Offered by an override of a must-know'), overridden: true }
  const at = placedAt(decision)
  const items = new Map(decision.items.map((one) => [one.itemId, one]))
  const verdicts = information.items
    .filter((rule) => isMustKnow(rule, decision.socialCare))
    .map((rule): Verdict => {
      const item = items.get(rule.id)
      const standing = itemStanding(rule, item, at)
      if (standing === 'not-applicable')
        return rule.mustKnow === 'where-social-care'
          ? fail('Not applicable was taken for an answer, though social care may hold it')
          : pass('Not applicable')
      if (standing === 'in-date') return receivedBy(item?.receivedAt ?? null, at)
      const isInvolvementOpen = decision.socialCare !== 'yes' && rule.mustKnow !== 'always'
      return isInvolvementOpen
        ? incomplete("Whether children's social care is involved was not known")
        : fail('A must-know was missing, not known or out of date')
    })
  return worstOf(verdicts, 'Every must-know received and in date')
}

function receivedBy(receivedAt: Instant | null, at: Instant): Verdict {
  if (receivedAt === null) return incomplete('A must-know has no time of receipt')
  return receivedAt <= at
    ? pass('Received and in date')
    : fail('A must-know came after the decision')
}

export const offersOnCurrentInformation: Measure<AdmissionFacts> = {
  ...byDecision,
  id: '5a-3',
  title: 'Offers rest on current information',
  population: 'Decisions to offer; whoever came in without one',
  placedBy: 'The time of the decision; of the arrival where there was none',
  rule: 'Every must-know item was received and in date at the decision, and none overridden',
  source: 'Child Z, Finding Five a (sufficient current information)',
  safetyCritical: true,
  members: admissionsJudged(mustKnowsInDate),
}

export const overridesByTwoPeople: Measure<AdmissionFacts> = {
  ...byDecision,
  id: '5a-4',
  title: 'Overrides by two authorised people, and what was missing came in',
  population: 'Decisions to offer that rest on an override',
  rule: 'Each override names two different authorised people and a reason, a telephone agreement was signed in time, and what was missing came in by its deadline',
  source: 'Child Z, Finding Five a; decisions 17 and 18',
  safetyCritical: false,
  members: decisionsJudged(
    (decided, cut) =>
      decided.overrides.length === 0
        ? undefined
        : {
            ...worstOf(
              decided.overrides.flatMap((one) => overrideVerdicts(one, decided, cut)),
              'Every override held',
            ),
            overridden: true,
          },
    isOffer,
  ),
}

const checksByReferral = onceFor((facts: AdmissionFacts) =>
  Map.groupBy(facts.cpisChecks, (one) => one.referralId),
)

function lookedUpBefore({ decision, facts }: Decided): Verdict {
  if (decision.childKeys.length === 0) return incomplete('The record names no child')
  const checks = (checksByReferral(facts).get(decision.referralId) ?? []).filter(
    (one) => one.result !== 'not-available',
  )
  const at = placedAt(decision)
  const verdicts = decision.childKeys.map((key): Verdict => {
    const own = checks.filter((one) => one.childKey === key)
    if (own.some((one) => one.checkedAt !== null && one.checkedAt <= at)) return pass('Looked up')
    return own.some((one) => one.checkedAt === null)
      ? incomplete('A look-up has no time')
      : fail('Not looked up before the offer for every child')
  })
  return worstOf(verdicts, 'Looked up for every child before the offer')
}

export const cpisBeforeTheOffer: Measure<AdmissionFacts> = {
  ...byDecision,
  id: '5a-8',
  title: 'CP-IS check before the offer',
  population: 'Decisions to offer',
  rule: 'The child protection information service was looked up for every child before the offer',
  source: 'Child Z, Findings Two and Five a; ADM-R-17',
  safetyCritical: false,
  members: decisionsJudged(lookedUpBefore, isOffer),
}

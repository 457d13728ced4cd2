import type { Answer } from '../shared/answer.ts'
import { dateOf, daysBetween, laterOf } from '../shared/calendar.ts'
import type { CivilDate, Instant } from '../shared/time.ts'
import { computedAnswer, isBorn } from './computed.ts'
import { type AdmissionCriteria, answeredClauses, type Clause } from './criteria.ts'
import type { ClauseAnswer, ReferralCheck } from './record.ts'
import { socialCareInvolved } from './social-care.ts'

/** An answer to a clause as a decision keeps it, whether typed or computed. */
export interface ClauseFact {
  clauseId: string
  answer: Answer
  describedOn: CivilDate | null
  setByCourt: boolean
  /** When what it rests on was recorded. */
  recordedAt: Instant
  /** The version of the answer that was typed; null where it was computed or nobody answered. */
  typed: { recordId: string; version: number } | null
}

/**
 * Every clause that gets an answer, with the one that stands at an instant: computed by the date in England
 * then, or the newest that was typed, or not yet asked.
 */
export function clauseFactsOf(
  check: ReferralCheck,
  criteria: AdmissionCriteria,
  at: Instant,
): ClauseFact[] {
  const typed = new Map(check.answers.map((answer) => [answer.clauseId, answer]))
  const on = dateOf(at)
  return answeredClauses(criteria).map((clause) => {
    const computed = clause.computation
      ? computedAnswer(clause.computation, check.facts, criteria, on)
      : 'ask'
    if (computed === 'ask') return askedFact(clause, typed.get(clause.id), check)
    return {
      clauseId: clause.id,
      answer: computed,
      describedOn: on,
      setByCourt: false,
      recordedAt: check.facts.recordedAt,
      typed: null,
    }
  })
}

/** Whether "not applicable" stands; one given before the birth has to be asked again after it. */
export const isApplicable = (rule: 'may-be' | 'while-unborn' | 'never', check: ReferralCheck) =>
  rule === 'never' || (rule === 'while-unborn' && check.facts.children.some(isBorn))

/**
 * Whether "not applicable" is no answer to this clause here. What a court or an authority may have set always
 * applies where social care is involved, or where nobody knows that it is not (ADM-X-08, ADM-X-09).
 */
export const isClauseNeeded = (clause: Clause, check: ReferralCheck): boolean =>
  isApplicable(clause.notApplicable, check) ||
  (clause.kind === 'stop' && socialCareInvolved(check) !== 'no')

function askedFact(
  clause: Clause,
  answer: ClauseAnswer | undefined,
  check: ReferralCheck,
): ClauseFact {
  const isWrong = answer?.answer === 'not-applicable' && isClauseNeeded(clause, check)
  if (!answer || isWrong) {
    return {
      clauseId: clause.id,
      answer: 'not-yet-asked',
      describedOn: null,
      setByCourt: false,
      recordedAt: laterOf(check.facts.recordedAt, check.facts.socialCareSince),
      typed: null,
    }
  }
  return {
    clauseId: clause.id,
    answer: answer.answer,
    describedOn: answer.describedOn,
    setByCourt: answer.setByCourt,
    recordedAt: answer.recordedAt,
    typed: { recordId: answer.recordId, version: answer.version },
  }
}

/** What an answer means for its clause. */
export const clauseStandings = [
  'not-yet-asked',
  'not-known',
  'stale',
  'not-applicable',
  'met',
  'not-met',
] as const
export type ClauseStanding = (typeof clauseStandings)[number]

/**
 * The age of information in whole days: the day of the decision less the day that it describes, null where
 * it names no day (decision 17).
 */
export const ageOfInformation = (describedOn: CivilDate | null, at: Instant): number | null =>
  describedOn === null ? null : daysBetween(describedOn, dateOf(at))

/** Whether information is older than its limit at an instant; without a date it always is (decision 17). */
export function isStale(
  staleAfterDays: number | null,
  describedOn: CivilDate | null,
  at: Instant,
): boolean {
  if (staleAfterDays === null) return false
  const age = ageOfInformation(describedOn, at)
  return age === null || age > staleAfterDays
}

/** For an exclusion, a defer or a stop, yes = present (decision 17), so it is not met. */
const asksForPresence = (clause: Clause) => clause.kind !== 'inclusion'

/** The ladder from an answer to its meaning. Truth table: docs/states/admission.md, 1. */
export function clauseStanding(
  clause: Clause,
  fact: Pick<ClauseFact, 'answer' | 'describedOn'> | undefined,
  at: Instant,
): ClauseStanding {
  const answer = fact?.answer ?? 'not-yet-asked'
  if (answer === 'not-yet-asked' || answer === 'not-known') return answer
  if (answer === 'not-applicable') return 'not-applicable'
  const isMet = (answer === 'yes') !== asksForPresence(clause)
  if (!isMet) return 'not-met'
  return isStale(clause.staleAfterDays, fact?.describedOn ?? null, at) ? 'stale' : 'met'
}

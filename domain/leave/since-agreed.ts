import type { BabyFacts, LeaveAnswers, LeaveEscort, StaffChoice } from './escort.ts'
import { loweredStaff, silentAnswers } from './escort.ts'

/**
 * What was decided about a leave, held against what the record says now: when they leave, and while they are
 * out. What was answered, and what two people overrode, was about the ground as it was then. Truth table:
 * docs/states/leave.md.
 */

/** What a decision was made on. */
export interface DecidedOn {
  answers: LeaveAnswers
  babies: readonly BabyFacts[]
}

/** What was decided. */
export interface Decided extends StaffChoice {
  section17Escort: boolean
  adult: string
  overridden: boolean
}

const codesOf = (babies: readonly BabyFacts[]) =>
  babies.flatMap(({ pairId, childCodes }) =>
    (childCodes ?? ['not recorded']).map((code) => `${pairId} ${code}`),
  )
const limitsOf = (babies: readonly BabyFacts[]) =>
  babies.flatMap(({ pairId, authorityRequirement: limit }) =>
    limit === null ? [] : [`${pairId} ${limit}`],
  )
const levelsOf = (babies: readonly BabyFacts[]) =>
  babies.map(({ pairId, level }) => `${pairId} ${level.code} ${level.from}`)

const knownThen = (now: readonly string[], then: readonly string[]): boolean =>
  now.every((one) => then.includes(one))

/** The answers that still stand: a yes says nothing of an order or a limit that came after it. */
export function answersStill(on: DecidedOn, babies: readonly BabyFacts[]): LeaveAnswers {
  const sameStatus = knownThen(codesOf(babies), codesOf(on.babies))
  const sameLimits = knownThen(limitsOf(babies), limitsOf(on.babies))
  return {
    planSays: sameStatus ? on.answers.planSays : silentAnswers.planSays,
    authoritySays:
      sameStatus && sameLimits ? on.answers.authoritySays : silentAnswers.authoritySays,
    consentSays: sameStatus ? on.answers.consentSays : silentAnswers.consentSays,
  }
}

/** What the rules ask for beyond what was decided. An override covers the level and the status that it was signed on. */
export function askedSince(
  rule: LeaveEscort,
  decided: Decided,
  on: DecidedOn,
  babies: readonly BabyFacts[],
): string[] {
  const covered =
    decided.overridden &&
    knownThen(levelsOf(babies), levelsOf(on.babies)) &&
    knownThen(codesOf(babies), codesOf(on.babies))
  const noAdult = rule.approvedAdult && decided.adult === '' && decided.babyEscorts === 0
  return [
    ...(covered ? [] : loweredStaff(rule, decided)),
    ...(noAdult && !covered ? ['An adult who was approved to go along'] : []),
    ...(rule.section17Escort && !decided.section17Escort
      ? ['The escort of her leave under section 17, Mental Health Act']
      : []),
  ]
}

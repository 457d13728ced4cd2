import type { Hold } from '#domain/admission/hold.ts'
import type { OverrideClock } from '#domain/admission/overrides.ts'
import { type CheckFacts, checkFactsOf, holdsOf } from '#domain/admission/rules.ts'
import { hasCome, isOpen, type Stage, stageLabels, stageOf } from '#domain/admission/stages.ts'
import { lastDecision } from '#domain/shared/decision-order.ts'
import { refuse } from '#domain/shared/failure.ts'
import type { Instant } from '#domain/shared/time.ts'
import type { ReferralCase } from './case.ts'

export interface StandingNow {
  stage: Stage
  /** The moment that the facts are judged at. */
  at: Instant
  facts: CheckFacts
  /** The moments that its overrides are judged at. */
  clock: OverrideClock
  /** Everything that would hold an offer, those included that an override lets through. */
  holds: Hold[]
}

/**
 * Where a referral stands. An offer that stands is judged as of its decision; everything else as of now, so
 * that what has gone out of date since counts in the next decision; and where she came without an offer, as of
 * her arrival: what would have held it is what was not known then.
 */
export function standingNow(file: ReferralCase, now: Instant): StandingNow {
  const stage = stageOf(file, file.rules, now)
  const decided = lastDecision(file.decisions)
  const at =
    stage === 'came-without-offer'
      ? (file.arrivedAt ?? now)
      : (stage === 'offered' || stage === 'arrived') && decided
        ? decided.decidedAt
        : now
  const facts = checkFactsOf(file, file.items, file.rules, at)
  const clock = { signature: now, deadline: at }
  return { stage, at, facts, clock, holds: holdsOf(facts, file.overrides, file.rules, at, clock) }
}

/** Refuses an act on a referral that has ended. */
export function needOpen(file: ReferralCase, now: Instant): void {
  const stage = stageOf(file, file.rules, now)
  if (!isOpen(stage))
    refuse(
      'held',
      `This referral has ended: ${stageLabels[stage].toLowerCase()}. Take a new referral if she is referred again`,
    )
}

/**
 * Refuses information on a referral that came to nothing. After an arrival it is still taken: what an
 * override let through has a deadline.
 */
export function needAlive(file: ReferralCase, now: Instant): void {
  const stage = stageOf(file, file.rules, now)
  if (!hasCome(stage)) needOpen(file, now)
}

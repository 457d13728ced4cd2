import { earlierOf, laterOf } from '../shared/calendar.ts'
import { inOrder, lastDecision } from '../shared/decision-order.ts'
import type { Instant } from '../shared/time.ts'
import type { AdmissionCriteria } from './criteria.ts'
import type { Hold } from './hold.ts'
import { signatureDueAt } from './overrides.ts'
import type { Decision, KnownThen, Override, ReferralFile } from './record.ts'
import { type AdmissionRules, heldBy } from './rules.ts'

/**
 * A change before arrival that would hold an offer re-opens it (decision 18), and only a new decision closes
 * it again: an answer that is put back was weighed by nobody. Truth tables: docs/states/admission.md, 6.
 */
export interface Reopening {
  /** The first change that would have held the offer. */
  at: Instant
  /** What would have held it then. */
  holds: readonly Hold[]
}

export const hasArrived = (file: Pick<ReferralFile, 'arrivedAt'>, now: Instant): boolean =>
  file.arrivedAt !== null && file.arrivedAt <= now

/** How the offer that is the last decision was re-opened; undefined where it stands, or she has arrived. */
export function reopeningOf(
  file: ReferralFile,
  rules: AdmissionRules,
  now: Instant,
): Reopening | undefined {
  const decision = lastDecision(file.decisions)
  if (!decision || hasArrived(file, now)) return undefined
  return reopeningAfter(decision, file, rules, now)
}

/** Every re-opening that a referral went through, the oldest first. */
export function reopeningsOf(
  file: ReferralFile,
  rules: AdmissionRules,
  now: Instant,
): readonly Reopening[] {
  const decisions = inOrder(file.decisions)
  const arrivedAt = hasArrived(file, now) ? file.arrivedAt : null
  return decisions.flatMap((decision, i): readonly Reopening[] => {
    const until = decisions[i + 1]?.recordedAt ?? arrivedAt ?? now
    const found = reopeningAfter(decision, file, rules, until)
    return found && found.at < until ? [found] : []
  })
}

/**
 * Whether the states between a decision and `until` would have held it, had it been made on them when it was
 * made. The mere passing of days does not, but for a telephone signature that did not come in time. An
 * override that was given since is for the next decision, which counts it.
 */
function reopeningAfter(
  decision: Decision,
  file: ReferralFile,
  rules: AdmissionRules,
  until: Instant,
): Reopening | undefined {
  if (decision.outcome !== 'offered') return undefined
  const states = statesAfter(decision, file)
  for (const [i, state] of states.entries()) {
    if (state.since > until) return undefined
    const then = state.overrides.filter((one) => one.overriddenAt <= decision.decidedAt)
    const to = states[i + 1]?.since ?? until
    const holds = heldBy(state, state.items, then, rules, decision.decidedAt, {
      signature: to,
      deadline: decision.decidedAt,
    })
    if (holds.length > 0) {
      const since = holds.map((hold) => heldSince(hold, then, rules.criteria)).reduce(earlierOf)
      return { at: [decision.decidedAt, state.since, since].reduce(laterOf), holds }
    }
  }
  return undefined
}

/** What stands now is the newest state of the last decision. */
function statesAfter(decision: Decision, file: ReferralFile): readonly KnownThen[] {
  const kept = file.knownSinceOffers.filter((one) => one.decisionId === decision.recordId)
  const isLast = lastDecision(file.decisions)?.recordId === decision.recordId
  const { facts, answers, items, cpisChecks, overrides } = file
  const since = kept.at(-1)?.since ?? decision.decidedAt
  const now = { decisionId: decision.recordId, since, facts, answers, items, cpisChecks, overrides }
  return isLast && file.arrivedAt === null ? [...kept.slice(0, -1), now] : kept
}

/** An override by telephone lapses when its signature was due. */
function heldSince(hold: Hold, overrides: readonly Override[], criteria: AdmissionCriteria) {
  if (hold.override?.state !== 'lapsed') return hold.since
  const dues = overrides
    .filter((one) => hold.overrideAgainst.includes(one.ruleId))
    .map((one) => signatureDueAt(one, criteria))
  return dues.length > 0 ? dues.reduce(laterOf) : hold.since
}

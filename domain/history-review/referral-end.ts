import { lastDecision } from '../shared/decision-order.ts'
import type { Instant } from '../shared/time.ts'
import type { HistoryFacts, ReferralDecisionFact } from './facts.ts'

const isOver = ({ outcome }: Pick<ReferralDecisionFact, 'outcome'>) =>
  outcome === 'declined' || outcome === 'withdrawn'

/**
 * When each referral from which nobody came ended: at its last decision, where that declined or withdrew it.
 * Nobody asks for the history of somebody who is not coming. A referral that is open is not in it.
 */
export function referralEnds({ referralDecisions }: HistoryFacts): Map<string, Instant> {
  const ends = new Map<string, Instant>()
  const timed = referralDecisions.flatMap(({ decidedAt, ...rest }) =>
    decidedAt === null ? [] : [{ ...rest, decidedAt }],
  )
  for (const [referralId, decisions] of Map.groupBy(timed, (one) => one.referralId)) {
    const last = lastDecision(decisions)
    if (last && isOver(last)) ends.set(referralId, last.decidedAt)
  }
  return ends
}

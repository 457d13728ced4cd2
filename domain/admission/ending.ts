import { lastDecision } from '../shared/decision-order.ts'
import type { Instant } from '../shared/time.ts'
import type { Decision } from './record.ts'

/**
 * When nobody waits for information on a referral any more: she has left again, or it came to nothing. What was asked
 * for and has not come is chased no more then, and is named as not there; an override that let it through stays
 * counted (measure 5a-4). Truth table: docs/states/admission.md, 11.
 */
export interface Ending {
  how: 'left' | 'declined' | 'withdrawn'
  at: Instant
}

export const endingWords: Record<Ending['how'], string> = {
  left: 'Not there when she left',
  declined: 'Not there when it was declined',
  withdrawn: 'Not there when it was withdrawn',
}

interface Facts {
  decisions: readonly Decision[]
  arrivedAt: Instant | null
  /** When the stay that it led to ended; null while she is here, and before she came. */
  leftAt: Instant | null
}

/** How collecting ended by an instant; null while it goes on. */
export function endingOf({ decisions, arrivedAt, leftAt }: Facts, at: Instant): Ending | null {
  if (leftAt !== null) return leftAt <= at ? { how: 'left', at: leftAt } : null
  const last = lastDecision(decisions)
  if (arrivedAt !== null || !last) return null
  return last.outcome === 'declined' || last.outcome === 'withdrawn'
    ? { how: last.outcome, at: last.decidedAt }
    : null
}

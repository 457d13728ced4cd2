import type { EndReason } from '../stays/record.ts'
import type { Agreement } from './plan.ts'

/**
 * What is missing when a stay is ended. Nothing of it holds anybody back who has to go at once: a named
 * reason lets it through and is kept. Truth table: docs/states/discharge.md.
 */

export const missingCodes = ['plan', 'agreement', 'told'] as const
export type MissingCode = (typeof missingCodes)[number]

export const missingLabels: Record<MissingCode, string> = {
  plan: 'No discharge plan is on record',
  agreement: 'The social worker has not agreed to the plan',
  told: 'Not everybody has been told who must know before they leave',
}

export interface LeavingFacts {
  reason: EndReason
  /** What the plan says of the social worker; nothing where there is no plan. */
  agreement: Agreement | null
  /** A child of the stay has a plan or an order; or whether it has is not known. */
  planOrOrder: 'yes' | 'no' | 'not-known'
  /** The duties to tell others of the discharge, as far as their limit is before the leaving. */
  telling: 'not-begun' | 'open' | 'done'
}

// Nobody planned these, and nobody is kept by what was not planned.
const unplanned: readonly EndReason[] = ['absent-without-leave', 'died']

/** What is missing, in the order in which it is shown. */
export function missingAtEnd({
  reason,
  agreement,
  planOrOrder,
  telling,
}: LeavingFacts): MissingCode[] {
  if (unplanned.includes(reason)) return []
  const missing: MissingCode[] = []
  if (agreement === null) missing.push('plan')
  else if (agreement === 'not-reached' || (agreement === 'not-needed' && planOrOrder !== 'no'))
    missing.push('agreement')
  if (telling !== 'done') missing.push('told')
  return missing
}

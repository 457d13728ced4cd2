import type { KnownSource } from '../shared/who-knows-her.ts'
import { isApplicable } from './clauses.ts'
import { type InformationItems, type InformationRule, requestsFor } from './information.ts'
import type { ItemOutcome, ReferralCheck } from './record.ts'

/**
 * What is asked of each source by itself. A mobile family is known to many services (Child Z, Finding Two):
 * one answer does not close the questions to the others, and a service that knows nothing settles nothing
 * while others have not answered.
 */

/** The items to ask of one source, by who it is; nothing on a baby while none is born. */
export const itemsToAskOf = (
  source: Pick<KnownSource, 'recordId'>,
  known: readonly KnownSource[],
  set: InformationItems,
  check: ReferralCheck,
): InformationRule[] => {
  const ids = new Set(
    requestsFor(set, known)
      .filter((one) => one.source?.recordId === source.recordId)
      .map(({ itemId }) => itemId),
  )
  return set.items.filter(
    (rule) =>
      ids.has(rule.id) &&
      (rule.notApplicable !== 'while-unborn' || isApplicable(rule.notApplicable, check)),
  )
}

/**
 * Whether the item as a whole takes on what one source said. Received always does; "not known" and "not
 * applicable" only where nothing was received and nobody else is still asked. Truth table:
 * docs/states/admission.md, 8.
 */
export const settlesItem = (
  said: Exclude<ItemOutcome, 'open'>,
  before: ItemOutcome,
  othersStillAsked: boolean,
): boolean => said === 'received' || (before !== 'received' && !othersStillAsked)

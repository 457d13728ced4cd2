import { dutiesRuleSetKind, type RecipientKey } from '#domain/communications/duties-content.ts'
import type { AuditNote, WriteTx } from '../../platform/unit-of-work.ts'
import { ruleInForce } from '../rule-sets/in-force.ts'
import { deriveAnew } from './derive-duties.ts'
import { withdrawDutiesOf } from './events-service.ts'

const sourceType = 'entered-in-error'
const event = 'COM-21'

interface Told {
  subjectId: string
  pairId: string
  babyId: string
  motherId: string
  /** Who had been told of what was entered in error. */
  told: readonly RecipientKey[]
}

/**
 * Whoever had been told of what was entered in error is rung back the same day (COM-21). Rules of the unit's own
 * that do not know the event ask for nothing.
 */
export function tellOfError(tx: WriteTx, { told, ...of }: Told): AuditNote[] {
  const known = ruleInForce(tx, dutiesRuleSetKind, tx.now).content.events.some(
    ({ id }) => id === event,
  )
  if (told.length === 0 || !known) return []
  return deriveAnew(tx, { ...of, event, at: tx.now, subjectType: sourceType, toldBefore: told })
    .audit
}

/** It was right after all: nobody is rung about an error any more. */
export const noErrorAfterAll = (tx: WriteTx, subjectId: string, reason: string): AuditNote[] =>
  withdrawDutiesOf(tx, subjectId, reason, sourceType).audit

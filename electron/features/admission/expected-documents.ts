import type { AuditNote, WriteTx } from '../../platform/unit-of-work.ts'
import { insertExpected, missingFrom } from '../documents/expect-service.ts'
import { familyOf } from '../documents/family.ts'

/**
 * Puts on the register what is expected from those who know her and is not there yet, in the act that brought
 * it about: the referral, another source, a birth, an arrival (product.md 2, 5c).
 */
export function expectDocuments(tx: WriteTx, referralId: string): AuditNote[] {
  const family = familyOf(tx, { referralId })
  if (family.endedAt !== null) return []
  return insertExpected(tx, family, missingFrom(tx, family, tx.now))
}

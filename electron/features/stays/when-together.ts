import type { Instant } from '#domain/shared/time.ts'
import type { AuditNote, WriteTx } from '../../platform/unit-of-work.ts'

/** A mother and a baby who have just come together on the unit. */
export interface Together {
  stayId: string
  pairId: string
  motherId: string
  babyId: string
  at: Instant
}

/**
 * What else happens in the act, and the transaction, by which mother and baby come together. The stays know
 * no feature: it is handed in where the features meet (electron/router.ts).
 */
export type WhenTogether = (tx: WriteTx, family: Together) => AuditNote[]

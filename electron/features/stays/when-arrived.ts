import type { FieldMessage } from '#domain/shared/failure.ts'
import type { AuditNote, ReadDb, WriteTx } from '../../platform/unit-of-work.ts'
import type { ArrivalWithoutOffer } from './schemas.ts'

/** A mother who has just come in without an offer, with the babies who came with her. */
export interface CameIn {
  stayId: string
  motherId: string
  arrivedAt: string
  cameFrom: ArrivalWithoutOffer['cameFrom']
  pairs: readonly { pairId: string; babyId: string }[]
}

/**
 * What an arrival at the door brings about elsewhere, in its transaction, and what is to be looked at before it. The
 * stays know no feature: both are handed in where the features meet (electron/router.ts).
 */
export interface WhenArrived {
  before: (db: ReadDb, input: ArrivalWithoutOffer) => FieldMessage[]
  after: (tx: WriteTx, arrival: CameIn) => AuditNote[]
}

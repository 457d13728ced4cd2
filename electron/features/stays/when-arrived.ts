import type { FieldMessage } from '#domain/shared/failure.ts'
import type { Instant } from '#domain/shared/time.ts'
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

/** The offer by which a bed is kept free for another mother than the one who takes it. */
export interface BedPromise {
  motherId: string
  /** As she is named to whoever takes the bed. */
  name: string
  offerId: string
  offerVersion: number
}

/** To whom else a bed is promised; undefined where it is promised to nobody, or to the mother herself. */
export type PromisedTo = (
  db: ReadDb,
  bedId: string,
  motherId: string | null,
  now: Instant,
) => BedPromise | undefined

/**
 * What an arrival at the door brings about elsewhere, in its transaction, and what is to be looked at before it. The
 * stays know no feature: both are handed in where the features meet (electron/router.ts).
 */
export interface WhenArrived {
  promisedTo: PromisedTo
  before: (db: ReadDb, input: ArrivalWithoutOffer) => FieldMessage[]
  after: (tx: WriteTx, arrival: CameIn) => AuditNote[]
}

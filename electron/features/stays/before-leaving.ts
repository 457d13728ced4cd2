import type { FieldMessage } from '#domain/shared/failure.ts'
import type { Instant } from '#domain/shared/time.ts'
import type { EndReason } from '#domain/stays/record.ts'
import type { ReadDb, WriteTx } from '../../platform/unit-of-work.ts'

/**
 * What stands against recording that these babies left at that time, each with what to do first. The stays know no
 * feature: it is handed in where the features meet (electron/router.ts).
 */
export type BeforeLeaving = (
  db: ReadDb,
  pairIds: readonly string[],
  endedAt: Instant,
) => FieldMessage[]

/**
 * What is missing when a stay is ended as this, and how it is kept with the reason that lets the end through;
 * handed in where the features meet.
 */
export interface MissingAtEnd {
  now(
    db: ReadDb,
    stayId: string,
    reason: EndReason,
    at: Instant,
  ): readonly { code: string; label: string }[]
  keep(tx: WriteTx, stayId: string, codes: readonly string[], because: string): void
}

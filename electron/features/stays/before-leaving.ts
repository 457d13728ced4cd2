import type { FieldMessage } from '#domain/shared/failure.ts'
import type { Instant } from '#domain/shared/time.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'

/**
 * What stands against recording that these babies left at that time, each with what to do first. The stays know no
 * feature: it is handed in where the features meet (electron/router.ts).
 */
export type BeforeLeaving = (
  db: ReadDb,
  pairIds: readonly string[],
  endedAt: Instant,
) => FieldMessage[]

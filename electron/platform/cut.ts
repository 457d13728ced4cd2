import type { Cut, Instant } from '#domain/shared/time.ts'
import type { ReadDb } from './unit-of-work.ts'

/**
 * The cut at an instant: what had been recorded by then (decision 2). The sequence decides from here on, so
 * a clock that is set back later cannot change what the cut holds. An instant before the first record gives
 * an empty cut, with sequence 0.
 */
export function cutAt(db: ReadDb, at: Instant): Cut {
  const row = db.row<{ seq: number | null }>('select max(seq) as seq from audit where at <= @at', {
    at,
  })
  return { at, auditSeq: row?.seq ?? 0 }
}

import type { Ending } from '#domain/admission/ending.ts'
import type { Instant } from '#domain/shared/time.ts'
import type { chaseRows } from './queries.ts'

export type Chases = ReturnType<typeof chaseRows>

/** When the next chase is due; null where what was asked for has come in, and where nobody waits for it any more. */
export function chaseDueOf(
  item: { recordId: string; chaseDueAt: Instant | null; askedAt: Instant | null },
  chases: Chases,
  ending: Ending | null,
): Instant | null {
  if (item.chaseDueAt === null || ending !== null) return null
  const last = chases
    .filter((one) => one.informationItemId === item.recordId)
    .filter((one) => item.askedAt === null || one.chasedAt >= item.askedAt)
    .at(-1)
  return last?.nextDueAt ?? item.chaseDueAt
}

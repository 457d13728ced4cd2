import type { Instant } from '#domain/shared/time.ts'
import type { ReadContext } from '../../platform/serve.ts'
import { trustedNow } from '../../platform/trusted-now.ts'
import { theUnit } from '../stays/queries.ts'
import { onShift } from '../users/shift.ts'
import { emergencyPrinted } from './emergency.ts'

/** When the emergency sheet was last printed, and whether a shift has begun since. */
export interface PaperState {
  printedAt: Instant | null
  /** The shift that began and has no sheet of its own; null where there is one, or nobody is on shift. */
  dueSince: Instant | null
}

const lastSql = `select at from audit where entity_id = @unitId and action = @action
  order by seq desc limit 1`

/** A sheet is due at each change of shift: the newest start of those on shift without a printing after it. */
export function paperState({ db, now: wall }: ReadContext): PaperState {
  const now = trustedNow(db, wall)
  const last = db.row<{ at: Instant }>(lastSql, {
    unitId: theUnit(db).id,
    action: emergencyPrinted,
  })
  const printedAt = last?.at ?? null
  const began = onShift(db, now)
    .map(({ startsAt }) => startsAt)
    .sort()
    .at(-1)
  const isDue = began !== undefined && (printedAt === null || printedAt < began)
  return { printedAt, dueSince: isDue ? began : null }
}

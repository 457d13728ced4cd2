import { formatDateTime } from '#domain/shared/calendar.ts'
import { assertNever } from '#domain/shared/failure.ts'
import type { CellStanding } from '#domain/supervision/current.ts'

/** Why a level stands, in one line: decided, or the fallback and since when. */
export function whyItStands({ reason, dueAt }: Pick<CellStanding, 'reason' | 'dueAt'>): string {
  switch (reason) {
    case 'decided':
      return dueAt ? `Decided; review due ${formatDateTime(dueAt)}` : 'Decided'
    case 'fallback-expired':
      return dueAt
        ? `Fallback: the review was due ${formatDateTime(dueAt)}`
        : 'Fallback: the review is overdue'
    case 'fallback-absent':
      return 'Fallback: never assessed'
    default:
      return assertNever(reason)
  }
}

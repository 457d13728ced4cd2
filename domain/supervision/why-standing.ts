import { formatDateTime } from '../shared/calendar.ts'
import { assertNever } from '../shared/failure.ts'
import type { Activity } from './codes.ts'
import { type CellStanding, noteFor, type PlaceStanding } from './current.ts'

/** Why a level holds, in one line: decided, or the fallback and since when. */
export function whyStanding({ reason, dueAt }: Pick<CellStanding, 'reason' | 'dueAt'>): string {
  switch (reason) {
    case 'decided':
      return dueAt ? `Decided; review due ${formatDateTime(dueAt)}` : 'Decided'
    case 'fallback-expired':
      return dueAt
        ? `Fallback: the review was due ${formatDateTime(dueAt)}`
        : 'Fallback: the review is overdue'
    case 'fallback-absent':
      return 'Fallback: not assessed since they came together'
    default:
      return assertNever(reason)
  }
}

/** What the decision that holds says of this place or activity; nothing while the fallback holds. */
export const standingNote = (
  { reason, decision }: Pick<CellStanding, 'reason' | 'decision'>,
  { place }: Pick<PlaceStanding, 'place'>,
  activity: Activity = 'all',
): string => (reason === 'decided' && decision ? noteFor(decision.cells, place, activity) : '')

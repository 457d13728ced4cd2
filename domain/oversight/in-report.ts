import { dateOf } from '../shared/calendar.ts'
import type { CivilDate, Instant } from '../shared/time.ts'
import { type ActionFacts, actionStatus, isOpen } from './action.ts'

/**
 * Where an action stands in the report of a period (domain.md 7.5: action plan, and previous actions rolled
 * forward). Truth table: docs/states/oversight.md 6.
 */
export type PlaceInReport = 'plan' | 'earlier'

export interface ReportedAction extends ActionFacts {
  retestedOn: CivilDate | null
  /** When its newest version was recorded: an action that is given up ends with it. */
  recordedAt: Instant
}

/** Null where the action ended before the period began, or belongs to a later one alone. */
export function placeInReport(
  action: ReportedAction,
  { first, last }: { first: CivilDate; last: CivilDate },
  today: CivilDate,
): PlaceInReport | null {
  const status = actionStatus(action, today)
  if (action.dueOn > last) return isOpen(status) ? 'plan' : null
  if (action.dueOn >= first) return 'plan'
  const ended =
    status === 'embedded'
      ? action.retestedOn
      : status === 'closed-not-effective'
        ? dateOf(action.recordedAt)
        : null
  return ended !== null && ended < first ? null : 'earlier'
}

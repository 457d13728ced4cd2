import { addHours } from '../shared/calendar.ts'
import type { Instant } from '../shared/time.ts'

/** Which beds the board shows when somebody asks for some of them. Truth table: docs/states/board-filter.md. */

export const boardFilters = ['now', 'review', 'unread', 'episode', 'away'] as const
export type BoardFilter = (typeof boardFilters)[number]

export const boardFilterLabels: Record<BoardFilter, string> = {
  now: 'Needs somebody now',
  review: 'Level run out, or review due this shift',
  unread: 'Unread documents',
  episode: 'Baby concern running',
  away: 'On leave or away',
}

/** What a bed is chosen by. */
export interface FilteredBed {
  /** Something of this bed is overdue, or somebody in it has no bed of the unit yet. */
  overdue: boolean
  withoutBed: boolean
  unread: number
  motherAway: boolean
  pairs: readonly {
    /** A safer level holds because none was decided, or its review is over (decision 19). */
    fallback: boolean
    /** By date, and of an event that no review has closed. */
    reviewsDueAt: readonly Instant[]
    episode: boolean
    away: boolean
  }[]
}

// Where nobody is recorded as on shift: the longest shift that is usual [P].
const shiftHours = 12

/** Until when a review counts as due this shift. */
export const endOfShift = (onShiftUntil: readonly Instant[], now: Instant): Instant =>
  onShiftUntil.reduce((latest, end) => (end > latest ? end : latest), '') ||
  addHours(now, shiftHours)

/** Whether a bed is among those that somebody asked for. */
export function isShown(filter: BoardFilter, bed: FilteredBed, shiftEnd: Instant): boolean {
  switch (filter) {
    case 'now':
      return bed.overdue || bed.withoutBed || bed.pairs.some(({ episode }) => episode)
    case 'review':
      return bed.pairs.some(
        ({ fallback, reviewsDueAt }) => fallback || reviewsDueAt.some((due) => due <= shiftEnd),
      )
    case 'unread':
      return bed.unread > 0
    case 'episode':
      return bed.pairs.some(({ episode }) => episode)
    case 'away':
      return bed.motherAway || bed.pairs.some(({ away }) => away)
  }
}

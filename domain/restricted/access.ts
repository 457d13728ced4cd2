import { addHours, addMinutes } from '../shared/calendar.ts'
import type { Instant } from '../shared/time.ts'

/**
 * Emergency access ("break-glass") to restricted entries of one person: a reason, a window, and the word of
 * somebody else afterwards. Source: reliability.md 7, row 86; issue HZ-11. Window and review limit are defaults
 * of the app [P].
 */
export const windowMinutes = 30
export const reviewWithinHours = 72
/** A reason of fewer words says nothing that a reviewer could judge. */
export const leastReasonWords = 4

export const reviewOutcomes = {
  needed: 'It was needed',
  'not-needed': 'It was not needed',
} as const
export type ReviewOutcome = keyof typeof reviewOutcomes

/** What is wrong with a reason, and how to mend it; undefined where nothing is. */
export const reasonFault = (reason: string): string | undefined =>
  reason.split(/\s+/).filter((word) => /\p{L}{2}/u.test(word)).length >= leastReasonWords
    ? undefined
    : 'Say in a sentence why this cannot wait. Somebody will review it'

export const endsAt = (openedAt: Instant): Instant => addMinutes(openedAt, windowMinutes)
export const reviewDueAt = (openedAt: Instant): Instant => addHours(openedAt, reviewWithinHours)

interface Window {
  openedAt: Instant
  endsAt: Instant
}

/** Whether a window is open: from its opening until, and not at, its end. */
export const isOpen = ({ openedAt, endsAt: end }: Window, now: Instant): boolean =>
  openedAt <= now && now < end

/** Where the review of an opening stands. */
export function reviewState(
  access: { outcome: string | null; reviewDueAt: Instant },
  now: Instant,
): 'reviewed' | 'waiting' | 'overdue' {
  if (access.outcome !== null) return 'reviewed'
  return access.reviewDueAt <= now ? 'overdue' : 'waiting'
}

/** What decides whether somebody may read one restricted entry. */
export interface Reading {
  /** Their role reads every restricted entry. */
  byRole: boolean
  /** They wrote it, or wrote what was moved to it, or moved it. */
  isWriter: boolean
  /** They have opened the entries of this person in an emergency, and the window is open. */
  isOpened: boolean
}

/** Truth table: docs/states/restricted.md, 1. */
export const mayRead = ({ byRole, isWriter, isOpened }: Reading): boolean =>
  byRole || isWriter || isOpened

interface Move {
  writerId: string
  moverId: string
  outcome: string | null
  reviewDueAt: Instant
}

/**
 * Where the review of a move stands: whoever moves the words of somebody else is looked at by a third person, in
 * the time of an opening [P]; nobody reviews what somebody did with their own. Truth table: docs/states/restricted.md, 2.
 */
export const moveState = (move: Move, now: Instant): 'own' | ReturnType<typeof reviewState> =>
  move.writerId === move.moverId ? 'own' : reviewState(move, now)

/** Who may say the word on a move: somebody else than who moved it. */
export const mayReviewMove = (move: Move, staffId: string): boolean =>
  move.writerId !== move.moverId && move.moverId !== staffId && move.outcome === null

/** Whether the writer has still to be told that their words were moved. */
export const isToldOfMove = (
  { writerId, moverId, writerSeenAt }: Move & { writerSeenAt: Instant | null },
  staffId: string,
): boolean => writerId === staffId && moverId !== staffId && writerSeenAt === null

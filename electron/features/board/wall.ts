import type { Instant } from '#domain/shared/time.ts'
import type { LockScreenItem } from '../../platform/lock-screen.ts'
import { type ClockBehind, clockBehind, trustedNow } from '../../platform/trusted-now.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { absenceWords } from '../leave/on-board.ts'
import { staffOnlyWall } from '../stays/queries.ts'
import { runningOnLockScreen } from '../unwell-baby/lock-screen.ts'
import { pressedOnLockScreen } from '../unwell-baby/pressed.ts'
import { onShift } from '../users/shift.ts'
import { type BoardBed, boardAt, type CardLevel } from './cards.ts'
import { onTheUnit } from './queries.ts'

/** A concern whose clock runs, in the code's own words alone: what a person or a rule set typed may name somebody. */
export type WallConcern = Pick<LockScreenItem, 'what' | 'since' | 'next' | 'dueAt'>

export interface WallBed {
  bed: string
  inUse: boolean
  concerns: WallConcern[]
  /** Who of the bed is late back, not back or missing, and since when: as the lock screen says it. Two may have no bed. */
  absences?: { what: string; since: Instant; stayId: string }[]
  /** How many other things are overdue, and since when the first. What they are stands on the board alone. */
  overdue: number
  overdueSince?: Instant
  /** Only on the wall of a staff-only room. */
  staffOnly?: StaffOnly
}

/** What the unit lets hang where staff alone see it (decision 5); still by bed, and in the code's own words. */
export interface StaffOnly {
  babies: {
    pairId: string
    legal: string[]
    inside: CardLevel
    outside: CardLevel
    reviewDueAt?: Instant
  }[]
  unread: number
}

/**
 * What hangs on the wall: by bed alone, no name; no legal status, no supervision and no document unless the
 * unit has confirmed that the room is for staff alone (decision 5). A running concern, and who is missing or not
 * back, stands there in the words of the lock screen: nobody can search who does not know. Of the rest whoever
 * passes learns that something is late at a bed, and not what it is about. A suspicion is never on it.
 */
export interface WallView {
  at: Instant
  beds: WallBed[]
  onShift: number
  nurseInCharge: boolean
  clock?: ClockBehind
}

/** Of one bed, or of all who are here without one. */
const staffOnlyOf = (beds: readonly BoardBed[]): StaffOnly => ({
  babies: beds
    .flatMap(({ pairs }) => pairs)
    .map(({ pairId, legal, inside, outside, reviewDueAt }) => ({
      pairId,
      legal: legal.map(({ label }) => label),
      inside,
      outside,
      ...(reviewDueAt ? { reviewDueAt } : {}),
    })),
  unread: beds.reduce((all, { stay }) => all + (stay?.unread ?? 0), 0),
})

/** The wall now. It names nobody, so that nothing of it is in the log of reads. */
export function wallAt(db: ReadDb, now: Instant): WallView {
  const at = trustedNow(db, now)
  const unit = onTheUnit(db, at)
  const concerns = Map.groupBy(
    [...pressedOnLockScreen(db, now), ...runningOnLockScreen(db, at)],
    ({ bed }) => bed,
  )
  const board = boardAt(db, at)
  const shown = staffOnlyWall(db) ? Map.groupBy(board.beds, ({ bedName }) => bedName) : undefined
  const overdue = Map.groupBy(
    // The next step of a concern is shown with its clock.
    board.overdue.filter(({ what }) => !what.startsWith('baby concern')),
    ({ bedName }) => bedName,
  )
  const taken = new Set(unit.stays.map(({ bedId }) => bedId))
  const wallBed = (bed: string, inUse: boolean): WallBed => {
    const all = overdue.get(bed) ?? []
    const absences = all.filter(({ what }) => absenceWords.has(what))
    const late = all.filter(({ what }) => !absenceWords.has(what))
    const shownBeds = inUse ? shown?.get(bed) : undefined
    const staffOnly = shownBeds && staffOnlyOf(shownBeds)
    const [first] = late.map(({ since }) => since).sort()
    return {
      bed,
      inUse,
      concerns: (concerns.get(bed) ?? []).map(({ what, since, next, dueAt }) => ({
        what,
        ...(since ? { since } : {}),
        ...(next ? { next } : {}),
        ...(dueAt ? { dueAt } : {}),
      })),
      ...(absences.length > 0
        ? { absences: absences.map(({ what, since, stayId }) => ({ what, since, stayId })) }
        : {}),
      overdue: late.length,
      ...(first ? { overdueSince: first } : {}),
      ...(staffOnly ? { staffOnly } : {}),
    }
  }
  const shift = onShift(db, at)
  const clock = clockBehind(at, now)
  return {
    at,
    beds: [
      ...(taken.has(null) ? [wallBed('No bed', true)] : []),
      ...unit.beds
        .filter(({ closed, recordId }) => !closed || taken.has(recordId))
        .map(({ recordId, name }) => wallBed(name, taken.has(recordId))),
    ],
    onShift: shift.length,
    nurseInCharge: shift.some(({ nurseInCharge }) => nurseInCharge),
    ...(clock ? { clock } : {}),
  }
}

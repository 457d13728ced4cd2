import { addHours, dateOf, epochMs, instantOf } from '#domain/shared/calendar.ts'
import type { Instant } from '#domain/shared/time.ts'
import { type Cover, type CoverGap, coverGaps, coverOf } from '#domain/training/cover.ts'
import { peopleOf } from '#domain/training/facts.ts'
import type { PersonFacts } from '#domain/training/parts.ts'
import { newest } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { dutiesBetween } from '../users/shift.ts'
import { rosterSince } from './facts.ts'
import { factsOn, requirementsIn } from './queries.ts'

// The next shift is planned by then; what lies further ahead may still be filled.
const emptyAheadHours = 12
const aheadMs = 7 * 24 * 60 * 60_000

export interface ShiftCover {
  /** The cover now; null where nobody is recorded as on shift. */
  now: Cover | null
  /**
   * Times in the next seven days in which people are on shift and something is not covered; and in the next
   * twelve hours in which nobody is on the roster.
   */
  gaps: (CoverGap & { begun: boolean })[]
}

/** Safeguarding and life-support cover of the shift now, and the gaps that are coming (product.md 5b). */
export function shiftCover(db: ReadDb, now: Instant): ShiftCover {
  const to = instantOf(epochMs(now) + aheadMs)
  const duties = dutiesBetween(db, now, to)
  // A unit that has never kept a roster here is not told each day that it has none.
  if (rosterSince(db, newest) === null) return { now: null, gaps: [] }
  const facts = factsOn(db, now, dateOf(now))
  const set = requirementsIn(facts, now).content
  const people = new Map<string, PersonFacts>(
    peopleOf(facts).map(({ staff, person }) => [staff.staffId, person]),
  )
  const here = duties.filter((duty) => duty.startsAt <= now && now < duty.endsAt)
  return {
    now:
      here.length === 0
        ? null
        : coverOf(
            set,
            here.flatMap(({ staffId }) => people.get(staffId) ?? []),
            dateOf(now),
          ),
    gaps: coverGaps(set, people, duties, { from: now, to }, addHours(now, emptyAheadHours)).map(
      (gap) => ({
        ...gap,
        begun: gap.from <= now,
      }),
    ),
  }
}

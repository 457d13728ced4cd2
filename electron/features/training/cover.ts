import { dateOf, epochMs, instantOf } from '#domain/shared/calendar.ts'
import type { Instant } from '#domain/shared/time.ts'
import { type Cover, type CoverGap, coverGaps, coverOf } from '#domain/training/cover.ts'
import { peopleOf } from '#domain/training/facts.ts'
import type { PersonFacts } from '#domain/training/parts.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { dutiesBetween } from '../users/shift.ts'
import { factsOn, requirementsIn } from './queries.ts'

const aheadMs = 7 * 24 * 60 * 60_000

export interface ShiftCover {
  /** The cover now; null where nobody is recorded as on shift. */
  now: Cover | null
  /** Times in the next seven days in which people are on shift and something is not covered. */
  gaps: (CoverGap & { begun: boolean })[]
}

/** Safeguarding and life-support cover of the shift now, and the gaps that are coming (product.md 5b). */
export function shiftCover(db: ReadDb, now: Instant): ShiftCover {
  const to = instantOf(epochMs(now) + aheadMs)
  const duties = dutiesBetween(db, now, to)
  if (duties.length === 0) return { now: null, gaps: [] }
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
    gaps: coverGaps(set, people, duties, { from: now, to }).map((gap) => ({
      ...gap,
      begun: gap.from <= now,
    })),
  }
}

import { addDaysToDate, dateOf, laterOf, periodOfDays, weekdayOf } from '#domain/shared/calendar.ts'
import type { CivilDate, Instant } from '#domain/shared/time.ts'
import { type CoverGap, coverGaps } from '#domain/training/cover.ts'
import { shiftsOf } from '#domain/training/cover-measure.ts'
import { peopleOf } from '#domain/training/facts.ts'
import type { PersonFacts } from '#domain/training/parts.ts'
import type { ReadContext } from '../../platform/serve.ts'
import { newest } from '../../platform/standing.ts'
import { staffAsOn } from '../users/posts-service.ts'
import { type DutyNow, dutiesBetween } from '../users/shift.ts'
import { trainingFacts } from './facts.ts'
import { requirementsIn } from './queries.ts'

export interface RosterShift {
  startsAt: Instant
  endsAt: Instant
  /** Who comes to it; those of the shift before are in the line of theirs. */
  people: (DutyNow & { hasLeft: boolean })[]
  /** The times of it at which something is not covered. */
  gaps: CoverGap[]
  over: boolean
}

export interface RosterDay {
  day: CivilDate
  shifts: RosterShift[]
}

/** The Monday of a week. */
const mondayOf = (day: CivilDate): CivilDate => addDaysToDate(day, 1 - weekdayOf(day))

/**
 * A week of the roster, day by day, with who comes to each shift and what of it is not covered. What one shift
 * is: as in measure 5b-5.
 */
export function rosterWeek({ db, now }: ReadContext, { of }: { of?: CivilDate | undefined }) {
  const today = dateOf(now)
  const monday = mondayOf(of ?? today)
  const days = Array.from({ length: 7 }, (_, index) => addDaysToDate(monday, index))
  const period = periodOfDays(monday, days.at(-1) ?? monday)
  const duties = dutiesBetween(db, period.from, period.to)
  const facts = trainingFacts(db, period, { at: now, auditSeq: newest })
  const set = requirementsIn(facts, now).content
  const trained = new Map<string, PersonFacts>(
    peopleOf(facts).map(({ staff, person }) => [staff.staffId, person]),
  )
  const hasLeft = ({ staffId, startsAt }: DutyNow) => {
    const { leftOn } = staffAsOn(db, staffId, dateOf(startsAt))
    return leftOn !== null && leftOn < dateOf(startsAt)
  }
  const shifts = shiftsOf(duties.map((duty) => ({ ...duty, recordId: duty.id })))
  const shown = shifts.map(({ startsAt, endsAt }, index): RosterShift => {
    const next = shifts[index + 1]?.startsAt
    const people = duties
      .filter((duty) => duty.startsAt >= startsAt && (next === undefined || duty.startsAt < next))
      .map((duty) => ({ ...duty, hasLeft: hasLeft(duty) }))
    return {
      startsAt,
      endsAt: people.map((duty) => duty.endsAt).reduce(laterOf, startsAt),
      people,
      gaps: coverGaps(set, trained, duties, { from: startsAt, to: endsAt }),
      over: endsAt <= now,
    }
  })
  return {
    monday,
    today,
    days: days.map(
      (day): RosterDay => ({
        day,
        shifts: shown.filter(({ startsAt }) => dateOf(startsAt) === day),
      }),
    ),
  }
}

import type { Measure, Member, RecordRef } from '../assurance/measure.ts'
import { fail, incomplete, notEligible, pass, type Verdict } from '../assurance/verdict.ts'
import { dateOf, earlierOf, formatTime, laterOf, minutesBetween } from '../shared/calendar.ts'
import type { Cut, Instant, Period } from '../shared/time.ts'
import { longestDutyMinutes } from '../users/duty.ts'
import { type CoverPart, coverLabels, coverOf, coverParts } from './cover.ts'
import { emptyShifts } from './empty-shifts.ts'
import { type DutyFact, peopleOf, requirementsAt, type ShiftFacts } from './facts.ts'
import type { PersonFacts } from './parts.ts'

/**
 * Measure 5b-5 (assurance.md 2): every shift had somebody with safeguarding level 3, and somebody with
 * paediatric life support, in date. Truth table in docs/states/training.md 7.
 */

export interface Shift {
  startsAt: Instant
  endsAt: Instant
  /** Who is there at any time of it, those of the shift before at their handover too. */
  duties: readonly DutyFact[]
}

/** Who comes within so many minutes of the first comes to the same shift. */
const sameShiftMinutes = 60

/**
 * The shifts of a roster, earliest first. A shift begins when somebody comes, and lasts until the next one
 * begins, or until the last of those who are there has gone.
 */
export function shiftsOf(duties: readonly DutyFact[]): Shift[] {
  const sorted = [...duties].sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1))
  const begins: Instant[] = []
  for (const { startsAt } of sorted) {
    const last = begins.at(-1)
    if (last === undefined || minutesBetween(last, startsAt) > sameShiftMinutes)
      begins.push(startsAt)
  }
  let first = 0
  return begins.map((startsAt, index) => {
    const next = begins[index + 1]
    // What began longer ago than the longest duty is over.
    while (minutesBetween(sorted[first]?.startsAt ?? startsAt, startsAt) > longestDutyMinutes)
      first += 1
    const there: DutyFact[] = []
    for (let at = first; at < sorted.length; at += 1) {
      const duty = sorted[at]
      if (!duty || (next !== undefined && duty.startsAt >= next)) break
      if (duty.endsAt > startsAt) there.push(duty)
    }
    const gone = there.map(({ endsAt }) => endsAt).reduce(laterOf, startsAt)
    return { startsAt, endsAt: next === undefined ? gone : earlierOf(next, gone), duties: there }
  })
}

/** Whether a part was covered at every moment of a shift at which somebody is there. */
function shiftVerdict(
  facts: ShiftFacts,
  people: ReadonlyMap<string, PersonFacts>,
  shift: Shift,
): Verdict {
  const set = requirementsAt(facts.requirements, shift.startsAt)?.content
  if (!set) return incomplete('No requirements were in force')
  const comeOrGo = shift.duties.flatMap(({ startsAt, endsAt }) => [startsAt, endsAt])
  const moments = comeOrGo.filter((at) => shift.startsAt < at && at < shift.endsAt)
  const missing = new Set<CoverPart>()
  const notKnown = new Set<CoverPart>()
  for (const at of new Set([shift.startsAt, ...moments])) {
    const there = shift.duties.filter(({ startsAt, endsAt }) => startsAt <= at && at < endsAt)
    if (there.length === 0) continue
    const trained = there.flatMap(({ staffId }) => people.get(staffId) ?? [])
    const cover = coverOf(set, trained, dateOf(at))
    for (const part of coverParts) {
      if (cover[part] === 'no') missing.add(part)
      if (cover[part] === 'not-known') notKnown.add(part)
    }
  }
  const named = (parts: ReadonlySet<CoverPart>) =>
    coverParts
      .filter((part) => parts.has(part))
      .map((part) => coverLabels[part].toLowerCase())
      .join(' and ')
  if (missing.size > 0) return fail(`Without somebody in date for ${named(missing)}`)
  if (notKnown.size > 0) return incomplete(`A certificate has no day: ${named(notKnown)}`)
  return pass('Somebody in date for each, all through the shift')
}

export const shiftsCovered: Measure<ShiftFacts> = {
  id: '5b-5',
  version: 1,
  requirement: '5b',
  title: 'Every shift has safeguarding level 3 and paediatric life support',
  population: 'Shifts of the roster that begin in the period',
  placedBy: 'The time at which the first of the shift comes',
  rule: 'All through the shift somebody is there whose safeguarding level 3 is in date, and somebody whose paediatric life support is',
  source: 'Child Z, Finding Five b; what counts as one shift is a default that the unit approves',
  safetyCritical: false,
  minimumN: 5,
  unit: 'count',
  members: shiftMembers,
}

/**
 * The second version: a half of a day in which nobody is on the roster for more than an hour fails too. What was
 * left out of the roster is no longer left out of the figure.
 */
export const shiftsCoveredOrEmpty: Measure<ShiftFacts> = {
  ...shiftsCovered,
  version: 2,
  population: `${shiftsCovered.population}; and the halves of days, from 07:00 and from 19:00, in which nobody is on it for more than an hour, from the first shift on that was ever on the roster`,
  rule: `${shiftsCovered.rule}; while nobody is on the roster, nobody is there`,
  members: (facts, period, cut) => [
    ...shiftMembers(facts, period, cut),
    ...emptyShifts(facts.duties, facts.rosterSince, period, cut.at).map(
      ({ startsAt, from, to }): Member => ({
        ...fail(`Nobody is on the roster from ${formatTime(from)} to ${formatTime(to)}`),
        key: `nobody ${startsAt}`,
        at: startsAt,
        until: to,
        quantity: 1,
        records: [],
      }),
    ),
  ],
}

const coverSubjects: ReadonlySet<string> = new Set(['safeguarding', 'life-support'])

const refTo = (
  type: string,
  { recordId, version }: { recordId: string; version: number },
): RecordRef => ({ type, recordId, version })

function shiftMembers(facts: ShiftFacts, period: Period, cut: Cut): Member[] {
  const people = new Map(peopleOf(facts).map(({ staff, person }) => [staff.staffId, person]))
  return shiftsOf(facts.duties)
    .filter(({ startsAt }) => period.from <= startsAt && startsAt < period.to)
    .map((shift) => ({
      ...(cut.at < shift.endsAt
        ? notEligible('The shift is not over')
        : shiftVerdict(facts, people, shift)),
      key: shift.startsAt,
      at: shift.startsAt,
      until: earlierOf(shift.endsAt, cut.at),
      quantity: 1,
      records: shift.duties.flatMap((duty) => [
        refTo('shift_duty', duty),
        ...(people.get(duty.staffId)?.certificates ?? [])
          .filter(({ subject }) => coverSubjects.has(subject))
          .map((one) => refTo('certificate', one)),
      ]),
    }))
}

import { dateOf } from '../shared/calendar.ts'
import type { CivilDate, Instant } from '../shared/time.ts'
import { lifeSupportPart, type PersonFacts } from './parts.ts'
import type { TrainingRequirements } from './requirements.ts'
import { levelHeld } from './rules.ts'
import { bestOf, type Validity } from './validity.ts'

/**
 * Whether somebody on shift is trained in what every shift needs (assurance.md 5b-5; product.md 5b: the
 * roster with its safeguarding and life-support cover). Truth table in docs/states/training.md 6.
 */
export const coverParts = ['safeguarding', 'life-support'] as const
export type CoverPart = (typeof coverParts)[number]

export const coverLabels: Record<CoverPart, string> = {
  safeguarding: 'Safeguarding level 3',
  'life-support': 'Paediatric life support',
}

/** The level that somebody on each shift holds (assurance.md 5b-5). */
export const coverLevel = '3'

export type Covered = 'yes' | 'no' | 'not-known'
export type Cover = Record<CoverPart, Covered>

/** One in date is enough; a certificate without its day leaves it open; everything else is no cover. */
const coveredBy = (held: readonly (Validity | 'none')[]): Covered =>
  held.includes('in-date') ? 'yes' : held.includes('not-known') ? 'not-known' : 'no'

/**
 * The cover that these people give on a day, whatever is required of each of them. Who has left by then gives
 * none, also while their shifts still stand on the roster.
 */
export function coverOf(
  set: TrainingRequirements,
  onRoster: readonly PersonFacts[],
  on: CivilDate,
): Cover {
  const people = onRoster.filter(({ staff: { leftOn } }) => leftOn === null || on <= leftOn)
  return {
    safeguarding: coveredBy(
      people.map((person) => levelHeld(set, person.certificates, coverLevel, on)),
    ),
    'life-support': coveredBy(
      people.map((person) => {
        const part = lifeSupportPart(set, person)
        return bestOf(part.certificates.map((one) => part.validity(one, on)))
      }),
    ),
  }
}

/** What is not covered for sure. */
export const missingIn = (cover: Cover): CoverPart[] =>
  coverParts.filter((part) => cover[part] !== 'yes')

export interface PlannedDuty {
  staffId: string
  startsAt: Instant
  endsAt: Instant
}

export interface CoverGap {
  from: Instant
  to: Instant
  missing: readonly CoverPart[]
  /** True where nobody at all is on the roster. */
  nobody?: boolean
}

/**
 * The times within a span in which somebody is on shift and something is not covered, earliest first. Judged
 * at every moment at which anybody comes or goes. A time for which nobody is recorded is a gap until
 * `emptyUntil`; later it is not planned yet, and none.
 */
export function coverGaps(
  set: TrainingRequirements,
  people: ReadonlyMap<string, PersonFacts>,
  duties: readonly PlannedDuty[],
  span: { from: Instant; to: Instant },
  emptyUntil: Instant = span.from,
): CoverGap[] {
  const moments = [emptyUntil, ...duties.flatMap(({ startsAt, endsAt }) => [startsAt, endsAt])]
  const inside = moments.filter((at) => span.from < at && at < span.to)
  const edges = [...new Set([span.from, ...inside, span.to])].sort()
  const gaps: CoverGap[] = []
  edges.slice(0, -1).forEach((from, index) => {
    const to = edges[index + 1] ?? span.to
    const there = duties.filter((duty) => duty.startsAt <= from && from < duty.endsAt)
    const nobody = there.length === 0
    if (nobody && emptyUntil <= from) return
    const trained = there.flatMap(({ staffId }) => people.get(staffId) ?? [])
    const missing = missingIn(coverOf(set, trained, dateOf(from)))
    if (missing.length === 0) return
    const last = gaps.at(-1)
    const goesOn = last?.to === from && last.missing.join() === missing.join()
    if (goesOn && (last.nobody ?? false) === nobody) last.to = to
    else gaps.push({ from, to, missing, ...(nobody ? { nobody } : {}) })
  })
  return gaps
}

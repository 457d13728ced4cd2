import type { Measure, Member, RecordRef } from '../assurance/measure.ts'
import { inForce, type RuleSet } from '../rule-sets/rule-set.ts'
import { instantOf } from '../shared/calendar.ts'
import type { Cut, Instant, Period } from '../shared/time.ts'
import { type Side, sides } from './codes.ts'
import {
  type ConfirmationFact,
  type DecisionVersionFact,
  minuteOf,
  type PairDecisions,
  pairDecisions,
  type Stretch,
  standingAt,
  stretches,
} from './coverage.ts'
import {
  type PairAwayFact,
  type PairCheckFact,
  roundsDone,
  roundsDoneByWhole,
  roundsDoneUntilBack,
  roundsDoneWhileHere,
} from './round-measure.ts'
import type { SupervisionRules } from './rule-content.ts'

/** Measures of supervision inside and outside the unit. Source: assurance.md 2, 5d-3 and 5d-4. */

/** Mother and one baby on the unit, in the newest version by the cut. Twins are two (decision 3). */
export interface PairFact {
  recordId: string
  version: number
  stayId: string
  startedAt: Instant
  endedAt: Instant | null
}

/** What the measures read, all of it as recorded by the cut. */
export interface SupervisionFacts {
  pairs: readonly PairFact[]
  /** Every version of every decision of these pairs, withdrawn ones too: an edit must not hide a lapse. */
  decisions: readonly DecisionVersionFact[]
  /** Newest versions, withdrawn ones left out. */
  confirmations: readonly ConfirmationFact[]
  ruleSets: readonly RuleSet<SupervisionRules>[]
  /** Checks of these pairs in and about the period, in their newest versions, withdrawn ones left out. */
  checks: readonly PairCheckFact[]
  /** When these babies were out by a recorded leave, or missing, in and about the period. */
  away: readonly PairAwayFact[]
  /** When the first round of the unit was kept here; null where none ever was. */
  roundsKeptSince: Instant | null
}

const prepared = new WeakMap<SupervisionFacts, (pair: PairFact) => PairDecisions>()

/** Finds the prepared decisions of a pair. Facts do not change, so both measures share what was prepared. */
function decisionsOf(facts: SupervisionFacts): (pair: PairFact) => PairDecisions {
  const known = prepared.get(facts) ?? prepare(facts)
  prepared.set(facts, known)
  return known
}

function prepare(facts: SupervisionFacts): (pair: PairFact) => PairDecisions {
  const byPair = Map.groupBy(facts.decisions, ({ pairId }) => pairId)
  const words = new Map(facts.confirmations.map((word) => [word.decisionId, word]))
  const setAt = inForce(facts.ruleSets, 'supervision')
  const rulesAt = (at: Instant) => {
    const set = setAt(at)
    if (!set) throw new Error('There is no rule set of kind supervision')
    return set.content
  }
  const done = new Map<string, PairDecisions>()
  return ({ recordId }) => {
    const found = done.get(recordId) ?? pairDecisions(byPair.get(recordId) ?? [], words, rulesAt)
    done.set(recordId, found)
    return found
  }
}

const pairRef = ({ recordId, version }: PairFact): RecordRef => ({
  type: 'pair',
  recordId,
  version,
})
const decisionRefs = (stretch: Pick<Stretch, 'decisions'>): RecordRef[] =>
  stretch.decisions.map(({ recordId, version }) => ({
    type: 'supervision_decision',
    recordId,
    version,
  }))

const stateReasons: Record<Stretch['state'], string> = {
  current: 'Covered by a current assessment',
  'late-entry': 'Assessed, but entered, changed or confirmed too late to count for this time',
  expired: 'The assessment was past its review: the fallback applied',
  absent: 'Not every place had been assessed: the fallback applied',
}

/** The instants of whole minutes, each written once: inside and outside mostly change together. */
function minuteInstants(): (minute: number) => Instant {
  const known = new Map<number, Instant>()
  return (minute) => {
    const found = known.get(minute) ?? instantOf(minute * 60_000)
    known.set(minute, found)
    return found
  }
}

/** The minutes of a pair's time on the unit within the period, as far as the cut has come. */
function minutesOn(pair: PairFact, period: Period, cut: Cut): [from: number, to: number] {
  const ends = [period.to, cut.at, ...(pair.endedAt === null ? [] : [pair.endedAt])]
  const from = Math.max(minuteOf(pair.startedAt), minuteOf(period.from))
  return [from, Math.min(...ends.map(minuteOf))]
}

function sideMembers(
  pair: PairFact,
  side: Side,
  decisions: PairDecisions,
  [from, to]: [number, number],
  minuteInstant: (minute: number) => Instant,
): Member[] {
  return stretches(decisions, side, from, to).map((stretch) => {
    const at = minuteInstant(stretch.from)
    return {
      key: `${pair.recordId}:${side}:${at}`,
      class: stretch.state === 'current' ? 'pass' : 'fail',
      reason: stateReasons[stretch.state],
      at,
      until: minuteInstant(stretch.to),
      quantity: stretch.to - stretch.from,
      group: side,
      records: [pairRef(pair), ...decisionRefs(stretch)],
    }
  })
}

/** 5d-4: the minutes together on the unit that a current assessment covers, inside and outside apart. */
export const currentSupervision: Measure<SupervisionFacts> = {
  id: '5d-4',
  version: 1,
  requirement: '5d',
  title: 'A current supervision assessment at all times',
  population:
    'Every minute that a mother and a baby are together on the unit, inside and outside apart.',
  placedBy: 'The minutes that fall within the period, up to the cut.',
  rule: 'A supervision decision that is not past its review covers every activity in every place of the side, by the record as it stood then and as it stands at the cut. A raise alone covers nothing.',
  source: 'assurance.md 2, 5d-4; Finding Five d; fallback by decision 19',
  safetyCritical: true,
  // Two and a half days of a pair, for inside and outside both count: what is counted here is minutes.
  minimumN: 5 * 24 * 60,
  unit: 'minutes',
  members(facts, period, cut) {
    const of = decisionsOf(facts)
    return facts.pairs.flatMap((pair) => {
      const minutes = minutesOn(pair, period, cut)
      if (minutes[0] >= minutes[1]) return []
      const decisions = of(pair)
      const instant = minuteInstants()
      return sides.flatMap((side) => sideMembers(pair, side, decisions, minutes, instant))
    })
  },
}

function arrivalMember(pair: PairFact, decisions: PairDecisions, yetToCome: boolean): Member {
  const standings = sides.map((side) => ({
    side,
    ...standingAt(decisions, side, minuteOf(pair.startedAt)),
  }))
  const failed = standings.filter(({ state }) => state !== 'current')
  const refs = new Map(standings.flatMap(decisionRefs).map((ref) => [ref.recordId, ref]))
  const member = {
    key: pair.recordId,
    at: pair.startedAt,
    quantity: 1,
    records: [pairRef(pair), ...refs.values()],
  }
  if (failed.length === 0)
    return {
      ...member,
      class: 'pass',
      reason:
        'Decided for inside and outside by the time they were together, and entered within the time allowed',
    }
  if (yetToCome)
    return {
      ...member,
      class: 'not-eligible',
      reason: 'Not yet due: there is still time to enter it',
    }
  const reason = failed.map(({ side, state }) => `${side}: ${arrivalReasons[state]}`).join('; ')
  return { ...member, class: 'fail', reason: `On arrival, ${reason}` }
}

const arrivalReasons: Record<Stretch['state'], string> = {
  current: 'set',
  'late-entry': 'entered too late to count',
  expired: 'already past its review',
  absent: 'not set for every place',
}

/** 5d-3: supervision set for inside and outside before mother and baby are together on the unit. */
export const supervisionOnArrival: Measure<SupervisionFacts> = {
  id: '5d-3',
  version: 1,
  requirement: '5d',
  title: 'Supervision set before mother and baby are together',
  population:
    'Every mother and baby who come together on the unit, by arrival or by birth; twins are two.',
  placedBy: 'The time at which mother and baby were first together on the unit.',
  rule: 'At that time a current decision covers every place inside and outside: prepared before and taken over by the arrival, or entered by an hour after at the latest.',
  source: 'assurance.md 2, 5d-3; Finding Five d; product.md 2, 5d',
  safetyCritical: true,
  minimumN: 5,
  unit: 'count',
  members(facts, period, cut) {
    const of = decisionsOf(facts)
    const setAt = inForce(facts.ruleSets, 'supervision')
    return facts.pairs
      .filter(
        ({ startedAt }) => startedAt >= period.from && startedAt < period.to && startedAt <= cut.at,
      )
      .map((pair) => {
        const allowed = setAt(pair.startedAt)?.content.lateEntry.minutes ?? 0
        const yetToCome = minuteOf(cut.at) < minuteOf(pair.startedAt) + allowed
        return arrivalMember(pair, of(pair), yetToCome)
      })
  },
}

export const supervisionMeasures: readonly Measure<SupervisionFacts>[] = [
  supervisionOnArrival,
  currentSupervision,
  roundsDone,
  roundsDoneWhileHere,
  roundsDoneByWhole,
  roundsDoneUntilBack,
]

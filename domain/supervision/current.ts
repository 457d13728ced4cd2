import { earlierOf, minutesBetween } from '../shared/calendar.ts'
import type { Instant } from '../shared/time.ts'
import {
  type Activity,
  activities,
  type CellLevel,
  isStricter,
  type Place,
  places,
  placesOf,
  type Side,
  stricterOf,
  strictestOf,
} from './codes.ts'
import { type ConfirmationState, confirmationState, dueAt } from './raises.ts'
import type { Cell, DecisionFact } from './record.ts'
import { fallbackOf, levelRuleOf, type SupervisionRules } from './rule-content.ts'

/**
 * The supervision in force at an instant, for each place by itself. Source: decisions 19 and 22; truth table
 * in docs/states/supervision.md.
 */

export const standingReasons = ['decided', 'fallback-expired', 'fallback-absent'] as const
export type StandingReason = (typeof standingReasons)[number]

/** The level in force for one activity in one place. */
export interface CellStanding {
  level: CellLevel
  reason: StandingReason
  /** The last decision that covers it, in date or not. */
  decision: DecisionFact | null
  decidedLevel: CellLevel | null
  /** When that decision stops being current. */
  dueAt: Instant | null
  /** Whole minutes without a current assessment: since it ran out, or since mother and baby were together. */
  lateMinutes: number
}

export interface PlaceStanding extends CellStanding {
  place: Place
  /** What the level means here, in the words of the rule set. */
  words: string
  /** The activities that stand otherwise than the rest. */
  exceptions: (CellStanding & { activity: Activity })[]
}

export interface SideStanding {
  /** The strictest of the side, exceptions for single activities included. */
  level: CellLevel
  /** The strictest of the side, leaving those exceptions out: "General, bathing Constant". */
  general: CellLevel
  reason: StandingReason
  /** The earliest review of the side's places; null where none was ever decided. */
  dueAt: Instant | null
  lateMinutes: number
}

export interface SupervisionStanding {
  places: Record<Place, PlaceStanding>
  inside: SideStanding
  outside: SideStanding
  night: SideStanding
  /** The earliest review over all places. */
  reviewDueAt: Instant | null
  /** What a court or an authority requires: it stays in force when the form runs out (decision 19). */
  authorityRequirement: string | null
  /** Raises that a registered nurse still has to confirm. */
  toConfirm: { decision: DecisionFact; state: ConfirmationState }[]
}

export interface SupervisionCase {
  rules: SupervisionRules
  /** Every decision of the pair in its newest version, withdrawn ones left out, in any order. */
  decisions: readonly DecisionFact[]
  /**
   * Those of every other time that this mother and this baby were together, in this stay or an earlier one.
   * They are not current any more; but until there is an assessment of now, one that was stricter than the
   * fallback stands: parting and coming back lowers nothing (decision 19).
   */
  earlier?: readonly DecisionFact[]
  /** Every decision of the baby's, where `decisions` are not all: a court's limit does not end with a stay. */
  ofBaby?: readonly DecisionFact[]
  /** When mother and baby were first together: an assessment that was never made is late from here. */
  pairStartedAt: Instant
}

/** What a list of cells says of an activity in a place: its own cell, else the one for all activities. */
export function cellFor(
  cells: readonly Cell[],
  place: Place,
  activity: Activity,
): CellLevel | undefined {
  const own = cells.find((cell) => cell.place === place && cell.activity === activity)
  const all = cells.find((cell) => cell.place === place && cell.activity === 'all')
  return (own ?? all)?.level
}

/** What a list of cells says in words of an activity in a place; empty where it says nothing. */
export const noteFor = (cells: readonly Cell[], place: Place, activity: Activity): string =>
  cells.find((cell) => cell.place === place && cell.activity === activity)?.note ?? ''

export interface LastDecided {
  decision: DecisionFact
  level: CellLevel
  dueAt: Instant
}

/** The decision that counts for an activity in a place, with its level; in date or not. */
export function lastDecided(
  { decisions, rules }: Pick<SupervisionCase, 'decisions' | 'rules'>,
  place: Place,
  activity: Activity,
  at: Instant,
): LastDecided | undefined {
  let last: LastDecided | undefined
  for (const decision of decisions) {
    if (decision.startsAt > at || (last && decision.startsAt < last.decision.startsAt)) continue
    if (confirmationState(decision, rules, at) === 'refused') continue
    const level = cellFor(decision.cells, place, activity)
    if (level === undefined) continue
    const found = { decision, level, dueAt: dueAt(decision, rules, at) }
    last = last?.decision.startsAt === decision.startsAt ? stricterOfTwo(last, found) : found
  }
  return last
}

/** Two that start at one moment, as an import may bring: the stricter level and the earlier review count. */
const stricterOfTwo = (a: LastDecided, b: LastDecided): LastDecided => ({
  ...(isStricter(b.level, a.level) ? b : a),
  dueAt: earlierOf(a.dueAt, b.dueAt),
})

function cellStanding(
  supervised: SupervisionCase,
  place: Place,
  activity: Activity,
  at: Instant,
): CellStanding {
  const { rules, pairStartedAt } = supervised
  const fallback = fallbackOf(rules, place).level
  const last = lastDecided(supervised, place, activity, at)
  if (!last) {
    const before = lastDecided({ rules, decisions: supervised.earlier ?? [] }, place, activity, at)
    return {
      level: before ? stricterOf(fallback, before.level) : fallback,
      reason: 'fallback-absent',
      decision: before?.decision ?? null,
      decidedLevel: before?.level ?? null,
      dueAt: null,
      lateMinutes: Math.max(0, minutesBetween(pairStartedAt, at)),
    }
  }
  const { decision, level: decidedLevel, dueAt: due } = last
  const known = { decision, decidedLevel, dueAt: due }
  if (at < due) {
    const decided = { ...known, level: decidedLevel, reason: 'decided', lateMinutes: 0 } as const
    return decision.isReview ? decided : overWhatStands(decided, supervised, place, activity, at)
  }
  return {
    ...known,
    level: stricterOf(fallback, decidedLevel),
    reason: 'fallback-expired',
    lateMinutes: minutesBetween(due, at),
  }
}

/**
 * A raise raises the level and nothing else, whoever made it and whoever confirmed it: it never relaxes what
 * holds without it, and whether an assessment is in date is answered without it, as in coverage.ts. What has
 * run out stays overdue until a whole review is signed (decisions 19 to 21).
 */
function overWhatStands(
  raised: CellStanding & { dueAt: Instant },
  supervised: SupervisionCase,
  place: Place,
  activity: Activity,
  at: Instant,
): CellStanding {
  const decisions = supervised.decisions.filter((one) => one !== raised.decision)
  const without = cellStanding({ ...supervised, decisions }, place, activity, at)
  if (isStricter(without.level, raised.level)) return without
  return {
    ...raised,
    reason: without.reason,
    dueAt: without.dueAt === null ? raised.dueAt : earlierOf(without.dueAt, raised.dueAt),
    lateMinutes: without.lateMinutes,
  }
}

/** The activities that a decision names in a place: every other one stands as the place does. */
function namedIn({ decisions, earlier }: SupervisionCase, place: Place): readonly Activity[] {
  const named = new Set<Activity>()
  for (const { cells } of [...decisions, ...(earlier ?? [])])
    for (const cell of cells)
      if (cell.place === place && cell.activity !== 'all') named.add(cell.activity)
  return named.size === 0 ? [] : activities.filter((activity) => named.has(activity))
}

function placeStanding(supervised: SupervisionCase, place: Place, at: Instant): PlaceStanding {
  const general = cellStanding(supervised, place, 'all', at)
  const exceptions = namedIn(supervised, place)
    .map((activity) => ({ activity, ...cellStanding(supervised, place, activity, at) }))
    .filter(({ level, reason }) => level !== general.level || reason !== general.reason)
  return { ...general, place, words: wordsFor(supervised.rules, place, general), exceptions }
}

function wordsFor(rules: SupervisionRules, place: Place, standing: CellStanding): string {
  const fallback = fallbackOf(rules, place)
  // Where they were separated the words of the fallback, such as "with an escort", would say less.
  const isSeparate = standing.decidedLevel === 'SUP-0'
  if (standing.reason !== 'decided' && standing.level === fallback.level && !isSeparate)
    return fallback.text
  if (standing.level === 'not-allowed')
    return isSeparate ? levelRuleOf(rules, 'SUP-0').outside : 'Not allowed'
  const rule = levelRuleOf(rules, standing.level)
  if (place === 'unit-day') return rule.inside
  return place === 'unit-night' ? rule.night : rule.outside
}

const reasonRank: readonly StandingReason[] = ['fallback-expired', 'fallback-absent', 'decided']

/**
 * The places of a side as one. Outside, a place where she may not be is left out unless every one is so; an
 * activity that she may not do says nothing of the rest.
 */
function sideStanding(all: readonly PlaceStanding[], side: Side): SideStanding {
  const cells = all.flatMap((place) => [place, ...place.exceptions])
  const allowed = (level: CellLevel) => level !== 'not-allowed'
  const general = all.map(({ level }) => level)
  const counted = side === 'inside' ? general : general.filter(allowed)
  const exceptions = all.flatMap((place) => place.exceptions.map(({ level }) => level))
  return {
    level: strictestOf([...counted, ...exceptions.filter(allowed)]) ?? 'not-allowed',
    general: strictestOf(counted) ?? 'not-allowed',
    reason: reasonRank.find((one) => cells.some(({ reason }) => reason === one)) ?? 'decided',
    dueAt: earliest(cells.map((cell) => cell.dueAt)),
    lateMinutes: Math.max(0, ...cells.map((cell) => cell.lateMinutes)),
  }
}

const earliest = (all: readonly (Instant | null)[]): Instant | null =>
  all.filter((one): one is Instant => one !== null).sort()[0] ?? null

/** One side of the supervision of a pair at an instant, where the other is not asked for. */
export const sideAt = (supervised: SupervisionCase, side: Side, at: Instant): SideStanding =>
  sideStanding(
    placesOf[side].map((place) => placeStanding(supervised, place, at)),
    side,
  )

/** The supervision of one pair at an instant. */
export function supervisionAt(supervised: SupervisionCase, at: Instant): SupervisionStanding {
  const standings = places.map((place) => placeStanding(supervised, place, at))
  const of = (side: Side) =>
    sideStanding(
      standings.filter(({ place }) => placesOf[side].includes(place)),
      side,
    )
  return {
    places: Object.fromEntries(standings.map((s) => [s.place, s])) as Record<Place, PlaceStanding>,
    inside: of('inside'),
    outside: of('outside'),
    night: sideStanding(
      standings.filter(({ place }) => place === 'unit-night'),
      'inside',
    ),
    reviewDueAt: earliest(standings.map((standing) => standing.dueAt)),
    authorityRequirement: authorityRequirementAt(supervised, at),
    toConfirm: supervised.decisions
      .filter((decision) => decision.startsAt <= at)
      .map((decision) => ({ decision, state: confirmationState(decision, supervised.rules, at) }))
      .filter(({ state }) => state === 'awaiting' || state === 'overdue'),
  }
}

/** What a court or an authority requires, and since when. */
export interface AuthorityLimit {
  text: string
  since: Instant
}

/** The limit of a court or an authority that stands: that of the last decision to name one. */
export function authorityLimitAt(
  { decisions, ofBaby }: Pick<SupervisionCase, 'decisions' | 'ofBaby'>,
  at: Instant,
): AuthorityLimit | null {
  let last: AuthorityLimit | null = null
  for (const { startsAt: since, authorityRequirement: text } of ofBaby ?? decisions) {
    if (since > at || text === null) continue
    if (!last || since >= last.since) last = { text, since }
  }
  return last
}

/** The same in its words alone. */
export const authorityRequirementAt = (
  supervised: Pick<SupervisionCase, 'decisions' | 'ofBaby'>,
  at: Instant,
): string | null => authorityLimitAt(supervised, at)?.text ?? null

import { epochMs } from '../shared/calendar.ts'
import type { Instant } from '../shared/time.ts'
import type { Role } from '../users/roles.ts'
import { blocksOf, cellsCovered, noCells, wholeBlock } from './cell-bits.ts'
import type { Side } from './codes.ts'
import { confirmBy, needsConfirmation } from './raises.ts'
import type { Cell, DecisionKind } from './record.ts'
import type { SupervisionRules } from './rule-content.ts'

/**
 * Which minutes a current assessment covers, exact to the minute.
 *
 * A whole minute is judged at its first moment. It is covered on a side (inside, outside) when for every
 * activity in every place of the side the decision that counts there, the latest to have started, is not past
 * its review: what the board shows as decided and not as the fallback (current.ts). A raise raises the level
 * and covers nothing: until its own review, or the end of the hour for a nurse's word, what stands without it
 * counts; after that it has run out. This has to hold by the record as it stands at the cut *and* by the record as it stood at that minute, allowing an
 * hour for entering a new decision and nothing for editing an old one. So a late entry cannot cover more
 * than the hour before it, an edit covers nothing before it was made, and a decision withdrawn as an error
 * covers nothing at all. Source: decision 19; truth table in docs/states/supervision.md.
 */

/** One version of a decision that had been recorded by the cut; every version, not the newest alone. */
export interface DecisionVersionFact {
  recordId: string
  version: number
  pairId: string
  kind: DecisionKind
  /** A whole assessment; a raise alone is none. */
  isReview: boolean
  decidedByRole: Role
  startsAt: Instant
  reviewDueAt: Instant
  recordedAt: Instant
  withdrawn: boolean
  cells: readonly Cell[]
}

/** A registered nurse's word on a raise, in its newest version by the cut. */
export interface ConfirmationFact {
  decisionId: string
  confirmed: boolean
  confirmedAt: Instant
  /** When its first version was recorded. */
  recordedAt: Instant
}

export type CoverRules = Pick<SupervisionRules, 'confirmRaise' | 'lateEntry'>

/** What was known of one decision for a while. All times are whole minutes of the epoch, the last exclusive. */
interface Stage {
  recordId: string
  version: number
  knownFrom: number
  knownTo: number
  startsAt: number
  dueAt: number
  /** A raise alone: until it is due it covers nothing, and what stands without it counts. */
  raises: boolean
  /** When it stopped counting at all: a raise that a nurse did not confirm. */
  endsAt: number
  /** For each block a bit for every activity in a place that it sets a level for; none once it is withdrawn. */
  cells: readonly number[]
}

/** What one side had at a minute, by one state of the record. */
interface View {
  state: 'current' | 'expired' | 'absent'
  stages: readonly Stage[]
}

/** Minutes that are alike: the same decisions count, in the same state. `to` is not in it. */
export interface Stretch {
  from: number
  to: number
  /** `late-entry`: the record at the cut covers it, but was entered, edited or confirmed too late. */
  state: 'current' | 'late-entry' | 'expired' | 'absent'
  decisions: readonly { recordId: string; version: number }[]
}

/** The first whole minute at or after an instant. */
export const minuteOf = (instant: Instant): number => Math.ceil(epochMs(instant) / 60_000)

/** One decision as it came to be known. `versions` are all its versions by the cut, in order. */
function stagesOf(
  versions: readonly DecisionVersionFact[],
  word: ConfirmationFact | undefined,
  rules: CoverRules,
): Stage[] {
  const wordFrom = word ? minuteOf(word.recordedAt) : Number.POSITIVE_INFINITY
  const knownFrom = versions.map(({ recordedAt }, index) =>
    index === 0 ? minuteOf(recordedAt) - rules.lateEntry.minutes : minuteOf(recordedAt),
  )
  return versions.flatMap((fact, index) => {
    const from = knownFrom[index] ?? 0
    const to = knownFrom[index + 1] ?? Number.POSITIVE_INFINITY
    const stage = stageOf(fact, undefined, rules, from, to)
    if (!needsConfirmation(fact) || wordFrom >= to) return [stage]
    const since = Math.max(from, wordFrom)
    return [{ ...stage, knownTo: since }, stageOf(fact, word, rules, since, to)]
  })
}

function stageOf(
  fact: DecisionVersionFact,
  word: ConfirmationFact | undefined,
  rules: CoverRules,
  knownFrom: number,
  knownTo: number,
): Stage {
  const reviewDue = minuteOf(fact.reviewDueAt)
  const waits = needsConfirmation(fact) && !word?.confirmed
  return {
    recordId: fact.recordId,
    version: fact.version,
    knownFrom,
    knownTo,
    startsAt: minuteOf(fact.startsAt),
    dueAt: waits ? Math.min(reviewDue, minuteOf(confirmBy(fact, rules))) : reviewDue,
    endsAt: word && !word.confirmed ? minuteOf(word.confirmedAt) : Number.POSITIVE_INFINITY,
    raises: !fact.isReview,
    cells: fact.withdrawn ? noCells : cellsCovered(fact.cells),
  }
}

/** The decisions of one pair, ready to be asked about any minute: their stages, latest start first. */
export type PairDecisions = readonly Stage[]

/** Prepares the decisions of one pair. `versions` are those of its decisions alone, in any order. */
export function pairDecisions(
  versions: readonly DecisionVersionFact[],
  words: ReadonlyMap<string, ConfirmationFact>,
  rulesAt: (at: Instant) => CoverRules,
): PairDecisions {
  return [...Map.groupBy(versions, ({ recordId }) => recordId)]
    .flatMap(([recordId, of]) => {
      const ordered = of.length > 1 ? of.sort((a, b) => a.version - b.version) : of
      return stagesOf(ordered, words.get(recordId), rulesAt(ordered[0]?.startsAt ?? ''))
    })
    .sort((a, b) => b.startsAt - a.startsAt || (a.recordId < b.recordId ? -1 : 1))
}

/** What one block had at a minute by the record as it stood at `knownAt`. */
function blockAt(decisions: PairDecisions, block: number, minute: number, knownAt: number): View {
  let open = wholeBlock[block] ?? 0
  let taken = 0
  let takenStart = 0
  let expired = false
  const stages: Stage[] = []
  for (const stage of decisions) {
    if (stage.startsAt > minute || stage.endsAt <= minute) continue
    if (stage.knownFrom > knownAt || stage.knownTo <= knownAt) continue
    if (stage.raises && minute < stage.dueAt) continue
    // Of two that start at one moment both count, so that the earlier review decides.
    if (stage.startsAt !== takenStart) {
      open &= ~taken
      taken = 0
      takenStart = stage.startsAt
      if (open === 0) break
    }
    const covers = (stage.cells[block] ?? 0) & open
    if (covers === 0) continue
    taken |= covers
    stages.push(stage)
    if (stage.dueAt <= minute) expired = true
  }
  open &= ~taken
  return { state: expired ? 'expired' : open === 0 ? 'current' : 'absent', stages }
}

/** What a side had: run out wherever one of its blocks has, else absent wherever one is. */
function viewAt(decisions: PairDecisions, side: Side, minute: number, knownAt: number): View {
  const views = blocksOf[side].map((block) => blockAt(decisions, block, minute, knownAt))
  const [first] = views
  if (first && views.length === 1) return first
  const has = (state: View['state']) => views.some((view) => view.state === state)
  return {
    state: has('expired') ? 'expired' : has('absent') ? 'absent' : 'current',
    stages: [...new Set(views.flatMap(({ stages }) => stages))],
  }
}

const always = Number.MAX_SAFE_INTEGER

/** How one side stood at a minute, by the record at the cut and at that minute. */
export function standingAt(
  decisions: PairDecisions,
  side: Side,
  minute: number,
): Omit<Stretch, 'from' | 'to'> {
  const { state, stages } = viewAt(decisions, side, minute, always)
  if (state !== 'current') return { state, decisions: stages }
  const asKnown = viewAt(decisions, side, minute, minute)
  return { state: asKnown.state === 'current' ? state : 'late-entry', decisions: stages }
}

/** The minutes from `from` to before `to`, in stretches that join without a gap. */
export function stretches(
  decisions: PairDecisions,
  side: Side,
  from: number,
  to: number,
): Stretch[] {
  const joined: Stretch[] = []
  const bounds = boundsOf(decisions, from, to)
  for (const [index, start] of bounds.entries()) {
    const end = bounds[index + 1] ?? to
    const standing = standingAt(decisions, side, start)
    const last = joined.at(-1)
    if (last && isAlike(last, standing)) last.to = end
    else joined.push({ from: start, to: end, ...standing })
  }
  return joined
}

/** Every minute at which something may change, `from` first. */
function boundsOf(decisions: PairDecisions, from: number, to: number): number[] {
  const bounds = new Set<number>()
  for (const { startsAt, dueAt, endsAt, knownFrom, knownTo } of decisions) {
    for (const minute of [startsAt, dueAt, endsAt, knownFrom, knownTo]) {
      if (minute > from && minute < to) bounds.add(minute)
    }
  }
  return from < to ? [from, ...[...bounds].sort((a, b) => a - b)] : []
}

const isAlike = (a: Omit<Stretch, 'from' | 'to'>, b: Omit<Stretch, 'from' | 'to'>) =>
  a.state === b.state &&
  a.decisions.length === b.decisions.length &&
  a.decisions.every((one, i) => one.recordId === b.decisions[i]?.recordId)

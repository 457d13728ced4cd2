import type { Instant } from '../shared/time.ts'
import { placesOf } from './codes.ts'
import type { ConfirmationFact, DecisionVersionFact } from './coverage.ts'
import { cellFor, sideAt } from './current.ts'
import { needsConfirmation } from './raises.ts'
import type { DecisionFact } from './record.ts'
import { type IntervalSpan, instantOfMinute, wholeMinute } from './rounds.ts'
import { levelRuleOf, type SupervisionRules } from './rule-content.ts'
import { levelOfWhole } from './strictest-here.ts'

/** Stretches of whole minutes of the epoch; `to` is not in it. */
export interface Within {
  from: number
  to: number
  /** One care task that is watched more closely speaks for the whole of the day, as 5d-7 was first released. */
  byStrictestTask?: boolean
}

/**
 * Which round interval was in force for a pair, stretch by stretch: that of the level inside the unit as the
 * board shows it, the fallback included, as it was known at the time. A care task that is watched more closely
 * than the rest is watched while it is done: it makes no round due (decision 22). What is entered or changed
 * afterwards makes nothing due in the past (architecture.md 5, law 5).
 */
export function intervalSpans(
  pair: { startedAt: Instant },
  decisions: readonly DecisionVersionFact[],
  words: ReadonlyMap<string, ConfirmationFact>,
  rules: SupervisionRules,
  within: Within,
): IntervalSpan[] {
  // At the very minute at which they come together nothing is due yet.
  const from = Math.max(wholeMinute(pair.startedAt) + 1, within.from)
  const countingAt = movingWindow(stagesOf(decisions, words))
  const spans: IntervalSpan[] = []
  for (const [start, end] of stretchesOf(boundsOf(decisions, words, rules), from, within.to)) {
    const at = instantOfMinute(start)
    const decided = { rules, decisions: countingAt(at), pairStartedAt: pair.startedAt }
    const side = sideAt(decided, 'inside', at)
    const level = within.byStrictestTask ? side.level : levelOfWhole(side)
    const everyMinutes = level === 'not-allowed' ? null : levelRuleOf(rules, level).roundMinutes
    const last = spans.at(-1)
    if (last && last.everyMinutes === everyMinutes) last.to = end
    else spans.push({ from: start, to: end, everyMinutes })
  }
  return spans
}

/** Every minute at which another level may come into force or become known. */
function boundsOf(
  decisions: readonly DecisionVersionFact[],
  words: ReadonlyMap<string, ConfirmationFact>,
  rules: SupervisionRules,
): Set<number> {
  const bounds = new Set<number>()
  for (const { recordId, startsAt, reviewDueAt, recordedAt } of decisions) {
    const starts = wholeMinute(startsAt)
    bounds.add(starts + 1).add(starts + rules.confirmRaise.minutes + 1)
    bounds.add(wholeMinute(reviewDueAt) + 1).add(wholeMinute(recordedAt) + 1)
    const word = words.get(recordId)
    if (word) bounds.add(wholeMinute(word.confirmedAt) + 1).add(wholeMinute(word.recordedAt) + 1)
  }
  return bounds
}

function stretchesOf(bounds: ReadonlySet<number>, from: number, to: number): [number, number][] {
  if (from >= to) return []
  const inside = [...bounds].filter((minute) => minute > from && minute < to)
  const all = [from, ...inside.sort((a, b) => a - b), to]
  return all.slice(1).map((end, index) => [all[index] ?? from, end])
}

/** One version of a decision while it was the newest on record. */
interface Stage {
  decision: DecisionFact
  word: ConfirmationFact | undefined
  knownFrom: Instant
  /** From when a later version was known; null where there is none. */
  knownTo: Instant | null
  /** A whole assessment that sets every place inside the unit: nothing that started before it counts. */
  whole: boolean
}

/** The stages of one pair's decisions, latest start first; a withdrawn version is none. */
const stagesOf = (
  versions: readonly DecisionVersionFact[],
  words: ReadonlyMap<string, ConfirmationFact>,
): Stage[] =>
  [...Map.groupBy(versions, ({ recordId }) => recordId).values()]
    .flatMap((all) =>
      all.filter(({ withdrawn }) => !withdrawn).map((one) => stageOf(one, all, words)),
    )
    .sort((a, b) => compare(b.decision.startsAt, a.decision.startsAt))

function stageOf(
  version: DecisionVersionFact,
  all: readonly DecisionVersionFact[],
  words: ReadonlyMap<string, ConfirmationFact>,
): Stage {
  const later = all.filter((one) => one.version > version.version)
  return {
    decision: { ...version, authorityRequirement: null, confirmation: null },
    word: needsConfirmation(version) ? words.get(version.recordId) : undefined,
    knownFrom: version.recordedAt,
    knownTo: later.map(({ recordedAt }) => recordedAt).sort()[0] ?? null,
    whole:
      version.isReview &&
      placesOf.inside.every((place) => cellFor(version.cells, place, 'all') !== undefined),
  }
}

const compare = (a: Instant, b: Instant) => (a < b ? -1 : a > b ? 1 : 0)

/**
 * Finds the decisions that may count inside the unit at an instant, as they stood on record then. The
 * instants that are asked for must not go back: what has started is not looked for again.
 */
function movingWindow(stages: readonly Stage[]): (at: Instant) => DecisionFact[] {
  let first = stages.length
  return (at) => {
    while (first > 0 && (stages[first - 1]?.decision.startsAt ?? at) <= at) first -= 1
    const counting: DecisionFact[] = []
    let wholeFrom: Instant | undefined
    for (let index = first; index < stages.length; index += 1) {
      const stage = stages[index]
      if (!stage || (wholeFrom !== undefined && stage.decision.startsAt < wholeFrom)) break
      const { decision, word, knownFrom, knownTo } = stage
      if (knownFrom > at || (knownTo !== null && knownTo <= at)) continue
      const isWorded = word !== undefined && word.recordedAt <= at
      counting.push(isWorded ? { ...decision, confirmation: word } : decision)
      if (stage.whole) wholeFrom = decision.startsAt
    }
    return counting
  }
}

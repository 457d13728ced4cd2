import type { Instant } from '../shared/time.ts'
import type { ConfirmationFact, DecisionVersionFact } from './coverage.ts'
import { supervisionAt } from './current.ts'
import { confirmBy } from './raises.ts'
import type { DecisionFact } from './record.ts'
import { type IntervalSpan, instantOfMinute, wholeMinute } from './rounds.ts'
import { levelRuleOf, type SupervisionRules } from './rule-content.ts'

/**
 * Which round interval was in force for a pair, stretch by stretch: that of the level inside the unit, the
 * fallback included, as it was known at the time. What is entered or changed afterwards makes nothing due in
 * the past (architecture.md 5, law 5).
 */
export function intervalSpans(
  pair: { startedAt: Instant },
  decisions: readonly DecisionVersionFact[],
  words: ReadonlyMap<string, ConfirmationFact>,
  rules: SupervisionRules,
  within: { from: number; to: number },
): IntervalSpan[] {
  // At the very minute at which they come together nothing is due yet.
  const from = Math.max(wholeMinute(pair.startedAt) + 1, within.from)
  const spans: IntervalSpan[] = []
  for (const [start, end] of stretchesOf(boundsOf(decisions, words, rules), from, within.to)) {
    const everyMinutes = intervalAt(pair, decisions, words, rules, instantOfMinute(start))
    const last = spans.at(-1)
    if (last && last.everyMinutes === everyMinutes) last.to = end
    else spans.push({ from: start, to: end, everyMinutes })
  }
  return spans
}

/** Every minute at which another level may come into force or become known. */
const boundsOf = (
  decisions: readonly DecisionVersionFact[],
  words: ReadonlyMap<string, ConfirmationFact>,
  rules: SupervisionRules,
): number[] => {
  const times = decisions.flatMap((one) => {
    const word = words.get(one.recordId)
    return [
      one.startsAt,
      one.reviewDueAt,
      one.recordedAt,
      confirmBy(one, rules),
      ...(word ? [word.confirmedAt, word.recordedAt] : []),
    ]
  })
  return times.map((at) => wholeMinute(at) + 1)
}

function stretchesOf(bounds: readonly number[], from: number, to: number): [number, number][] {
  if (from >= to) return []
  const inside = new Set(bounds.filter((minute) => minute > from && minute < to))
  const all = [from, ...[...inside].sort((a, b) => a - b), to]
  return all.slice(1).map((end, index) => [all[index] ?? from, end])
}

function intervalAt(
  pair: { startedAt: Instant },
  versions: readonly DecisionVersionFact[],
  words: ReadonlyMap<string, ConfirmationFact>,
  rules: SupervisionRules,
  at: Instant,
): number | null {
  const decisions = knownAt(versions, words, at)
  const { level } = supervisionAt({ rules, decisions, pairStartedAt: pair.startedAt }, at).inside
  return level === 'not-allowed' ? null : levelRuleOf(rules, level).roundMinutes
}

/** The decisions as they stood on record at an instant. */
function knownAt(
  versions: readonly DecisionVersionFact[],
  words: ReadonlyMap<string, ConfirmationFact>,
  at: Instant,
): DecisionFact[] {
  const newest = new Map<string, DecisionVersionFact>()
  for (const version of versions) {
    if (version.recordedAt > at) continue
    const before = newest.get(version.recordId)
    if (!before || before.version < version.version) newest.set(version.recordId, version)
  }
  return [...newest.values()]
    .filter(({ withdrawn }) => !withdrawn)
    .map((decision) => {
      const word = words.get(decision.recordId)
      return {
        ...decision,
        authorityRequirement: null,
        confirmation: word && word.recordedAt <= at ? word : null,
      }
    })
}

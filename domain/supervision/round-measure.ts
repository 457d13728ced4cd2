import type { Measure, Member, MemberClass } from '../assurance/measure.ts'
import { inForce } from '../rule-sets/rule-set.ts'
import { dateOf } from '../shared/calendar.ts'
import type { Cut, Period } from '../shared/time.ts'
import { intervalSpans } from './interval-spans.ts'
import type { PairFact, SupervisionFacts } from './measures.ts'
import {
  type CheckFact,
  type DueRound,
  type DueState,
  instantOfMinute,
  judgeRounds,
  wholeMinute,
} from './rounds.ts'

/** A check with the pair whose baby it is of. */
export interface PairCheckFact extends CheckFact {
  pairId: string
}

const judged: Record<DueState | 'not-kept', [MemberClass, reason: string]> = {
  'on-time': ['pass', 'Seen on time'],
  late: ['fail', 'Seen late'],
  bulk: ['fail', 'Entered in bulk, or later than one interval after'],
  'not-found': ['fail', 'Looked for and not found'],
  missed: ['fail', 'No check on record'],
  away: ['not-eligible', 'Away from the unit'],
  'not-yet': ['not-eligible', 'Not yet due, or there is still time'],
  'not-kept': ['not-eligible', 'Before the first round was kept here'],
}

/** 5d-7: rounds due, done on time and not entered in bulk. */
export const roundsDone: Measure<SupervisionFacts> = {
  id: '5d-7',
  version: 1,
  requirement: '5d',
  title: 'Rounds on time',
  population: 'Every time at which a baby on the unit is due to be seen by the level in force.',
  placedBy: 'The time at which it was due.',
  rule: 'The baby was seen within five minutes after the due time at the latest, and it was not entered in bulk.',
  source: 'assurance.md 2, 5d-7; decision 23; intervals, domain.md 4.1',
  safetyCritical: false,
  minimumN: 5,
  unit: 'count',
  members(facts, period, cut) {
    const checks = Map.groupBy(facts.checks, ({ pairId }) => pairId)
    const decisions = Map.groupBy(facts.decisions, ({ pairId }) => pairId)
    const words = new Map(facts.confirmations.map((word) => [word.decisionId, word]))
    const setAt = inForce(facts.ruleSets, 'supervision')
    const [start, end] = [wholeMinute(period.from), wholeMinute(period.to)]
    return facts.pairs.flatMap((pair) => {
      const rules = setAt(pair.startedAt)?.content
      const within = minutesOf(pair, period, cut)
      if (!rules || within.from >= within.to) return []
      const spans = intervalSpans(pair, decisions.get(pair.recordId) ?? [], words, rules, within)
      const dues = judgeRounds(spans, checks.get(pair.recordId) ?? [], wholeMinute(cut.at))
      const placed = dues.filter(({ dueAt }) => dueAt >= start && dueAt < end)
      return byDay(pair, placed, facts.roundsKeptSince)
    })
  },
}

/** How far beside the period is looked, so that a check at its edge is judged as on any other day. */
export const besideMinutes = 240

function minutesOf(pair: PairFact, period: Period, cut: Cut) {
  const ends = [cut.at, ...(pair.endedAt === null ? [] : [pair.endedAt])].map(wholeMinute)
  return {
    from: wholeMinute(period.from) - besideMinutes,
    to: Math.min(wholeMinute(period.to) + besideMinutes, ...ends),
  }
}

/** The due times of one day that are alike, as one member each: a day has up to 96. */
function byDay(pair: PairFact, dues: readonly DueRound[], keptSince: string | null): Member[] {
  const state = (due: DueRound): DueState | 'not-kept' =>
    keptSince === null || instantOfMinute(due.dueAt) < keptSince ? 'not-kept' : due.state
  const groups = Map.groupBy(dues, (due) => `${dateOf(instantOfMinute(due.dueAt))}:${state(due)}`)
  return [...groups].flatMap(([key, alike]) => {
    const [first] = alike
    if (!first) return []
    const [of, reason] = judged[state(first)]
    return {
      key: `${pair.recordId}:${key}`,
      class: of,
      reason,
      at: instantOfMinute(first.dueAt),
      quantity: alike.length,
      records: [
        { type: 'pair', recordId: pair.recordId, version: pair.version },
        ...alike.flatMap(({ check }) =>
          check
            ? [{ type: 'supervision_check', recordId: check.recordId, version: check.version }]
            : [],
        ),
      ],
    }
  })
}

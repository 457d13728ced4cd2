import type { Measure, Member, MemberClass } from '../assurance/measure.ts'
import { inForce, turnsOfRules } from '../rule-sets/rule-set.ts'
import { epochMs } from '../shared/calendar.ts'
import { dateOfMinutes } from '../shared/date-of-minute.ts'
import type { CivilDate, Cut, Instant, Period } from '../shared/time.ts'
import { intervalSpans } from './interval-spans.ts'
import type { PairFact, SupervisionFacts } from './measures.ts'
import {
  type AwaySpan,
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

/** When a baby was out by a recorded leave, or missing. */
export interface PairAwayFact extends AwaySpan {
  pairId: string
}

const judged: Record<State, [MemberClass, reason: string]> = {
  'on-time': ['pass', 'Seen on time'],
  late: ['fail', 'Seen late'],
  bulk: ['fail', 'Entered in bulk, or later than one interval after'],
  'not-found': ['fail', 'Looked for and not found'],
  missed: ['fail', 'No check on record'],
  away: ['not-eligible', 'Away from the unit'],
  'away-late': ['fail', 'Away, entered later than one interval after'],
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
  // As this version was released: a time at which a baby was out on leave counted as missed.
  members: (facts, period, cut) => membersOf({ ...facts, away: [] }, period, cut, asFirstReleased),
}

/** The second version: a baby who is on record as out is not due to be seen on the ward. */
export const roundsDoneWhileHere: Measure<SupervisionFacts> = {
  ...roundsDone,
  version: 2,
  population: `${roundsDone.population} While the baby was out on recorded leave, or missing, it is not eligible.`,
  // As this version was released: an absence counted whenever it was entered.
  members: (facts, period, cut) => membersOf(facts, period, cut, asFirstReleased),
}

/**
 * The third version: an absence that was entered late is as late as a check (decision 23), and a care task that
 * is watched more closely makes no round due by itself.
 */
export const roundsDoneByWhole: Measure<SupervisionFacts> = {
  ...roundsDone,
  version: 3,
  population: `${roundsDone.population} A single care task that is watched more closely is not the level. While the baby was out on leave, or missing, by an entry of no later than one interval after, it is not eligible.`,
  rule: `${roundsDone.rule} An absence entered later than one interval after is not on time.`,
  members: (facts, period, cut) => membersOf(facts, period, cut, byWhole),
}

/** The fourth version: a baby who was found elsewhere is not here until somebody records the return. */
export const roundsDoneUntilBack: Measure<SupervisionFacts> = {
  ...roundsDoneByWhole,
  version: 4,
  population: `${roundsDoneByWhole.population} Found elsewhere is out until the return is recorded.`,
  members: (facts, period, cut) => membersOf(facts, period, cut, asOfNow),
}

/** What has changed from version to version. */
interface Reckoning {
  byStrictestTask: boolean
  lateAbsence: 'away' | 'away-late'
  /** A search that ended with the baby found elsewhere ended the absence. */
  foundIsBack: boolean
}
const asFirstReleased: Reckoning = {
  byStrictestTask: true,
  lateAbsence: 'away',
  foundIsBack: true,
}
const byWhole: Reckoning = { byStrictestTask: false, lateAbsence: 'away-late', foundIsBack: true }
const asOfNow: Reckoning = { ...byWhole, foundIsBack: false }

const untilFound = (span: PairAwayFact): PairAwayFact =>
  span.foundAt === undefined ? span : { ...span, to: Math.min(span.to, span.foundAt) }

function membersOf(
  facts: SupervisionFacts,
  period: Period,
  cut: Cut,
  { byStrictestTask, lateAbsence, foundIsBack }: Reckoning,
): Member[] {
  const away = foundIsBack ? facts.away.map(untilFound) : facts.away
  const awayOf = Map.groupBy(away, ({ pairId }) => pairId)
  const checks = Map.groupBy(facts.checks, ({ pairId }) => pairId)
  const decisions = Map.groupBy(facts.decisions, ({ pairId }) => pairId)
  const words = new Map(facts.confirmations.map((word) => [word.decisionId, word]))
  const setAt = inForce(facts.ruleSets, 'supervision')
  const turns = minutesOfTurns(turnsOfRules(facts.ruleSets, 'supervision'))
  const [start, end] = [wholeMinute(period.from), wholeMinute(period.to)]
  const since = facts.roundsKeptSince
  const kept = since === null ? Number.POSITIVE_INFINITY : epochMs(since) / 60_000
  const dateAt = dateOfMinutes()
  return facts.pairs.flatMap((pair) => {
    const within = minutesOf(pair, period, cut)
    // The interval of a due time is that of the rules in force then, not of those at the arrival.
    const spans = stretchesBetween(within, turns).flatMap((stretch) => {
      const rules = setAt(instantOfMinute(stretch.from))?.content
      const own = decisions.get(pair.recordId) ?? []
      return rules ? intervalSpans(pair, own, words, rules, { ...stretch, byStrictestTask }) : []
    })
    const dues = judgeRounds(
      spans,
      checks.get(pair.recordId) ?? [],
      wholeMinute(cut.at),
      awayOf.get(pair.recordId),
    )
    const placed = dues
      .filter(({ dueAt }) => dueAt >= start && dueAt < end)
      .map((due) => (due.state === 'away-late' ? { ...due, state: lateAbsence } : due))
    return byDay(pair, placed, kept, dateAt)
  })
}

interface Minutes {
  from: number
  to: number
}

/** A minute is judged at its first moment: rules hold from the first minute that begins under them. */
const minutesOfTurns = (turns: readonly Instant[]): number[] =>
  [...new Set(turns.map((at) => Math.ceil(epochMs(at) / 60_000)))].sort((a, b) => a - b)

/** A window cut where another revision of the rules may come into force. */
function stretchesBetween({ from, to }: Minutes, turns: readonly number[]): Minutes[] {
  if (from >= to) return []
  const bounds = [from, ...turns.filter((minute) => from < minute && minute < to), to]
  return bounds.slice(1).map((end, index) => ({ from: bounds[index] ?? from, to: end }))
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

type State = DueState | 'not-kept'

/** The due times of one day that are alike, as one member each: a day has up to 96. They are in their order. */
function byDay(
  pair: PairFact,
  dues: readonly DueRound[],
  keptSince: number,
  dateAt: (minute: number) => CivilDate,
): Member[] {
  const members: Member[] = []
  let day = ''
  let ofDay = new Map<State, Member>()
  for (const { dueAt, state, check } of dues) {
    const date = dateAt(dueAt)
    if (date !== day) {
      day = date
      ofDay = new Map()
    }
    const of = dueAt < keptSince ? 'not-kept' : state
    let member = ofDay.get(of)
    if (!member) {
      member = memberOf(pair, date, of, dueAt)
      ofDay.set(of, member)
      members.push(member)
    }
    member.quantity += 1
    if (check)
      member.records.push({
        type: 'supervision_check',
        recordId: check.recordId,
        version: check.version,
      })
  }
  return members
}

const memberOf = (pair: PairFact, date: CivilDate, state: State, firstDueAt: number): Member => ({
  key: `${pair.recordId}:${date}:${state}`,
  class: judged[state][0],
  reason: judged[state][1],
  at: instantOfMinute(firstDueAt),
  quantity: 0,
  records: [{ type: 'pair', recordId: pair.recordId, version: pair.version }],
})

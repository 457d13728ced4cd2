import type { Instant } from '../shared/time.ts'
import {
  type Activity,
  activities,
  type CellLevel,
  isStricter,
  type Place,
  places,
  stricterOf,
} from './codes.ts'
import { cellFor, lastDecided, type SupervisionCase } from './current.ts'
import type { Cell, DecisionFact, DecisionKind } from './record.ts'

/** What a proposed decision changes for one activity in one place, against the last decided level. */
export interface CellChange {
  place: Place
  activity: Activity
  from: CellLevel | null
  to: CellLevel
  kind: DecisionKind
}

export interface Change {
  /** The kind of the whole: a lowering anywhere makes it one, then a raise, then a first assessment. */
  kind: DecisionKind
  cells: CellChange[]
}

/**
 * The kind of a change of level. Source: decision 20: against the last *decided* level, in date or not, and
 * never against the fallback, so that an assessment which has run out cannot be used to lower one.
 */
export function changeKind(from: CellLevel | null, to: CellLevel): DecisionKind {
  if (from === null) return 'first'
  if (from === to) return 'renewal'
  return isStricter(to, from) ? 'raise' : 'lowering'
}

/**
 * What a proposal changes, activity by activity in each place that it names. An activity that it leaves out
 * takes the level for all activities: leaving out a stricter one is a lowering too. It is judged against the
 * stricter of what was decided when it starts and when it is signed, so that a start in the past gets past
 * nothing. Where this stay has decided nothing yet it is a first assessment, unless it is less strict than
 * what was decided last in an earlier stay: ending a stay and coming again lowers nothing (decision 20).
 */
export function changeOf(
  supervised: Pick<SupervisionCase, 'decisions' | 'rules'> & {
    earlierStays?: readonly DecisionFact[]
  },
  proposed: { startsAt: Instant; cells: readonly Cell[] },
  signedAt: Instant = proposed.startsAt,
): Change {
  const { rules, decisions, earlierStays = [] } = supervised
  const levelIn = (all: readonly DecisionFact[], place: Place, activity: Activity) =>
    [proposed.startsAt, signedAt]
      .map((at) => lastDecided({ rules, decisions: all }, place, activity, at)?.level ?? null)
      .reduce(stricterKnown)
  const cells: CellChange[] = []
  for (const place of places) {
    for (const activity of activities) {
      const to = cellFor(proposed.cells, place, activity)
      if (to === undefined) continue
      const inStay = levelIn(decisions, place, activity)
      const before = inStay === null ? levelIn(earlierStays, place, activity) : null
      const from = before !== null && isStricter(before, to) ? before : inStay
      cells.push({ place, activity, from, to, kind: changeKind(from, to) })
    }
  }
  const kinds: readonly DecisionKind[] = ['lowering', 'raise', 'first']
  const kind = kinds.find((one) => cells.some((cell) => cell.kind === one)) ?? 'renewal'
  return { kind, cells }
}

const stricterKnown = (a: CellLevel | null, b: CellLevel | null): CellLevel | null =>
  a === null || b === null ? (a ?? b) : stricterOf(a, b)

export const kindsIn = (change: Change): ReadonlySet<DecisionKind> =>
  new Set(change.cells.map(({ kind }) => kind))

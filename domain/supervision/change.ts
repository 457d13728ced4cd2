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
import type { Cell, DecisionKind } from './record.ts'

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
 * nothing.
 */
export function changeOf(
  supervised: Pick<SupervisionCase, 'decisions' | 'rules'>,
  proposed: { startsAt: Instant; cells: readonly Cell[] },
  signedAt: Instant = proposed.startsAt,
): Change {
  const levelAt = (place: Place, activity: Activity, at: Instant) =>
    lastDecided(supervised, place, activity, at)?.level ?? null
  const cells: CellChange[] = []
  for (const place of places) {
    for (const activity of activities) {
      const to = cellFor(proposed.cells, place, activity)
      if (to === undefined) continue
      const from = stricterKnown(
        levelAt(place, activity, proposed.startsAt),
        levelAt(place, activity, signedAt),
      )
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

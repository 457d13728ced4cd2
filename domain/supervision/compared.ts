import {
  type Activity,
  activities,
  type CellLevel,
  isStricter,
  type Place,
  places,
} from './codes.ts'
import { cellFor } from './current.ts'
import type { Cell } from './record.ts'

/** Decisions side by side: a row for each place, and each activity that any of them sets apart. */

export type Shift = 'first' | 'same' | 'stricter' | 'less-strict' | 'not-named'

export interface ComparedCell {
  level: CellLevel | null
  /** Against the level that stood just before it in the list. */
  shift: Shift
}

export interface ComparedRow {
  place: Place
  activity: Activity
  /** One for each decision, in their order. */
  cells: ComparedCell[]
}

/**
 * Sets decisions side by side, the earliest first: what each says of a place, and how that differs from what
 * was decided before. A decision that does not name a place leaves it as it was.
 */
export function compared(decisions: readonly { cells: readonly Cell[] }[]): ComparedRow[] {
  const rows = places.flatMap((place) =>
    activities
      .filter((activity) => activity === 'all' || setsApart(decisions, place, activity))
      .map((activity) => ({ place, activity })),
  )
  return rows.map(({ place, activity }) => {
    let before: CellLevel | null = null
    const cells = decisions.map((decision): ComparedCell => {
      const level = cellFor(decision.cells, place, activity) ?? null
      const shift = shiftOf(before, level)
      before = level ?? before
      return { level, shift }
    })
    return { place, activity, cells }
  })
}

const setsApart = (
  decisions: readonly { cells: readonly Cell[] }[],
  place: Place,
  activity: Activity,
) =>
  decisions.some(({ cells }) =>
    cells.some((cell) => cell.place === place && cell.activity === activity),
  )

function shiftOf(before: CellLevel | null, level: CellLevel | null): Shift {
  if (level === null) return 'not-named'
  if (before === null) return 'first'
  if (before === level) return 'same'
  return isStricter(level, before) ? 'stricter' : 'less-strict'
}

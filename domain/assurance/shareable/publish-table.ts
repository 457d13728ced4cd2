import { discloseReason } from '../disclosure.ts'
import type { Member } from '../measure.ts'
import type { MeasureRun } from '../measure-run.ts'
import { type AlsoPrinted, cellsThatComeBack } from './comes-back.ts'
import { exactFigure } from './exact-figure.ts'
import { sumGivesAway } from './intervals.ts'
import { clashesWithEarlier, linesOf, type ReleasedCell, type TablePlace } from './ledger.ts'
import type { ShareableMeasure, TableState } from './shareable-model.ts'
import {
  type CellName,
  cellNames,
  type ExactFigure,
  nothingPublished,
  type PublishedFigure,
  publishFigure,
} from './small-numbers.ts'

/** A table as it is printed, and the lines of the ledger that say so; none where nothing of it is printed. */
export interface PublishedTable {
  state: TableState
  figure: PublishedFigure
  lines: ReleasedCell[]
}

/**
 * One table, or these cells of it. It is refused where a cell could be worked out exactly, and where it
 * differs by 1 to 7 from what was released before (decision 36).
 */
export function publishTable(
  exact: ExactFigure,
  place: TablePlace,
  earlier: readonly ReleasedCell[],
  cells: readonly CellName[] = cellNames,
): PublishedTable {
  const { unit } = place
  const refused = (state: TableState) => ({ state, figure: { ...nothingPublished }, lines: [] })
  if (cellsThatComeBack({ exact, unit }).some((name) => cells.includes(name)))
    return refused('comes-back')
  const figure = publishFigure(exact, unit)
  const lines = linesOf(place, exact, figure, cells)
  return clashesWithEarlier(lines, earlier, unit)
    ? refused('near-earlier')
    : { state: 'printed', figure, lines }
}

/** Whether what else is printed, the level of the requirement, gives a cell away that the table by itself does not. */
export function isGivenAwayBy(
  exact: ExactFigure,
  unit: TablePlace['unit'],
  alsoPrinted: AlsoPrinted,
): boolean {
  const alone = cellsThatComeBack({ exact, unit })
  return cellsThatComeBack({ exact, unit }, alsoPrinted).some((name) => !alone.includes(name))
}

export interface PublishedGroups extends Pick<ShareableMeasure, 'groups' | 'groupsWithheld'> {
  lines: ReleasedCell[]
}

/** The groups of a measure: all of them, or none where any of their cells would be withheld. */
export function publishGroups(
  { members }: MeasureRun,
  whole: PublishedTable,
  place: TablePlace,
  earlier: readonly ReleasedCell[],
): PublishedGroups {
  const byGroup = Map.groupBy(
    members.filter(({ group }) => group !== undefined),
    ({ group }): string => group ?? '',
  )
  if (byGroup.size === 0) return { groups: [], groupsWithheld: false, lines: [] }
  const groups = [...byGroup]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([part, list]: [string, Member[]]) => ({
      name: discloseReason(part),
      ...publishTable(exactFigure(list, place.unit), { ...place, part }, earlier),
    }))
  const allNumbers = groups.every(({ figure }) =>
    cellNames.every((name) => typeof figure[name] === 'number'),
  )
  const addUp = (name: CellName) =>
    sumGivesAway(
      groups.map(({ figure }) => figure[name]),
      whole.figure[name],
      place.unit,
    )
  if (whole.state !== 'printed' || !allNumbers || cellNames.some(addUp))
    return { groups: [], groupsWithheld: true, lines: [] }
  return {
    groups: groups.map(({ name, figure }) => ({ name, figure })),
    groupsWithheld: false,
    lines: groups.flatMap(({ lines }) => lines),
  }
}

import type { Instant } from '../../shared/time.ts'
import { withheldWord } from '../disclosure.ts'
import { yearAround } from './calendar-period.ts'
import { sumGivesAway } from './intervals.ts'
import {
  type CellName,
  cellNames,
  type ExactFigure,
  type Published,
  type PublishedFigure,
  type Unit,
  withheldUpTo,
} from './small-numbers.ts'

/**
 * The ledger of what was released (decision 36): one line for each cell of each shareable report, with the
 * exact figure behind it, which stays inside. What differs by 1 to 7 from an earlier release is refused: the
 * two together would tell of those few.
 */
export interface ReleasedCell {
  /** The measure, or what else was counted. */
  measure: string
  /** The group that is shown apart; empty for the whole measure. */
  part: string
  cell: CellName
  from: Instant
  to: Instant
  size: number
  quantity: number
  printed: Published
}

export interface TablePlace extends Pick<ReleasedCell, 'measure' | 'part' | 'from' | 'to'> {
  unit: Unit
}

/** The lines of the ledger for one printed table, or for those of its cells that are printed. */
export const linesOf = (
  { measure, part, from, to }: TablePlace,
  exact: ExactFigure,
  printed: PublishedFigure,
  cells: readonly CellName[] = cellNames,
): ReleasedCell[] =>
  cells.map((cell) => ({
    measure,
    part,
    cell,
    from,
    to,
    ...exact[cell],
    printed: printed[cell],
  }))

/** Minutes of at most seven days of one stay are as few as seven records. */
const fewMinutes = withheldUpTo * 24 * 60

const isFew = (difference: number, unit: Unit) =>
  difference !== 0 && Math.abs(difference) <= (unit === 'count' ? withheldUpTo : fewMinutes)

/** Whether a table may not follow what was released before, line by line. Newer lines stand after older ones. */
export function clashesWithEarlier(
  lines: readonly ReleasedCell[],
  earlier: readonly ReleasedCell[],
  unit: Unit,
): boolean {
  return lines.some((line) => {
    const same = earlier.filter(
      (one) => one.measure === line.measure && one.part === line.part && one.cell === line.cell,
    )
    return (
      same.some((one) => differsByAFew(line, one, unit)) || givesAwayWithItsYear(line, same, unit)
    )
  })
}

function differsByAFew(line: ReleasedCell, other: ReleasedCell, unit: Unit): boolean {
  if (line.from === other.from && line.to === other.to)
    return isFew(line.size - other.size, 'count') || isFew(line.quantity - other.quantity, unit)
  const nested =
    (line.from <= other.from && other.to <= line.to) ||
    (other.from <= line.from && line.to <= other.to)
  const bothPrinted = line.printed !== withheldWord && other.printed !== withheldWord
  return nested && bothPrinted && isFew(line.quantity - other.quantity, unit)
}

/** The four quarters add up to their year: together they must not tell more than each does. */
function givesAwayWithItsYear(
  line: ReleasedCell,
  same: readonly ReleasedCell[],
  unit: Unit,
): boolean {
  const { year, quarters } = yearAround(line)
  const all = [...same, line]
  const printedIn = (from: Instant, to: Instant) =>
    all.findLast((one) => one.from === from && one.to === to)?.printed
  const total = printedIn(year.from, year.to)
  if (total === undefined) return false
  return sumGivesAway(
    quarters.map(({ from, to }) => printedIn(from, to) ?? withheldWord),
    total,
    unit,
  )
}

import {
  type Cell,
  type CellName,
  cellNames,
  type ExactFigure,
  outcomes,
  type PartName,
  type PublishedFigure,
  partNames,
  publishFigure,
  type Unit,
} from './small-numbers.ts'

/**
 * Whether a reader who knows the rules could work a cell out exactly. A cell is safe where another table, with
 * another figure there, prints the same: then nobody can tell which of the two it was. What is searched is the
 * neighbourhood of the table; where nothing is found there, the table counts as unsafe.
 */

/** How far away another table is looked for, in records or minutes for each part. */
const reach = [-2, -1, 0, 1, 2]

const moves: readonly (readonly number[])[] = reach
  .flatMap((a) => reach.flatMap((b) => reach.flatMap((c) => reach.map((d) => [a, b, c, d]))))
  .filter((move) => move.some((step) => step !== 0))

export interface Table {
  exact: ExactFigure
  unit: Unit
}

/** What else is printed of the table, as text: the level of its requirement, for one. */
export type AlsoPrinted = (exact: ExactFigure) => string

/** The cells that are not printed as 0 and yet could be worked out exactly; empty where the table is safe. */
export function cellsThatComeBack(
  { exact, unit }: Table,
  alsoPrinted: AlsoPrinted = () => '',
): CellName[] {
  const printed = publishFigure(exact, unit)
  const also = alsoPrinted(exact)
  const open = new Set(cellNames.filter((name) => printed[name] !== 0))
  for (const move of moves) {
    if (open.size === 0) break
    const other = moved(exact, move, unit)
    if (!other || !isSame(publishFigure(other, unit), printed)) continue
    const changed = [...open].filter((name) => other[name].quantity !== exact[name].quantity)
    if (changed.length === 0 || alsoPrinted(other) !== also) continue
    for (const name of changed) open.delete(name)
  }
  return [...open]
}

const isSame = (a: PublishedFigure, b: PublishedFigure) =>
  cellNames.every((name) => a[name] === b[name]) && a.rateTenths === b.rateTenths

/** The table with each part changed by so many; nothing where a part would be less than nothing. */
export function moved(
  exact: ExactFigure,
  move: readonly number[],
  unit: Unit,
): ExactFigure | undefined {
  const parts = {} as Record<PartName, Cell>
  for (const [index, name] of partNames.entries()) {
    const part = changedBy(exact[name], move[index] ?? 0, unit)
    if (!part) return undefined
    parts[name] = part
  }
  const step = outcomes.reduce((sum, _, index) => sum + (move[index] ?? 0), 0)
  const n = changedBy(exact.n, step, unit)
  const population = changedBy(exact.population, step + (move[3] ?? 0), unit)
  return n && population && { ...parts, n, population }
}

/** Minutes change without their people: a stay is longer or shorter, nobody comes or goes. */
function changedBy({ size, quantity }: Cell, step: number, unit: Unit): Cell | undefined {
  const changed = quantity + step
  if (changed < 0) return undefined
  if (unit === 'count') return { size: changed, quantity: changed }
  // Who has no minutes is not counted, and who is not counted has none.
  return changed > 0 === size > 0 ? { size, quantity: changed } : undefined
}

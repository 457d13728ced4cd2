import { withheldWord } from '../disclosure.ts'

/**
 * The small-number rule of the shareable output (decision 36; domain.md 7.6, after the NHS secondary-care
 * disclosure rule of September 2018). The page to be signed is docs/states/small-numbers.md; the tests walk it.
 */

/** Cells of 1 up to so many are withheld. */
export const withheldUpTo = 7
/** Larger cells are given to the nearest of these: records, and minutes (five hours). */
export const roundedTo = { count: 5, minutes: 300 } as const
export type Unit = keyof typeof roundedTo

/** A figure as it may be printed: rounded, or withheld. Withheld never stands for 0. */
export type Published = number | typeof withheldWord

/** A cell as it is. `size` is how many it speaks of; for what is counted it is the quantity itself. */
export interface Cell {
  size: number
  quantity: number
}

export const outcomes = ['pass', 'fail', 'incomplete'] as const
export const partNames = [...outcomes, 'notEligible'] as const
export type PartName = (typeof partNames)[number]
export const cellNames = [...partNames, 'n', 'population'] as const
export type CellName = (typeof cellNames)[number]

/** The exact figure of a measure: four parts and their two totals. */
export type ExactFigure = Readonly<Record<CellName, Cell>>

export type PublishedFigure = Record<CellName, Published> & {
  /** Tenths of a per cent from the rounded parts, rounded down; null where nothing was eligible. */
  rateTenths: number | null | typeof withheldWord
}

/** One cell by itself: 0 as 0, 1 to 7 withheld, 8 or more rounded. */
export function publishCell({ size, quantity }: Cell, unit: Unit): Published {
  if (size === 0 && quantity === 0) return 0
  if (size <= withheldUpTo) return withheldWord
  const step = roundedTo[unit]
  // What is rounded away is not nothing.
  return Math.round(quantity / step) * step || withheldWord
}

/** The figure of a measure as it may be printed; totals and n are rounded by themselves. */
export function publishFigure(exact: ExactFigure, unit: Unit): PublishedFigure {
  const cells = Object.fromEntries(
    cellNames.map((name) => [name, publishCell(exact[name], unit)]),
  ) as Record<CellName, Published>
  for (const name of complementsOf(exact, cells)) cells[name] = withheldWord
  // A withheld part of the population is not to be had as the rest of it.
  if (cells.notEligible === withheldWord || cells.n === withheldWord)
    cells.population = withheldWord
  return { ...cells, rateTenths: rateOf(cells) }
}

/** What is withheld besides the small cells, so that none is the rest of a sum. */
function complementsOf(
  exact: ExactFigure,
  cells: Readonly<Record<CellName, Published>>,
): CellName[] {
  const bySize = (a: PartName, b: PartName) => exact[a].size - exact[b].size
  const held = outcomes.filter((name) => exact[name].quantity > 0).sort(bySize)
  const [holder] = held
  // One outcome is that of everybody: the 0 of another would say so of each of them.
  if (held.length === 1 && holder) return [holder, holder === 'fail' ? 'pass' : 'fail']
  // The rule applied to nobody: "not eligible" is everybody.
  if (held.length === 0 && exact.notEligible.quantity > 0) return ['notEligible']
  const withheld = held.filter((name) => cells[name] === withheldWord)
  if (withheld.length !== 1) return []
  return held.filter((name) => name !== withheld[0]).slice(0, 1)
}

function rateOf({ pass, fail, incomplete, n }: Readonly<Record<CellName, Published>>) {
  if (n === 0) return null
  if (typeof pass !== 'number' || typeof n !== 'number') return withheldWord
  // Rounding may make a part as large as the whole: that would read as if none had fallen short.
  if (pass === n && (fail === withheldWord || incomplete === withheldWord)) return withheldWord
  return Math.floor((pass * 1000) / n)
}

/** Nothing of a figure: what stands where the whole of it is withheld. */
export const nothingPublished: Readonly<PublishedFigure> = {
  pass: withheldWord,
  fail: withheldWord,
  incomplete: withheldWord,
  notEligible: withheldWord,
  n: withheldWord,
  population: withheldWord,
  rateTenths: withheldWord,
}

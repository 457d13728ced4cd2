import { withheldWord } from '../disclosure.ts'
import { type Published, roundedTo, type Unit, withheldUpTo } from './small-numbers.ts'

/** What a reader knows of a printed cell: that it lies between these, both in it. */
export interface Interval {
  least: number
  most: number
}

/** From the rule alone. A withheld cell may be the complement of a small one, and then has no upper end. */
export function knownOf(cell: Published, unit: Unit): Interval {
  if (cell === 0) return { least: 0, most: 0 }
  if (cell === withheldWord) return { least: 0, most: Number.POSITIVE_INFINITY }
  const half = Math.floor(roundedTo[unit] / 2)
  const least = unit === 'count' ? Math.max(withheldUpTo + 1, cell - half) : cell - half
  return { least, most: cell + half }
}

/** What a reader knows once these parts are known to add up to that total: each as narrow as the sum allows. */
export function narrowed(
  parts: readonly Interval[],
  total: Interval,
): { parts: Interval[]; total: Interval } {
  const sum = (of: (one: Interval) => number, without?: number) =>
    parts.reduce((all, part, index) => (index === without ? all : all + of(part)), 0)
  return {
    parts: parts.map((part, index) => ({
      least: Math.max(part.least, total.least - sum((one) => one.most, index)),
      most: Math.min(part.most, total.most - sum((one) => one.least, index)),
    })),
    total: {
      least: Math.max(
        total.least,
        sum((one) => one.least),
      ),
      most: Math.min(
        total.most,
        sum((one) => one.most),
      ),
    },
  }
}

/** Whether a sum gives any of these away exactly that its own printed figure does not. */
export function sumGivesAway(parts: readonly Published[], total: Published, unit: Unit): boolean {
  const before = [...parts, total].map((cell) => knownOf(cell, unit))
  const after = narrowed(before.slice(0, -1), before.at(-1) ?? { least: 0, most: 0 })
  return [...after.parts, after.total].some(
    (known, index) => known.least === known.most && before[index]?.least !== before[index]?.most,
  )
}

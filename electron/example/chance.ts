import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'

/** Choices that look like chance and are the same for the same seed. */
export interface Chance {
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number
  /** True in about this share of calls, 0 to 1. */
  happens(share: number): boolean
  /** One of the list; throws if it is empty. */
  one<T>(list: readonly T[]): T
}

/** The choices of one seed. */
export function chanceOf(seed: number): Chance {
  const generator = xoroshiro128plus(seed)
  const between = (low: number, high: number) => uniformInt(generator, low, high)
  return {
    between,
    happens: (share) => between(0, 999_999) < share * 1_000_000,
    one(list) {
      const found = list[between(0, list.length - 1)]
      if (found === undefined) throw new Error('Nothing to choose from')
      return found
    },
  }
}

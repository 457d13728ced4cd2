import { activities, type Place, places, type Side } from './codes.ts'
import type { Cell } from './record.ts'

/**
 * Every activity in every place as one bit, so that thousands of minutes are judged in a blink
 * (coverage.ts). A number has 31 bits to work with: the seven activities of four places at most, so the
 * places are in blocks.
 */
const blocks: readonly (readonly Place[])[] = [
  ['unit-day', 'unit-night'],
  ['grounds', 'community-staff', 'community-alone'],
  ['home', 'overnight-leave', 'hospital'],
]
/** The blocks that a side is made of. */
export const blocksOf: Record<Side, readonly number[]> = { inside: [0], outside: [1, 2] }

/** All bits of a block. */
export const wholeBlock = blocks.map((block) => 2 ** (block.length * activities.length) - 1)

/** Where the bits of a place are: its block, and its first bit there. */
const bitsAt = new Map(
  places.map((place) => {
    const block = blocks.findIndex((list) => list.includes(place))
    return [place, { block, from: (blocks[block] ?? []).indexOf(place) * activities.length }]
  }),
)

const wholePlace = 2 ** activities.length - 1

/** What cells set a level for, block by block: all activities of a place, or one alone. */
export function cellsCovered(cells: readonly Cell[]): readonly number[] {
  const bits = blocks.map(() => 0)
  for (const { place, activity } of cells) {
    const at = bitsAt.get(place)
    if (!at) continue
    const own = activity === 'all' ? wholePlace : 1 << activities.indexOf(activity)
    bits[at.block] = (bits[at.block] ?? 0) | (own << at.from)
  }
  return bits
}

/** What a withdrawn decision covers. */
export const noCells = blocks.map(() => 0)

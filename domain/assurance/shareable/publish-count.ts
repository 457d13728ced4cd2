import type { Period } from '../../shared/time.ts'
import { withheldWord } from '../disclosure.ts'
import { clashesWithEarlier, type ReleasedCell } from './ledger.ts'
import { type Published, publishCell } from './small-numbers.ts'

/** A count that stands by itself; withheld where it differs by 1 to 7 from an earlier release. */
export function publishCount(
  what: string,
  many: number,
  { from, to }: Period,
  earlier: readonly ReleasedCell[],
): { printed: Published; lines: ReleasedCell[] } {
  const cell = { size: many, quantity: many }
  const printed = publishCell(cell, 'count')
  const lines = [
    { measure: what, part: '', cell: 'population' as const, from, to, ...cell, printed },
  ]
  return clashesWithEarlier(lines, earlier, 'count')
    ? { printed: withheldWord, lines: [] }
    : { printed, lines }
}

import { correctedAgeText, exactAgeText } from '../shared/age.ts'
import { dateOf, daysBetween } from '../shared/calendar.ts'
import type { CivilDate, Instant } from '../shared/time.ts'
import type { CareSource } from './kinds.ts'

/** One weight of the chart, with both ages (decision 33: no centile lines). */
export interface WeightPoint {
  at: Instant
  grams: number
  source: CareSource
  age: string
  /** Empty where the baby was not born early, or the weeks at birth are not known. */
  correctedAge: string
  /** The weight before is near enough to be joined by a line. */
  joined: boolean
}

interface Weighed {
  happenedAt: Instant
  amount: number | null
  source: CareSource
}

/** Weights further apart than this are not joined: nobody knows what was between. Source: product default. */
export const joinedWithinDays = 14

/** The weights in the order of time, each with the ages of that day. */
export function weightPoints(
  weighed: readonly Weighed[],
  born: { bornOn: CivilDate | null; gestationDays: number | null },
): WeightPoint[] {
  const known = weighed
    .flatMap(({ amount, ...one }) => (amount === null ? [] : [{ ...one, grams: amount }]))
    .sort((a, b) => (a.happenedAt < b.happenedAt ? -1 : 1))
  return known.map(({ happenedAt, grams, source }, index) => {
    const on = dateOf(happenedAt)
    const before = known[index - 1]
    const { bornOn, gestationDays } = born
    return {
      at: happenedAt,
      grams,
      source,
      age: (bornOn && exactAgeText(bornOn, on)) || '',
      correctedAge: (bornOn && correctedAgeText(bornOn, gestationDays, on)) || '',
      joined:
        before !== undefined && daysBetween(dateOf(before.happenedAt), on) <= joinedWithinDays,
    }
  })
}

/** What came between the last two weights, in words; empty for fewer than two. */
export function changeText(points: readonly WeightPoint[]): string {
  const [before, last] = points.slice(-2)
  if (!before || !last) return ''
  const days = daysBetween(dateOf(before.at), dateOf(last.at))
  const grams = last.grams - before.grams
  const how = grams === 0 ? 'the same' : `${Math.abs(grams)} g ${grams > 0 ? 'more' : 'less'}`
  return `${how} than ${days === 0 ? 'earlier that day' : days === 1 ? 'the day before' : `${days} days before`}`
}

import { withheldWord } from './disclosure.ts'
import type { Figure } from './measure.ts'

/** How figures are written, in every format and on screen alike. */

/** Printed where there is no rate: never 0 % or 100 % (assurance.md 1). */
export const dash = '–'

type Parts = Pick<Figure, 'pass' | 'denominator'>

/**
 * The rate in tenths of a per cent, rounded down so that no figure seems to reach a level that it does not
 * reach; null where nothing is eligible.
 */
export const rateTenths = ({ pass, denominator }: Parts): number | null =>
  denominator === 0 ? null : Math.floor((pass * 1000) / denominator)

/** Tenths of a per cent as they are written: `87.5 %`; a dash for no rate, and what is withheld says so. */
export function tenthsText(tenths: number | null | typeof withheldWord): string {
  if (tenths === null) return dash
  return tenths === withheldWord ? withheldWord : `${Math.floor(tenths / 10)}.${tenths % 10} %`
}

/** The rate of a figure as it is written. */
export const percentText = (parts: Parts): string => tenthsText(rateTenths(parts))

/** What a measure counts, as it is written: a count, or hours and minutes for what is measured in time. */
export function quantityText(
  quantity: number | typeof withheldWord,
  unit: 'count' | 'minutes',
): string {
  if (quantity === withheldWord) return withheldWord
  if (unit === 'count') return withCommas(quantity)
  const minutes = quantity % 60
  if (quantity > 0 && quantity < 60) return `${minutes} min`
  const hours = withCommas((quantity - minutes) / 60)
  return minutes === 0 ? `${hours} h` : `${hours} h ${minutes} min`
}

/** Thousands apart: 12,480. */
export const withCommas = (whole: number): string => String(whole).replace(/\B(?=(\d{3})+$)/g, ',')

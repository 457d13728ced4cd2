import type { Figure } from './measure.ts'

/** How figures are written, in every format and on screen alike. */

/** Printed where there is no rate: never 0 % or 100 % (assurance.md 1). */
export const dash = '–'

type Parts = Pick<Figure, 'pass' | 'denominator'>

/**
 * The rate with one decimal, rounded down so that no figure seems to reach a level that it does not reach;
 * a dash where nothing is eligible.
 */
export function percentText({ pass, denominator }: Parts): string {
  if (denominator === 0) return dash
  const tenths = Math.floor((pass * 1000) / denominator)
  return `${Math.floor(tenths / 10)}.${tenths % 10} %`
}

/** What a measure counts, as it is written: a count, or hours and minutes for what is measured in time. */
export function quantityText(quantity: number, unit: 'count' | 'minutes'): string {
  if (unit === 'count') return withCommas(quantity)
  const minutes = quantity % 60
  const hours = withCommas((quantity - minutes) / 60)
  return minutes === 0 ? `${hours} h` : `${hours} h ${minutes} min`
}

/** Thousands apart: 12,480. */
export const withCommas = (whole: number): string => String(whole).replace(/\B(?=(\d{3})+$)/g, ',')

/**
 * The fixed codes of supervision of mother with baby: what decisions, rules and measures speak in. Their
 * names and words are data (rule-content.ts). Source: decision 22; levels, domain.md 4.1.
 */

export const places = [
  'unit-day',
  'unit-night',
  'grounds',
  'community-staff',
  'community-alone',
  'home',
  'overnight-leave',
  'hospital',
] as const
export type Place = (typeof places)[number]

/** The two sides that are shown and measured apart: inside is the unit by day and by night. */
export const sides = ['inside', 'outside'] as const
export type Side = (typeof sides)[number]

export const sideOf = (place: Place): Side =>
  place === 'unit-day' || place === 'unit-night' ? 'inside' : 'outside'

export const placesOf: Record<Side, readonly Place[]> = {
  inside: places.filter((place) => sideOf(place) === 'inside'),
  outside: places.filter((place) => sideOf(place) === 'outside'),
}

export const activities = [
  'all',
  'feeding',
  'bathing',
  'medicines',
  'pram',
  'car',
  'sleep',
] as const
export type Activity = (typeof activities)[number]

/** Strictest first; a higher number is less supervision. */
export const levels = ['SUP-0', 'SUP-1', 'SUP-2', 'SUP-3', 'SUP-4'] as const
export type Level = (typeof levels)[number]

/** What a decision may say of a place: a level, or that she may not be there with the baby at all. */
export const cellLevels = ['not-allowed', ...levels] as const
export type CellLevel = (typeof cellLevels)[number]

/**
 * The levels that may be chosen in a place. "Not allowed" is of a place outside: inside it would keep mother
 * and baby apart without the legal basis of a separation (decision 19).
 */
export const levelsIn = (place: Place): readonly CellLevel[] =>
  sideOf(place) === 'inside' ? levels : cellLevels

/** 0 for the strictest. Being allowed nowhere is stricter than being there under any level. */
export const laxity = (level: CellLevel): number => cellLevels.indexOf(level)

export const isStricter = (a: CellLevel, b: CellLevel): boolean => laxity(a) < laxity(b)

export const stricterOf = <L extends CellLevel>(a: L, b: L): L => (isStricter(b, a) ? b : a)

/** The strictest of several; undefined of none. */
export function strictestOf<L extends CellLevel>(all: readonly L[]): L | undefined {
  return all.length === 0 ? undefined : all.reduce(stricterOf)
}

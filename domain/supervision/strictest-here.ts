import { type Activity, type CellLevel, placesOf, type Side, strictestOf } from './codes.ts'
import type { PlaceStanding, SideStanding, SupervisionStanding } from './current.ts'
import { activityName, levelName, type SupervisionRules } from './rule-content.ts'

/**
 * The strictest level of a place for whoever goes there: a care task that is watched more closely goes along
 * like the baby. A task that she may not do says nothing of the rest (decision 22).
 */
export function strictestHere({
  level,
  exceptions,
}: Pick<PlaceStanding, 'level' | 'exceptions'>): CellLevel {
  if (level === 'not-allowed') return level
  const tasks = exceptions.map((one) => one.level).filter((one) => one !== 'not-allowed')
  return strictestOf([level, ...tasks]) ?? level
}

/**
 * The activities of a side that are watched more closely than the rest of it: "General, stricter for bathing".
 * One of them never speaks for the whole side. Empty where the side stands alike.
 */
export function stricterActivities(
  { general, reason }: Pick<SideStanding, 'general' | 'reason'>,
  places: readonly PlaceStanding[],
): Activity[] {
  // Where anything of the side is the fallback, the strictest is what is shown.
  if (general === 'not-allowed' || reason !== 'decided') return []
  const stricter = places
    .filter(({ level }) => level !== 'not-allowed')
    .flatMap(({ exceptions }) => exceptions)
    .filter(({ level }) => level !== general && strictestOf([level, general]) === level)
  return [...new Set(stricter.map(({ activity }) => activity))]
}

/**
 * The level of a side as a whole, single tasks left out; where anything of it is the fallback, the strictest.
 */
export const levelOfWhole = ({
  level,
  general,
  reason,
}: Pick<SideStanding, 'level' | 'general' | 'reason'>): CellLevel =>
  reason === 'decided' && general !== 'not-allowed' ? general : level

/** A side as it is shown everywhere: its level, and in words what is stricter: "stricter for bathing". */
export function shownSide(
  rules: SupervisionRules,
  side: SideStanding,
  places: readonly PlaceStanding[],
): { level: CellLevel; stricterFor: string } {
  const stricter = stricterActivities(side, places)
  const named = stricter.map((one) => activityName(rules, one).toLowerCase())
  return {
    level: named.length > 0 ? side.general : side.level,
    stricterFor: named.length > 0 ? `stricter for ${named.join(', ')}` : '',
  }
}

/** The same in one line, for a letter: "General, stricter for bathing". */
export function sideText(
  rules: SupervisionRules,
  standing: Pick<SupervisionStanding, 'inside' | 'outside' | 'night' | 'places'>,
  side: Side | 'night',
): string {
  const among = side === 'night' ? (['unit-night'] as const) : placesOf[side]
  const places = among.map((place) => standing.places[place])
  const { level, stricterFor } = shownSide(rules, standing[side], places)
  return [levelName(rules, level), stricterFor].filter(Boolean).join(', ')
}

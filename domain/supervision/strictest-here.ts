import { type Activity, type CellLevel, strictestOf } from './codes.ts'
import type { PlaceStanding, SideStanding } from './current.ts'

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

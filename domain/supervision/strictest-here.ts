import { type CellLevel, strictestOf } from './codes.ts'
import type { PlaceStanding } from './current.ts'

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

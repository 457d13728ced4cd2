import { unit } from '#drizzle/schema/stays.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'

const names = standing(unit, ['name'])

/** The name of the unit, as the bar at the top shows it. */
export const unitName = (db: ReadDb): string => names.at(db, newest)[0]?.name ?? ''

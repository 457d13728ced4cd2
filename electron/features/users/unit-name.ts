import { desk } from '#drizzle/schema/desk.ts'
import { unit } from '#drizzle/schema/stays.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'

const desks = standing(desk, ['name'])

const names = standing(unit, ['name'])

/** The name of the unit, as the bar at the top shows it. */
export const unitName = (db: ReadDb): string => names.at(db, newest)[0]?.name ?? ''

/** Whether this store is a commissioner's desk and no unit's record. */
export const isDesk = (db: ReadDb): boolean => desks.at(db, newest).length > 0

import { unit } from '#drizzle/schema/stays.ts'
import type { House } from '../../platform/house.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { Write } from '../../platform/unit-of-work.ts'

const units = standing(unit, ['recordId'])

/**
 * A door for what the app itself adds to the records, in the name of nobody: the entry is by the unit.
 * Undefined where no unit has been set up yet.
 */
export function writeAsTheApp(house: House): Write | undefined {
  const unitId = units.at(house.read(), newest)[0]?.recordId
  if (unitId === undefined) return undefined
  return house.writeAs(
    { userId: unitId, staffId: unitId, role: 'administrator', name: 'The app' },
    unitId,
    { quiet: true },
  )
}

import type { Letterhead } from '#domain/letters/letter.ts'
import { unit } from '#drizzle/schema/stays.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'

const units = standing(unit, ['name', 'provider', 'address', 'telephone'])

/** The head of the unit's letters, from its own settings. */
export function letterheadOf(db: ReadDb): Letterhead {
  const found = units.at(db, newest)[0]
  return {
    unit: found?.name ?? '',
    provider: found?.provider ?? '',
    address: found?.address ?? '',
    telephone: found?.telephone ?? '',
  }
}

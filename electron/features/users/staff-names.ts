import { staff } from '#drizzle/schema/users.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'

const names = standing(staff, ['recordId', 'name'])

/** The name of a member of staff by their record, whether or not they are still in post. */
export function staffNameOf(db: ReadDb): (staffId: string) => string {
  const known = new Map(names.at(db, newest).map(({ recordId, name }) => [recordId, name]))
  return (staffId) => known.get(staffId) ?? 'Name not on record'
}

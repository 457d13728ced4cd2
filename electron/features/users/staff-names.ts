import { type Profession, professionLabels } from '#domain/users/staff.ts'
import { staff } from '#drizzle/schema/users.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'

const names = standing(staff, ['recordId', 'name'])

/** The name of a member of staff by their record, whether or not they are still in post. */
export function staffNameOf(db: ReadDb): (staffId: string) => string {
  const known = new Map(names.at(db, newest).map(({ recordId, name }) => [recordId, name]))
  return (staffId) => known.get(staffId) ?? 'Name not on record'
}

const posts = standing(staff, ['recordId', 'profession'])

/** What a member of staff works as, by their record, as it was recorded by a cut: what a report says instead of a name. */
export function professionsOf(db: ReadDb, seq: number): (staffId: string) => string {
  const known = new Map(posts.at(db, seq).map((row) => [row.recordId, row.profession]))
  return (staffId) => professionLabels[known.get(staffId) as Profession] ?? 'Not on record'
}

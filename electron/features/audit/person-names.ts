import { person } from '#drizzle/schema/people.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'

const names = standing(
  person,
  ['recordId', 'givenName', 'familyName'],
  't.record_id in (select value from json_each(@ids))',
)

/** The names of these people as they stand now. */
export function personNames(db: ReadDb, ids: readonly string[]): (id: string) => string {
  const known = new Map(
    names
      .at(db, newest, { ids: JSON.stringify([...new Set(ids)]) })
      .map(({ recordId, givenName, familyName }) => [recordId, `${givenName} ${familyName}`]),
  )
  return (id) => known.get(id) ?? 'Name not on record'
}

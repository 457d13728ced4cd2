import { person } from '#drizzle/schema/people.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'

const names = standing(
  person,
  ['recordId', 'givenName', 'familyName'],
  't.record_id in (select value from json_each(@ids))',
)

/** The names of these people, by their ids. */
export const namesOf = (db: ReadDb, ids: readonly string[]): Map<string, string> =>
  new Map(
    names
      .at(db, newest, { ids: JSON.stringify([...new Set(ids)]) })
      .map(({ recordId, givenName, familyName }) => [recordId, `${givenName} ${familyName}`]),
  )

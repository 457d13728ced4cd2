import { refuse } from '#domain/shared/failure.ts'
import { person } from '#drizzle/schema/people.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { currentStays, pairById, pairsInStay, stayById } from '../stays/queries.ts'

const people = standing(
  person,
  ['recordId', 'givenName', 'familyName'],
  't.record_id in (select value from json_each(@ids))',
)

/** One mother and baby with the people whom a record of theirs concerns. */
export function familyOf(db: ReadDb, pairId: string, field = 'pairId') {
  const pair = pairById(db, pairId, field)
  const { motherId } = stayById(db, pair.stayId)
  return { pair, motherId, patients: [pair.babyId, motherId] }
}

export interface NamedPair {
  pairId: string
  babyId: string
  motherId: string
  startedAt: string
  baby: string
  mother: string
}

/** Mothers and babies who are together on the unit now. */
export function pairsHere(db: ReadDb): NamedPair[] {
  const pairs = currentStays(db).flatMap((stay) =>
    pairsInStay(db, stay.id)
      .filter(({ endedAt }) => endedAt === null)
      .map((pair) => ({
        pairId: pair.id,
        babyId: pair.babyId,
        motherId: stay.motherId,
        startedAt: pair.startedAt,
      })),
  )
  const name = namesOf(
    db,
    pairs.flatMap(({ babyId, motherId }) => [babyId, motherId]),
  )
  return pairs.map((pair) => ({ ...pair, baby: name(pair.babyId), mother: name(pair.motherId) }))
}

/** The names of these people, by id. */
export function namesOf(db: ReadDb, ids: readonly string[]): (id: string) => string {
  const found = people.at(db, newest, { ids: JSON.stringify([...new Set(ids)]) })
  const names = new Map(
    found.map(({ recordId, givenName, familyName }) => [recordId, `${givenName} ${familyName}`]),
  )
  return (id) => names.get(id) ?? 'not on record'
}

export const gone = (): never =>
  refuse('not-found', 'This is not on record any more. Open the page again')

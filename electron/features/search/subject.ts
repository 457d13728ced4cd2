import type { SearchTerms } from '#domain/shared/search-terms.ts'
import type { Instant } from '#domain/shared/time.ts'
import { referral } from '#drizzle/schema/admission.ts'
import { bed, stay } from '#drizzle/schema/stays.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { mothersOf, type PersonMeant, peopleMeant } from '../people/find-people.ts'

const among = (column: string) => `t.${column} in (select value from json_each(@ids))`

const stays = standing(
  stay,
  ['recordId', 'motherId', 'bedId', 'arrivedAt', 'endedAt'],
  among('mother_id'),
  't.arrived_at desc',
)
const referrals = standing(
  referral,
  ['recordId', 'motherId', 'receivedAt'],
  among('mother_id'),
  't.received_at desc',
)
const beds = standing(bed, ['recordId', 'name'])

/** Whom a search means, and through which stays and referrals the unit knows them; newest first. */
export interface Subject {
  terms: SearchTerms
  people: PersonMeant[]
  /** The mothers of each person meant. */
  mothers: ReadonlyMap<string, readonly string[]>
  stays: {
    id: string
    motherId: string
    bed: string | null
    arrivedAt: Instant
    endedAt: Instant | null
  }[]
  referrals: { id: string; motherId: string; receivedAt: Instant }[]
}

/** Reads everybody whom the terms may mean, with their stays and referrals. */
export function subjectOf(db: ReadDb, terms: SearchTerms): Subject {
  const people = peopleMeant(db, terms)
  const lines = mothersOf(
    db,
    people.map(({ id }) => id),
  )
  const ids = JSON.stringify([...new Set(lines.map(({ motherId }) => motherId))])
  const bedNames = new Map(beds.at(db, newest).map(({ recordId, name }) => [recordId, name]))
  return {
    terms,
    people,
    mothers: new Map(
      [...Map.groupBy(lines, ({ personId }) => personId)].map(([id, group]) => [
        id,
        group.map(({ motherId }) => motherId),
      ]),
    ),
    stays: stays.at(db, newest, { ids }).map(({ recordId, bedId, ...rest }) => ({
      id: recordId,
      bed: bedId === null ? null : (bedNames.get(bedId) ?? null),
      ...rest,
    })),
    referrals: referrals
      .at(db, newest, { ids })
      .map(({ recordId, ...rest }) => ({ id: recordId, ...rest })),
  }
}

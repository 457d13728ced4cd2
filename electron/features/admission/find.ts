import { searchTermsOf } from '#domain/shared/search-terms.ts'
import type { Instant } from '#domain/shared/time.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { mothersOf, peopleMeant } from '../people/find-people.ts'
import { personById } from '../people/queries.ts'
import { staysOfMother } from '../stays/queries.ts'
import { type ReferralLine, referralLines } from './view.ts'

const referralsSql = `select distinct record_id as id from referral
  where mother_id in (select value from json_each(@ids))`

export interface FoundStay {
  stayId: string
  mother: { id: string; givenName: string; familyName: string }
  arrivedAt: Instant
  endedAt: Instant | null
}

const mostShown = 50

/**
 * Past and present referrals and stays of whoever the text may mean: mother or baby, by name whatever the
 * accents and case, by date of birth, or by NHS number. The newest come first, 50 of each at most.
 */
export function findPast(db: ReadDb, text: string, now: Instant) {
  const terms = searchTermsOf(text)
  const patients =
    terms === null ? [] : peopleMeant(db, terms).filter(({ kind }) => kind !== 'other')
  const motherIds = [
    ...new Set(
      mothersOf(
        db,
        patients.map(({ id }) => id),
      ).map(({ motherId }) => motherId),
    ),
  ]
  const ids = db
    .rows<{ id: string }>(referralsSql, { ids: JSON.stringify(motherIds) })
    .map(({ id }) => id)
  return {
    at: now,
    referrals: newestFirst(referralLines(db, ids, now), (one: ReferralLine) => one.receivedAt),
    stays: newestFirst(staysOf(db, motherIds), (one) => one.arrivedAt),
  }
}

const staysOf = (db: ReadDb, motherIds: readonly string[]): FoundStay[] =>
  motherIds.flatMap((motherId) => {
    const { id, givenName, familyName } = personById(db, motherId)
    return staysOfMother(db, motherId).map((one) => ({
      stayId: one.id,
      mother: { id, givenName, familyName },
      arrivedAt: one.arrivedAt,
      endedAt: one.endedAt,
    }))
  })

const newestFirst = <Row>(rows: readonly Row[], at: (row: Row) => Instant): Row[] =>
  [...rows].sort((a, b) => (at(a) < at(b) ? 1 : -1)).slice(0, mostShown)

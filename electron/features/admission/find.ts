import { type SearchTerms, searchTermsOf } from '#domain/admission/search-terms.ts'
import type { Instant } from '#domain/shared/time.ts'
import { person } from '#drizzle/schema/people.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { personById } from '../people/queries.ts'
import { staysOfMother } from '../stays/queries.ts'
import { type ReferralLine, referralLines } from './view.ts'

const people = standing(
  person,
  ['recordId', 'searchName'],
  `t.kind <> 'other' and (t.nhs_number = @nhsNumber
    or (@nhsNumber is null and (@bornOn is null or t.born_on = @bornOn)
      and (@word = '' or instr(t.search_name, @word) > 0)))`,
  't.family_name, t.given_name, t.record_id limit 200',
)

// A baby leads to the mother who was referred with it or stayed with it.
const mothersSql = `with found as (select value as id from json_each(@ids))
  select f.id as motherId from found f join person p on p.record_id = f.id
    where p.version = 1 and p.kind = 'mother'
  union select r.mother_id from referral_child c join referral r on r.record_id = c.referral_id
    where c.withdrawn = 0 and c.person_id in (select id from found)
  union select s.mother_id from pair p join stay s on s.record_id = p.stay_id
    where p.baby_id in (select id from found)`

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
  const motherIds = terms === null ? [] : mothersMeant(db, terms)
  const ids = db
    .rows<{ id: string }>(referralsSql, { ids: JSON.stringify(motherIds) })
    .map(({ id }) => id)
  return {
    at: now,
    referrals: newestFirst(referralLines(db, ids, now), (one: ReferralLine) => one.receivedAt),
    stays: newestFirst(staysOf(db, motherIds), (one) => one.arrivedAt),
  }
}

function mothersMeant(db: ReadDb, { nhsNumber, bornOn, words }: SearchTerms): string[] {
  const ids = people
    .at(db, newest, { nhsNumber, bornOn, word: words[0] ?? '' })
    .filter(({ searchName }) => words.every((word) => searchName.includes(word)))
    .map(({ recordId }) => recordId)
  return db
    .rows<{ motherId: string }>(mothersSql, { ids: JSON.stringify(ids) })
    .map(({ motherId }) => motherId)
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

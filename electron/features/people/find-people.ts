import type { PersonKind } from '#domain/people/record.ts'
import { holdsWords, type SearchTerms } from '#domain/shared/search-terms.ts'
import { person } from '#drizzle/schema/people.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'

const meant = standing(
  person,
  ['recordId', 'kind', 'givenName', 'familyName', 'searchName', 'bornOn', 'nhsNumber'],
  `t.nhs_number = @nhsNumber
    or (@nhsNumber is null and (@bornOn is null or t.born_on = @bornOn)
      and (@word = '' or instr(t.search_name, @word) > 0))`,
  't.family_name, t.given_name, t.record_id',
)

/** Whoever the terms may mean, by name: every word has to be in it. */
export function peopleMeant(db: ReadDb, { nhsNumber, bornOn, words }: SearchTerms) {
  return meant
    .at(db, newest, { nhsNumber, bornOn, word: words[0] ?? '' })
    .filter(({ searchName }) => holdsWords(searchName, words))
    .map(({ recordId, kind, ...rest }) => ({ id: recordId, kind: kind as PersonKind, ...rest }))
}
export type PersonMeant = ReturnType<typeof peopleMeant>[number]

// A baby leads to the mother who was referred with it or stayed with it, anybody else to the mother of
// whom or of whose baby a tie tells.
const mothersSql = `with found as (select value as id from json_each(@ids)),
  mothers as (
    select f.id as personId, f.id as motherId from found f join person p on p.record_id = f.id
      where p.version = 1 and p.kind = 'mother'
    union select c.person_id, r.mother_id from referral_child c
      join referral r on r.record_id = c.referral_id
      where c.withdrawn = 0 and c.person_id in (select id from found)
    union select p.baby_id, s.mother_id from pair p join stay s on s.record_id = p.stay_id
      where p.baby_id in (select id from found)
    union select t.person_id, t.to_person_id from tie t join person p on p.record_id = t.to_person_id
      where t.person_id in (select id from found) and p.version = 1 and p.kind = 'mother'
    union select t.person_id, s.mother_id from tie t join pair p on p.baby_id = t.to_person_id
      join stay s on s.record_id = p.stay_id where t.person_id in (select id from found))
  select personId, motherId from mothers`

/** The mothers through whom the unit knows these people: one line for each person and mother. */
export const mothersOf = (
  db: ReadDb,
  personIds: readonly string[],
): { personId: string; motherId: string }[] =>
  db.rows(mothersSql, { ids: JSON.stringify(personIds) })

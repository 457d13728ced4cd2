import { type ContactRoute, contactRoute } from '#domain/people/contact-route.ts'
import type { SafeToContact } from '#domain/people/record.ts'
import { folded } from '#domain/shared/folded-text.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { peopleOf, type ReferralCase } from './case.ts'

const tiesSql = `select p.search_name as name, t.safe_to_contact as safeToContact,
    t.contact_through as contactThrough
  from tie t join person p on p.record_id = t.person_id
  where t.withdrawn = 0 and t.to_person_id in (select value from json_each(@people))
    and not exists (select 1 from tie n where n.record_id = t.record_id and n.version > t.version)
    and not exists (select 1 from person n where n.record_id = p.record_id and n.version > p.version)
  union all
  select c.name, c.safe_to_contact, c.contact_through from contact c
  where c.withdrawn = 0 and (c.person_id is null or c.person_id in (select value from json_each(@people)))
    and not exists (select 1 from contact n where n.record_id = c.record_id and n.version > c.version)`

interface Said {
  name: string
  safeToContact: SafeToContact
  contactThrough: string | null
}

const mostCareful: readonly SafeToContact[] = ['do-not-contact', 'not-known', 'only-through', 'yes']

/**
 * How one of those who know her may be written to or rung (decision 30). What the record says of a tie or a
 * contact of that name counts, the most careful of several; a service is safe where it says nothing, and a
 * person of the family is not: not known turns into a question to the social worker.
 */
export function contactOfSource(
  db: ReadDb,
  file: Pick<ReferralCase, 'referral' | 'children'>,
  source: { kind: string; name: string },
): ContactRoute {
  const named = folded(source.name)
  const said = db
    .rows<Said>(tiesSql, { people: JSON.stringify(peopleOf(file)) })
    .filter(({ name }) => folded(name) === named)
    .sort((a, b) => mostCareful.indexOf(a.safeToContact) - mostCareful.indexOf(b.safeToContact))[0]
  if (said) return contactRoute(said.safeToContact, said.contactThrough)
  return contactRoute(source.kind === 'family' ? 'not-known' : 'yes', null)
}

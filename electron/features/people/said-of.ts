import type { SafeToContact } from '#domain/people/record.ts'
import { meansSameName } from '#domain/people/same-name.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'

const saidSql = `select p.search_name as name, p.given_name || ' ' || p.family_name as shown,
    t.safe_to_contact as safeToContact, t.contact_through as contactThrough
  from tie t join person p on p.record_id = t.person_id
  where t.withdrawn = 0 and t.to_person_id in (select value from json_each(@people))
    and not exists (select 1 from tie n where n.record_id = t.record_id and n.version > t.version)
    and not exists (select 1 from person n where n.record_id = p.record_id and n.version > p.version)
  union all
  select c.name, c.name, c.safe_to_contact, c.contact_through from contact c
  where c.withdrawn = 0 and (c.person_id is null or c.person_id in (select value from json_each(@people)))
    and not exists (select 1 from contact n where n.record_id = c.record_id and n.version > c.version)`

/** What a tie or a contact says of contact with somebody. */
export interface Said {
  name: string
  /** As it is shown in a message. */
  shown: string
  safeToContact: SafeToContact
  contactThrough: string | null
}

/** What the record of these people says of whoever is meant by a name as somebody wrote it. */
export const saidOf = (db: ReadDb, people: readonly string[], written: string): Said[] =>
  db
    .rows<Said>(saidSql, { people: JSON.stringify(people) })
    .filter(({ name }) => meansSameName(written, name))

import { contactRoute } from '#domain/people/contact-route.ts'
import type { SafeToContact } from '#domain/people/record.ts'
import { refuseField } from '#domain/shared/failure.ts'
import { folded } from '#domain/shared/folded-text.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'

/** Whoever is asked by name obeys what the record says of contact with them (decision 30: no override). */

const namesSql = `select p.search_name as name, p.given_name || ' ' || p.family_name as shown,
    t.safe_to_contact as safeToContact, t.contact_through as contactThrough
  from tie t join person p on p.record_id = t.person_id
  where t.withdrawn = 0 and t.to_person_id in (select value from json_each(@people))
    and not exists (select 1 from tie n where n.record_id = t.record_id and n.version > t.version)
    and not exists (select 1 from person n where n.record_id = p.record_id and n.version > p.version)
  union all
  select c.name, c.name, c.safe_to_contact, c.contact_through from contact c
  where c.withdrawn = 0 and (c.person_id is null or c.person_id in (select value from json_each(@people)))
    and not exists (select 1 from contact n where n.record_id = c.record_id and n.version > c.version)`

interface Named {
  name: string
  shown: string
  safeToContact: SafeToContact
  contactThrough: string | null
}

const asWords = (text: string) =>
  ` ${folded(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `

/**
 * Refuses, at the field, somebody whom the record of these people says not to contact, or only through another who is not
 * named with them. A title, a role or a number beside the name hides nobody.
 */
export function needSafeToAsk(
  db: ReadDb,
  people: readonly string[],
  asked: string,
  field: string,
): void {
  const text = asWords(asked)
  for (const one of db.rows<Named>(namesSql, { people: JSON.stringify(people) })) {
    if (asWords(one.name) === '  ' || !text.includes(asWords(one.name))) continue
    const route = contactRoute(one.safeToContact, one.contactThrough)
    if (route.kind === 'social-worker')
      refuseField(
        field,
        `${one.shown}: ${route.because[0]?.toLowerCase()}${route.because.slice(1)}. Ask the social worker, or somebody else who knows`,
      )
    if (route.kind === 'through' && !text.includes(asWords(route.whom)))
      refuseField(field, `${one.shown} is contacted only through ${route.whom}. Ask ${route.whom}`)
  }
}

import { type ContactRoute, contactRoute } from '#domain/people/contact-route.ts'
import type { SafeToContact } from '#domain/people/record.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { saidOf } from '../people/said-of.ts'
import { peopleOf, type ReferralCase } from './case.ts'

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
  const said = saidOf(db, peopleOf(file), source.name).sort(
    (a, b) => mostCareful.indexOf(a.safeToContact) - mostCareful.indexOf(b.safeToContact),
  )[0]
  if (said) return contactRoute(said.safeToContact, said.contactThrough)
  return contactRoute(source.kind === 'family' ? 'not-known' : 'yes', null)
}

import type { Find } from '#domain/search/found.ts'
import { dateOf, formatDate } from '#domain/shared/calendar.ts'
import type { LeadsTo } from '#domain/shared/leads-to.ts'
import { formatNhsNumber } from '#domain/shared/nhs-number.ts'
import type { PersonMeant } from '../people/find-people.ts'
import type { Subject } from './subject.ts'

type Stay = Subject['stays'][number]

export const nameOf = ({ givenName, familyName }: { givenName: string; familyName: string }) =>
  `${givenName} ${familyName}`

/** Where she is or was: what a nurse looks for first. */
export const when = ({ arrivedAt, endedAt, bed }: Stay): string =>
  endedAt === null
    ? `on the unit since ${formatDate(dateOf(arrivedAt))}${bed === null ? '' : `, bed ${bed}`}`
    : `${formatDate(dateOf(arrivedAt))} to ${formatDate(dateOf(endedAt))}`

const kinds = { mother: 'Mother', baby: 'Baby', other: 'Person in a family' } as const

/** Everybody meant, those on the unit first. Each leads to the newest stay, else to the referral, else to the family. */
export function findPeople(subject: Subject): Find[] {
  return subject.people
    .map((person) => ({ person, ...placeOf(subject, person) }))
    .sort((a, b) => Number(b.here) - Number(a.here))
    .map(({ person, where, leadsTo, motherId }) => ({
      id: person.id,
      title: nameOf(person),
      about: [
        kinds[person.kind],
        person.bornOn && `born ${formatDate(person.bornOn)}`,
        person.nhsNumber && `NHS number ${formatNhsNumber(person.nhsNumber)}`,
        where,
      ]
        .filter(Boolean)
        .join(', '),
      leadsTo,
      people: [...new Set([person.id, motherId])],
    }))
}

function placeOf(
  { mothers, stays, referrals }: Subject,
  { id, kind }: PersonMeant,
): { where: string; here: boolean; leadsTo: LeadsTo; motherId: string } {
  const own = mothers.get(id) ?? []
  const motherId = own[0] ?? id
  const stay = stays.find((one) => own.includes(one.motherId))
  const where = stay ? when(stay) : ''
  const here = stay?.endedAt === null
  // Ties are on the page of the family, so that is where a father or an aunt is found.
  if (kind === 'other') return { where, here, motherId, leadsTo: { page: 'family', motherId } }
  if (stay) return { where, here, motherId, leadsTo: { page: 'stay', stayId: stay.id } }
  const referral = referrals.find((one) => own.includes(one.motherId))
  if (referral === undefined)
    return { where: '', here, motherId, leadsTo: { page: 'family', motherId } }
  return {
    where: `referred ${formatDate(dateOf(referral.receivedAt))}`,
    here,
    motherId,
    leadsTo: { page: 'referral', referralId: referral.id },
  }
}

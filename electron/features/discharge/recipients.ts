import { type Recipient, toMother } from '#domain/discharge/recipients.ts'
import { contactRoute } from '#domain/people/contact-route.ts'
import { type Agency, agencyLabels, type SafeToContact } from '#domain/people/record.ts'
import { meansSameName } from '#domain/people/same-name.ts'
import { relationText, type TieStatement } from '#domain/people/ties.ts'
import { type SendingRoute, sendingRoute } from '#domain/relationship/sharing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { personById } from '../people/queries.ts'
import { settledTies } from '../people/settled.ts'
import { professionalsOf } from '../relationship/case.ts'
import { leavingPairs } from './leaving.ts'

/** Everybody on record whom the summary of a stay could go to, with whether it may (decision 30). */
export function recipientsAtLeaving(
  db: ReadDb,
  { id: stayId, motherId }: { id: string; motherId: string },
): Recipient[] {
  const babyIds = leavingPairs(db, stayId).map(({ babyId }) => babyId)
  const patients = [motherId, ...babyIds]
  const family = familyOf(db, patients)
  return [
    {
      id: toMother,
      kind: 'mother',
      name: nameOf(db, motherId),
      what: 'the mother',
      relations: [],
      route: { may: true, through: '' },
    },
    ...family,
    ...professionalsOf(db, patients).map((row): Recipient => {
      // One person may stand here as a contact and there as family: the more careful holds.
      const asFamily = family.find(({ name }) => meansSameName(row.name, name))
      const own = sendingRoute({ ...row, safeToContact: row.safeToContact as SafeToContact })
      return {
        id: row.recordId,
        kind: 'professional',
        name: row.name,
        what: row.role || agencyLabels[row.agency as Agency],
        relations: [],
        route: asFamily ? moreCareful(own, asFamily.route) : own,
      }
    }),
  ]
}

function familyOf(db: ReadDb, patients: readonly string[]): Recipient[] {
  const ties = patients
    .flatMap((personId) => settledTies(db, personId))
    .filter(({ personId, relation }) => !patients.includes(personId) && relation !== 'child')
  return [...Map.groupBy(ties, ({ personId }) => personId)].map(([personId, own]) => ({
    id: personId,
    kind: 'family',
    name: nameOf(db, personId),
    what: [...new Set(own.map((tie) => relationText(tie.relation, tie.basisKind)))].join(', '),
    relations: [...new Set(own.map(({ relation }) => relation))],
    route: own.map(routeOf).reduce(moreCareful),
  }))
}

/** Of a person, not known is a bar: whether contact is safe is a question for the social worker. */
function routeOf({ safeToContact, contactThrough }: TieStatement): SendingRoute {
  const route = contactRoute(safeToContact, contactThrough)
  if (route.kind === 'social-worker')
    return { may: false, because: `${route.because}. Ask the social worker` }
  return { may: true, through: route.kind === 'through' ? route.whom : '' }
}

const moreCareful = (a: SendingRoute, b: SendingRoute): SendingRoute => {
  if (!a.may) return a
  if (!b.may) return b
  return a.through === '' ? b : a
}

function nameOf(db: ReadDb, id: string): string {
  const { givenName, familyName } = personById(db, id)
  return `${givenName} ${familyName}`
}

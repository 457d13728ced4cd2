import type { Finding } from '#domain/oversight/self-check.ts'
import { addDaysToDate, formatDate, formatDateTime, startOfDay } from '#domain/shared/calendar.ts'
import type { CivilDate, Instant } from '#domain/shared/time.ts'
import { person } from '#drizzle/schema/people.ts'
import { staff, userAccount } from '#drizzle/schema/users.ts'
import type { ReadContext } from '../../platform/serve.ts'
import { newest, standing } from '../../platform/standing.ts'
import { mothersOf } from '../people/find-people.ts'

const leavers = standing(
  staff,
  ['recordId', 'name', 'leftOn'],
  't.left_on is not null',
  't.name, t.record_id',
)

const actsSql = `select count(*) as count, min(at) as first, max(at) as last from audit
  where staff_id = @staffId and at >= @from and action <> 'read'`

/** Somebody is of the unit to the end of the day on which they leave. */
export const signedAfterLeaving = ({ db }: ReadContext): Finding[] =>
  leavers.at(db, newest).flatMap(({ recordId, name, leftOn }) => {
    const from = startOfDay(addDaysToDate(leftOn as CivilDate, 1))
    const acts = db.row<{ count: number; first: Instant; last: Instant }>(actsSql, {
      staffId: recordId,
      from,
    })
    if (acts === undefined || acts.count === 0) return []
    return {
      id: recordId,
      what: name,
      about: `left ${formatDate(leftOn as CivilDate)}; ${acts.count} recorded since, the last ${formatDateTime(acts.last)}`,
      since: acts.first,
      leadsTo: { page: 'staff', staffId: recordId },
      people: [],
    }
  })

const accounts = standing(
  userAccount,
  ['recordId', 'staffId', 'signInName', 'expiresAt'],
  't.disabled = 0 and (t.expires_at is null or t.expires_at > @now)',
)

export function leaverAccounts({ db, now }: ReadContext): Finding[] {
  const left = new Map(leavers.at(db, newest).map((one) => [one.recordId, one]))
  return accounts.at(db, newest, { now }).flatMap(({ recordId, staffId, signInName }) => {
    const owner = left.get(staffId)
    if (owner === undefined) return []
    const ended = startOfDay(addDaysToDate(owner.leftOn as CivilDate, 1))
    if (ended > now) return []
    return {
      id: recordId,
      what: owner.name,
      about: `signs in as ${signInName}`,
      since: ended,
      leadsTo: { page: 'account', userId: recordId },
      people: [],
    }
  })
}

const patients = standing(
  person,
  ['recordId', 'givenName', 'familyName', 'searchName', 'bornOn'],
  `t.kind <> 'other' and t.born_on is not null and exists (select 1 from person n
    where n.record_id <> t.record_id and n.search_name = t.search_name and n.born_on = t.born_on)`,
  't.search_name, t.record_id',
)

export function samePerson({ db }: ReadContext): Finding[] {
  const alike = Map.groupBy(
    patients.at(db, newest),
    ({ searchName, bornOn }) => `${searchName} ${bornOn}`,
  )
  return [...alike.values()].flatMap((group) => {
    const [first] = group
    if (first === undefined || group.length < 2) return []
    const ids = group.map(({ recordId }) => recordId)
    const [of] = mothersOf(db, ids)
    return {
      id: first.recordId,
      what: `${first.givenName} ${first.familyName}`,
      about: `${group.length} records, born ${formatDate(first.bornOn as CivilDate)}`,
      since: null,
      leadsTo: { page: 'family', motherId: of?.motherId ?? first.recordId },
      people: ids,
    }
  })
}

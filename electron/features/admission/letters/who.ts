import { type AboutPerson, aboutFamily } from '#domain/letters/letter.ts'
import type { Fact } from '#domain/shared/print-document.ts'
import { type Role, roleLabels } from '#domain/users/roles.ts'
import { staff } from '#drizzle/schema/users.ts'
import { newest, standing } from '../../../platform/standing.ts'
import type { ReadDb } from '../../../platform/unit-of-work.ts'
import { personById } from '../../people/queries.ts'
import type { ReferralCase } from '../case.ts'

const people = standing(staff, ['name'], 't.record_id = @id')

/** Name and role of who signs a letter. */
export const signedBy = (db: ReadDb, staffId: string | null, role: string | null): string =>
  [
    staffId === null ? undefined : people.at(db, newest, { id: staffId })[0]?.name,
    role === null ? undefined : roleLabels[role as Role],
  ]
    .filter(Boolean)
    .join(', ')

/** Mother and children at the top of a letter about a referral. */
export function familyOf(db: ReadDb, { referral, children }: ReferralCase): Fact[] {
  const about = (id: string): AboutPerson => {
    const { givenName, familyName, bornOn, nhsNumber } = personById(db, id)
    return { name: `${givenName} ${familyName}`, bornOn, nhsNumber }
  }
  return aboutFamily(
    about(referral.motherId),
    children.flatMap(({ personId }) => (personId === null ? [] : [about(personId)])),
    children.flatMap(({ personId, expectedOn }) => (personId === null ? [expectedOn] : [])),
  )
}

import { contactRoute } from '#domain/people/contact-route.ts'
import { meansSameName } from '#domain/people/same-name.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { personById } from '../people/queries.ts'
import { settledTies } from '../people/settled.ts'

// "Karl Kowalski and her sister": each part is a name by itself.
const partsOf = (written: string) => [written, ...written.split(/[,;&/()]|\b(?:and|or|with)\b/i)]

/**
 * Who of those that are written down as being with a baby must not be contacted, or of whom nobody knows whether
 * they may: no baby goes out with them, and no override is offered (decision 30). Each in words with what to do.
 * `patients` are the mother and the babies. Truth table: docs/states/leave.md, 7.
 */
export function heldByCompany(
  db: ReadDb,
  patients: readonly string[],
  written: readonly string[],
): string[] {
  const parts = written.filter((one) => one !== '').flatMap(partsOf)
  if (parts.length === 0) return []
  const held = patients
    .flatMap((personId) => settledTies(db, personId))
    .filter(({ personId }) => !patients.includes(personId))
    .flatMap(({ personId, safeToContact, contactThrough }) => {
      const route = contactRoute(safeToContact, contactThrough)
      if (route.kind !== 'social-worker') return []
      const { givenName, familyName } = personById(db, personId)
      const name = `${givenName} ${familyName}`
      if (!parts.some((part) => meansSameName(part, name))) return []
      return `${name}: ${route.because.charAt(0).toLowerCase()}${route.because.slice(1)}. The baby does not go with them: ask the social worker`
    })
  return [...new Set(held)]
}

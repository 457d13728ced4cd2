import { folded } from '../shared/folded-text.ts'
import type { CivilDate } from '../shared/time.ts'
import type { PersonKind } from './record.ts'

/**
 * Whether somebody who is to be recorded is on record already. Source: review of Child Z, Finding Seven (who
 * somebody is is established before it is recorded). Truth table: docs/states/people.md, 8.
 */
export interface Named {
  kind: PersonKind
  givenName: string
  familyName: string
  bornOn: CivilDate | null
}

/** A mother may be on record as somebody in another family's life; a baby is never taken for a grown-up. */
const comparedWith: Record<PersonKind, readonly PersonKind[]> = {
  mother: ['mother'],
  baby: ['baby'],
  other: ['other', 'mother'],
}

/**
 * Whether a new person may be the one on record: the same name, given and family name in either order, and no date
 * of birth that says otherwise. A date that nobody gave says nothing, so somebody is asked.
 */
export function mayBeSame(typed: Named, onRecord: Named): boolean {
  const isNamed = namesOf(typed).some((name) => name === namesOf(onRecord)[0])
  const isSameBirth =
    typed.bornOn === null || onRecord.bornOn === null || typed.bornOn === onRecord.bornOn
  return comparedWith[typed.kind].includes(onRecord.kind) && isNamed && isSameBirth
}

/** The name as it is compared, and with given and family name the other way round. */
export const namesOf = ({
  givenName,
  familyName,
}: Pick<Named, 'givenName' | 'familyName'>): [string, string] => [
  folded(`${givenName} ${familyName}`),
  folded(`${familyName} ${givenName}`),
]

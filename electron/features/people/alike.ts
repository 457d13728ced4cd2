import type { PersonKind } from '#domain/people/record.ts'
import { mayBeSame, type Named, namesOf } from '#domain/people/same-person.ts'
import type { FieldMessage } from '#domain/shared/failure.ts'
import { person } from '#drizzle/schema/people.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { mothersOfBaby } from './motherhood.ts'
import { type Person, personById } from './queries.ts'

/** Looking whether somebody is on record before they are recorded anew. */

const named = standing(
  person,
  ['recordId', 'kind', 'givenName', 'familyName', 'nhsNumber', 'bornOn'],
  't.search_name in (@name, @swapped) or t.nhs_number = @nhsNumber',
  't.family_name, t.given_name, t.record_id',
)

export interface AlikeInput {
  kind: PersonKind
  givenName: string
  familyName: string
  bornOn: string | null
  nhsNumber: string | null
  /** For a baby: the mother, where she is on record. */
  motherId?: string | null | undefined
}

export interface Alike {
  id: string
  kind: PersonKind
  givenName: string
  familyName: string
  nhsNumber: string | null
  bornOn: string | null
  /** For a baby: with whom they came. */
  mothers: { id: string; givenName: string; familyName: string }[]
  /** Recorded anew only once somebody has said that this is another. */
  needsWord: boolean
}

/** Those on record who may be the one who is to be recorded: by number, or by name and birth. */
export function alike(db: ReadDb, typed: AlikeInput): Alike[] {
  const [name, swapped] = namesOf(typed)
  return named
    .at(db, newest, { name, swapped, nhsNumber: typed.nhsNumber })
    .flatMap(({ recordId, kind, ...row }) => {
      const found: Named = { ...row, kind: kind as PersonKind }
      const isSame = mayBeSame(typed, found)
      if (!isSame && (typed.nhsNumber === null || row.nhsNumber !== typed.nhsNumber)) return []
      const motherIds = found.kind === 'baby' ? mothersOfBaby(db, recordId) : []
      return [
        {
          ...row,
          id: recordId,
          kind: found.kind,
          mothers: motherIds.map((id) => nameOf(personById(db, id))),
          needsWord: isSame && isOfThem(typed, motherIds),
        },
      ]
    })
}

const nameOf = ({ id, givenName, familyName }: Person) => ({ id, givenName, familyName })

// Two babies of one name and day may well be of two mothers, who are told apart; of one mother they are one baby.
const isOfThem = ({ kind, motherId }: AlikeInput, mothers: readonly string[]) =>
  kind !== 'baby' || (motherId != null && mothers.includes(motherId))

const another = {
  baby: {
    field: 'anotherChild',
    message:
      'A baby of hers of this name and birth is on record. Choose that baby, or confirm that this is another child. A twin without a name: call them Baby 2',
  },
  mother: {
    field: 'anotherPerson',
    message:
      'A mother of this name is on record, and no date of birth says otherwise. Choose her, or confirm that this is another person',
  },
  other: {
    field: 'anotherPerson',
    message:
      'Somebody of this name is on record, and no date of birth says otherwise. Choose them, or confirm that this is another person',
  },
} as const satisfies Record<PersonKind, FieldMessage>

/** Refuses to record anew who may be on record already, unless somebody has looked: at the field that says so. */
export const sameFaults = (db: ReadDb, typed: AlikeInput, prefix = ''): FieldMessage[] =>
  alike(db, typed).some(({ needsWord }) => needsWord)
    ? [{ ...another[typed.kind], field: prefix + another[typed.kind].field }]
    : []

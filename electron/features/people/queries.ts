import type { PersonKind } from '#domain/people/record.ts'
import { refuse } from '#domain/shared/failure.ts'
import { folded } from '#domain/shared/folded-text.ts'
import type { Basis } from '#domain/shared/provenance.ts'
import { person } from '#drizzle/schema/people.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { basisOf } from './facts.ts'

const columns = [
  'recordId',
  'version',
  'kind',
  'givenName',
  'familyName',
  'nhsNumber',
  'nhsNumberAbsent',
  'bornOn',
  'bornOnEstimate',
  'bornAt',
  'gestationDays',
  'expectedOn',
  'basisKind',
  'basisBy',
  'basisOn',
  'basisDocument',
] as const

const one = standing(person, columns, 't.record_id = @id')
const byNumber = standing(person, ['recordId', 'kind'], 't.nhs_number = @nhsNumber')
const bySearch = standing(
  person,
  columns,
  `instr(t.search_name, @words) > 0 or (@digits <> '' and t.nhs_number = @digits)`,
  't.search_name, t.record_id limit 50',
)

type PersonRow = ReturnType<typeof one.at>[number]
type BasisKeys = 'basisKind' | 'basisBy' | 'basisOn' | 'basisDocument'
export type Person = Omit<PersonRow, 'recordId' | 'kind' | BasisKeys> & {
  id: string
  kind: PersonKind
  /** How name, birth and number are known; null in what was recorded before it was asked. */
  basis: Basis | null
}

function shaped(row: PersonRow): Person {
  const { recordId, kind, basisKind, basisBy, basisOn, basisDocument, ...rest } = row
  const basis = basisKind === null ? null : basisOf({ basisKind, basisBy, basisOn, basisDocument })
  return { id: recordId, kind: kind as PersonKind, ...rest, basis }
}

/** One person as they stand now; refuses where there is none. */
export function personById(db: ReadDb, id: string, field = 'personId'): Person {
  const found = one.at(db, newest, { id })[0]
  if (found) return shaped(found)
  return refuse('not-found', 'This person is not on record', [
    { field, message: 'Choose somebody who is on record' },
  ])
}

/** One person of one kind; refuses another. */
export function personOf(db: ReadDb, id: string, kind: PersonKind, field: string): Person {
  const found = personById(db, id, field)
  if (found.kind === kind) return found
  const message = kind === 'mother' ? 'Choose a mother' : `Choose a ${kind}`
  return refuse('invalid', message, [{ field, message }])
}

/** Who has this NHS number now, besides one person. */
export const numberUsedBy = (db: ReadDb, nhsNumber: string, exceptId?: string) =>
  byNumber.at(db, newest, { nhsNumber }).find((row) => row.recordId !== exceptId)

/** People whose name holds the words, or who have the number; 50 at most. */
export function searchPeople(db: ReadDb, text: string): Person[] {
  const digits = text.replace(/\D/g, '')
  return bySearch
    .at(db, newest, { words: folded(text), digits: digits.length === 10 ? digits : '' })
    .map(shaped)
}

/** The two names in the form in which they are searched. */
export const searchNameOf = (given: string, family: string) => folded(`${given} ${family}`)

import { startOfDay } from '#domain/shared/calendar.ts'
import type { FieldMessage } from '#domain/shared/failure.ts'
import { tie } from '#drizzle/schema/people.ts'
import { pair, stay } from '#drizzle/schema/stays.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import type { PersonDetails } from './schemas.ts'

const pairsOf = standing(pair, ['startedAt'], 't.baby_id = @id')
const staysOf = standing(stay, ['arrivedAt'], 't.mother_id = @id')
const tiesOf = standing(tie, ['recordId'], 't.person_id = @id or t.to_person_id = @id')

/** What a corrected birth would make impossible: a pair or a stay that began before it. */
export function faultsOfBirth(db: ReadDb, id: string, input: PersonDetails): FieldMessage[] {
  if (input.bornOn === null) return []
  const born = input.bornAt ?? startOfDay(input.bornOn)
  const began = [
    ...pairsOf.at(db, newest, { id }).map((row) => row.startedAt),
    ...staysOf.at(db, newest, { id }).map((row) => row.arrivedAt),
  ]
  if (began.every((at) => at >= born)) return []
  return [
    {
      field: input.bornAt === null ? 'bornOn' : 'bornAt',
      message: 'This birth is after the arrival on the unit. Check both, and correct the wrong one',
    },
  ]
}

/** True if other records hang on this person, who then cannot be withdrawn. */
export const isInUse = (db: ReadDb, id: string): boolean =>
  [pairsOf, staysOf, tiesOf].some((rows) => rows.at(db, newest, { id }).length > 0)

import { asSettled, type Settlement } from '#domain/people/clashes.ts'
import type { TieStatement } from '#domain/people/ties.ts'
import { tie } from '#drizzle/schema/people.ts'
import { clashSettlement } from '#drizzle/schema/people-questions.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'

/** What a tie says of a person, with the kind of its basis: what the rules on statements read. */
export const statementColumns = [
  'personId',
  'toPersonId',
  'relation',
  'parentalResponsibility',
  'safeToContact',
  'contactThrough',
  'livesWith',
  'basisKind',
] as const

const statements = standing(
  tie,
  ['recordId', 'version', ...statementColumns],
  't.to_person_id = @personId',
  't.record_id',
)
const settlements = standing(
  clashSettlement,
  ['recordId', 'topic', 'firstId', 'firstVersion', 'otherId', 'otherVersion', 'holds'],
  't.person_id = @personId',
  't.record_id',
)

/** What is said of those round one person, as it is recorded. */
export const statementsTo = (db: ReadDb, personId: string) =>
  statements.at(db, newest, { personId }) as TieStatement[]

/** Which statements about those round one person were found to hold. */
export const settlementsOf = (db: ReadDb, personId: string) =>
  settlements.at(db, newest, { personId }) as Settlement[]

/** The ties to one person with settled clashes applied: what duties follow. */
export const settledTies = (db: ReadDb, personId: string): TieStatement[] =>
  asSettled(statementsTo(db, personId), settlementsOf(db, personId))

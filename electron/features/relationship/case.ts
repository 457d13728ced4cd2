import { relationshipRuleSet, scopeStatement } from '#domain/relationship/rule-content.ts'
import { refuse } from '#domain/shared/failure.ts'
import type { Instant } from '#domain/shared/time.ts'
import { contact } from '#drizzle/schema/people.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { ruleInForce, ruleSetsOf } from '../rule-sets/in-force.ts'
import { pairById, stayById } from '../stays/queries.ts'
import { sharingsOf } from './rows.ts'

/** One mother and baby with the rules of their assessments. Refuses where there is no such pair. */
export function relationshipCase(db: ReadDb, pairId: string, at: Instant) {
  const pair = pairById(db, pairId)
  const { motherId } = stayById(db, pair.stayId)
  return {
    pair,
    motherId,
    patients: [pair.babyId, motherId],
    rules: ruleInForce(db, relationshipRuleSet, at),
  }
}

/** The scope statement in force; or one revision of it, as it was sent. */
export const scopeInForce = (db: ReadDb, at: Instant) => ruleInForce(db, scopeStatement, at)
export const scopeOf = (db: ReadDb, id: string) =>
  ruleSetsOf(db, scopeStatement).find(({ recordId }) => recordId === id) ??
  refuse('not-found', 'This revision of the scope statement is not on record')

const professionals = standing(
  contact,
  [
    'recordId',
    'personId',
    'agency',
    'role',
    'name',
    'telephone',
    'email',
    'safeToContact',
    'contactThrough',
  ],
  't.person_id is null or t.person_id in (select value from json_each(@people))',
  't.person_id is null, t.agency, t.name, t.record_id',
)

/** The professionals who work with these people, and the unit's own contacts after them. */
export const professionalsOf = (db: ReadDb, people: readonly string[]) =>
  professionals.at(db, newest, { people: JSON.stringify(people) })

const pairOfSharingSql =
  'select pair_id as pairId from relationship_sharing where record_id = @id order by version desc limit 1'

/** One sharing with its pair. Refuses where it is not on record any more. */
export function sharingCase(db: ReadDb, sharingId: string, at: Instant) {
  const pairId = db.row<{ pairId: string }>(pairOfSharingSql, { id: sharingId })?.pairId
  const sharing =
    pairId === undefined
      ? undefined
      : sharingsOf(db, [pairId]).find(({ recordId }) => recordId === sharingId)
  if (!sharing || pairId === undefined)
    refuse('not-found', 'This is not on record any more. Open the page again')
  return { sharing, ...relationshipCase(db, pairId, at) }
}

import { unwellBabyDrill } from '#drizzle/schema/unwell-baby-outcome.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { staffNameOf } from '../users/staff-names.ts'

const drills = standing(
  unwellBabyDrill,
  ['recordId', 'version', 'heldAt', 'scenario', 'learning', 'author'],
  '1',
  't.held_at desc, t.record_id',
)

/** The drills of the pathway, the latest first: measure 5e-7 asks for one every half-year. */
export function drillsHeld(db: ReadDb) {
  const nameOf = staffNameOf(db)
  return drills
    .at(db, newest)
    .map(({ recordId, author, ...drill }) => ({ id: recordId, ...drill, by: nameOf(author) }))
}

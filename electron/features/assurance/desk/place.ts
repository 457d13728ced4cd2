import { refuse } from '#domain/shared/failure.ts'
import { desk } from '#drizzle/schema/desk.ts'
import { newest, standing } from '../../../platform/standing.ts'
import type { ReadDb } from '../../../platform/unit-of-work.ts'

const desks = standing(desk, ['name'])

/** Refuses where this store is a unit's record: packs of other units have no place in it. */
export function needDesk(db: ReadDb): { name: string } {
  return (
    desks.at(db, newest)[0] ??
    refuse('held', 'This is a unit’s record. Packs of units are taken in on a commissioner’s desk')
  )
}

/** Refuses where this store is a desk: it has no visits and no actions of its own. */
export function needUnit(db: ReadDb): void {
  if (desks.at(db, newest).length > 0)
    refuse('held', 'This is a commissioner’s desk. A reply is taken in by the unit that it is for')
}

import type { Instant } from '#domain/shared/time.ts'
import type { Place } from '#domain/supervision/codes.ts'
import { supervisionAt } from '#domain/supervision/current.ts'
import { childLegalStatus } from '#drizzle/schema/people.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { pairCase } from '../supervision/case.ts'

const statuses = standing(childLegalStatus, ['startsAt', 'endedAt'], 't.person_id = @babyId')

/**
 * The moments of a stretch, its end not in it, at which supervision in a place or the child's status may
 * turn: its beginning, and whatever begins or runs out in it. What holds at none of them holds nowhere in it.
 */
export function momentsOf(
  db: ReadDb,
  pairId: string,
  place: Place,
  from: Instant,
  to: Instant,
): Instant[] {
  const supervised = pairCase(db, pairId, from)
  const starts = supervised.ofBaby.map(({ startsAt }) => startsAt)
  const dues = [from, ...starts].flatMap((at) => {
    const { dueAt, exceptions } = supervisionAt(supervised, at).places[place]
    return [dueAt, ...exceptions.map((each) => each.dueAt)]
  })
  const { babyId } = supervised.pair
  const legal = statuses
    .at(db, newest, { babyId })
    .flatMap(({ startsAt, endedAt }) => [startsAt, endedAt])
  const between = [...starts, ...dues, ...legal].filter(
    (at): at is Instant => at !== null && from < at && at < to,
  )
  return [...new Set([from, ...between.sort()])]
}

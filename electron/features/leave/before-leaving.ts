import type { BeforeLeaving } from '../stays/before-leaving.ts'
import { pairById } from '../stays/queries.ts'
import { leavesOf, missingOf } from './rows.ts'

/** Nobody is taken off the board while they are away or missing: what ends it is the return, or being found. */
export const nobodyIsAway: BeforeLeaving = (db, pairIds) =>
  pairIds.flatMap((pairId) => {
    const { stayId } = pairById(db, pairId)
    const missing = missingOf(db, [stayId]).some(
      ({ endedAt, babies, mother }) => endedAt === null && (mother || babies.includes(pairId)),
    )
    const away = leavesOf(db, [stayId], '').some(({ standing: { each } }) =>
      each.some(({ found, mother, babies }) => !found && (mother || babies.includes(pairId))),
    )
    const held = (message: string) => [{ field: 'endedAt', message }]
    if (missing)
      return held('Somebody of this stay is missing. Record how the search ended before they leave')
    return away
      ? held(
          'They are away on leave. Record the return first, at the time at which they left for good',
        )
      : []
  })

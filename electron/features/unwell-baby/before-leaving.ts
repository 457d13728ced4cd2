import { formatDateTime } from '#domain/shared/calendar.ts'
import { recognisedFirst } from '#domain/unwell-baby/episode.ts'
import { endedBy } from '#domain/unwell-baby/escalation.ts'
import type { BeforeLeaving } from '../stays/before-leaving.ts'
import { episodeCases } from './case.ts'
import { openEpisodeIds } from './lists.ts'

/**
 * Nobody leaves the board while a clock runs: nothing ends an episode but an outcome (decision 26). A baby
 * who was transferred or admitted has one, and may leave.
 */
export const noEpisodeRuns: BeforeLeaving = (db, pairIds) =>
  pairIds.flatMap((pairId) =>
    episodeCases(db, openEpisodeIds(db, pairId))
      .filter(({ facts }) => endedBy(facts) === undefined)
      .map(({ facts }) => ({
        field: 'endedAt',
        message: `A concern about the baby has been open since ${formatDateTime(recognisedFirst(facts))}. Open its episode and sign the outcome first: transferred and admitted are outcomes too`,
      })),
  )

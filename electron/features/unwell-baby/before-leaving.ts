import { formatDateTime } from '#domain/shared/calendar.ts'
import type { FieldMessage } from '#domain/shared/failure.ts'
import { minuteOf } from '#domain/shared/minute.ts'
import type { Instant } from '#domain/shared/time.ts'
import { recognisedFirst, recognisedNow } from '#domain/unwell-baby/episode.ts'
import { endedBy } from '#domain/unwell-baby/escalation.ts'
import type { BeforeLeaving } from '../stays/before-leaving.ts'
import { type EpisodeCase, episodeCases } from './case.ts'
import { episodeIdsOf } from './lists.ts'

/**
 * Nobody leaves the board while a clock runs: nothing ends an episode but an outcome (decision 26). A baby
 * who was transferred or admitted has one, and may leave. Nor does anybody leave before a concern that is on
 * record: one of the two times is wrong.
 */
export const noEpisodeRuns: BeforeLeaving = (db, pairIds, endedAt) =>
  pairIds.flatMap((pairId) =>
    episodeCases(db, episodeIdsOf(db, pairId)).flatMap((episode) => against(episode, endedAt)),
  )

function against({ facts }: EpisodeCase, endedAt: Instant): FieldMessage[] {
  const outcome = endedBy(facts)
  if (outcome?.kind === 'entered-in-error') return []
  if (outcome === undefined)
    return held(
      `A concern about the baby has been open since ${formatDateTime(recognisedFirst(facts))}. Open its episode and sign the outcome first: transferred and admitted are outcomes too`,
    )
  const recognisedAt = recognisedNow(facts)
  return minuteOf(recognisedAt) > endedAt
    ? held(
        `A concern about the baby was recognised at ${formatDateTime(recognisedAt)}. They cannot have left before: check this time, or correct the time of recognition`,
      )
    : []
}

const held = (message: string): FieldMessage[] => [{ field: 'endedAt', message }]

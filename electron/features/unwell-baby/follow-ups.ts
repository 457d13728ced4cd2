import { addDays } from '#domain/shared/calendar.ts'
import type { Instant } from '#domain/shared/time.ts'
import { bandsOf } from '#domain/unwell-baby/facts.ts'
import { type FollowUp, followUpsOf } from '#domain/unwell-baby/follow-up.ts'
import { episode } from '#drizzle/schema/unwell-baby.ts'
import type { ReadContext } from '../../platform/serve.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { personById } from '../people/queries.ts'
import { type EpisodeCase, episodeCases } from './case.ts'

/** How far back what an outcome or a debrief is still asked of is looked for. Default of this product. */
const lookedBackDays = 90

const stopped = `exists (select 1 from episode_outcome o where o.episode_id = t.record_id
    and o.withdrawn = 0 and o.at >= @since)`
const lately = standing(episode, ['recordId'], stopped)
const latelyOfPairs = standing(
  episode,
  ['recordId'],
  `t.pair_id in (select value from json_each(@pairs)) and ${stopped}`,
)

interface OfEpisode extends FollowUp {
  episodeId: string
  pairId: string
  babyId: string
  motherId: string
}

/** A baby who has left is reviewed by whoever cares for the baby now; the team still learns from it. */
const asked = (one: EpisodeCase, now: Instant): FollowUp[] => {
  const { endedAt } = one.place.pair
  const here = endedAt === null || endedAt > now
  return followUpsOf(one.rules, one.facts, bandsOf(one)).filter(
    ({ kind }) => here || kind !== 'review',
  )
}

/** Reviews and debriefs that are open, what is due soonest first; of these pairs, or of the whole unit. */
function openFollowUps(db: ReadDb, now: Instant, pairIds?: readonly string[]): OfEpisode[] {
  const since = addDays(now, -lookedBackDays)
  const rows = pairIds
    ? latelyOfPairs.at(db, newest, { since, pairs: JSON.stringify(pairIds) })
    : lately.at(db, newest, { since })
  return episodeCases(
    db,
    rows.map(({ recordId }) => recordId),
  )
    .flatMap((one) =>
      asked(one, now).map((follow) => ({
        ...follow,
        episodeId: one.episodeId,
        pairId: one.place.pair.recordId,
        babyId: one.place.pair.babyId,
        motherId: one.place.motherId,
      })),
    )
    .sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1))
}

/** What of them is overdue, by pair: for the board. */
export const lateFollowUps = (
  db: ReadDb,
  pairIds: readonly string[],
  now: Instant,
): Map<string, FollowUp[]> =>
  Map.groupBy(
    openFollowUps(db, now, pairIds).filter(({ dueAt }) => dueAt <= now),
    ({ pairId }) => pairId,
  )

/** Every review and debrief of the unit that is open, with whose it is. */
export const followUps = ({ db, now }: ReadContext) => ({
  at: now,
  lines: openFollowUps(db, now).map((one) => {
    const { givenName, familyName } = personById(db, one.babyId)
    return { ...one, baby: `${givenName} ${familyName}`, late: one.dueAt <= now }
  }),
})

import { episode } from '#drizzle/schema/unwell-baby.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'

const ended = (kinds: string) => `exists (select 1 from episode_outcome o
  where o.episode_id = t.record_id and o.withdrawn = 0 ${kinds}
    and not exists (select 1 from episode_outcome n
      where n.record_id = o.record_id and n.version > o.version))`

/** What leaves the baby away: its clock has stopped, and what comes of it is awaited (decision 26). */
const away = "and o.kind not in ('transferred', 'admitted')"

const open = standing(episode, ['recordId'], `not ${ended(away)}`, 't.recognised_at, t.record_id')
const openOfPair = standing(
  episode,
  ['recordId'],
  `t.pair_id = @pairId and not ${ended(away)}`,
  't.recognised_at, t.record_id',
)
const done = standing(
  episode,
  ['recordId'],
  ended(away),
  't.recognised_at desc, t.record_id limit @most',
)
const doneOfPair = standing(
  episode,
  ['recordId'],
  `t.pair_id = @pairId and ${ended(away)}`,
  't.recognised_at desc, t.record_id limit @most',
)

const runningOfBaby = standing(
  episode,
  ['recordId'],
  `t.pair_id in (select p.record_id from pair p where p.baby_id = @babyId) and not ${ended('')}`,
)

const idsOf = (rows: readonly { recordId: string }[]) => rows.map(({ recordId }) => recordId)

const allOfPair = standing(episode, ['recordId'], 't.pair_id = @pairId', 't.recognised_at')

/** Every episode of a pair, the first first. */
export const episodeIdsOf = (db: ReadDb, pairId: string): string[] =>
  idsOf(allOfPair.at(db, newest, { pairId }))

/** The episodes that are not finished: those whose clock runs, and babies who are away. */
export const openEpisodeIds = (db: ReadDb, pairId?: string): string[] =>
  idsOf(pairId === undefined ? open.at(db, newest) : openOfPair.at(db, newest, { pairId }))

/** Those that are finished, the latest first. */
export const pastEpisodeIds = (db: ReadDb, most: number, pairId?: string): string[] =>
  idsOf(
    pairId === undefined
      ? done.at(db, newest, { most })
      : doneOfPair.at(db, newest, { most, pairId }),
  )

/** How many episodes of a baby no outcome has ended: their clock runs. */
export const runningEpisodesOf = (db: ReadDb, babyId: string): number =>
  runningOfBaby.at(db, newest, { babyId }).length

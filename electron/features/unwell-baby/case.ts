import { refuse } from '#domain/shared/failure.ts'
import type { Episode } from '#domain/unwell-baby/facts.ts'
import { episodesOf } from '#domain/unwell-baby/facts.ts'
import type { InjuryMark } from '#domain/unwell-baby/record.ts'
import {
  escalationRuleSetKind,
  feverRuleSetKind,
  pewsRuleSetKind,
  sepsisRuleSetKind,
} from '#domain/unwell-baby/rule-set-kinds.ts'
import { bed, stay } from '#drizzle/schema/stays.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { ruleSetsOf } from '../rule-sets/in-force.ts'
import { episodeRows, type NamedEscort, type PairRow } from './rows.ts'

/** Where the baby of an episode is, and whose. */
export interface EpisodePlace {
  pair: PairRow
  stayId: string
  motherId: string
  bedName: string
}

/** An episode with everything that the rules need of it, and where the baby is. */
export interface EpisodeCase extends Episode {
  place: EpisodePlace
  escorts: readonly NamedEscort[]
  marks: readonly InjuryMark[]
}

const stays = standing(
  stay,
  ['recordId', 'motherId', 'bedId'],
  't.record_id in (select value from json_each(@ids))',
)
const beds = standing(bed, ['recordId', 'name'])

/** The four tables and routes in every revision that had been recorded by a cut. */
export const rulesRecorded = (db: ReadDb, seq: number = newest) => ({
  fever: ruleSetsOf(db, feverRuleSetKind, seq),
  sepsis: ruleSetsOf(db, sepsisRuleSetKind, seq),
  pews: ruleSetsOf(db, pewsRuleSetKind, seq),
  routes: ruleSetsOf(db, escalationRuleSetKind, seq),
})

/** These episodes as they stand; a concern that was withdrawn is none. */
export function episodeCases(
  db: ReadDb,
  ids: readonly string[],
  seq: number = newest,
): EpisodeCase[] {
  if (ids.length === 0) return []
  const rows = episodeRows(db, ids, seq)
  const places = placesOf(db, rows.pairs, seq)
  const facts = {
    ...rows,
    ...rulesRecorded(db, seq),
    drills: [],
    escortRules: [],
    recordingSince: '',
  }
  return episodesOf(facts).flatMap((episode): EpisodeCase[] => {
    const place = places.get(episode.concern.pairId)
    const own = <Row extends { episodeId: string }>(all: readonly Row[]) =>
      all.filter(({ episodeId }) => episodeId === episode.episodeId)
    if (!place) return []
    return [
      {
        ...episode,
        facts: { ...episode.facts, responders: own(rows.responders) },
        place,
        escorts: own(rows.escorts),
        marks: own(rows.marks),
      },
    ]
  })
}

function placesOf(db: ReadDb, pairs: readonly PairRow[], seq: number) {
  const ids = JSON.stringify(pairs.map(({ stayId }) => stayId))
  const stayById = new Map(stays.at(db, seq, { ids }).map((row) => [row.recordId, row]))
  const bedNames = new Map(beds.at(db, seq).map(({ recordId, name }) => [recordId, name]))
  return new Map(
    pairs.flatMap((pair) => {
      const own = stayById.get(pair.stayId)
      if (!own) return []
      const bedName = (own.bedId && bedNames.get(own.bedId)) || 'No bed'
      const place = { pair, stayId: pair.stayId, motherId: own.motherId, bedName }
      return [[pair.recordId, place] as const]
    }),
  )
}

/** One episode; refuses where there is none. */
export function episodeCase(db: ReadDb, episodeId: string): EpisodeCase {
  return (
    episodeCases(db, [episodeId])[0] ??
    refuse('not-found', 'This episode is not on record', [
      { field: 'episodeId', message: 'Choose an episode that is on record' },
    ])
  )
}

/** The people whom an episode tells of. */
export const peopleOf = ({ place }: Pick<EpisodeCase, 'place'>): string[] => [
  place.pair.babyId,
  place.motherId,
]

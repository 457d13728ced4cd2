import { ageInWords } from '#domain/shared/birth-words.ts'
import { dateOf } from '#domain/shared/calendar.ts'
import type { Instant } from '#domain/shared/time.ts'
import { elapsedText, episodeClock } from '#domain/unwell-baby/clock.ts'
import { endedBy } from '#domain/unwell-baby/escalation.ts'
import { bandLabel } from '#domain/unwell-baby/escalation-content.ts'
import { bandsOf } from '#domain/unwell-baby/facts.ts'
import { type NextStep, nextStep, shownDueAt } from '#domain/unwell-baby/next-step.ts'
import { type OutcomeKind, outcomeLabels } from '#domain/unwell-baby/record.ts'
import { person } from '#drizzle/schema/people.ts'
import type { ReadContext } from '../../platform/serve.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { staffNameOf } from '../users/staff-names.ts'
import { type EpisodeCase, episodeCases } from './case.ts'
import { shownClock } from './clock-step.ts'
import { escortAskedSince } from './escort-rule.ts'
import { openEpisodeIds, pastEpisodeIds } from './lists.ts'
import { tellStates } from './tell.ts'

const people = standing(
  person,
  ['recordId', 'givenName', 'familyName', 'bornOn', 'bornOnEstimate'],
  't.record_id in (select value from json_each(@ids))',
)

/** An open episode with its one next step, before anybody is named. */
export interface OpenEpisode {
  episode: EpisodeCase
  /** running = its clock runs; away = the baby was transferred or admitted, and what comes of it is awaited */
  state: 'running' | 'away'
  next: NextStep | null
  /** When it was first recognised by any version: where the clock starts. */
  since: Instant
}

/** Every open episode, the one whose next step is due soonest first. */
export function openEpisodes(db: ReadDb, now: Instant, pairId?: string): OpenEpisode[] {
  const episodes = episodeCases(db, openEpisodeIds(db, pairId))
  const tell = tellStates(
    db,
    episodes.map(({ episodeId }) => episodeId),
    now,
  )
  return episodes
    .map((episode): OpenEpisode => {
      const { facts, rules, episodeId } = episode
      return {
        episode,
        state: endedBy(facts) ? 'away' : 'running',
        next: nextStep(rules, facts, tell(episodeId), now, escortAskedSince(db, episode, now)),
        since: episodeClock(facts, now).startedAt,
      }
    })
    .sort((a, b) => order(a) - order(b) || byDue(a.next?.dueAt, b.next?.dueAt))
}

const order = ({ state }: OpenEpisode) => (state === 'running' ? 0 : 1)
const byDue = (a: Instant | null | undefined, b: Instant | null | undefined) =>
  (a ?? '~') < (b ?? '~') ? -1 : (a ?? '~') > (b ?? '~') ? 1 : 0

/** A line of a list of episodes. */
export interface EpisodeLine {
  episodeId: string
  pairId: string
  stayId: string
  bedName: string
  babyId: string
  motherId: string
  baby: string
  babyAge: string
  mother: string
  recognisedAt: Instant
  /** The strictest band reached, in words. */
  band: string
}

export interface RunningLine extends EpisodeLine {
  state: 'running' | 'away'
  elapsedMs: number
  elapsed: string
  nextStep: string
  dueAt: Instant | null
  late: boolean
  responder: string | null
}

export interface PastLine extends EpisodeLine {
  outcome: OutcomeKind
  outcomeLabel: string
  endedAt: Instant
}

/** All running episodes, for the strip of the board and for lists; babies who are away come last. */
export function runningLines({ db, house, now }: ReadContext): RunningLine[] {
  const open = openEpisodes(db, now)
  const lineOf = lines(
    db,
    open.map(({ episode }) => episode),
    now,
  )
  const nameOf = staffNameOf(db)
  return open.map(({ episode, state, next }) => {
    const { elapsedMs } = shownClock(house, episode.episodeId, episode.facts, now)
    const responder = episode.facts.responders.at(-1)
    return {
      ...lineOf(episode),
      state,
      elapsedMs,
      elapsed: elapsedText(elapsedMs),
      nextStep: next?.text ?? '',
      dueAt: next && shownDueAt(next),
      late: next?.late ?? false,
      responder: responder ? nameOf(responder.staffId) : null,
    }
  })
}

/** The most finished episodes that one list holds. */
const pastAtMost = 200

/** Episodes that are finished, the latest first; of one pair where one is named. */
export function pastLines(db: ReadDb, now: Instant, pairId?: string): PastLine[] {
  const episodes = episodeCases(db, pastEpisodeIds(db, pastAtMost, pairId))
  const lineOf = lines(db, episodes, now)
  return episodes
    .flatMap((episode): PastLine[] => {
      const last = episode.facts.outcomes.at(-1)
      if (!last) return []
      const outcomeLabel = outcomeLabels[last.kind]
      return [{ ...lineOf(episode), outcome: last.kind, outcomeLabel, endedAt: last.at }]
    })
    .sort((a, b) => (a.recognisedAt < b.recognisedAt ? 1 : -1))
}

function lines(db: ReadDb, episodes: readonly EpisodeCase[], now: Instant) {
  const ids = JSON.stringify(episodes.flatMap(({ place }) => [place.pair.babyId, place.motherId]))
  const byId = new Map(people.at(db, newest, { ids }).map((row) => [row.recordId, row]))
  const nameOf = (id: string) => {
    const found = byId.get(id)
    return found ? `${found.givenName} ${found.familyName}` : 'Name not on record'
  }
  return (episode: EpisodeCase): EpisodeLine => {
    const { place, facts, rules, episodeId } = episode
    const { babyId, recordId: pairId } = place.pair
    const baby = byId.get(babyId) ?? { bornOn: null }
    const [strictest] = bandsOf(episode)
    return {
      episodeId,
      pairId,
      stayId: place.stayId,
      bedName: place.bedName,
      babyId,
      motherId: place.motherId,
      baby: nameOf(babyId),
      babyAge: ageInWords(baby, dateOf(now)),
      mother: nameOf(place.motherId),
      recognisedAt: episodeClock(facts, now).startedAt,
      band: strictest ? bandLabel(rules.routes, strictest.band) : '',
    }
  }
}

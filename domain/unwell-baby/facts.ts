import type { EscortContent } from '../shared/escort/escort-content.ts'
import type { Instant } from '../shared/time.ts'
import type { Birth } from './age-for-rules.ts'
import type { RuleBook } from './bands.ts'
import { bandsReached, type EpisodeFacts, type Reached } from './episode.ts'
import type {
  Concern,
  Debrief,
  Departure,
  Drill,
  EscortDecision,
  HelpContact,
  Infection,
  Outcome,
  Raise,
  RecordedSet,
} from './record.ts'

/** The revisions by which an episode is worked: those in force when the concern was raised. */
export interface RuleBookIds {
  feverId: string
  sepsisId: string
  pewsId: string
  routesId: string
}

export interface ConcernFact extends Concern, RuleBookIds {}

/** A version of what is known about a baby's birth, by the pair that the baby is in. */
export interface BirthFact extends Birth {
  pairId: string
  version: number
  auditSeq: number
}

export interface UnwellPair {
  recordId: string
  version: number
  endedAt: Instant | null
}

interface Content<T> {
  recordId: string
  content: T
}

/** What the measures of the unwell baby read, all of it as recorded by the cut. */
export interface UnwellBabyFacts {
  /** Every version, withdrawn ones too, of what can raise a band: nothing lowers one that was reached. */
  concerns: readonly ConcernFact[]
  births: readonly BirthFact[]
  sets: readonly RecordedSet[]
  infection: readonly Infection[]
  raises: readonly Raise[]
  /** Newest versions, withdrawn ones left out. */
  contacts: readonly HelpContact[]
  escorts: readonly EscortDecision[]
  departures: readonly Departure[]
  outcomes: readonly Outcome[]
  debriefs: readonly Debrief[]
  drills: readonly Drill[]
  pairs: readonly UnwellPair[]
  fever: readonly Content<RuleBook['fever']>[]
  sepsis: readonly Content<RuleBook['sepsis']>[]
  pews: readonly Content<RuleBook['pews']>[]
  routes: readonly Content<RuleBook['routes']>[]
  escortRules: readonly Content<EscortContent>[]
  /** When the unit began to record here: no drill is looked for before. */
  recordingSince: Instant
}

/** An episode put together from its rows. */
export interface Episode {
  episodeId: string
  /** The newest version of the concern. */
  concern: ConcernFact
  facts: EpisodeFacts
  rules: RuleBook
  pair: UnwellPair | undefined
}

const prepared = new WeakMap<UnwellBabyFacts, readonly Episode[]>()

/**
 * The episodes, each with its own rows, put together once for all measures. A concern whose newest version is
 * withdrawn is none.
 */
export function episodesOf(facts: UnwellBabyFacts): readonly Episode[] {
  const known = prepared.get(facts)
  if (known) return known
  const episodes = putTogether(facts)
  prepared.set(facts, episodes)
  return episodes
}

function putTogether(facts: UnwellBabyFacts): Episode[] {
  const of = <Row extends { episodeId: string }>(rows: readonly Row[]) => {
    const byEpisode = Map.groupBy(rows, ({ episodeId }) => episodeId)
    return (episodeId: string): Row[] => byEpisode.get(episodeId) ?? []
  }
  const [sets, infection, raises] = [of(facts.sets), of(facts.infection), of(facts.raises)]
  const [contacts, escorts] = [of(facts.contacts), of(facts.escorts)]
  const [departures, outcomes, debriefs] = [
    of(facts.departures),
    of(facts.outcomes),
    of(facts.debriefs),
  ]
  const births = Map.groupBy(facts.births, ({ pairId }) => pairId)
  const pairs = new Map(facts.pairs.map((pair) => [pair.recordId, pair]))
  const book = ruleBooks(facts)
  return [...Map.groupBy(facts.concerns, ({ recordId }) => recordId)].flatMap(([id, versions]) => {
    const concern = versions.sort((a, b) => a.version - b.version)
    const [first] = concern
    const last = concern.at(-1)
    if (!first || !last || last.withdrawn) return []
    return [
      {
        episodeId: id,
        concern: last,
        pair: pairs.get(last.pairId),
        rules: book(first),
        facts: {
          births: birthsSince(births.get(last.pairId) ?? [], first.auditSeq),
          concern,
          sets: sets(id),
          infection: infection(id),
          raises: raises(id),
          contacts: contacts(id),
          responders: [],
          escorts: escorts(id),
          departures: departures(id),
          outcomes: outcomes(id),
          debriefs: debriefs(id),
        },
      },
    ]
  })
}

/** The birth as it stood when the concern was recorded, and every version since. */
export function birthsSince<B extends Pick<BirthFact, 'auditSeq'>>(
  versions: readonly B[],
  auditSeq: number,
): B[] {
  const inOrder = [...versions].sort((a, b) => a.auditSeq - b.auditSeq)
  const known = inOrder.findLastIndex((one) => one.auditSeq <= auditSeq)
  return inOrder.slice(Math.max(known, 0))
}

/** The rules of an episode by its four revisions; each four put together once. */
function ruleBooks(facts: UnwellBabyFacts): (ids: RuleBookIds) => RuleBook {
  const books = new Map<string, RuleBook>()
  const find = <T>(sets: readonly Content<T>[], id: string): T => {
    const found = sets.find(({ recordId }) => recordId === id)
    if (!found) throw new Error(`The rule set ${id} is not among the facts`)
    return found.content
  }
  return ({ feverId, sepsisId, pewsId, routesId }) => {
    const key = [feverId, sepsisId, pewsId, routesId].join(' ')
    const known = books.get(key)
    if (known) return known
    const book = {
      fever: find(facts.fever, feverId),
      sepsis: find(facts.sepsis, sepsisId),
      pews: find(facts.pews, pewsId),
      routes: find(facts.routes, routesId),
    }
    books.set(key, book)
    return book
  }
}

const reached = new WeakMap<Episode, readonly Reached[]>()

/** The bands that an episode of `episodesOf` has reached, read once for all measures. */
export function bandsOf(episode: Episode): readonly Reached[] {
  const bands = reached.get(episode) ?? bandsReached(episode.rules, episode.facts)
  reached.set(episode, bands)
  return bands
}

import type { EpisodeInput } from '#domain/assurance/report-input.ts'
import { earlierOf } from '#domain/shared/calendar.ts'
import type { Cut, Instant, Period } from '#domain/shared/time.ts'
import { isEnteredInError } from '#domain/unwell-baby/episode.ts'
import { demandsOfBands, endedBy } from '#domain/unwell-baby/escalation.ts'
import { bandLabel, routeOf } from '#domain/unwell-baby/escalation-content.ts'
import { bandsOf } from '#domain/unwell-baby/facts.ts'
import {
  debriefCausesOf,
  debriefDue,
  firstObservationsDue,
  observedSets,
} from '#domain/unwell-baby/pathway.ts'
import { outcomeLabels } from '#domain/unwell-baby/record.ts'
import { stay } from '#drizzle/schema/stays.ts'
import { standing } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { type EpisodeCase, episodeCases } from './case.ts'
import { episodeIdsOf } from './facts.ts'

const stays = standing(
  stay,
  ['recordId', 'arrivedAt'],
  't.record_id in (select value from json_each(@ids))',
)

/**
 * The episodes recognised in a period, as they had been recorded by the cut, each as a line of steps with
 * their limits. Every text is of a rule set or of the code; none is typed.
 */
export function episodeTimelines(db: ReadDb, period: Period, cut: Cut): EpisodeInput[] {
  const episodes = episodeCases(db, episodeIdsOf(db, period, cut), cut.auditSeq).filter(
    ({ concern }) => concern.recognisedAt >= period.from && concern.recognisedAt < period.to,
  )
  const ids = JSON.stringify(episodes.map(({ place }) => place.stayId))
  const arrivedAt = new Map(
    stays.at(db, cut.auditSeq, { ids }).map((row) => [row.recordId, row.arrivedAt]),
  )
  return episodes.flatMap((episode): EpisodeInput[] => {
    const { episodeId, concern, facts, rules, place } = episode
    const [strictest] = bandsOf(episode)
    const stayArrivedAt = arrivedAt.get(place.stayId)
    if (!strictest || stayArrivedAt === undefined) return []
    const ended = facts.outcomes.at(-1)
    return [
      {
        episodeId,
        babyId: place.pair.babyId,
        babyBornOn: facts.births.at(-1)?.bornOn ?? null,
        stayArrivedAt,
        recognisedAt: concern.recognisedAt,
        band: bandLabel(rules.routes, strictest.band),
        route: routeOf(rules.routes, strictest.band).title,
        steps: isEnteredInError(facts) ? withoutLimits(stepsOf(episode)) : stepsOf(episode),
        outcome: ended ? outcomeLabels[ended.kind] : 'Open',
      },
    ]
  })
}

/** Nothing was owed in an episode that never was: no step of it is late or left undone. */
const withoutLimits = (steps: EpisodeInput['steps']): EpisodeInput['steps'] =>
  steps.map((step) => ({ ...step, limitAt: null }))

function stepsOf(episode: EpisodeCase): EpisodeInput['steps'] {
  const { facts, rules } = episode
  const bands = bandsOf(episode)
  const leftAt = earliest(facts.departures.map((one) => one.leftAt))
  const ended = endedBy(facts)
  const asked = ended && debriefCausesOf(rules, facts, bands).length > 0
  const step = (what: string, at: Instant | null, limitAt: Instant | null = null) => ({
    what,
    at,
    limitAt,
  })
  const only = (wanted: boolean, made: ReturnType<typeof step>) => (wanted ? [made] : [])
  const decidedAt = earliest(facts.escorts.map((one) => one.decidedAt))
  return [
    step(
      'First observations',
      observedSets(facts)[0]?.observedAt ?? null,
      firstObservationsDue(rules, facts),
    ),
    ...demandsOfBands(rules, facts, bands).map(({ text, metAt, dueAt }) =>
      step(text, metAt, dueAt),
    ),
    ...only(
      leftAt !== null || decidedAt !== null,
      step('Decide who goes with the baby', decidedAt, leftAt),
    ),
    ...only(leftAt !== null, step('Left for hospital', leftAt)),
    step('Outcome', ended?.at ?? null),
    ...only(
      asked === true,
      step(
        'Debrief',
        earliest(facts.debriefs.map((one) => one.heldAt)),
        ended ? debriefDue(rules, ended.at) : null,
      ),
    ),
  ]
}

const earliest = (times: readonly Instant[]): Instant | null =>
  times.length > 0 ? times.reduce(earlierOf) : null

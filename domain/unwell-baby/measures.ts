import type { Measure, Member, RecordRef } from '../assurance/measure.ts'
import { dateOf, laterOf, startOfDay } from '../shared/calendar.ts'
import type { CivilDate, Cut, Instant, Period } from '../shared/time.ts'
import { type Episode, episodesOf, type UnwellBabyFacts } from './facts.ts'
import {
  type Judgement,
  judgeClosing,
  judgeEscort,
  judgeFirstObservations,
  judgeHelp,
} from './judge.ts'

/** Measures of the unwell baby (assurance.md 2, 5e-1 to 5e-3, 5e-6, 5e-7). Truth tables: docs/states/unwell-baby.md. */

const ref = (
  type: string,
  { recordId, version }: { recordId: string; version: number },
): RecordRef => ({
  type,
  recordId,
  version,
})

const within = (at: Instant, period: Period, cut: Cut) =>
  at >= period.from && at < period.to && at <= cut.at

/** The records of an episode that a judgement may rest on. */
const refsOf = ({ concern, facts }: Episode): RecordRef[] => [
  ref('episode', concern),
  ...facts.sets.map((one) => ref('observation_set', one)),
  ...facts.infection.map((one) => ref('infection_answer', one)),
  ...facts.raises.map((one) => ref('episode_raise', one)),
  ...facts.contacts.map((one) => ref('help_contact', one)),
  ...facts.departures.map((one) => ref('departure', one)),
  ...facts.outcomes.map((one) => ref('episode_outcome', one)),
  ...facts.debriefs.map((one) => ref('episode_debrief', one)),
]

function episodeMembers(
  facts: UnwellBabyFacts,
  period: Period,
  cut: Cut,
  judge: (episode: Episode, at: Instant) => Judgement,
): Member[] {
  return episodesOf(facts)
    .filter(({ concern }) => within(concern.recognisedAt, period, cut))
    .map((episode) => ({
      ...judge(episode, cut.at),
      key: episode.episodeId,
      at: episode.concern.recognisedAt,
      quantity: 1,
      records: refsOf(episode),
    }))
}

const ofEpisodes = {
  version: 1,
  requirement: '5e',
  population: 'Episodes of an unwell baby. Drills are not episodes.',
  placedBy: 'The time of recognition, as it is recorded at the cut.',
  minimumN: 5,
  unit: 'count' as const,
}

export const firstObservations: Measure<UnwellBabyFacts> = {
  ...ofEpisodes,
  id: '5e-1',
  title: 'First observations in time',
  rule: 'The first set of observations was taken within its limit of recognition, by the earliest time of recognition that was recorded.',
  source: 'assurance.md 2, 5e-1; Finding Five e; limit by decision 25',
  safetyCritical: true,
  members: (facts, period, cut) => episodeMembers(facts, period, cut, judgeFirstObservations),
}

export const helpReached: Measure<UnwellBabyFacts> = {
  ...ofEpisodes,
  id: '5e-2',
  title: 'Help reached in time',
  rule: 'A named clinician was spoken to, or 999 was connected, within the limit of the highest band that the episode reached.',
  source: 'assurance.md 2, 5e-2; Finding Five e; limits by decisions 25 and 26',
  safetyCritical: true,
  members: (facts, period, cut) => episodeMembers(facts, period, cut, judgeHelp),
}

export const escortDecided: Measure<UnwellBabyFacts> = {
  id: '5e-3',
  version: 1,
  requirement: '5e',
  title: 'The escort is decided before the baby leaves',
  population: 'Transfers of a baby off the unit.',
  placedBy: 'The time at which the baby left.',
  rule: 'Decided before leaving, as the rules say or higher; an override counts as not held.',
  source: 'assurance.md 2, 5e-3; Finding Five e; decisions 28 and 34',
  safetyCritical: true,
  minimumN: 5,
  unit: 'count',
  members(facts, period, cut) {
    const rules = new Map(facts.escortRules.map(({ recordId, content }) => [recordId, content]))
    return episodesOf(facts).flatMap((episode) =>
      episode.facts.departures
        .filter(({ leftAt }) => within(leftAt, period, cut))
        .map((departure) => {
          const { escorts, outcomes } = episode.facts
          const inError = outcomes.some(({ kind }) => kind === 'entered-in-error')
          const judged: Judgement = inError
            ? { class: 'not-eligible', reason: 'Entered in error' }
            : judgeEscort(departure, escorts, (id) => rules.get(id))
          return {
            ...judged,
            key: departure.recordId,
            at: departure.leftAt,
            quantity: 1,
            records: [
              ref('episode', episode.concern),
              ref('departure', departure),
              ...escorts.map((one) => ref('escort_decision', one)),
            ],
          }
        }),
    )
  },
}

export const episodesClosed: Measure<UnwellBabyFacts> = {
  ...ofEpisodes,
  id: '5e-6',
  title: 'Episodes end with an outcome, and a debrief where it is asked for',
  population:
    'Episodes of an unwell baby; those still open are not eligible. Drills are not episodes.',
  rule: 'An outcome is recorded, and a debrief was held within ten working days of it where the rules ask for one.',
  source: 'assurance.md 2, 5e-6; Finding Five e and f',
  safetyCritical: false,
  members: (facts, period, cut) => episodeMembers(facts, period, cut, judgeClosing),
}

export const drillHeld: Measure<UnwellBabyFacts> = {
  id: '5e-7',
  version: 1,
  requirement: '5e',
  title: 'The pathway is drilled every six months',
  population: 'Half-years, January to June and July to December, that the period touches.',
  placedBy: 'Overlap of the half-year with the period.',
  rule: 'A drill of the pathway was held in the half-year.',
  source: 'assurance.md 2, 5e-7; Finding Five e',
  safetyCritical: false,
  minimumN: 1,
  unit: 'count',
  members: (facts, period, cut) =>
    halfYears(period)
      .filter(({ from }) => from <= cut.at)
      .map((window) => drillMember(facts, window, period, cut)),
}

interface Window {
  name: string
  from: Instant
  to: Instant
}

/** The half-years that a period touches, by the calendar of England. */
function halfYears({ from, to }: Period): Window[] {
  const windows: Window[] = []
  for (let year = Number(dateOf(from).slice(0, 4)); ; year += 1)
    for (const half of [1, 2]) {
      const start: CivilDate = `${year}-${half === 1 ? '01' : '07'}-01`
      const next: CivilDate = half === 1 ? `${year}-07-01` : `${year + 1}-01-01`
      const window = { name: `${year}-${half}`, from: startOfDay(start), to: startOfDay(next) }
      if (window.from >= to) return windows
      if (window.to > from) windows.push(window)
    }
}

function drillMember(facts: UnwellBabyFacts, window: Window, period: Period, cut: Cut): Member {
  const drills = facts.drills.filter(
    ({ heldAt }) => heldAt >= window.from && heldAt < window.to && heldAt <= cut.at,
  )
  const member = {
    key: window.name,
    at: laterOf(window.from, period.from),
    quantity: 1,
    records: drills.map((drill) => ref('unwell_baby_drill', drill)),
  }
  if (drills.length > 0) return { ...member, class: 'pass', reason: 'A drill was held' }
  if (facts.recordingSince > window.from)
    return { ...member, class: 'not-eligible', reason: 'The unit began to record within it' }
  return window.to > cut.at
    ? { ...member, class: 'not-eligible', reason: 'Not yet due' }
    : { ...member, class: 'fail', reason: 'No drill was held' }
}

export const unwellBabyMeasures: readonly Measure<UnwellBabyFacts>[] = [
  firstObservations,
  helpReached,
  escortDecided,
  episodesClosed,
  drillHeld,
]

import { earlierOf } from '../shared/calendar.ts'
import type { Instant } from '../shared/time.ts'
import type { RuleBook } from './bands.ts'
import { bandsReached, type EpisodeFacts, recognisedFirst } from './episode.ts'
import type { BandKey } from './escalation-content.ts'
import type { FindingCode } from './findings.ts'
import { standingSets } from './pathway.ts'

/** An event of the matrix of duties (domain row 4.6) that an episode has brought about. */
export interface EpisodeDutyEvent {
  event: 'COM-04' | 'COM-05' | 'COM-06' | 'COM-17' | 'COM-18'
  occurredAt: Instant
}

/** Bands that by themselves tell nobody outside: a concern that nothing was found to. */
const quietBands: readonly BandKey[] = ['concern', 'pews-low', 'pews-0']

/** Findings that are a life-threatening collapse. */
const collapses: readonly FindingCode[] = ['collapse', 'not-breathing', 'unresponsive']

/**
 * The events that others must be told of, each with the moment it happened. Run again after every entry: an
 * event that has been recorded stays, whatever comes after.
 */
export function dutyEventsOf(rules: RuleBook, facts: EpisodeFacts): EpisodeDutyEvent[] {
  const bands = bandsReached(rules, facts)
  const hospital = earliest([
    ...facts.contacts.flatMap(({ whom, reached, reachedAt }) =>
      reached === 'yes' && reachedAt && (whom === '999' || whom === 'emergency-department')
        ? [reachedAt]
        : [],
    ),
    ...facts.departures.map(({ leftAt }) => leftAt),
    ...facts.outcomes.filter(({ kind }) => kind === 'admitted').map(({ at }) => at),
  ])
  const unwell = earliest(
    bands.filter(({ band }) => !quietBands.includes(band)).map(({ at }) => at),
  )
  // By the finding, not by the band: of a baby who moves about it is told too (domain row 4.6, COM-06).
  const injured = (findings: readonly FindingCode[] | undefined) =>
    findings?.some((code) => rules.routes.injury.findings.includes(code)) ?? false
  const injury = earliest([
    ...bands.filter(({ band }) => band === 'injury').map(({ at }) => at),
    ...(injured(facts.concern.at(-1)?.findings) ? [recognisedFirst(facts)] : []),
    ...standingSets(facts)
      .filter(({ findings }) => injured(findings))
      .map(({ observedAt }) => observedAt),
  ])
  const collapse = earliest([
    ...facts.outcomes.filter(({ kind }) => kind === 'died').map(({ at }) => at),
    ...(hasCollapse(facts.concern.at(-1)?.findings) ? [recognisedFirst(facts)] : []),
    ...standingSets(facts)
      .filter(({ findings }) => hasCollapse(findings))
      .map(({ observedAt }) => observedAt),
  ])
  const alone = earliest(
    facts.departures
      .filter(({ motherCannotGo }) => motherCannotGo)
      .map(({ arrivedAt, leftAt }) => arrivedAt ?? leftAt),
  )
  const events: [EpisodeDutyEvent['event'], Instant | null][] = [
    ['COM-04', hospital === null ? unwell : null],
    ['COM-05', hospital],
    ['COM-06', injury],
    ['COM-17', collapse],
    ['COM-18', alone],
  ]
  return events.flatMap(([event, occurredAt]) =>
    occurredAt === null ? [] : [{ event, occurredAt }],
  )
}

const earliest = (times: readonly Instant[]): Instant | null =>
  times.length > 0 ? times.reduce(earlierOf) : null

const hasCollapse = (findings: readonly FindingCode[] | undefined): boolean =>
  findings?.some((code) => collapses.includes(code)) ?? false

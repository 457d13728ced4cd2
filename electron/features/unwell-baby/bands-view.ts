import type { Birth } from '#domain/unwell-baby/age-for-rules.ts'
import { tablesFor } from '#domain/unwell-baby/bands.ts'
import { asKnownThen, reachesOf, shownAside } from '#domain/unwell-baby/episode.ts'
import { type BandKey, bandLabel, routeOf } from '#domain/unwell-baby/escalation-content.ts'
import { bandsOf } from '#domain/unwell-baby/facts.ts'
import { infectionLabels } from '#domain/unwell-baby/record.ts'
import type { EpisodeCase } from './case.ts'

/**
 * The bands that the episode has reached and that count in the route, strictest first, each with every row
 * that fired, its source, and the record behind it (decision 25: never PEWS alone).
 */
export function bandsView(episode: EpisodeCase) {
  const { rules, facts } = episode
  const rows = Map.groupBy(reachesOf(rules, facts), ({ band }) => band)
  return bandsOf(episode).map(({ band, at }) => ({
    band,
    label: bandLabel(rules.routes, band),
    route: routeOf(rules.routes, band).title,
    at,
    rows: [...new Map((rows.get(band) ?? []).map((row) => [keyOf(row), row])).values()].map(
      ({ ruleId, because, source, mark, at: since, record }) => ({
        ruleId,
        because,
        source,
        mark,
        at: since,
        record,
      }),
    ),
  }))
}

const keyOf = ({ ruleId, because }: { ruleId: string; because: string }) => `${ruleId} ${because}`

/** What a gate keeps out of the route: shown, and not counted (decision 24). */
export function asideView({ rules, facts }: EpisodeCase) {
  const labels: Record<string, string> = {
    infection: 'If infection is suspected',
    fever: 'If there is a fever',
  }
  return shownAside(rules, facts).map(({ band, gate, ruleId, because, source, mark }) => ({
    band: band satisfies BandKey,
    label: bandLabel(rules.routes, band),
    condition: labels[gate] ?? '',
    ruleId,
    because,
    source,
    mark,
  }))
}

/** The answer to "could this be infection?" that stands, and those before it. */
export function infectionView({ facts }: EpisodeCase, nameOf: (staffId: string) => string) {
  const standing = facts.infection.filter(({ withdrawn }) => !withdrawn)
  const answers = standing
    .sort((a, b) => a.auditSeq - b.auditSeq)
    .map(({ recordId, answer, why, answeredAt, byNurseOrDoctor, author }) => ({
      id: recordId,
      answer,
      label: infectionLabels[answer],
      why,
      answeredAt,
      byNurseOrDoctor,
      by: nameOf(author),
    }))
  return { current: answers.at(-1) ?? null, answers }
}

/** The sets that stand, earliest first, each with the three tables read beside it. */
export function observationsView(
  { facts, rules }: EpisodeCase,
  birth: Birth,
  nameOf: (staffId: string) => string,
) {
  const versions = Map.groupBy(facts.sets, ({ recordId }) => recordId)
  return [...versions.values()]
    .flatMap((all) => all.reduce((last, one) => (one.version > last.version ? one : last)))
    .sort((a, b) => (a.observedAt < b.observedAt ? -1 : 1))
    .map((one) => {
      const { recordId, author, episodeId: _, auditSeq: _a, ...set } = one
      const tables = tablesFor(rules, birth, asKnownThen(rules, facts, one))
      return { ...set, setId: recordId, by: nameOf(author), tables }
    })
}

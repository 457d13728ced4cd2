import { earlierOf } from '../shared/calendar.ts'
import { dueOf, type Limit } from '../shared/limits.ts'
import { minuteOf } from '../shared/minute.ts'
import type { Instant } from '../shared/time.ts'
import type { RuleBook } from './bands.ts'
import { bandsReached, type EpisodeFacts, type Reached, recognisedFirst } from './episode.ts'
import { type BandKey, type Route, type RouteStep, rankOf, routeOf } from './escalation-content.ts'
import type { Departure, HelpContact, Helper, Outcome } from './record.ts'

/** One thing that a route demands, with the moment by which and whether it was met. */
export interface Demand {
  kind: 'reach' | 'seen'
  /** `route/step`: stable from one reading to the next. */
  key: string
  text: string
  /** The strictest band that demands it. */
  band: BandKey
  /** Whom to ring, the first choice first. */
  ring: readonly Helper[]
  metBy: readonly Helper[]
  /** Whom to ring instead once the limit has run out. */
  otherwise: Helper | null
  isHelp: boolean
  dueAt: Instant
  metAt: Instant | null
  /** Somebody was reached, and the time or the name is missing: it cannot be judged. */
  uncertain: boolean
}

/**
 * What the bands reached demand, strictest route first. Due is the earliest, over the bands of a route, of
 * the time that the band was reached plus the limit (decision 26).
 */
export function demandsOf(rules: RuleBook, facts: EpisodeFacts): Demand[] {
  return demandsOfBands(rules, facts, bandsReached(rules, facts))
}

/** The same, for bands that are known already. */
export function demandsOfBands(
  rules: RuleBook,
  facts: Meeting,
  bands: readonly Reached[],
): Demand[] {
  const byRoute = new Map<Route, Reached[]>()
  for (const band of bands) {
    const route = routeOf(rules.routes, band.band)
    byRoute.set(route, [...(byRoute.get(route) ?? []), band])
  }
  return [...byRoute]
    .sort(([, a], [, b]) => strictest(rules, a) - strictest(rules, b))
    .flatMap(([route, reached]) => demandsOfRoute(route, reached, facts))
}

const strictest = (rules: RuleBook, reached: readonly Reached[]) =>
  Math.min(...reached.map(({ band }) => rankOf(rules.routes, band)))

/** What can meet a demand, and when the concern began: nothing before it can. */
type Meeting = Pick<EpisodeFacts, 'concern' | 'contacts' | 'departures' | 'outcomes'>

function demandsOfRoute(route: Route, reached: readonly Reached[], facts: Meeting): Demand[] {
  const band = reached[0]?.band ?? 'concern'
  const since = reached.map(({ at }) => at).reduce(earlierOf)
  const due = (limit: Limit) => reached.map(({ at }) => dueOf(limit, at).at).reduce(earlierOf)
  const steps = route.steps.map((step): Demand => {
    const { id, text, ring, metBy, otherwise = null, isHelp } = step
    return {
      kind: 'reach',
      key: `${route.id}/${id}`,
      ...{ text, band, ring, metBy, otherwise, isHelp },
      dueAt: due(step.within),
      metAt: firstReached(step, since, facts),
      uncertain: facts.contacts.some((contact) => isUncertain(step, contact)),
    }
  })
  if (!route.seen) return steps
  const { by, within, atHospital } = route.seen
  const seen: Demand = {
    kind: 'seen',
    key: `${route.id}/seen`,
    text: 'A doctor or the crew is with the baby',
    ...{ band, ring: by, metBy: by, otherwise: null, isHelp: false, uncertain: false },
    dueAt: due(within),
    metAt: firstSeen(by, atHospital, since, facts),
  }
  return [...steps, seen]
}

/** From when on a call can have been about what was reached at `since`. Times are typed to the minute. */
const fromMinute = (since: Instant, facts: Meeting): Instant =>
  since === recognisedFirst(facts) ? minuteOf(since) : since

/**
 * 999 and the emergency department stay reached: whatever the baby reaches later, they are already coming.
 * But a call before the concern was about something else.
 */
const staysReached: readonly Helper[] = ['999', 'emergency-department']

function firstReached({ metBy }: RouteStep, since: Instant, facts: Meeting): Instant | null {
  const times = facts.contacts.flatMap((contact) => {
    const { whom, reached, reachedAt, reachedName } = contact
    if (!metBy.includes(whom) || reached !== 'yes' || !reachedAt || !reachedName) return []
    const from = staysReached.includes(whom) ? recognisedFirst(facts) : since
    return reachedAt >= fromMinute(from, facts) ? [reachedAt] : []
  })
  return earliest([...times, ...signedBy(metBy, facts)])
}

/** A doctor who signed the outcome was reached, and was with the baby: the ward doctor, for want of another word. */
const signedBy = (metBy: readonly Helper[], { outcomes }: Meeting): Instant[] =>
  metBy.includes('ward-doctor')
    ? outcomes.filter(({ signedByDoctor }) => signedByDoctor).map(({ at }) => at)
    : []

const earliest = (times: readonly Instant[]): Instant | null =>
  times.length > 0 ? times.reduce(earlierOf) : null

const isUncertain = ({ metBy }: RouteStep, contact: HelpContact): boolean =>
  metBy.includes(contact.whom) &&
  (contact.reached === 'not-known' ||
    (contact.reached === 'yes' && (!contact.reachedAt || !contact.reachedName)))

function firstSeen(
  by: readonly Helper[],
  atHospital: boolean,
  since: Instant,
  facts: Meeting,
): Instant | null {
  const seen = facts.contacts.flatMap(({ whom, seenAt }) =>
    by.includes(whom) && seenAt && seenAt >= fromMinute(since, facts) ? [seenAt] : [],
  )
  const arrived = atHospital ? facts.departures.flatMap(arrival) : []
  return earliest([...seen, ...arrived, ...signedBy(by, facts)])
}

const arrival = ({ arrivedAt, handedOverAt }: Departure) => {
  const at = arrivedAt ?? handedOverAt
  return at ? [at] : []
}

/** The outcome that ended the episode's clock; undefined while it runs. Nothing but an outcome ends it (decision 26). */
export function endedBy({ outcomes }: Pick<EpisodeFacts, 'outcomes'>): Outcome | undefined {
  return [...outcomes].sort((a, b) => (a.auditSeq < b.auditSeq ? -1 : 1))[0]
}

/** What has to be done about help now; null once an outcome was signed or everything demanded was met. */
export interface Escalation {
  /** The strictest demand that is not met: what to do. */
  lead: Demand
  /** When: the earliest limit of all that are not met. */
  dueAt: Instant
  late: boolean
  /** Whom to ring now: once the limit has run out, whoever stands in comes first. */
  ring: readonly Helper[]
}

/** The escalation that stands at `now`. */
export function escalationAt(
  rules: RuleBook,
  facts: EpisodeFacts,
  now: Instant,
): Escalation | null {
  if (endedBy(facts)) return null
  const open = demandsOf(rules, facts).filter(({ metAt }) => metAt === null)
  const lead = open.find(({ kind }) => kind === 'reach') ?? open[0]
  if (!lead) return null
  const dueAt = open
    .filter(({ kind }) => kind === lead.kind)
    .map((demand) => demand.dueAt)
    .reduce(earlierOf)
  const late = now > dueAt
  const standIn = late && now > lead.dueAt ? lead.otherwise : null
  const ring = standIn ? [standIn, ...lead.ring.filter((one) => one !== standIn)] : lead.ring
  return { lead, dueAt, late, ring }
}

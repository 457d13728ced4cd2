import { addMinutes, earlierOf, laterOf } from '../shared/calendar.ts'
import { dueOf } from '../shared/limits.ts'
import type { Instant } from '../shared/time.ts'
import { type RuleBook, tablesFor } from './bands.ts'
import { bandsReached, type EpisodeFacts, type Reached, recognisedFirst } from './episode.ts'
import { type Demand, demandsOfBands, endedBy } from './escalation.ts'
import { type DebriefCause, routeOf } from './escalation-content.ts'
import { isObserved } from './observation.ts'
import { type OutcomeKind, outcomeLabels, type RecordedSet } from './record.ts'

export const stepKeys = [
  'concern',
  'observations',
  'help',
  'escort',
  'tell',
  'return',
  'debrief',
] as const
export type StepKey = (typeof stepKeys)[number]

export const stepLabels: Record<StepKey, string> = {
  concern: 'Concern',
  observations: 'Observations',
  help: 'Help',
  escort: 'Escort',
  tell: 'Tell',
  return: 'Return and outcome',
  debrief: 'Debrief',
}

/** A step of the pathway: done, not needed because, late, or due. Never stored (architecture.md, law 5). */
export type Step = { key: StepKey } & (
  | { state: 'done'; at: Instant; lateBy: boolean }
  | { state: 'not-needed'; because: string }
  | { state: 'due' | 'late'; dueAt: Instant | null; what: string; brief: string }
)

/** How the duties to tell others stand, as communications compute it. */
export interface TellState {
  /** Duties that arose, dropped ones left out. */
  wanted: number
  open: { dueAt: Instant | null; what: string }[]
  /** When the last of them was done; null while any is open. */
  doneAt: Instant | null
  anyLate: boolean
}

interface Reading {
  rules: RuleBook
  facts: EpisodeFacts
  now: Instant
  bands: readonly Reached[]
  demands: readonly Demand[]
  escortAsked: readonly string[]
}

/**
 * The seven steps of an episode as they stand at `now`, in their order. `escortAsked` is what the rules ask of
 * the escort since it was decided, while the baby has not left: it is then decided again.
 */
export function pathway(
  rules: RuleBook,
  facts: EpisodeFacts,
  tell: TellState,
  now: Instant,
  escortAsked: readonly string[] = [],
): Step[] {
  const bands = bandsReached(rules, facts)
  const demands = demandsOfBands(rules, facts, bands)
  const reading = { rules, facts, now, bands, demands, escortAsked }
  return [
    { key: 'concern', state: 'done', at: recognisedFirst(facts), lateBy: false },
    observationStep(reading),
    helpStep(reading),
    escortStep(reading),
    tellStep(tell, now),
    returnStep(reading),
    debriefStep(reading),
  ]
}

const open = (
  key: StepKey,
  now: Instant,
  dueAt: Instant | null,
  what: string,
  brief = what,
): Step => ({ key, state: dueAt !== null && now > dueAt ? 'late' : 'due', dueAt, what, brief })

/** When the first set is due: the limit from recognition (decision 25). */
export const firstObservationsDue = (
  rules: RuleBook,
  facts: Pick<EpisodeFacts, 'concern'>,
): Instant => dueOf(rules.routes.firstObservations.within, recognisedFirst(facts)).at

/** Sets that stand: the newest version of each, without those withdrawn, earliest first. */
export function standingSets({ sets }: Pick<EpisodeFacts, 'sets'>) {
  const newest = new Map<string, (typeof sets)[number]>()
  for (const set of sets)
    if (set.version > (newest.get(set.recordId)?.version ?? 0)) newest.set(set.recordId, set)
  return [...newest.values()]
    .filter(({ withdrawn }) => !withdrawn)
    .sort((a, b) => (a.observedAt < b.observedAt ? -1 : 1))
}

/** Those of them in which somebody looked at the baby: what counts as observing. */
export const observedSets = (facts: Pick<EpisodeFacts, 'sets'>) =>
  standingSets(facts).filter(isObserved)

/**
 * How soon to observe again: as often as the strictest band reached asks for. Where the episode reached no
 * more than the concern, the last set is PEWS 0 and nobody is worried any longer, the setting of the unit
 * for that holds (decision 25, last row); the escalation itself stays until an outcome.
 */
export function observeAgainMinutes(
  rules: RuleBook,
  facts: Pick<EpisodeFacts, 'births' | 'sets'>,
  bands: readonly Reached[],
): number {
  const asked = bands.filter(({ band }) => band !== 'pews-0')
  const last = observedSets(facts).at(-1)
  if (last && asked.every(({ band }) => band === 'concern') && isAtEase(rules, facts, last))
    return routeOf(rules.routes, 'pews-0').observeAgainMinutes
  return Math.min(...asked.map(({ band }) => routeOf(rules.routes, band).observeAgainMinutes))
}

const isAtEase = (
  rules: RuleBook,
  { births }: Pick<EpisodeFacts, 'births'>,
  set: RecordedSet,
): boolean => {
  const { pews } = tablesFor(rules, births.at(-1) ?? { bornOn: null }, set)
  return pews.kind === 'scored' && pews.level === 'none' && set.carerView === 'better'
}

function observationStep({ rules, facts, now, bands }: Reading): Step {
  const key = 'observations'
  const firstDue = firstObservationsDue(rules, facts)
  const sets = observedSets(facts)
  const first = sets[0]
  const last = sets.at(-1)
  const ended = endedBy(facts)
  if (!first || !last) {
    if (ended)
      return { key, state: 'not-needed', because: `The episode ended first: ${ending(ended.kind)}` }
    return open(key, now, firstDue, 'First set of observations')
  }
  const away = facts.departures.some(
    ({ leftAt, returnedAt }) => leftAt <= now && (returnedAt === null || returnedAt > now),
  )
  const againDue = addMinutes(last.observedAt, observeAgainMinutes(rules, facts, bands))
  if (!ended && !away && now > againDue) return open(key, now, againDue, 'Observe again')
  return { key, state: 'done', at: first.observedAt, lateBy: first.observedAt > firstDue }
}

/** Done when whoever has to be reached was reached; late again when nobody has come to the baby in time. */
function helpStep({ facts, now, demands }: Reading): Step {
  const key = 'help'
  const ended = endedBy(facts)
  const until = ended ? earlierOf(ended.at, now) : now
  const unmet = demands.filter(
    ({ kind, metAt, dueAt }) => metAt === null && (kind === 'reach' || until > dueAt),
  )
  const [first] = unmet
  if (!first) {
    const reached = demands.filter(({ kind }) => kind === 'reach')
    const lateBy = reached.some(({ metAt, dueAt }) => metAt !== null && metAt > dueAt)
    const times = reached.flatMap(({ metAt }) => (metAt ? [metAt] : []))
    return { key, state: 'done', at: times.reduce(laterOf, recognisedFirst(facts)), lateBy }
  }
  const dueAt = unmet.map((demand) => demand.dueAt).reduce(earlierOf)
  if (!ended) return open(key, now, dueAt, first.text)
  if (dueAt < ended.at) return { key, state: 'late', dueAt, what: first.text, brief: first.text }
  return { key, state: 'not-needed', because: `The episode ended first: ${ending(ended.kind)}` }
}

/** The baby leaves, or is about to: 999 or the emergency department was reached, a transfer was advised, or it left. */
export function leavesTheUnit({
  contacts,
  departures,
}: Pick<EpisodeFacts, 'contacts' | 'departures'>) {
  return (
    departures.length > 0 ||
    contacts.some(
      ({ whom, reached, transferAdvised }) =>
        transferAdvised ||
        (reached === 'yes' && (whom === '999' || whom === 'emergency-department')),
    )
  )
}

// What the board, the wall and the lock screen say: whom to tell, and what the escort asks for, can give away a
// legal status (decision 5).
const telling = 'Tell those who must know'
const again = 'Decide again who goes with the baby'

function escortStep({ facts, now, escortAsked }: Reading): Step {
  const key = 'escort'
  const [decided] = [...facts.escorts].sort((a, b) => (a.decidedAt < b.decidedAt ? -1 : 1))
  const leftAt = facts.departures
    .map((one) => one.leftAt)
    .reduce<Instant | null>((first, one) => (first === null ? one : earlierOf(first, one)), null)
  if (decided && escortAsked.length > 0)
    return open(key, now, null, `${again}. Asked for since: ${escortAsked.join('; ')}`, again)
  if (decided) {
    const lateBy = leftAt !== null && decided.decidedAt > leftAt
    return { key, state: 'done', at: decided.decidedAt, lateBy }
  }
  if (!leavesTheUnit(facts))
    return {
      key,
      state: 'not-needed',
      because: 'The baby has not left the unit, and nobody has advised it',
    }
  return open(key, now, leftAt, 'Decide who goes with the baby')
}

/** The sooner first; what has no time comes last. */
const soonest = (a: Instant | null, b: Instant | null) => {
  if (a === b) return 0
  if (a === null) return 1
  return b === null || a < b ? -1 : 1
}

function tellStep(tell: TellState, now: Instant): Step {
  const key = 'tell'
  const next = [...tell.open].sort((a, b) => soonest(a.dueAt, b.dueAt))[0]
  if (next) return open(key, now, next.dueAt, next.what, telling)
  if (tell.wanted === 0) return { key, state: 'not-needed', because: 'Nobody has to be told' }
  return { key, state: 'done', at: tell.doneAt ?? now, lateBy: tell.anyLate }
}

/** Outcomes after which the baby is still away, so that the return is awaited. */
const awaitingReturn: readonly OutcomeKind[] = ['transferred', 'admitted']

function returnStep({ facts, now }: Reading): Step {
  const key = 'return'
  const final = facts.outcomes.find(({ kind }) => !awaitingReturn.includes(kind))
  if (final) return { key, state: 'done', at: final.at, lateBy: false }
  const what = endedBy(facts)
    ? 'The baby’s return, or what came of it'
    : 'An outcome signed by a registered nurse or doctor'
  return open(key, now, null, what)
}

/** Why a debrief is asked for; empty where none is (domain row 5.3). */
export function debriefCausesOf(
  { routes }: RuleBook,
  facts: EpisodeFacts,
  bands: readonly Pick<Reached, 'band'>[],
): DebriefCause[] {
  const emergencyCall = facts.contacts.some(
    ({ whom, reached }) => reached === 'yes' && (whom === '999' || whom === 'emergency-department'),
  )
  const holds: Record<DebriefCause, boolean> = {
    departure: facts.departures.length > 0,
    'emergency-call': emergencyCall,
    injury: bands.some(({ band }) => band === 'injury'),
    death: facts.outcomes.some(({ kind }) => kind === 'died'),
  }
  return routes.debrief.after.filter((cause) => holds[cause])
}

/** By when a debrief is due once the clock has stopped. */
export const debriefDue = ({ routes }: RuleBook, endedAt: Instant): Instant =>
  dueOf(routes.debrief.within, endedAt).at

function debriefStep({ rules, facts, now, bands }: Reading): Step {
  const key = 'debrief'
  const ended = endedBy(facts)
  const dueAt = ended ? debriefDue(rules, ended.at) : null
  const [held] = [...facts.debriefs].sort((a, b) => (a.heldAt < b.heldAt ? -1 : 1))
  if (held)
    return { key, state: 'done', at: held.heldAt, lateBy: dueAt !== null && held.heldAt > dueAt }
  if (ended?.kind === 'entered-in-error')
    return { key, state: 'not-needed', because: 'Entered in error' }
  if (debriefCausesOf(rules, facts, bands).length === 0)
    return { key, state: 'not-needed', because: 'Nothing in this episode asks for a debrief' }
  return open(key, now, dueAt, 'Debrief with the team')
}

const ending = (kind: OutcomeKind) => outcomeLabels[kind].toLowerCase()

import { earlierOf, laterOf } from '../shared/calendar.ts'
import type { Instant } from '../shared/time.ts'
import type { Birth } from './age-for-rules.ts'
import {
  type Finding,
  findingsOfConcern,
  findingsOfSet,
  injuryFindings,
  type RuleBook,
  raisedBands,
  strictestFirst,
} from './bands.ts'
import type { BandKey } from './escalation-content.ts'
import { feverPossible } from './fever.ts'
import type { FindingCode } from './findings.ts'
import { feverReported, isObserved, observedOf } from './observation.ts'
import type {
  Concern,
  Debrief,
  Departure,
  EscortDecision,
  HelpContact,
  Infection,
  Outcome,
  Raise,
  RecordedSet,
  Responder,
  Version,
} from './record.ts'

/**
 * Everything recorded in one episode. Of what can raise a band every version is here, corrected and
 * withdrawn ones too, because nothing lowers a band that was reached (decisions 24 and 26). Of the rest the
 * newest versions alone, without those withdrawn.
 */
export interface EpisodeFacts {
  /** The baby's birth as it stood when the concern was recorded, and every version of it since; empty where none is recorded. */
  births: readonly Birth[]
  /** Every version, oldest first; never empty. */
  concern: readonly Concern[]
  sets: readonly RecordedSet[]
  infection: readonly Infection[]
  raises: readonly Raise[]
  contacts: readonly HelpContact[]
  responders: readonly Responder[]
  escorts: readonly EscortDecision[]
  departures: readonly Departure[]
  outcomes: readonly Outcome[]
  debriefs: readonly Debrief[]
}

/** A band that the episode has reached, the moment it was, and why. */
export interface Reached extends Finding {
  at: Instant
  record: Pick<Version, 'recordId' | 'version'>
}

/**
 * The earliest moment that any version of the concern named as its recognition. Moving it later leaves it
 * where it was; moving it earlier takes the limits along (decision 26).
 */
export const recognisedFirst = ({ concern }: Pick<EpisodeFacts, 'concern'>): Instant =>
  concern.map(({ recognisedAt }) => recognisedAt).reduce(earlierOf)

/** The moment of recognition as it is recorded now. */
export const recognisedNow = ({ concern }: Pick<EpisodeFacts, 'concern'>): Instant =>
  newest(concern).recognisedAt

const newest = (versions: readonly Concern[]): Concern =>
  versions.reduce((last, one) => (one.version > last.version ? one : last))

/**
 * Every band that the episode has reached and that counts in the route, strictest first, each once at its
 * earliest moment. What the concern and the first observations show is taken to have been so at recognition:
 * their limits run from there (decision 26).
 */
export function bandsReached(rules: RuleBook, facts: EpisodeFacts): Reached[] {
  const earliest = new Map<BandKey, Reached>()
  for (const one of everyReach(rules, facts)) {
    const known = earliest.get(one.band)
    if (!known || one.at < known.at) earliest.set(one.band, one)
  }
  return strictestFirst(rules.routes, [...earliest.values()])
}

/** Every row that fired and counts in the route, with the record behind it: strictest first, then earliest. */
export const reachesOf = (rules: RuleBook, facts: EpisodeFacts): Reached[] =>
  strictestFirst(
    rules.routes,
    everyReach(rules, facts).sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)),
  )

/**
 * Bands of any set that a gate keeps out of the route: shown as "if infection is suspected" or "if
 * there is a fever", with their rows (decision 24).
 */
export function shownAside(rules: RuleBook, facts: EpisodeFacts): Finding[] {
  const inRoute = new Set(bandsReached(rules, facts).map(({ band }) => band))
  const findings = facts.sets.flatMap((set) =>
    birthsOf(facts).flatMap((birth) =>
      findingsOfSet(rules, birth, withImmunity(rules, set, immunityKnown(rules, facts) !== null)),
    ),
  )
  const once = new Map(findings.map((one) => [one.ruleId, one]))
  return strictestFirst(
    rules.routes,
    [...once.values()].filter(({ band, gate }) => gate !== 'always' && !inRoute.has(band)),
  )
}

const birthsOf = ({ births }: EpisodeFacts): readonly Birth[] =>
  births.length > 0 ? births : [{ bornOn: null }]

/**
 * From when on it is known that the baby's immunity is impaired; null while nobody has said so. A correction
 * takes it back no more than any other finding: it only raises (domain row 3.2, outside an acute hospital).
 */
function immunityKnown(rules: RuleBook, facts: EpisodeFacts): Instant | null {
  const { finding } = rules.sepsis.immunity
  if (facts.concern.some(({ findings }) => findings.includes(finding)))
    return recognisedFirst(facts)
  const times = facts.sets
    .filter(({ findings }) => findings.includes(finding))
    .map((set) => seenFrom(facts, set))
  return times.length > 0 ? times.reduce(earlierOf) : null
}

const withImmunity = <T extends { findings: readonly FindingCode[] }>(
  { sepsis: { immunity } }: RuleBook,
  record: T,
  known: boolean,
): T =>
  known && !record.findings.includes(immunity.finding)
    ? { ...record, findings: [...record.findings, immunity.finding] }
    : record

/** A set as the tables read it for the screen: with the impaired immunity that was known by then. */
export function asKnownThen(rules: RuleBook, facts: EpisodeFacts, set: RecordedSet): RecordedSet {
  const since = immunityKnown(rules, facts)
  return withImmunity(rules, set, since !== null && since <= set.observedAt)
}

function everyReach(rules: RuleBook, facts: EpisodeFacts): Reached[] {
  const births = birthsOf(facts)
  const start = recognisedFirst(facts)
  const immune = immunityKnown(rules, facts)
  /** What impaired immunity makes of a record counts from when it was known, the rest from when it was seen. */
  const from = ({ ruleId }: Finding, seen: Instant) =>
    ruleId === rules.sepsis.immunity.id && immune !== null ? laterOf(seen, immune) : seen
  const concerns = facts.concern.flatMap((version) =>
    births
      .flatMap((birth) =>
        findingsOfConcern(rules, birth, withImmunity(rules, version, immune !== null)),
      )
      .flatMap((one) => reach(rules, facts, one, version, from(one, start), start)),
  )
  const sets = facts.sets.flatMap((set) => {
    const seen = seenFrom(facts, set)
    const read = withImmunity(rules, set, immune !== null)
    const injuries = facts.concern.flatMap(({ mobility }) =>
      injuryFindings(rules.routes, { findings: set.findings, mobility }),
    )
    return [...births.flatMap((birth) => findingsOfSet(rules, birth, read)), ...injuries].flatMap(
      (one) => reach(rules, facts, one, set, from(one, seen), set.observedAt),
    )
  })
  const raises = facts.raises.map((raise): Reached => {
    const band = raisedBands[raise.level]
    const row = rules.routes.bands.find((one) => one.band === band)
    return {
      band,
      gate: 'always',
      ruleId: 'RAISED',
      because: `Raised by staff: ${raise.why}`,
      source: row?.source ?? '',
      mark: row?.mark ?? 'proposal',
      at: raise.chosenAt,
      record: raise,
    }
  })
  return [...concerns, ...sets, ...raises]
}

/** From when on what a set shows counts: of the first from recognition, of a later one from when it was seen. */
const seenFrom = (facts: EpisodeFacts, set: RecordedSet): Instant =>
  isFirst(set, facts.sets) ? earlierOf(recognisedFirst(facts), set.observedAt) : set.observedAt

/** No other set that was observed earlier was recorded before this one: later entries cannot move its limits back. */
function isFirst(set: RecordedSet, sets: readonly RecordedSet[]): boolean {
  return !sets.some(
    (other) =>
      other.recordId !== set.recordId &&
      other.auditSeq < set.auditSeq &&
      isObserved(other) &&
      other.observedAt < set.observedAt,
  )
}

/** The finding with the moment from which it counts; nothing while its gate is shut. */
function reach(
  rules: RuleBook,
  facts: EpisodeFacts,
  finding: Finding,
  source: Version,
  from: Instant,
  seenAt: Instant,
): Reached[] {
  const opens = gateOpens(rules, facts, finding, source, seenAt)
  if (opens === null) return []
  const at = opens === 'then' ? from : laterOf(from, opens)
  return [{ ...finding, at, record: { recordId: source.recordId, version: source.version } }]
}

/** "then": open when it was seen. An instant: opened later. Null: shut. */
function gateOpens(
  rules: RuleBook,
  facts: EpisodeFacts,
  { gate }: Finding,
  source: Version,
  seenAt: Instant,
): 'then' | Instant | null {
  switch (gate) {
    case 'always':
      return 'then'
    case 'infection':
      return infectionOpens(facts.infection, source)
    case 'fever':
      return feverOpens(rules, facts.sets, source, seenAt)
  }
}

/**
 * Infection keeps the sepsis table out of the route only where a nurse or doctor had ruled it out when the
 * observation was recorded. Unanswered, "yes" and "not sure" let it count; a later change of mind opens the
 * gate from then, and a later "no" takes nothing back (decision 24).
 */
function infectionOpens(answers: readonly Infection[], source: Version): 'then' | Instant | null {
  const inOrder = [...answers].sort((a, b) => a.auditSeq - b.auditSeq)
  const known = inOrder.findLast(({ auditSeq }) => auditSeq <= source.auditSeq)
  if (!known || !rulesOut(known)) return 'then'
  const later = inOrder
    .filter((answer) => answer.auditSeq > source.auditSeq && !rulesOut(answer))
    .map(({ withdrawn, recordedAt, answeredAt }) => (withdrawn ? recordedAt : answeredAt))
  return later.length > 0 ? later.reduce(earlierOf) : null
}

const rulesOut = ({ answer, byNurseOrDoctor, withdrawn }: Infection) =>
  answer === 'no' && byNurseOrDoctor && !withdrawn

/** A fever at any moment of the episode lets the fever table count from then; so does a set without a temperature. */
function feverOpens(
  rules: RuleBook,
  sets: readonly RecordedSet[],
  source: Version,
  seenAt: Instant,
): 'then' | Instant | null {
  const own = sets.find((set) => set.recordId === source.recordId && set.version === source.version)
  if (!own) return 'then'
  if (feverPossible(rules.fever, temperatureOf(own), feverReported(own))) return 'then'
  const fevers = sets
    .filter((set) => temperatureOf(set) !== undefined || feverReported(set))
    .filter((set) => feverPossible(rules.fever, temperatureOf(set), feverReported(set)))
    .map(({ observedAt }) => observedAt)
  if (fevers.length === 0) return null
  const first = fevers.reduce(earlierOf)
  return first <= seenAt ? 'then' : first
}

const temperatureOf = (set: RecordedSet) => observedOf(set).values.temperature

/** It never was: raised for the wrong baby, say. Nothing was owed in it, and nothing of it is counted. */
export const isEnteredInError = ({ outcomes }: Pick<EpisodeFacts, 'outcomes'>): boolean =>
  outcomes.some(({ kind }) => kind === 'entered-in-error')

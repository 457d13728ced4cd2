import { ageOfInformation, clauseStanding, isClauseNeeded } from '#domain/admission/clauses.ts'
import { type Ending, endingOf } from '#domain/admission/ending.ts'
import { requestsFor } from '#domain/admission/information.ts'
import { isItemNeeded, isMustKnow, itemStanding } from '#domain/admission/items.ts'
import {
  heldAtFirst,
  isReleasing,
  latestDeadline,
  overrideStanding,
  signatureDueAt,
} from '#domain/admission/overrides.ts'
import { reopeningOf } from '#domain/admission/reopening.ts'
import { stillHolding } from '#domain/admission/rules.ts'
import { lookUpClashes } from '#domain/admission/social-care.ts'
import { grownOld, isOpen, type Stage, timeInStages } from '#domain/admission/stages.ts'
import { isToBeTold, type ToDo, toDoOf } from '#domain/admission/to-do.ts'
import { ruleSetState } from '#domain/rule-sets/rule-set.ts'
import { dateOf } from '#domain/shared/calendar.ts'
import { limitText } from '#domain/shared/limits.ts'
import type { Basis } from '#domain/shared/provenance.ts'
import type { Instant } from '#domain/shared/time.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { basisOf } from '../people/facts.ts'
import { type Person, personById } from '../people/queries.ts'
import { type ReferralCase, referralCase, referralCases } from './case.ts'
import { type Chases, chaseDueOf } from './chases.ts'
import { contactOfReferrer } from './contact-of-referrer.ts'
import { withEveryOffer } from './known-since.ts'
import { newerRules } from './newer-rules.ts'
import { type EndedAfter, endedReferralIds, openReferralIds } from './open-referrals.ts'
import { pastChecks, pastPromises } from './past-versions.ts'
import { chaseRows } from './queries.ts'
import type { ListInput } from './schemas.ts'
import { sourcesOf } from './sources-view.ts'
import { type StandingNow, standingNow } from './standing-now.ts'
import { unlinkedStays } from './unlinked-stays.ts'

interface BasisRow {
  basisKind: string | null
  basisBy: string | null
  basisOn: string | null
  basisDocument: string | null
}

/** A row with its basis as one value; null where nothing was said yet. */
function withBasis<Row extends BasisRow>(row: Row) {
  const { basisKind, basisBy, basisOn, basisDocument, ...rest } = row
  const basis: Basis | null =
    basisKind === null ? null : basisOf({ basisKind, basisBy, basisOn, basisDocument })
  return { ...rest, basis }
}

const bornOf = (db: ReadDb, file: ReferralCase) =>
  file.children.map(({ recordId, version, personId, expectedOn }) => ({
    id: recordId,
    version,
    expectedOn,
    baby: personId === null ? null : personById(db, personId),
  }))

const titlesOf = (file: ReferralCase) =>
  new Map(file.rules.information.items.map((rule) => [rule.id, rule.title]))

function toDo(
  db: ReadDb,
  file: ReferralCase,
  { stage, holds }: StandingNow,
  chases: Chases,
  now: Instant,
) {
  const title = titlesOf(file)
  const ending = endingOf(file, now)
  const asked = [...file.items, ...file.requests].flatMap((item) => {
    const dueAt = chaseDueOf(item, chases, ending)
    return dueAt === null
      ? []
      : [{ title: title.get(item.itemId) ?? item.itemId, askedOf: item.askedOf, chaseDueAt: dueAt }]
  })
  const { planned, decisions, overrides } = file
  const { decisionDueAt } = file.referral
  return toDoOf(
    {
      stage,
      planned,
      decisionDueAt,
      decisions,
      asked,
      overrides,
      holds,
      // Looked up only where somebody is still to be told: the list has years of referrals.
      referrer: decisions.some(isToBeTold) ? contactOfReferrer(db, file) : { kind: 'direct' },
      ended: ending !== null,
    },
    file.rules.criteria,
    now,
  )
}

/** What was asked for and had not come when nobody waited for it any more, by its title. */
function endedWith(file: ReferralCase, now: Instant) {
  const ending = endingOf(file, now)
  if (ending === null) return null
  const title = titlesOf(file)
  const open = [...file.items, ...file.requests].filter(
    ({ outcome, askedAt }) => outcome === 'open' && askedAt !== null,
  )
  return { ...ending, missing: [...new Set(open.map(({ itemId }) => title.get(itemId) ?? itemId))] }
}

export interface ReferralLine {
  id: string
  stage: Stage
  open: boolean
  mother: Person
  babies: Person[]
  unborn: number
  receivedAt: Instant
  planned: boolean
  referrer: string
  referrerOrganisation: string
  /** How many things hold an offer. */
  held: number
  toDo: ToDo[]
  /** The stay that it led to. */
  stayId: string | null
}

/** The referrals by age: those with something to do, or a page of those that have ended. */
export function listReferrals(
  db: ReadDb,
  { which, after }: ListInput,
  now: Instant,
): { at: Instant; referrals: ReferralLine[]; next: EndedAfter | null } {
  if (which === 'open') {
    const lines = referralLines(db, openReferralIds(db), now)
    const referrals = lines.filter((one) => one.open || one.toDo.length > 0)
    return { at: now, referrals, next: null }
  }
  const { ids, next } = endedReferralIds(db, after)
  const place = new Map(ids.map((id, index) => [id, index]))
  const referrals = referralLines(db, ids, now).sort(
    (a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0),
  )
  return { at: now, referrals, next }
}

/** These referrals, a line each, by the time at which they were received. */
export function referralLines(db: ReadDb, ids: readonly string[], now: Instant): ReferralLine[] {
  const chases = Map.groupBy(chaseRows(db, ids), (one) => one.informationItemId)
  return referralCases(db, ids).map((file) => lineOf(db, file, chases, now))
}

function lineOf(
  db: ReadDb,
  file: ReferralCase,
  chases: ReadonlyMap<string, Chases>,
  now: Instant,
): ReferralLine {
  const standing = standingNow(file, now)
  const own = [...file.items, ...file.requests].flatMap((item) => chases.get(item.recordId) ?? [])
  const { referral } = file
  const isDecided = !isOpen(standing.stage) || standing.stage === 'offered'
  return {
    id: referral.recordId,
    stage: standing.stage,
    open: isOpen(standing.stage),
    mother: personById(db, referral.motherId),
    babies: file.children.flatMap((one) =>
      one.personId === null ? [] : [personById(db, one.personId)],
    ),
    unborn: file.children.filter((one) => one.personId === null).length,
    receivedAt: file.receivedAt,
    planned: file.planned,
    referrer: referral.referrerName,
    referrerOrganisation: referral.referrerOrganisation,
    held: isDecided ? 0 : stillHolding(standing.holds).length,
    toDo: toDo(db, file, standing, own, now),
    stayId: file.arrival?.stayId ?? null,
  }
}

/** One referral as its page shows it: clauses, evidence, and what holds the offer with what would release it. */
export function referralPage(db: ReadDb, id: string, now: Instant) {
  const file = referralCase(db, id)
  const standing = standingNow(file, now)
  const chases = chaseRows(db, [id])
  const { criteria, information } = file.rules
  return {
    at: now,
    referral: { ...file.referral, id },
    mother: personById(db, file.referral.motherId),
    children: bornOf(db, file),
    stage: standing.stage,
    open: isOpen(standing.stage),
    stages: timeInStages(withEveryOffer(db, id, file), file.rules, now),
    /** What re-opened the offer, whether or not it holds one now: only a new decision closes it. */
    reopening: reopeningShown(file, now),
    /** How the referrer may be rung back. */
    callBack: contactOfReferrer(db, file),
    toDo: toDo(db, file, standing, chases, now),
    /** How collecting ended, with what had not come by then; null while it goes on. */
    ended: endedWith(file, now),
    holds: standing.holds.map((hold) => ({
      ...hold,
      through: hold.override !== null && isReleasing(hold.override),
    })),
    /** What has grown old since an offer that stands: asked about at the arrival. */
    grownOld: grownOld(file, file.rules, now).map(({ ruleId, reason }) => ({ ruleId, reason })),
    lookUpClashes: lookUpClashes(file),
    clauses: clausesOf(file, standing),
    items: itemsOf(file, standing, chases, endingOf(file, now)),
    sources: sourcesOf(db, file, chases, endingOf(file, now)),
    toAsk: requestsFor(information, file.sources),
    cpisChecks: file.cpisChecks.map(withBasis),
    /** Look-ups as they read before they were corrected, ended or taken out. */
    cpisPast: pastChecks(db, id),
    overrides: file.overrides.map((one) => ({
      ...one,
      ...overrideNow(file, standing, one),
      signatureDueAt: signatureDueAt(one, criteria),
    })),
    decisions: file.decisions,
    /** What an offer promised before: bed and time. */
    pastPromises: pastPromises(db, id),
    arrival: file.arrival && { ...file.arrival, arrivedAt: file.arrivedAt },
    rules: [file.criteriaSet, file.informationSet].map(
      ({ title, revision, approvedAt, reviewDue }) => ({
        title,
        revision,
        state: ruleSetState({ approvedAt, reviewDue }, dateOf(now)),
      }),
    ),
    newerRules: isOpen(standing.stage) ? newerRules(db, file, now) : null,
    unlinkedStays: file.arrival ? [] : unlinkedStays(db, file.referral.motherId),
    choices: {
      referrers: criteria.settings.referrers,
      declineReasons: criteria.declineReasons,
      resources: criteria.resources.map(({ id: resource, name, purpose, answers }) => ({
        id: resource,
        name,
        purpose,
        answers,
      })),
      telephoneLimit: limitText(criteria.limits.telephoneSignature.limit),
      /** The latest deadline of an override that is given now. */
      latestDeadline: latestDeadline(criteria, now),
    },
  }
}

function reopeningShown(file: ReferralCase, now: Instant) {
  const found = reopeningOf(file, file.rules, now)
  return found ? { at: found.at, reasons: found.holds.map(({ reason }) => reason) } : null
}

/** What an override is worth now. Where nothing is held by its rule any more, what it was worth as such. */
function overrideNow(
  file: ReferralCase,
  { holds, clock }: StandingNow,
  override: ReferralCase['overrides'][number],
) {
  const hold = holds.find((one) => one.overrideAgainst.includes(override.ruleId))
  return {
    ...overrideStanding(override, hold ?? heldAtFirst(override), file.rules.criteria, clock),
    needed: hold !== undefined,
  }
}

function clausesOf(file: ReferralCase, { at, facts }: StandingNow) {
  const answers = new Map(file.answers.map((one) => [one.clauseId, withBasis(one)]))
  const known = new Map(facts.clauses.map((one) => [one.clauseId, one]))
  const groups = new Map(file.rules.criteria.groups.map((one) => [one.id, one.title]))
  return file.rules.criteria.clauses
    .filter((clause) => clause.answered !== 'measured')
    .map((clause) => {
      const fact = known.get(clause.id)
      const standing = clauseStanding(clause, fact, at)
      return {
        id: clause.id,
        kind: clause.kind,
        title: clause.title,
        question: clause.question,
        evidence: clause.evidence,
        source: clause.source,
        group: clause.group === null ? null : (groups.get(clause.group) ?? clause.group),
        notApplicable: isClauseNeeded(clause, file) ? ('never' as const) : clause.notApplicable,
        staleAfterDays: clause.staleAfterDays,
        computed: fact?.typed === null && clause.answered !== 'asked',
        answer: fact?.answer ?? 'not-yet-asked',
        describedOn: fact?.describedOn ?? null,
        standing,
        typed: answers.get(clause.id) ?? null,
      }
    })
}

function itemsOf(
  file: ReferralCase,
  { at, facts }: StandingNow,
  chases: Chases,
  ending: Ending | null,
) {
  const held = new Map(file.items.map((one) => [one.itemId, withBasis(one)]))
  const known = new Map(facts.items.map((one) => [one.itemId, one]))
  return file.rules.information.items.map((rule) => {
    const fact = known.get(rule.id)
    const row = held.get(rule.id)
    return {
      id: rule.id,
      title: rule.title,
      asks: rule.asks,
      sources: rule.sources,
      essentialPart: rule.essentialPart,
      staleAfterDays: rule.staleAfterDays,
      notApplicable: isItemNeeded(rule, file) ? ('never' as const) : rule.notApplicable,
      fromCpis: rule.from === 'cpis-log',
      mustKnow: isMustKnow(rule, facts.socialCare),
      standing: itemStanding(rule, fact, at),
      ageDays: ageOfInformation(fact?.describedOn ?? null, at),
      describedOn: fact?.describedOn ?? null,
      row: row ?? null,
      chaseDueAt: row ? chaseDueOf(row, chases, ending) : null,
      chases: row ? chases.filter((one) => one.informationItemId === row.recordId) : [],
    }
  })
}

export type ReferralPage = ReturnType<typeof referralPage>

/** The people whom a page of a referral tells of. */
export const peopleOfPage = (page: ReferralPage): string[] => [
  page.mother.id,
  ...page.children.flatMap((one) => one.baby?.id ?? []),
]

import { ageInWords, correctedInWords } from '#domain/shared/birth-words.ts'
import { dateOf, dayOfStay } from '#domain/shared/calendar.ts'
import {
  expiryWarning,
  legalStandingAt,
  runsOut,
  type StatusInForce,
} from '#domain/shared/legal-status-at.ts'
import { mentalHealthActAt } from '#domain/shared/mental-health-act.ts'
import type { CivilDate, Instant } from '#domain/shared/time.ts'
import {
  type ObservationState,
  observationLate,
  observationReviewRuleSet,
  observationStanding,
} from '#domain/stays/observation.ts'
import { observationLevelLabels } from '#domain/stays/record.ts'
import { type CellLevel, type Place, placesOf } from '#domain/supervision/codes.ts'
import {
  type PlaceStanding,
  type SideStanding,
  supervisionAt,
} from '#domain/supervision/current.ts'
import { confirmBy } from '#domain/supervision/raises.ts'
import {
  levelName,
  type SupervisionRules,
  supervisionRuleSetKind,
} from '#domain/supervision/rule-content.ts'
import { shownSide } from '#domain/supervision/strictest-here.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { type Expected, promisedBeds } from '../admission/bed-board.ts'
import { loopsByPair } from '../communications/counts.ts'
import { unreadOfStays } from '../documents/files.ts'
import { type Away, awayFrom } from '../leave/on-board.ts'
import { lateQuestions } from '../people/open-questions.ts'
import { lateAfterLeaving, lateRelationship } from '../relationship/late.ts'
import { openReviews } from '../reviews/view.ts'
import { ruleInForce } from '../rule-sets/in-force.ts'
import { familyDecisions } from '../supervision/family-decisions.ts'
import { lateFollowUps } from '../unwell-baby/follow-ups.ts'
import { type BoardEpisode, episodesOnBoard } from '../unwell-baby/on-board.ts'
import { onShift } from '../users/shift.ts'
import { onTheUnit } from './queries.ts'

/** What a side of a card shows: the level that holds now, and why it is the fallback where it is. */
export interface CardLevel {
  level: CellLevel
  levelName: string
  /** In words, the activities that are watched more closely than that: "stricter for bathing". */
  stricterFor?: string
  /** Why the fallback holds, in words; absent where a decision holds. */
  fallback?: string
}

export interface CardPair {
  pairId: string
  babyId: string
  baby: { name: string; ageText: string; correctedAgeText?: string }
  /** `soon` says in words that it runs out within 7 days, or has run out on paper. */
  legal: { label: string; until?: CivilDate; soon?: string }[]
  inside: CardLevel
  outside: CardLevel
  night: CardLevel
  /** When the earliest review is due; absent where nothing was ever decided. */
  reviewDueAt?: Instant
  /** Events that no review has closed yet; the first of them is due then, which may be before the review by date. */
  eventReview?: { count: number; dueAt: Instant }
  authorityRequirement?: string
  /** Loops with other agencies that nobody has closed yet, and how many of them are overdue. */
  duties: { open: number; late: number }
  /** The running episode of the baby; of several the one whose next step is due soonest. */
  episode?: BoardEpisode
  /** The baby is away from the ward, on leave or missing. */
  away?: CardAway
}

/** Who is away, where, and by when they are due back. */
export type CardAway = Pick<Away, 'state' | 'where' | 'since' | 'what'>

export interface CardStay {
  stayId: string
  motherId: string
  mother: { name: string; status?: string; observation?: string }
  /** In words what is wrong with the observation level of the mother: out of date, or not set. */
  observationWrong?: string
  day: number
  /** Documents that somebody who must has not read as they stand. */
  unread: number
  /** The mother is away from the ward, on leave or missing. */
  away?: CardAway
}

/** To whom an empty bed is promised, and from when; null while no time is agreed. */
export interface PromisedBed {
  referralId: string
  motherId: string
  name: string
  from: Instant | null
}

export interface BoardBed {
  bedId: string
  bedName: string
  stay?: CardStay
  promised?: PromisedBed
  pairs: CardPair[]
}

export interface Overdue {
  bedName: string
  text: string
  /** The same without a name, for the lock screen. */
  what: string
  since: Instant
  stayId: string
  /** Heard until something is recorded, as the lock screen hears it (decision 32). */
  alarm?: Away['alarm']
}

export interface BoardView {
  /** The service's time of the answer. */
  at: Instant
  beds: BoardBed[]
  overdue: Overdue[]
  onShift: { name: string; profession: string; nurseInCharge: boolean; until: Instant }[]
}

const observationWrong: Record<Exclude<ObservationState, 'in-date'>, string> = {
  'out-of-date': 'observation out of date',
  'not-set': 'observation not set',
  'not-set-late': 'observation not set',
}

const fallbackWords = {
  'fallback-expired': 'fallback: review overdue',
  'fallback-absent': 'fallback: never assessed',
} as const

/** `again`: they were assessed before they parted, and not since they came back. */
function cardLevel(
  rules: SupervisionRules,
  side: SideStanding,
  again: boolean,
  places: readonly PlaceStanding[],
): CardLevel {
  const { level, stricterFor } = shownSide(rules, side, places)
  const shown = {
    level,
    levelName: levelName(rules, level),
    ...(stricterFor ? { stricterFor } : {}),
  }
  if (side.reason === 'decided') return shown
  const isBack = again && side.reason === 'fallback-absent'
  return {
    ...shown,
    fallback: isBack ? 'fallback: not assessed again' : fallbackWords[side.reason],
  }
}

/** Where somebody is who has no bed yet; a name that no bed can have (bedTitle shows it as it stands). */
const noBed = 'No bed'

const fullName = (row: { givenName: string; familyName: string } | undefined) =>
  row ? `${row.givenName} ${row.familyName}` : ''

/** Of families who have left: one line, so that it does not hide what is late on the ward. */
const lateStatements = (count: number) =>
  count === 1
    ? 'scope statement not acknowledged, chase it'
    : `${count} scope statements not acknowledged, chase the first`

const lateAsking = (count: number) =>
  count === 1 ? 'a question to ask again' : `${count} questions to ask again`

const lateReading = (count: number) =>
  count === 1 ? 'a document not read' : `${count} documents not read`

// Neither whom nor what about: an agency can give away a legal status, an event a suspicion (decision 5).
const lateTelling = (count: number) =>
  count === 1 ? 'a duty to tell others' : `${count} duties to tell others`

function soonOf(inForce: StatusInForce, at: Instant): { soon?: string } {
  const warning = expiryWarning(inForce, at)
  if (!warning) return {}
  return { soon: inForce.endUnconfirmed ? 'ran out on paper' : runsOut(warning.days) }
}

/** Each pair with its mother. */
function withMothers({ pairs, stays }: ReturnType<typeof onTheUnit>) {
  const motherOf = new Map(stays.map(({ recordId, motherId }) => [recordId, motherId]))
  return pairs.map((pair) => ({ ...pair, motherId: motherOf.get(pair.stayId) ?? '' }))
}

/** The ward board at an instant: a card a bed, what is overdue, and who is on shift (product.md 3). */
export function boardAt(db: ReadDb, at: Instant): BoardView {
  const unit = onTheUnit(db, at)
  const rules = ruleInForce(db, supervisionRuleSetKind, at).content
  const observing = ruleInForce(db, observationReviewRuleSet, at).content
  const decisionsFor = familyDecisions(db, unit.pairs)
  const unread = unreadOfStays(db, unit.stays, at)
  const loops = loopsByPair(db, at)
  const toAsk = lateQuestions(
    db,
    unit.stays.map(({ motherId }) => motherId),
    at,
  )
  const today = dateOf(at)
  const unwell = episodesOnBoard(db, at)
  const relationship = lateRelationship(db, withMothers(unit), at)
  const followUps = lateFollowUps(
    db,
    unit.pairs.map(({ recordId }) => recordId),
    at,
  )
  const away = awayFrom(
    db,
    unit.stays.map(({ recordId }) => recordId),
    at,
  )
  const reviewsOpen = openReviews(
    db,
    unit.pairs.map(({ recordId }) => recordId),
    at,
  )
  const promised = promisedBeds(db, at)
  const overdue: Overdue[] = []

  function cardPair(row: (typeof unit.pairs)[number], where: { bedName: string; stayId: string }) {
    const baby = unit.people.get(row.babyId)
    const decided = decisionsFor(row.recordId)
    const standing = supervisionAt({ rules, ...decided, pairStartedAt: row.startedAt }, at)
    const legal = legalStandingAt(unit.legal.get(row.babyId) ?? [], at)
    const late = (what: string, since: Instant, text = what) =>
      overdue.push({ ...where, text: `${baby?.givenName ?? 'Baby'}: ${text}`, what, since })
    const isAbsent = [standing.inside, standing.outside].some(
      ({ reason }) => reason === 'fallback-absent',
    )
    const again = decided.earlier.length > 0
    const level = (side: SideStanding, places: readonly Place[]) =>
      cardLevel(
        rules,
        side,
        again,
        places.map((place) => standing.places[place]),
      )
    if (isAbsent)
      late(again ? 'supervision not assessed again' : 'supervision never assessed', row.startedAt)
    else if (standing.reviewDueAt !== null && standing.reviewDueAt <= at)
      late('supervision review', standing.reviewDueAt)
    for (const { decision, state } of standing.toConfirm)
      if (state === 'overdue') late('raise not confirmed by a nurse', confirmBy(decision, rules))
    for (const inForce of legal.inForce) {
      const warning = expiryWarning(inForce, at)
      if (warning && inForce.endUnconfirmed && inForce.fact.endsAt)
        late('a date to confirm', inForce.fact.endsAt, warning.text)
    }
    const review = reviewsOpen.get(row.recordId)
    if (review?.late) late(review.what, review.dueAt)
    for (const { what, since } of relationship.get(row.recordId) ?? []) late(what, since)
    for (const { what, dueAt } of followUps.get(row.recordId) ?? []) late(what, dueAt)
    const told = loops.get(row.recordId)
    if (told?.lateSince) late(lateTelling(told.late), told.lateSince)
    const episode = unwell.get(row.recordId)
    if (episode?.lateSince) late('baby concern, next step', episode.lateSince, episode.nextStep)
    const gone = away.get(where.stayId)?.find(({ babies }) => babies.includes(row.recordId))
    const corrected = baby && correctedInWords(baby, today)
    const card: CardPair = {
      pairId: row.recordId,
      babyId: row.babyId,
      baby: {
        name: fullName(baby),
        ageText: ageInWords(baby ?? { bornOn: null }, today),
        ...(corrected ? { correctedAgeText: corrected } : {}),
      },
      legal: legal.inForce.map((inForce) => ({
        label: inForce.status.tag,
        ...(inForce.fact.endsAt === null ? {} : { until: dateOf(inForce.fact.endsAt) }),
        ...soonOf(inForce, at),
      })),
      inside: level(standing.inside, placesOf.inside),
      outside: level(standing.outside, placesOf.outside),
      duties: { open: told?.open ?? 0, late: told?.late ?? 0 },
      night: level(standing.night, ['unit-night']),
      ...(standing.reviewDueAt === null ? {} : { reviewDueAt: standing.reviewDueAt }),
      ...(review ? { eventReview: { count: review.count, dueAt: review.dueAt } } : {}),
      ...(standing.authorityRequirement === null
        ? {}
        : { authorityRequirement: standing.authorityRequirement }),
      ...(episode ? { episode } : {}),
      ...(gone ? { away: shownAway(gone) } : {}),
    }
    return card
  }

  function cardStay(row: (typeof unit.stays)[number], bedName: string): CardStay {
    const status = mentalHealthActAt(unit.mentalHealthAct.get(row.motherId) ?? [], at)?.status.tag
    const observation = observationStanding(
      row.arrivedAt,
      unit.observation.get(row.recordId),
      observing,
      at,
    )
    const documents = unread.get(row.recordId) ?? []
    const late = documents
      .flatMap(({ dueAt }) => (dueAt !== null && dueAt < at ? dueAt : []))
      .sort()
    if (late[0] !== undefined)
      overdue.push({
        bedName,
        stayId: row.recordId,
        text: `${unit.people.get(row.motherId)?.givenName ?? 'Mother'}: ${lateReading(late.length)}`,
        what: lateReading(late.length),
        since: late[0],
      })
    const unobserved = observationLate[observation.state]
    if (unobserved)
      overdue.push({
        bedName,
        stayId: row.recordId,
        text: `${unit.people.get(row.motherId)?.givenName ?? 'Mother'}: ${unobserved}`,
        what: unobserved,
        since: observation.dueAt,
      })
    const asking = toAsk.get(row.motherId)
    if (asking)
      overdue.push({
        bedName,
        stayId: row.recordId,
        text: `${unit.people.get(row.motherId)?.givenName ?? 'Mother'}: ${lateAsking(asking.count)}`,
        what: lateAsking(asking.count),
        since: asking.since,
      })
    const gone = away.get(row.recordId) ?? []
    const mother = unit.people.get(row.motherId)?.givenName ?? 'Mother'
    for (const { lateSince, what, alarm } of gone)
      if (lateSince !== null)
        overdue.push({
          bedName,
          stayId: row.recordId,
          text: `${mother}: ${what}`,
          what,
          since: lateSince,
          alarm,
        })
    const motherGone = gone.find((one) => one.mother)
    return {
      ...(motherGone ? { away: shownAway(motherGone) } : {}),
      stayId: row.recordId,
      motherId: row.motherId,
      day: dayOfStay(row.arrivedAt, at),
      unread: documents.length,
      mother: {
        name: fullName(unit.people.get(row.motherId)),
        ...(status ? { status } : {}),
        ...(observation.level ? { observation: observationLevelLabels[observation.level] } : {}),
      },
      ...(observation.state === 'in-date'
        ? {}
        : { observationWrong: observationWrong[observation.state] }),
    }
  }

  const inBed = (bedId: string | null, bedName: string): BoardBed[] => {
    const here = unit.stays.filter((stay) => stay.bedId === bedId)
    return here.map((stay) => ({
      bedId: bedId ?? '',
      bedName,
      stay: cardStay(stay, bedName),
      pairs: unit.pairs
        .filter((pair) => pair.stayId === stay.recordId)
        .map((pair) => cardPair(pair, { bedName, stayId: stay.recordId })),
    }))
  }

  const cards = unit.beds
    .filter(({ closed, recordId }) => !closed || unit.stays.some((s) => s.bedId === recordId))
    .flatMap(({ recordId, name }) => {
      const taken = inBed(recordId, name)
      return taken.length > 0
        ? taken
        : [{ bedId: recordId, bedName: name, pairs: [], ...promisedTo(promised.get(recordId)) }]
    })
  const [unanswered, ...others] = lateAfterLeaving(db, at)
  if (unanswered) {
    const what = lateStatements(others.length + 1)
    overdue.push({ bedName: 'Left the unit', text: what, what, ...unanswered })
  }
  return {
    at,
    // Whoever has no bed yet comes first: somebody has to find one.
    beds: [...inBed(null, noBed), ...cards],
    overdue: overdue.sort((a, b) => (a.since < b.since ? -1 : 1)),
    onShift: onShift(db, at).map(({ name, profession, nurseInCharge, endsAt }) => ({
      name,
      profession,
      nurseInCharge,
      until: endsAt,
    })),
  }
}

const promisedTo = (one: Expected | undefined): { promised?: PromisedBed } =>
  one
    ? {
        promised: {
          referralId: one.referralId,
          motherId: one.mother.id,
          name: fullName(one.mother),
          from: one.expectedAt,
        },
      }
    : {}

const shownAway = ({ state, where, since, what }: Away): CardAway => ({ state, where, since, what })

/** Everyone whom the board names, for the log of reads. */
export const peopleOn = (view: BoardView): string[] =>
  view.beds.flatMap(({ stay, pairs, promised }) => [
    ...(stay ? [stay.motherId] : []),
    ...(promised ? [promised.motherId] : []),
    ...pairs.map(({ babyId }) => babyId),
  ])

import { escortApart } from '#domain/leave/apart.ts'
import { leaveApartRuleSet } from '#domain/leave/apart-content.ts'
import {
  type BabyFacts,
  type LeaveAnswers,
  type LeaveFacts,
  leaveEscort,
} from '#domain/leave/escort.ts'
import type { Carer } from '#domain/leave/record.ts'
import { leaveEscortRuleSet, leaveLimitsRuleSet } from '#domain/leave/rule-content.ts'
import {
  coveringLeave,
  type Position,
  positionOf,
  whyNotCovered,
} from '#domain/leave/section-17.ts'
import { earlierOf } from '#domain/shared/calendar.ts'
import { mentalHealthActAt } from '#domain/shared/mental-health-act.ts'
import type { Instant } from '#domain/shared/time.ts'
import type { Place } from '#domain/supervision/codes.ts'
import {
  authorityRequirementAt,
  type PlaceStanding,
  supervisionAt,
} from '#domain/supervision/current.ts'
import { levelName } from '#domain/supervision/rule-content.ts'
import { strictestHere } from '#domain/supervision/strictest-here.ts'
import { mentalHealthActStatus } from '#drizzle/schema/people.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { ruleInForce } from '../rule-sets/in-force.ts'
import { pairById } from '../stays/queries.ts'
import { pairCase } from '../supervision/case.ts'
import type { LeaveCase } from './case.ts'
import { heldByCompany } from './company.ts'
import { momentsOf } from './moments.ts'

const act = standing(
  mentalHealthActStatus,
  ['recordId', 'code', 'startsAt', 'endsAt', 'endedAt', 'recordedAt'],
  't.person_id = @personId',
)

/** The mother's code under the Mental Health Act at an instant; null where nothing is recorded. */
export const actCodeAt = (db: ReadDb, personId: string, at: Instant): string | null =>
  mentalHealthActAt(act.at(db, newest, { personId }), at)?.status.code ?? null

/** When her status under the Act began and ended: whatever may have turned. */
export const actTurns = (db: ReadDb, personId: string): (Instant | null)[] =>
  act.at(db, newest, { personId }).flatMap(({ startsAt, endedAt }) => [startsAt, endedAt])

/** The leave as far as the rules need it. */
export interface LeavePlan {
  mother: boolean
  /** Who has the baby where she does not go. */
  carer: Carer | null
  babies: readonly string[]
  /** Everybody who is written down as being with them. */
  company: readonly string[]
  place: Place
  plannedOutAt: Instant
  plannedBackAt: Instant
}

/** The level that goes along, and whether every part of it is in date. */
function levelHere(here: PlaceStanding): BabyFacts['level'] {
  const parts = [here, ...here.exceptions.filter((one) => one.level !== 'not-allowed')]
  const decided = parts.every(({ reason }) => reason === 'decided')
  return { code: strictestHere(here), from: decided ? 'place' : 'fallback' }
}

// Supervision is of the two together: where she does not go, it says nothing of the baby.
const withoutHer: BabyFacts['level'] = { code: 'without-mother', from: 'place' }

/** The supervision of one baby in a place, the child's status, and the limit of a court or an authority. */
function babyFacts(db: ReadDb, pairId: string, { place, mother }: LeavePlan, at: Instant) {
  const supervised = pairCase(db, pairId, at)
  const here = supervisionAt(supervised, at).places[place]
  const { level, reason, words, exceptions } = here
  const { legal } = supervised
  const facts: BabyFacts = {
    pairId,
    level: mother ? levelHere(here) : withoutHer,
    childCodes: legal.known ? legal.inForce.map(({ fact }) => fact.code) : null,
    authorityRequirement: authorityRequirementAt(supervised, at),
  }
  return {
    facts,
    shown: {
      pairId,
      levelName: mother ? levelName(supervised.rules, level) : 'Without the mother',
      fallback: mother && reason !== 'decided',
      words: mother ? words : '',
      exceptions: mother
        ? exceptions.map((one) => `${one.activity}: ${levelName(supervised.rules, one.level)}`)
        : [],
      authorityRequirement: facts.authorityRequirement,
    },
  }
}

/** One baby at every moment that counts; with it when the supervision runs out, where that is in the leave. */
function babyOver(db: ReadDb, pairId: string, plan: LeavePlan, moments: readonly Instant[]) {
  const each = moments.map((at) => ({ at, ...babyFacts(db, pairId, plan, at) }))
  const [first] = each
  const facts = each.map(({ at, facts: one }) => ({
    ...one,
    ...(one.level.from === 'fallback' && first?.facts.level.from === 'place'
      ? { runsOutAt: at }
      : {}),
  }))
  const turns = facts.filter((one, index) => {
    const before = facts[index - 1]
    return before === undefined || groundOf(one) !== groundOf(before)
  })
  return { facts: turns, shown: first ? [first.shown] : [] }
}

const groundOf = ({ level, childCodes, authorityRequirement }: BabyFacts): string =>
  JSON.stringify([level, childCodes, authorityRequirement])

type OfStay = Pick<LeaveCase, 'stay' | 'grants'>

/** Her position at each of these moments: that by which she may not go counts, then that with an escort. */
function positionOver(
  db: ReadDb,
  { stay, grants }: OfStay,
  plan: LeavePlan,
  moments: readonly Instant[],
) {
  const each = moments.map((at) => {
    const mentalHealthAct = actCodeAt(db, stay.motherId, at)
    const covering = coveringLeave(grants, plan, at)
    const position = positionOf(mentalHealthAct, covering, whyNotCovered(grants, plan, at))
    return { mentalHealthAct, covering, position }
  })
  const strictest = (one: Position) => (one.mayGo ? (one.section17Escort ? 1 : 2) : 0)
  return each.sort((a, b) => strictest(a.position) - strictest(b.position))[0]
}

/**
 * Who goes along by the rules in force now, over the whole of a leave: from `from`, which is now unless they
 * left before, until they are back, and now. The strictest of it holds: a review that is due in the middle, an
 * order or a limit that begins in it, and what came on record since a departure that is entered late.
 */
export function byRule(
  db: ReadDb,
  { stay, grants }: OfStay,
  plan: LeavePlan,
  answers: LeaveAnswers,
  now: Instant,
  from: Instant = now,
) {
  // Her status under the Act is not about a baby who goes without her.
  const standingOfHer = plan.mother
    ? positionOver(db, { stay, grants }, plan, [...new Set([from, now])])
    : undefined
  const covering = standingOfHer?.covering
  const each = plan.babies.map((pairId) =>
    babyOver(db, pairId, plan, [
      ...new Set(
        [
          ...momentsOf(db, pairId, plan.place, earlierOf(from, now), plan.plannedBackAt),
          now,
        ].sort(),
      ),
    ]),
  )
  const facts: LeaveFacts = {
    mentalHealthAct: standingOfHer?.mentalHealthAct ?? null,
    position: standingOfHer?.position ?? positionOf(null, undefined),
    answers,
    babies: each.flatMap((one) => one.facts),
  }
  const rules = ruleInForce(db, leaveEscortRuleSet, now)
  const { nobodyToldFirst } = ruleInForce(db, leaveLimitsRuleSet, now).content
  const answer = plan.mother
    ? leaveEscort(rules.content, facts)
    : escortApart(rules.content, ruleInForce(db, leaveApartRuleSet, now).content, {
        carer: plan.carer ?? 'another',
        answers,
        babies: facts.babies,
      })
  // A walk in the grounds waits for nobody outside; what holds it back holds all the same.
  const tells = !nobodyToldFirst.places.includes(plan.place)
  const { recordId, revision, title, approvedAt } = rules
  const company =
    plan.babies.length === 0
      ? []
      : heldByCompany(
          db,
          [stay.motherId, ...plan.babies.map((pairId) => pairById(db, pairId).babyId)],
          plan.company,
        )
  return {
    facts,
    answer: { ...answer, held: [...answer.held, ...company], reach: tells ? answer.reach : [] },
    babies: each.flatMap((one) => one.shown),
    section17: covering ? (grants.find((one) => one.recordId === covering.recordId) ?? null) : null,
    notes: rules.content.notes.map(({ text }) => text),
    ruleSet: { recordId, revision, title, approved: approvedAt !== null },
  }
}
export type LeaveByRule = ReturnType<typeof byRule>

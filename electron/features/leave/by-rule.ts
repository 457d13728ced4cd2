import {
  type BabyFacts,
  type LeaveAnswers,
  type LeaveFacts,
  leaveEscort,
} from '#domain/leave/escort.ts'
import { leaveEscortRuleSet, leaveLimitsRuleSet } from '#domain/leave/rule-content.ts'
import { coveringLeave, positionOf } from '#domain/leave/section-17.ts'
import { mentalHealthActAt } from '#domain/shared/mental-health-act.ts'
import type { Instant } from '#domain/shared/time.ts'
import type { Place } from '#domain/supervision/codes.ts'
import { authorityRequirementAt, supervisionAt } from '#domain/supervision/current.ts'
import { levelName } from '#domain/supervision/rule-content.ts'
import { mentalHealthActStatus } from '#drizzle/schema/people.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { ruleInForce } from '../rule-sets/in-force.ts'
import { pairCase } from '../supervision/case.ts'
import type { LeaveCase } from './case.ts'

const act = standing(
  mentalHealthActStatus,
  ['recordId', 'code', 'startsAt', 'endsAt', 'recordedAt'],
  't.person_id = @personId',
)

/** The mother's code under the Mental Health Act at an instant; null where nothing is recorded. */
export const actCodeAt = (db: ReadDb, personId: string, at: Instant): string | null =>
  mentalHealthActAt(act.at(db, newest, { personId }), at)?.status.code ?? null

/** The leave as far as the rules need it. */
export interface LeavePlan {
  babies: readonly string[]
  place: Place
  plannedOutAt: Instant
  plannedBackAt: Instant
}

/** The supervision of one baby in a place, the child's status, and the limit of a court or an authority. */
function babyFacts(db: ReadDb, pairId: string, place: Place, at: Instant) {
  const supervised = pairCase(db, pairId, at)
  const { places } = supervisionAt(supervised, at)
  const { level, reason, words, exceptions } = places[place]
  const { legal } = supervised
  const facts: BabyFacts = {
    pairId,
    level: { code: level, from: reason === 'decided' ? 'place' : 'fallback' },
    childCodes: legal.known ? legal.inForce.map(({ fact }) => fact.code) : null,
    authorityRequirement: authorityRequirementAt({ decisions: supervised.ofBaby }, at),
  }
  return {
    facts,
    shown: {
      pairId,
      levelName: levelName(supervised.rules, level),
      fallback: reason !== 'decided',
      words,
      exceptions: exceptions.map(
        (one) => `${one.activity}: ${levelName(supervised.rules, one.level)}`,
      ),
      authorityRequirement: facts.authorityRequirement,
    },
  }
}

/** Who goes along by the rules in force at an instant, from what is on record then and what is answered. */
export function byRule(
  db: ReadDb,
  { stay, grants }: Pick<LeaveCase, 'stay' | 'grants'>,
  plan: LeavePlan,
  answers: LeaveAnswers,
  at: Instant,
) {
  const mentalHealthAct = actCodeAt(db, stay.motherId, at)
  const covering = coveringLeave(grants, plan, at)
  const each = plan.babies.map((pairId) => babyFacts(db, pairId, plan.place, at))
  const facts: LeaveFacts = {
    mentalHealthAct,
    position: positionOf(mentalHealthAct, covering),
    answers,
    babies: each.map((one) => one.facts),
  }
  const rules = ruleInForce(db, leaveEscortRuleSet, at)
  const { nobodyToldFirst } = ruleInForce(db, leaveLimitsRuleSet, at).content
  const answer = leaveEscort(rules.content, facts)
  // A walk in the grounds waits for nobody outside; what holds it back holds all the same.
  const tells = !nobodyToldFirst.places.includes(plan.place)
  const { recordId, revision, title, approvedAt } = rules
  return {
    facts,
    answer: { ...answer, reach: tells ? answer.reach : [] },
    babies: each.map((one) => one.shown),
    section17: covering ? (grants.find((one) => one.recordId === covering.recordId) ?? null) : null,
    notes: rules.content.notes.map(({ text }) => text),
    ruleSet: { recordId, revision, title, approved: approvedAt !== null },
  }
}
export type LeaveByRule = ReturnType<typeof byRule>

import { type AskStep, askingsByQuestion, askSteps } from '#domain/people/asking.ts'
import { type OpenSpan, openSpans, standingAt } from '#domain/people/family-history.ts'
import { peopleRuleSet } from '#domain/people/rule-content.ts'
import { answerKey, type Unknown } from '#domain/people/unknowns.ts'
import { inForce } from '#domain/rule-sets/rule-set.ts'
import type { Instant } from '#domain/shared/time.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { ruleSetsOf } from '../rule-sets/in-force.ts'
import { type FamilyRecord, familiesOf, mothersBetween } from './family-rows.ts'

/** A question that is open now, and when it is asked next. */
export interface OpenQuestion extends Unknown {
  since: Instant
  /** Null where no limit is in force. */
  dueAt: Instant | null
  isLate: boolean
}

/** The questions of each family that are open at an instant, the next to be asked first. */
export function openQuestionsOf(
  db: ReadDb,
  families: readonly FamilyRecord[],
  at: Instant,
): Map<string, OpenQuestion[]> {
  const rulesAt = inForce(ruleSetsOf(db, peopleRuleSet), peopleRuleSet.kind)
  return new Map(
    families.map((family) => {
      const askings = askingsByQuestion(standingAt(family.askings, at))
      const open = openSpans(family, at)
        .filter(({ to }) => to === null)
        .map((span) => {
          const own = askings.get(answerKey(span.unknown.aboutId, span.unknown.key)) ?? []
          const rules = rulesAt(span.from)?.content
          return lineOf(span, rules && askSteps(span, own, rules), at)
        })
      return [family.motherId, open.sort(byDue)]
    }),
  )
}

function lineOf({ unknown, from }: OpenSpan, steps: AskStep[] | undefined, at: Instant) {
  const dueAt = steps?.at(-1)?.dueAt ?? null
  return { ...unknown, since: from, dueAt, isLate: dueAt !== null && dueAt < at }
}

const byDue = (a: OpenQuestion, b: OpenQuestion) => ((a.dueAt ?? '9') < (b.dueAt ?? '9') ? -1 : 1)

/** The families with whom the unit is concerned now: on the unit, or on an open referral. */
export const familiesNow = (db: ReadDb, at: Instant): FamilyRecord[] =>
  familiesOf(db, mothersBetween(db, at, '9'))

/** How many questions about each stay's people are late, and since when the first is; for the board. */
export function lateQuestions(
  db: ReadDb,
  motherIds: readonly string[],
  at: Instant,
): Map<string, { count: number; since: Instant }> {
  const open = openQuestionsOf(db, familiesOf(db, motherIds), at)
  return new Map(
    [...open].flatMap(([motherId, questions]) => {
      const late = questions.filter(({ isLate }) => isLate)
      const since = late[0]?.dueAt
      return since ? [[motherId, { count: late.length, since }] as const] : []
    }),
  )
}

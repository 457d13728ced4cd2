import { addDaysToDate, dateOf, daysBetween, startOfDay } from '../shared/calendar.ts'
import { dueOf } from '../shared/limits.ts'
import type { Instant } from '../shared/time.ts'
import type { Recipient } from './codes.ts'
import type { RelationshipRules } from './rule-content.ts'

/**
 * When an assessment is due: the baseline by the end of its day, then one in each stretch of days (product.md
 * 5d; domain.md 4.2). Days are days of being together here, day 1 the first, whatever the time. Truth table:
 * docs/states/relationship.md.
 */

type Rhythm = Pick<RelationshipRules, 'baseline' | 'every'>

/** The end of a stretch, as the instant at which the next begins: 1 is the baseline's. */
export const stretchEnd = ({ baseline, every }: Rhythm, startedAt: Instant, n: number): Instant =>
  startOfDay(addDaysToDate(dateOf(startedAt), baseline.days + (n - 1) * every.days))

/** In which stretch an instant lies: 1 is the baseline's; 0 before mother and baby were together. */
export function stretchOf({ baseline, every }: Rhythm, startedAt: Instant, at: Instant): number {
  if (at < startedAt) return 0
  const days = daysBetween(dateOf(startedAt), dateOf(at))
  return days < baseline.days ? 1 : 2 + Math.floor((days - baseline.days) / every.days)
}

export interface AssessmentDue {
  /** Which is due next. */
  kind: 'baseline' | 'weekly'
  dueAt: Instant
  late: boolean
}

/**
 * Which assessment is due next, and whether it is late. One that came late counts for the stretch in which it
 * was rated, and the next is due at the end of the one after it.
 */
export function assessmentDue(
  rules: Rhythm,
  startedAt: Instant,
  ratedAt: readonly Instant[],
  now: Instant,
): AssessmentDue {
  const last = Math.max(0, ...ratedAt.map((at) => stretchOf(rules, startedAt, at)))
  const dueAt = stretchEnd(rules, startedAt, last + 1)
  return { kind: last === 0 ? 'baseline' : 'weekly', dueAt, late: dueAt <= now }
}

/** Who still has to have the newest assessment. */
export const waitingFor = ['nobody-has-it', 'mother', 'social-worker'] as const
export type WaitingFor = (typeof waitingFor)[number]

/** A sharing as far as this rule reads it; with the mother also where it was said why not. */
interface Given {
  assessmentId: string | null
  recipient: Recipient
}

/**
 * By when the newest assessment has to be given, and who has not got it yet: anybody at all; else the mother, who
 * is given it or it is said why not; and the social worker, where there is one who may be sent it (product.md 5d).
 * Null where there is none, or all have it: an older one is overtaken by it.
 */
export function giveBy(
  { giveWithin }: Pick<RelationshipRules, 'giveWithin'>,
  assessments: readonly { recordId: string; ratedAt: Instant | null }[],
  given: readonly Given[],
  hasSocialWorker: boolean,
): { to: WaitingFor[]; dueAt: Instant } | null {
  const newest = assessments
    .flatMap(({ recordId, ratedAt }) => (ratedAt === null ? [] : { recordId, ratedAt }))
    .reduce<{ recordId: string; ratedAt: Instant } | null>(
      (last, one) => (last === null || one.ratedAt >= last.ratedAt ? one : last),
      null,
    )
  if (newest === null) return null
  const have = given.flatMap(({ assessmentId, recipient }) =>
    assessmentId === newest.recordId ? recipient : [],
  )
  const others: WaitingFor[] = [
    ...(have.includes('mother') ? [] : ['mother' as const]),
    ...(hasSocialWorker && !have.includes('social-worker') ? ['social-worker' as const] : []),
  ]
  const to = have.length === 0 ? (['nobody-has-it'] satisfies WaitingFor[]) : others
  return to.length === 0 ? null : { to, dueAt: dueOf(giveWithin.limit, newest.ratedAt).at }
}

import { z } from 'zod'
import type { RuleSetKind } from '../rule-sets/rule-set.ts'
import { dueOf, limitSchema } from '../shared/limits.ts'
import { sourced } from '../shared/source.ts'
import type { Instant } from '../shared/time.ts'
import { type ObservationLevel, observationLevels } from './record.ts'

/**
 * By when the mother's own observation level is set, and set anew: one that has run out never passes for a
 * current one. Truth table: docs/states/observation.md.
 */

const limit = z.strictObject({ limit: limitSchema, ...sourced })

const observationReviewSchema = z.strictObject({
  /** From her arrival to the first level. */
  first: limit,
  /** From when a level began to when it is set anew. */
  levels: z.strictObject(
    Object.fromEntries(observationLevels.map((level) => [level, limit])) as Record<
      ObservationLevel,
      typeof limit
    >,
  ),
})
export type ObservationReview = z.infer<typeof observationReviewSchema>

export const observationReviewRuleSet: RuleSetKind<ObservationReview> = {
  kind: 'observation-review',
  title: 'Review of the mother’s observation level',
  content: observationReviewSchema,
  agreement: 'the trust’s policy on observation',
}

/** When a level that began then is set anew. */
export const observationDue = (
  rules: ObservationReview,
  level: ObservationLevel,
  startsAt: Instant,
): Instant => dueOf(rules.levels[level].limit, startsAt).at

export type ObservationState = 'in-date' | 'out-of-date' | 'not-set' | 'not-set-late'

export interface ObservationStanding {
  level: ObservationLevel | null
  /** Since when it holds; null where none does. */
  startsAt: Instant | null
  dueAt: Instant
  state: ObservationState
}

/** How the level of one stay stands at an instant; `newest` is the last to have begun by then, if any. */
export function observationStanding(
  arrivedAt: Instant,
  newest: { level: ObservationLevel; startsAt: Instant; reviewDueAt: Instant | null } | undefined,
  rules: ObservationReview,
  now: Instant,
): ObservationStanding {
  if (!newest) {
    const dueAt = dueOf(rules.first.limit, arrivedAt).at
    return { level: null, startsAt: null, dueAt, state: now < dueAt ? 'not-set' : 'not-set-late' }
  }
  const { level, startsAt, reviewDueAt } = newest
  // What was set before there were reviews is judged by the rules of now.
  const dueAt = reviewDueAt ?? observationDue(rules, level, startsAt)
  return { level, startsAt, dueAt, state: now < dueAt ? 'in-date' : 'out-of-date' }
}

/** What the board says of it, without a name; null while nothing is to be done. */
export const observationLate: Record<ObservationState, string | null> = {
  'in-date': null,
  'not-set': null,
  'out-of-date': 'observation of the mother out of date',
  'not-set-late': 'observation of the mother not set',
}

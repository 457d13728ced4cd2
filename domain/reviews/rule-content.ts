import { z } from 'zod'
import type { RuleSetKind } from '../rule-sets/rule-set.ts'
import { limitSchema } from '../shared/limits.ts'
import { sourced } from '../shared/source.ts'

/** How soon supervision is reviewed after something has happened (product.md 5d). */

/** What opens a review before its date. */
export const eventKinds = ['incident', 'staff-concern'] as const
export type EventKind = (typeof eventKinds)[number]

export const eventKindLabels: Record<EventKind, string> = {
  incident: 'Incident',
  'staff-concern': 'Concern of a member of staff',
}

const limit = z.strictObject({ limit: limitSchema, ...sourced })

export const reviewEventsSchema = z.strictObject({
  /** From when it happened to the review that answers it. */
  incident: limit,
  'staff-concern': limit,
})
export type ReviewEvents = z.infer<typeof reviewEventsSchema>

export const reviewEventsRuleSet: RuleSetKind<ReviewEvents> = {
  kind: 'review-events',
  title: 'Events that open a review of supervision',
  content: reviewEventsSchema,
}

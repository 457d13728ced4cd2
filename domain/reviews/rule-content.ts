import { z } from 'zod'
import type { RuleSetKind } from '../rule-sets/rule-set.ts'
import { limitSchema } from '../shared/limits.ts'
import { sourced } from '../shared/source.ts'

/** How soon supervision is reviewed after something has happened (product.md 5d). */

/** What somebody notes on the page of supervision. */
export const notedKinds = ['incident', 'staff-concern'] as const
export type NotedKind = (typeof notedKinds)[number]

/** Whether it is noted by hand: what another record tells is corrected there. */
export const isNoted = (kind: EventKind): kind is NotedKind =>
  (notedKinds as readonly string[]).includes(kind)

/** What opens a review because another page of the record tells of it. A further one is a line here. */
export const toldKinds = ['legal-change', 'document', 'unwell-baby', 'leave'] as const
export type ToldKind = (typeof toldKinds)[number]

/** What opens a review before its date. */
export const eventKinds = [...notedKinds, ...toldKinds] as const
export type EventKind = (typeof eventKinds)[number]

export const notedKindLabels: Record<NotedKind, string> = {
  incident: 'Incident',
  'staff-concern': 'Concern of a member of staff',
}

export const eventKindLabels: Record<EventKind, string> = {
  ...notedKindLabels,
  'legal-change': 'Legal status changed',
  document: 'Risk-critical document',
  'unwell-baby': 'Baby unwell',
  leave: 'Leave taken or changed',
}

/** The review as the board names it: without what happened, and without a name. */
export const reviewAfter: Record<EventKind, string> = {
  incident: 'review after an incident',
  'staff-concern': 'review after a concern',
  'legal-change': 'review after a change of the legal status',
  document: 'review after a risk-critical document',
  'unwell-baby': 'review after the baby was unwell',
  leave: 'review after leave',
}

const limit = z.strictObject({ limit: limitSchema, ...sourced })

/** A revision from before the kind was known says nothing of it: what this product proposes holds. */
const since = (hours: number, source: string) =>
  limit.default({ limit: { kind: 'hours', hours }, source, mark: 'proposal' })

export const reviewEventsSchema = z.strictObject({
  /** From when it happened to the review that answers it. */
  incident: limit,
  'staff-concern': limit,
  /** From when the status began or ended, or mother and baby came if that was later. */
  'legal-change': since(24, 'Default of this product: within a day of the change'),
  /** From receipt, or from when mother and baby came if that was later. */
  document: since(72, 'Default of this product: by when a risk-critical document is read'),
  /** From recognition; the episode has its outcome first. */
  'unwell-baby': since(24, 'Default of this product: within a day of the concern'),
  /** From the return, from the change of what was agreed, or from when they were missing. */
  leave: since(24, 'Default of this product: within a day of the return'),
})
export type ReviewEvents = z.infer<typeof reviewEventsSchema>

export const reviewEventsRuleSet: RuleSetKind<ReviewEvents> = {
  kind: 'review-events',
  title: 'Events that open a review of supervision',
  content: reviewEventsSchema,
}

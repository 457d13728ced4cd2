import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { isInstant, refersTo, versioned, versionKeys } from './columns.ts'

/**
 * Something that opens a review of supervision before its date (product.md 5d): an incident or a concern as it
 * is noted here, or what another page of the record tells. No copy of the trust's incident system.
 */
export const reviewEvent = sqliteTable(
  'review_event',
  {
    ...versioned(),
    pairId: refersTo('pair_id').notNull(),
    /** One of the kinds of domain/reviews/record.ts. */
    kind: text('kind').notNull(),
    happenedAt: text('happened_at').notNull(),
    what: text('what').notNull(),
    /** How it is known; empty where another record says it. */
    basisKind: text('basis_kind'),
    basisBy: text('basis_by'),
    basisOn: text('basis_on'),
    basisDocument: text('basis_document'),
    /** The number that the trust's own incident system gave it. */
    trustNumber: text('trust_number'),
    /** applies, does-not-apply or to-be-decided; empty for what is no incident. */
    candour: text('candour'),
    candourBecause: text('candour_because').notNull().default(''),
    /** The record that tells of it, where another page does. */
    sourceId: refersTo('source_id'),
    /** Fixed when it is recorded (architecture.md, law 5). */
    reviewDueAt: text('review_due_at').notNull(),
    ruleSetId: refersTo('rule_set_id').notNull(),
  },
  (t) => [
    ...versionKeys('review_event', t),
    isInstant('review_event_happened', t.happenedAt),
    isInstant('review_event_due', t.reviewDueAt),
    index('review_event_pair').on(t.pairId, t.happenedAt),
    index('review_event_due_index').on(t.reviewDueAt),
  ],
)

/** What a review says of one event: what it changes in the supervision, or why it changes nothing. */
export const reviewAnswer = sqliteTable(
  'review_answer',
  {
    ...versioned(),
    /** The event. */
    subjectId: refersTo('subject_id').notNull(),
    /** changes or no-change */
    answer: text('answer').notNull(),
    because: text('because').notNull(),
    answeredAt: text('answered_at').notNull(),
  },
  (t) => [
    ...versionKeys('review_answer', t),
    isInstant('review_answer_at', t.answeredAt),
    index('review_answer_subject').on(t.subjectId),
  ],
)

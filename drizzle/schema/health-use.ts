import { sql } from 'drizzle-orm'
import {
  check,
  foreignKey,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
} from 'drizzle-orm/sqlite-core'
import {
  basisColumns,
  isDate,
  isInstant,
  isInteger,
  refersTo,
  versioned,
  versionKeys,
} from './columns.ts'

/**
 * One contact of the mother or a baby with a health service (Child Z, Finding Three): what was reported there
 * stands apart from what somebody there saw.
 */
export const healthContact = sqliteTable(
  'health_contact',
  {
    ...versioned(),
    motherId: refersTo('mother_id').notNull(),
    /** Who was the patient. */
    personId: refersTo('person_id').notNull(),
    happenedOn: text('happened_on'),
    /** day, month, year or not-known */
    precision: text('precision').notNull(),
    /** One of the kinds of service of domain/health-use/contact.ts. */
    service: text('service').notNull(),
    provider: text('provider').notNull(),
    /** The town or area. */
    place: text('place').notNull(),
    reported: text('reported').notNull(),
    reportedBy: text('reported_by').notNull(),
    /** Whether anybody there saw what was reported: yes, partly, no or not-known. */
    seen: text('seen').notNull(),
    observed: text('observed').notNull().default(''),
    outcome: text('outcome').notNull().default(''),
    ...basisColumns(),
    /** What was received in which it stands. */
    receivedId: refersTo('received_id'),
  },
  (t) => [
    ...versionKeys('health_contact', t),
    isDate('health_contact_on', t.happenedOn),
    check('health_contact_dated', sql`(${t.happenedOn} is null) = (${t.precision} = 'not-known')`),
    index('health_contact_mother').on(t.motherId),
  ],
)

/** The analysis of the pattern of health-service use by a named professional: their words, never a score. */
export const patternReview = sqliteTable(
  'pattern_review',
  {
    ...versioned(),
    stayId: refersTo('stay_id').notNull(),
    /** Empty only in what was imported without them. */
    reviewerId: refersTo('reviewer_id'),
    reviewedAt: text('reviewed_at'),
    /** The kinds of source that were looked at, joined by a space. */
    lookedAt: text('looked_at').notNull(),
    analysis: text('analysis').notNull(),
    impact: text('impact').notNull(),
    /** One of the conclusions of domain/health-use/review.ts. */
    conclusion: text('conclusion').notNull(),
    nextStep: text('next_step').notNull().default(''),
    /** How many contacts were on record, and the hash over what they said. */
    contacts: integer('contacts').notNull(),
    contactsHash: text('contacts_hash').notNull(),
    ruleSetId: refersTo('rule_set_id').notNull(),
  },
  (t) => [
    ...versionKeys('pattern_review', t),
    isInstant('pattern_review_at', t.reviewedAt),
    isInteger('pattern_review_contacts_int', t.contacts),
    index('pattern_review_stay').on(t.stayId),
  ],
)

/** What the reviewer says of one alerting sign. */
export const patternReviewSign = sqliteTable(
  'pattern_review_sign',
  {
    recordId: text('record_id').notNull(),
    version: integer('version').notNull(),
    signId: text('sign_id').notNull(),
    /** present, not-present or cannot-say */
    answer: text('answer').notNull(),
    why: text('why').notNull().default(''),
  },
  (t) => [
    primaryKey({ name: 'pattern_review_sign_key', columns: [t.recordId, t.version, t.signId] }),
    foreignKey({
      name: 'pattern_review_sign_review',
      columns: [t.recordId, t.version],
      foreignColumns: [patternReview.recordId, patternReview.version],
    }),
  ],
)

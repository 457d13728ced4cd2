import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { isInstant, isInteger, refersTo, versioned, versionKeys } from './columns.ts'

/** Something happened that others must be told of, with the facts that its duties were derived from (decision 31). */
export const dutyEvent = sqliteTable(
  'duty_event',
  {
    ...versioned(),
    /** The pair; before the arrival the child of the referral, who becomes one of a pair by it. */
    pairId: refersTo('pair_id').notNull(),
    /** COM-01 to COM-21 */
    event: text('event').notNull(),
    /** What happened, and what it means for care of the baby; empty where the event says it all. */
    details: text('details'),
    /** What it means for care of the baby, where the event came from the record by itself; empty until it is entered. */
    effectOnCare: text('effect_on_care'),
    occurredAt: text('occurred_at').notNull(),
    /** The start of what is announced; empty while it is not set. */
    startsAt: text('starts_at'),
    /** The record that it came from, and its type: episode, supervision_decision, referral... */
    sourceId: refersTo('source_id'),
    sourceType: text('source_type'),
    /** The child's class when it happened; empty where no status was recorded. */
    legalClass: text('legal_class'),
    /** The codes in force, joined by a space. */
    legalCodes: text('legal_codes').notNull().default(''),
    concernOrConsent: integer('concern_or_consent', { mode: 'boolean' }).notNull(),
    babyDays: integer('baby_days'),
    ruleSetId: refersTo('rule_set_id').notNull(),
  },
  (t) => [
    ...versionKeys('duty_event', t),
    isInstant('duty_event_occurred', t.occurredAt),
    isInstant('duty_event_starts', t.startsAt),
    isInteger('duty_event_days_int', t.babyDays),
    index('duty_event_pair').on(t.pairId, t.occurredAt),
    index('duty_event_time').on(t.occurredAt),
    index('duty_event_source').on(t.sourceId),
  ],
)

/**
 * One duty of an event. Its due time is a fact, fixed when its clock started; a later version may bring it
 * forward, and the earliest of all versions counts.
 */
export const duty = sqliteTable(
  'duty',
  {
    ...versioned(),
    eventId: refersTo('event_id').notNull(),
    /** Names the duty within its event, so that a new derivation keeps what was done. */
    keyInEvent: text('key_in_event').notNull(),
    recipient: text('recipient').notNull(),
    label: text('label').notNull(),
    what: text('what').notNull(),
    /** The person whom it is about, where a person is told. */
    personId: refersTo('person_id'),
    /** Why the social worker is asked instead of telling that person (decision 30). */
    insteadBecause: text('instead_because'),
    /** The contact that it was resolved to. */
    contactId: refersTo('contact_id'),
    /** The limit as JSON (DutyLimit). */
    limitRule: text('limit_rule').notNull(),
    /** Empty while the start of what is announced is not set. */
    dueAt: text('due_at'),
    calendarKnown: integer('calendar_known', { mode: 'boolean' }).notNull(),
    /** The named question that has to be answered first. */
    question: text('question'),
    source: text('source').notNull(),
    mark: text('mark').notNull(),
  },
  (t) => [
    ...versionKeys('duty', t),
    isInstant('duty_due', t.dueAt),
    index('duty_event_id').on(t.eventId),
    index('duty_due_at').on(t.dueAt),
  ],
)

/** The answer to a named question of an event: one for all duties that ask it. */
export const dutyAnswer = sqliteTable(
  'duty_answer',
  {
    ...versioned(),
    eventId: refersTo('event_id').notNull(),
    question: text('question').notNull(),
    /** yes or no */
    answer: text('answer').notNull(),
    because: text('because').notNull(),
    answeredAt: text('answered_at').notNull(),
  },
  (t) => [
    ...versionKeys('duty_answer', t),
    isInstant('duty_answer_at', t.answeredAt),
    index('duty_answer_event').on(t.eventId),
  ],
)

/** A duty was sent: to whom, by what means, what was shared and why sharing it is lawful. */
export const dutySending = sqliteTable(
  'duty_sending',
  {
    ...versioned(),
    dutyId: refersTo('duty_id').notNull(),
    /** Empty only in what was imported without it. */
    sentAt: text('sent_at'),
    method: text('method').notNull(),
    toName: text('to_name').notNull(),
    sentBy: text('sent_by').notNull(),
    shared: text('shared').notNull(),
    sharingBasis: text('sharing_basis').notNull(),
    /** By when it has to be acknowledged: fixed when it was sent. */
    acknowledgeBy: text('acknowledge_by'),
  },
  (t) => [
    ...versionKeys('duty_sending', t),
    isInstant('duty_sending_sent', t.sentAt),
    isInstant('duty_sending_by', t.acknowledgeBy),
    index('duty_sending_duty').on(t.dutyId),
  ],
)

/** A named person outside said that they know; no account is needed. */
export const dutyAcknowledgement = sqliteTable(
  'duty_acknowledgement',
  {
    ...versioned(),
    dutyId: refersTo('duty_id').notNull(),
    acknowledgedAt: text('acknowledged_at'),
    byName: text('by_name'),
    byRole: text('by_role').notNull(),
    method: text('method').notNull(),
    outcome: text('outcome').notNull().default(''),
  },
  (t) => [
    ...versionKeys('duty_acknowledgement', t),
    isInstant('duty_acknowledgement_at', t.acknowledgedAt),
    index('duty_acknowledgement_duty').on(t.dutyId),
  ],
)

/** A duty that is not needed, with the reason: the only way in which one goes away. */
export const dutyDrop = sqliteTable(
  'duty_drop',
  {
    ...versioned(),
    dutyId: refersTo('duty_id').notNull(),
    because: text('because').notNull(),
    droppedAt: text('dropped_at').notNull(),
  },
  (t) => [
    ...versionKeys('duty_drop', t),
    isInstant('duty_drop_at', t.droppedAt),
    index('duty_drop_duty').on(t.dutyId),
  ],
)

/** Somebody who was considered and is not told, with the reason: kept, so that nobody is left out in silence. */
export const dutyConsidered = sqliteTable(
  'duty_considered',
  {
    ...versioned(),
    eventId: refersTo('event_id').notNull(),
    keyInEvent: text('key_in_event').notNull(),
    label: text('label').notNull(),
    because: text('because').notNull(),
  },
  (t) => [...versionKeys('duty_considered', t), index('duty_considered_event').on(t.eventId)],
)

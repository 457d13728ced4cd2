import { foreignKey, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { isDate, isInstant, isInteger, refersTo, versioned, versionKeys } from './columns.ts'

/** A decision on a referral: offered, declined, waiting on named information, or withdrawn (product.md 2, 5a). */
export const admissionDecision = sqliteTable(
  'admission_decision',
  {
    ...versioned(),
    referralId: refersTo('referral_id').notNull(),
    outcome: text('outcome').notNull(),
    /** Empty only in what was imported without it. */
    decidedAt: text('decided_at'),
    deciderId: refersTo('decider_id'),
    deciderRole: text('decider_role'),
    deciderInCharge: integer('decider_in_charge', { mode: 'boolean' }),
    bedId: refersTo('bed_id'),
    /** When she is expected on an offer; empty while no time is agreed. */
    expectedArrivalAt: text('expected_arrival_at'),
    reasonCode: text('reason_code'),
    note: text('note').notNull().default(''),
    /** Ids of the kinds of resource that the referrer was pointed to, joined by a space. */
    signposting: text('signposting').notNull().default(''),
    signpostingNote: text('signposting_note'),
    /** Ids of the clauses and items that it waits for, joined by a space. */
    waitingOn: text('waiting_on').notNull().default(''),
    withdrawnBy: text('withdrawn_by'),
    referrerToldDueAt: text('referrer_told_due_at'),
    referrerToldAt: text('referrer_told_at'),
    referrerToldTo: text('referrer_told_to'),
    referrerToldHow: text('referrer_told_how'),
    /** Whether social care was involved, as the decision knew it. */
    socialCare: text('social_care').notNull(),
    /** The referral's children of that time, joined by a space. */
    childIds: text('child_ids').notNull().default(''),
    criteriaId: refersTo('criteria_id'),
    informationSetId: refersTo('information_set_id'),
  },
  (t) => [
    ...versionKeys('admission_decision', t),
    isInstant('admission_decision_at', t.decidedAt),
    isInstant('admission_decision_expected', t.expectedArrivalAt),
    isInstant('admission_decision_told_due', t.referrerToldDueAt),
    isInstant('admission_decision_told', t.referrerToldAt),
    index('admission_decision_referral').on(t.referralId),
    index('admission_decision_time').on(t.decidedAt),
  ],
)

/** What a decision was made on: one clause, with the version of the answer where one was typed (law 5). */
export const decisionClause = sqliteTable(
  'decision_clause',
  {
    recordId: text('record_id').notNull(),
    version: integer('version').notNull(),
    clauseId: text('clause_id').notNull(),
    answer: text('answer').notNull(),
    describedOn: text('described_on'),
    answerId: refersTo('answer_id'),
    answerVersion: integer('answer_version'),
  },
  (t) => [
    primaryKey({ name: 'decision_clause_key', columns: [t.recordId, t.version, t.clauseId] }),
    foreignKey({
      name: 'decision_clause_decision',
      columns: [t.recordId, t.version],
      foreignColumns: [admissionDecision.recordId, admissionDecision.version],
    }),
    isDate('decision_clause_described', t.describedOn),
    isInteger('decision_clause_version_int', t.answerVersion),
  ],
)

/** What a decision was made on: one item of information, with its version or that of the look-up. */
export const decisionItem = sqliteTable(
  'decision_item',
  {
    recordId: text('record_id').notNull(),
    version: integer('version').notNull(),
    itemId: text('item_id').notNull(),
    outcome: text('outcome').notNull(),
    askedAt: text('asked_at'),
    receivedAt: text('received_at'),
    describedOn: text('described_on'),
    essentialPart: text('essential_part'),
    informationId: refersTo('information_id'),
    informationVersion: integer('information_version'),
  },
  (t) => [
    primaryKey({ name: 'decision_item_key', columns: [t.recordId, t.version, t.itemId] }),
    foreignKey({
      name: 'decision_item_decision',
      columns: [t.recordId, t.version],
      foreignColumns: [admissionDecision.recordId, admissionDecision.version],
    }),
    isInstant('decision_item_asked', t.askedAt),
    isInstant('decision_item_received', t.receivedAt),
    isDate('decision_item_described', t.describedOn),
    isInteger('decision_item_version_int', t.informationVersion),
  ],
)

/** An override that let something through at a decision. */
export const decisionOverride = sqliteTable(
  'decision_override',
  {
    recordId: text('record_id').notNull(),
    version: integer('version').notNull(),
    overrideId: refersTo('override_id').notNull(),
  },
  (t) => [
    primaryKey({ name: 'decision_override_key', columns: [t.recordId, t.version, t.overrideId] }),
    foreignKey({
      name: 'decision_override_decision',
      columns: [t.recordId, t.version],
      foreignColumns: [admissionDecision.recordId, admissionDecision.version],
    }),
  ],
)

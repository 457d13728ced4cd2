import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { isInstant, isInteger, refersTo, versioned, versionKeys } from './columns.ts'

/** What is planned for the end of a stay: one plan a stay, changed as it is settled (product.md 5d). */
export const dischargePlan = sqliteTable(
  'discharge_plan',
  {
    ...versioned(),
    stayId: refersTo('stay_id').notNull(),
    plannedFor: text('planned_for').notNull(),
    /** One of the reasons of domain/stays/record.ts. */
    whereTo: text('where_to').notNull(),
    /** Whom they go to, and where. */
    destination: text('destination').notNull(),
    /** agreed, not-reached or not-needed */
    agreement: text('agreement').notNull(),
    agreedWith: text('agreed_with'),
    agreedAt: text('agreed_at'),
    /** What the social worker agreed to; or why nobody did. */
    agreedWhat: text('agreed_what').notNull(),
    followUp: text('follow_up').notNull(),
    medication: text('medication').notNull(),
    feeding: text('feeding').notNull(),
    weight: text('weight').notNull(),
    /** Supervision and parenting at discharge, in words. */
    parenting: text('parenting').notNull(),
    /** Which documents go with them, and to whom they were handed. */
    documents: text('documents').notNull(),
  },
  (t) => [
    ...versionKeys('discharge_plan', t),
    isInstant('discharge_plan_for', t.plannedFor),
    isInstant('discharge_plan_agreed', t.agreedAt),
    index('discharge_plan_stay').on(t.stayId),
  ],
)

/** What was missing when a stay was ended, and the reason that let it through. */
export const dischargeGap = sqliteTable(
  'discharge_gap',
  {
    ...versioned(),
    stayId: refersTo('stay_id').notNull(),
    /** The codes of domain/discharge/missing.ts, with commas. */
    missing: text('missing').notNull(),
    because: text('because').notNull(),
  },
  (t) => [...versionKeys('discharge_gap', t), index('discharge_gap_stay').on(t.stayId)],
)

/** A summary that was sent: the file itself is kept under its hash, beside the attachments. */
export const dischargeSent = sqliteTable(
  'discharge_sent',
  {
    ...versioned(),
    stayId: refersTo('stay_id').notNull(),
    planId: refersTo('plan_id').notNull(),
    planVersion: integer('plan_version').notNull(),
    sentTo: text('sent_to').notNull(),
    sentAt: text('sent_at').notNull(),
    fileName: text('file_name').notNull(),
    /** pdf or docx */
    format: text('format').notNull(),
    sha256: text('sha256').notNull(),
    bytes: integer('bytes').notNull(),
  },
  (t) => [
    ...versionKeys('discharge_sent', t),
    isInstant('discharge_sent_at', t.sentAt),
    isInteger('discharge_sent_plan_int', t.planVersion),
    isInteger('discharge_sent_bytes_int', t.bytes),
    index('discharge_sent_stay').on(t.stayId),
  ],
)

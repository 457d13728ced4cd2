import { foreignKey, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { isInstant, refersTo, versioned, versionKeys } from './columns.ts'

/**
 * One decision on supervision of mother with baby: an assessment, its renewal, a raise or a lowering
 * (decisions 19 to 22). The current one is the latest to have started; nothing ends one but the next.
 */
export const supervisionDecision = sqliteTable(
  'supervision_decision',
  {
    ...versioned(),
    pairId: refersTo('pair_id').notNull(),
    /** first, renewal, raise or lowering */
    kind: text('kind').notNull(),
    startsAt: text('starts_at').notNull(),
    reviewDueAt: text('review_due_at').notNull(),
    rationale: text('rationale').notNull(),
    evidence: text('evidence').notNull(),
    /** What a court or an authority requires; it never lapses with the form (decision 19). */
    authorityRequirement: text('authority_requirement'),
    /** The legal basis of a separation, and its document (decision 19). */
    legalBasis: text('legal_basis'),
    agreedWith: text('agreed_with'),
    agreedAt: text('agreed_at'),
    motherToldAt: text('mother_told_at'),
    /** Who of social care was told of a lowering before it started, and when (decision 20). */
    socialWorkerTold: text('social_worker_told'),
    socialWorkerToldAt: text('social_worker_told_at'),
    /** Who decided together; a lowering needs it (decision 20). */
    team: text('team'),
    decidedByRole: text('decided_by_role').notNull(),
    /** The second signer of a lowering (decision 20). */
    secondSignerId: refersTo('second_signer_id'),
    ruleSetId: refersTo('rule_set_id').notNull(),
  },
  (t) => [
    ...versionKeys('supervision_decision', t),
    isInstant('supervision_decision_starts', t.startsAt),
    isInstant('supervision_decision_review', t.reviewDueAt),
    isInstant('supervision_decision_agreed', t.agreedAt),
    isInstant('supervision_decision_mother_told', t.motherToldAt),
    isInstant('supervision_decision_social_worker_told', t.socialWorkerToldAt),
    index('supervision_decision_pair').on(t.pairId, t.startsAt),
  ],
)

/** The level for one place and activity of a decision's version. */
export const supervisionCell = sqliteTable(
  'supervision_cell',
  {
    recordId: text('record_id').notNull(),
    version: integer('version').notNull(),
    place: text('place').notNull(),
    activity: text('activity').notNull(),
    /** A level's code, or not-allowed. */
    level: text('level').notNull(),
    note: text('note').notNull().default(''),
  },
  (t) => [
    primaryKey({
      name: 'supervision_cell_key',
      columns: [t.recordId, t.version, t.place, t.activity],
    }),
    foreignKey({
      name: 'supervision_cell_decision',
      columns: [t.recordId, t.version],
      foreignColumns: [supervisionDecision.recordId, supervisionDecision.version],
    }),
  ],
)

/** A registered nurse's word on a raise made by others than a nurse or doctor, due within an hour (decision 21). */
export const raiseConfirmation = sqliteTable(
  'raise_confirmation',
  {
    ...versioned(),
    decisionId: refersTo('decision_id').notNull(),
    confirmed: integer('confirmed', { mode: 'boolean' }).notNull(),
    confirmedAt: text('confirmed_at').notNull(),
    note: text('note').notNull().default(''),
  },
  (t) => [
    ...versionKeys('raise_confirmation', t),
    isInstant('raise_confirmation_at', t.confirmedAt),
    index('raise_confirmation_decision').on(t.decisionId),
  ],
)

import { foreignKey, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { isInstant, isInteger, refersTo, versioned, versionKeys } from './columns.ts'

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
    /**
     * Whether it is a whole assessment that was signed, in whatever direction. A raise alone protects at once
     * and reviews nothing (decision 20).
     */
    isReview: integer('is_review', { mode: 'boolean' }).notNull().default(false),
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
    /** The assessment decided before arrival that the arrival took over; empty for one decided on the unit. */
    preparedId: refersTo('prepared_id'),
  },
  (t) => [
    ...versionKeys('supervision_decision', t),
    isInstant('supervision_decision_starts', t.startsAt),
    isInstant('supervision_decision_review', t.reviewDueAt),
    isInstant('supervision_decision_agreed', t.agreedAt),
    isInstant('supervision_decision_mother_told', t.motherToldAt),
    isInstant('supervision_decision_social_worker_told', t.socialWorkerToldAt),
    index('supervision_decision_pair').on(t.pairId, t.startsAt),
    index('supervision_decision_time').on(t.startsAt),
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

/** What was answered of one thing that is asked of every assessment (domain.md 4.1), for a decision's version. */
export const supervisionFactor = sqliteTable(
  'supervision_factor',
  {
    recordId: text('record_id').notNull(),
    version: integer('version').notNull(),
    factor: text('factor').notNull(),
    /** yes, no or not-known */
    answer: text('answer').notNull(),
    note: text('note').notNull().default(''),
  },
  (t) => [
    primaryKey({ name: 'supervision_factor_key', columns: [t.recordId, t.version, t.factor] }),
    foreignKey({
      name: 'supervision_factor_decision',
      columns: [t.recordId, t.version],
      foreignColumns: [supervisionDecision.recordId, supervisionDecision.version],
    }),
  ],
)

/**
 * An assessment decided and signed before mother and baby are on the unit, for a child of a referral, born or
 * not: there is no pair yet (decision 3). The arrival takes it over as the first decision of the pair.
 */
export const preparedSupervision = sqliteTable(
  'prepared_supervision',
  {
    ...versioned(),
    /** The referral's child. */
    childId: refersTo('child_id').notNull(),
    decidedAt: text('decided_at').notNull(),
    /** Its review is due so many hours after mother and baby are together. */
    reviewWithinHours: integer('review_within_hours').notNull(),
    rationale: text('rationale').notNull(),
    evidence: text('evidence').notNull(),
    authorityRequirement: text('authority_requirement'),
    legalBasis: text('legal_basis'),
    agreedWith: text('agreed_with'),
    agreedAt: text('agreed_at'),
    motherToldAt: text('mother_told_at'),
    team: text('team'),
    decidedByRole: text('decided_by_role').notNull(),
    ruleSetId: refersTo('rule_set_id').notNull(),
    /** Its levels and answers, as rows of the decision once it is taken over: nothing is counted over them here. */
    cells: text('cells').notNull(),
    factors: text('factors').notNull(),
  },
  (t) => [
    ...versionKeys('prepared_supervision', t),
    isInstant('prepared_supervision_decided', t.decidedAt),
    isInstant('prepared_supervision_agreed', t.agreedAt),
    isInstant('prepared_supervision_mother_told', t.motherToldAt),
    isInteger('prepared_supervision_review', t.reviewWithinHours),
    index('prepared_supervision_child').on(t.childId),
  ],
)

/** A round over the babies of the unit, signed once by the one who made it: its author (decision 23). */
export const supervisionRound = sqliteTable(
  'supervision_round',
  {
    ...versioned(),
    signedByRole: text('signed_by_role').notNull(),
    note: text('note').notNull().default(''),
  },
  (t) => [...versionKeys('supervision_round', t)],
)

/** One baby in a round, confirmed by a tap of its own (decision 23). */
export const supervisionCheck = sqliteTable(
  'supervision_check',
  {
    ...versioned(),
    roundId: refersTo('round_id').notNull(),
    pairId: refersTo('pair_id').notNull(),
    /** When the baby was seen or looked for: the moment of the tap or the time typed, never the time of entry. */
    seenAt: text('seen_at').notNull(),
    /** Whether that time was tapped at the moment or typed later. */
    timed: text('timed').notNull(),
    /** seen, away or not-found */
    outcome: text('outcome').notNull(),
    /** Where the baby was, and with whom; empty where it was not seen. */
    place: text('place'),
    withWhom: text('with_whom'),
    note: text('note').notNull().default(''),
  },
  (t) => [
    ...versionKeys('supervision_check', t),
    isInstant('supervision_check_seen', t.seenAt),
    index('supervision_check_pair').on(t.pairId, t.seenAt),
    index('supervision_check_round').on(t.roundId),
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

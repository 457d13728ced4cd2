import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { isDate, isInteger, refersTo, versioned, versionKeys } from './columns.ts'

/** A visit, audit, walk-round or contract meeting: planned, then held or called off (domain.md 7.1, 7.5). */
export const oversightVisit = sqliteTable(
  'oversight_visit',
  {
    ...versioned(),
    /** One of visitKinds (domain/oversight/visit.ts). */
    kind: text('kind').notNull(),
    title: text('title').notNull(),
    plannedOn: text('planned_on').notNull(),
    heldOn: text('held_on'),
    /** Who came, by name and office. */
    visitors: text('visitors').notNull().default(''),
    /** With whom they spoke, in numbers: no patient is named. */
    spokenTo: text('spoken_to').notNull().default(''),
    /** What was seen. */
    seen: text('seen').notNull().default(''),
    calledOffBecause: text('called_off_because'),
  },
  (t) => [
    ...versionKeys('oversight_visit', t),
    isDate('oversight_visit_planned', t.plannedOn),
    isDate('oversight_visit_held', t.heldOn),
    index('oversight_visit_time').on(t.plannedOn),
  ],
)

/** What a visit found of one requirement: a strength, a finding or a recommendation. */
export const visitFinding = sqliteTable(
  'visit_finding',
  {
    ...versioned(),
    visitId: refersTo('visit_id').notNull(),
    /** strength, finding or recommendation */
    kind: text('kind').notNull(),
    /** The id of a requirement of the framework. */
    requirement: text('requirement').notNull(),
    words: text('words').notNull(),
  },
  (t) => [...versionKeys('visit_finding', t), index('visit_finding_visit').on(t.visitId)],
)

/** What is to be done about a finding, by whom and by when; each step is a new version (domain.md 7.5). */
export const improvementAction = sqliteTable(
  'improvement_action',
  {
    ...versioned(),
    /** The finding that it answers; empty where the unit set it for itself. */
    findingId: refersTo('finding_id'),
    requirement: text('requirement').notNull(),
    what: text('what').notNull(),
    /** The measure whose figure has to hold when it is looked at again; empty where none speaks of it. */
    measure: text('measure'),
    /** The member of staff who answers for it. */
    ownerId: refersTo('owner_id').notNull(),
    dueOn: text('due_on').notNull(),
    /** An open high action keeps its requirement from substantial (decision 35). */
    high: integer('high', { mode: 'boolean' }).notNull(),
    startedOn: text('started_on'),
    doneOn: text('done_on'),
    /** The evidence that it was done, and of what it changed. */
    evidence: text('evidence').notNull().default(''),
    /** The record that shows it: its table, which, and the version that was looked at. */
    pinnedType: text('pinned_type'),
    pinnedId: refersTo('pinned_id'),
    pinnedVersion: integer('pinned_version'),
    impact: text('impact').notNull().default(''),
    /** Who looked at the evidence: never the owner. */
    verifiedById: refersTo('verified_by_id'),
    verifiedOn: text('verified_on'),
    /** When it is looked at again whether it held. */
    retestOn: text('retest_on'),
    retestedOn: text('retested_on'),
    /** held or fell-back */
    retestResult: text('retest_result'),
    retestNote: text('retest_note').notNull().default(''),
    /** Why it was given up as not effective. */
    closedBecause: text('closed_because'),
  },
  (t) => [
    ...versionKeys('improvement_action', t),
    isDate('improvement_action_due', t.dueOn),
    isDate('improvement_action_started', t.startedOn),
    isDate('improvement_action_done', t.doneOn),
    isDate('improvement_action_verified', t.verifiedOn),
    isDate('improvement_action_retest', t.retestOn),
    isDate('improvement_action_retested', t.retestedOn),
    isInteger('improvement_action_pinned_int', t.pinnedVersion),
    index('improvement_action_due_index').on(t.dueOn),
    index('improvement_action_retest_index').on(t.retestOn),
  ],
)

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
import { isDate, isInstant, isInteger, refersTo, versioned, versionKeys } from './columns.ts'

/**
 * One assessment of the relationship between mother and baby and of parenting (domain.md 4.2). What was seen
 * stands apart from what it is taken to mean.
 */
export const relationshipAssessment = sqliteTable(
  'relationship_assessment',
  {
    ...versioned(),
    pairId: refersTo('pair_id').notNull(),
    /** When the raters agreed on it; empty only in what was imported without it. */
    ratedAt: text('rated_at'),
    purpose: text('purpose').notNull(),
    /** The authority or court that asked for it, and when; empty for one made for the ward's own work. */
    askedBy: text('asked_by').notNull().default(''),
    /** The first and the last day that was watched. */
    observedFrom: text('observed_from').notNull(),
    observedTo: text('observed_to').notNull(),
    /** For how long the raters themselves watched, in whole hours; empty where nobody kept count. */
    hoursWatched: integer('hours_watched'),
    /** Where and at what, by the codes of domain/relationship/codes.ts, joined by a space. */
    settings: text('settings').notNull(),
    /** What was seen and heard. */
    observed: text('observed').notNull(),
    /** What the raters take it to mean. */
    interpretation: text('interpretation').notNull(),
    strengths: text('strengths').notNull(),
    concerns: text('concerns').notNull(),
    /** What illness and medicines may have to do with it. */
    illness: text('illness').notNull().default(''),
    /** Against the assessment before: better, same, worse, mixed, cannot-say or first. */
    change: text('change').notNull(),
    changeText: text('change_text').notNull().default(''),
    /** The parent's capacity to change (Finding Four): an answer of domain/relationship/capacity.ts. */
    capacity: text('capacity').notNull().default('not-assessed'),
    capacitySteps: text('capacity_steps').notNull().default(''),
    capacityBy: text('capacity_by'),
    /** in-time, too-late or cannot-say; empty where it was not assessed. */
    capacityForBaby: text('capacity_for_baby'),
    /** A diagnosis that it rests on, never without who made it and when. */
    diagnosis: text('diagnosis').notNull().default(''),
    diagnosisBy: text('diagnosis_by').notNull().default(''),
    diagnosisOn: text('diagnosis_on'),
    ruleSetId: refersTo('rule_set_id').notNull(),
  },
  (t) => [
    ...versionKeys('relationship_assessment', t),
    isInstant('relationship_assessment_rated', t.ratedAt),
    isDate('relationship_assessment_from', t.observedFrom),
    isDate('relationship_assessment_to', t.observedTo),
    isDate('relationship_assessment_capacity_by', t.capacityBy),
    isDate('relationship_assessment_diagnosis_on', t.diagnosisOn),
    isInteger('relationship_assessment_hours_int', t.hoursWatched),
    check('relationship_assessment_window', sql`${t.observedFrom} <= ${t.observedTo}`),
    index('relationship_assessment_pair').on(t.pairId, t.ratedAt),
  ],
)

/** Who rated, of an assessment's version, and whether they are trained in it. */
export const relationshipRater = sqliteTable(
  'relationship_rater',
  {
    recordId: text('record_id').notNull(),
    version: integer('version').notNull(),
    staffId: refersTo('staff_id').notNull(),
    /** yes, no or not-known */
    trained: text('trained').notNull(),
  },
  (t) => [
    primaryKey({ name: 'relationship_rater_key', columns: [t.recordId, t.version, t.staffId] }),
    foreignKey({
      name: 'relationship_rater_assessment',
      columns: [t.recordId, t.version],
      foreignColumns: [relationshipAssessment.recordId, relationshipAssessment.version],
    }),
  ],
)

/** One score of a tool, of an assessment's version: the tool's own wording is never kept here (domain.md 4.2). */
export const relationshipScore = sqliteTable(
  'relationship_score',
  {
    recordId: text('record_id').notNull(),
    version: integer('version').notNull(),
    toolId: text('tool_id').notNull(),
    scaleId: text('scale_id').notNull(),
    /** The day that the tool was scored. */
    scoredOn: text('scored_on').notNull(),
    score: integer('score').notNull(),
  },
  (t) => [
    primaryKey({
      name: 'relationship_score_key',
      columns: [t.recordId, t.version, t.toolId, t.scaleId],
    }),
    isDate('relationship_score_on', t.scoredOn),
    isInteger('relationship_score_int', t.score),
    foreignKey({
      name: 'relationship_score_assessment',
      columns: [t.recordId, t.version],
      foreignColumns: [relationshipAssessment.recordId, relationshipAssessment.version],
    }),
  ],
)

/**
 * That an assessment was shared with the mother or sent to a professional, or was kept from her and why. To a
 * professional the unit's scope statement goes with it, in the revision that is named (Finding Five d).
 */
export const relationshipSharing = sqliteTable(
  'relationship_sharing',
  {
    ...versioned(),
    pairId: refersTo('pair_id').notNull(),
    /** Empty where the scope statement was sent by itself. */
    assessmentId: refersTo('assessment_id'),
    assessmentVersion: integer('assessment_version'),
    /** mother, social-worker or professional */
    recipient: text('recipient').notNull(),
    /** shared or withheld */
    outcome: text('outcome').notNull(),
    /** Who got it; through whom, where they are contacted through another. */
    contactId: refersTo('contact_id'),
    name: text('name').notNull(),
    through: text('through').notNull().default(''),
    how: text('how').notNull().default(''),
    because: text('because').notNull().default(''),
    sharedAt: text('shared_at').notNull(),
    /** The revision of the scope statement that went with it; empty for the mother. */
    scopeSetId: refersTo('scope_set_id'),
    /** Fixed when it is sent (architecture.md, law 5); empty for the mother. */
    acknowledgeDueAt: text('acknowledge_due_at'),
  },
  (t) => [
    ...versionKeys('relationship_sharing', t),
    isInteger('relationship_sharing_version_seen_int', t.assessmentVersion),
    isInstant('relationship_sharing_at', t.sharedAt),
    isInstant('relationship_sharing_due', t.acknowledgeDueAt),
    index('relationship_sharing_pair').on(t.pairId, t.sharedAt),
  ],
)

/** Somebody who has not acknowledged what was sent was asked again. */
export const relationshipChase = sqliteTable(
  'relationship_chase',
  {
    ...versioned(),
    /** The sharing. */
    subjectId: refersTo('subject_id').notNull(),
    chasedAt: text('chased_at').notNull(),
    chasedOf: text('chased_of').notNull(),
    nextDueAt: text('next_due_at').notNull(),
  },
  (t) => [
    ...versionKeys('relationship_chase', t),
    isInstant('relationship_chase_at', t.chasedAt),
    isInstant('relationship_chase_next', t.nextDueAt),
    index('relationship_chase_subject').on(t.subjectId),
  ],
)

/** That a named person outside has it and has read what the unit assesses and what it does not. */
export const relationshipAcknowledgement = sqliteTable(
  'relationship_acknowledgement',
  {
    ...versioned(),
    /** The sharing. */
    subjectId: refersTo('subject_id').notNull(),
    /** Empty only in what was imported without it. */
    acknowledgedAt: text('acknowledged_at'),
    by: text('by_whom').notNull(),
    how: text('how').notNull().default(''),
  },
  (t) => [
    ...versionKeys('relationship_acknowledgement', t),
    isInstant('relationship_acknowledgement_at', t.acknowledgedAt),
    index('relationship_acknowledgement_subject').on(t.subjectId),
  ],
)

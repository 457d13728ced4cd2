import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { isInstant, isInteger, refersTo, versioned, versionKeys } from './columns.ts'

/**
 * Leave that somebody asks for, for a mother with or without her babies (domain row 4.3). A change is a
 * further version, and is decided again. Babies are the pairs' ids, as a JSON list.
 */
export const leaveRequest = sqliteTable(
  'leave_request',
  {
    ...versioned(),
    stayId: refersTo('stay_id').notNull(),
    /** Not where a baby goes without her, with somebody else. */
    mother: integer('mother', { mode: 'boolean' }).notNull().default(true),
    /** Who has the baby where she does not go: staff, responsibility, social-worker or another; else empty. */
    carer: text('carer').notNull().default(''),
    /** The babies who go along: pairs, as a JSON list; `[]` for the mother alone. */
    babies: text('babies').notNull(),
    /** One of the places of the supervision grid that are outside (decision 22). */
    place: text('place').notNull(),
    address: text('address').notNull().default(''),
    /** An address that the agencies do not know yet (domain row 4.6, COM-10). */
    newAddress: integer('new_address', { mode: 'boolean' }).notNull().default(false),
    withWhom: text('with_whom').notNull().default(''),
    telephone: text('telephone').notNull(),
    purpose: text('purpose').notNull(),
    askedBy: text('asked_by').notNull(),
    plannedOutAt: text('planned_out_at').notNull(),
    plannedBackAt: text('planned_back_at').notNull(),
  },
  (t) => [
    ...versionKeys('leave_request', t),
    isInstant('leave_request_out', t.plannedOutAt),
    isInstant('leave_request_back', t.plannedBackAt),
    index('leave_request_stay').on(t.stayId, t.plannedOutAt),
  ],
)

/** Leave of absence under section 17, Mental Health Act as it was granted. A version with `revokedAt` revokes it. */
export const section17Leave = sqliteTable(
  'section_17_leave',
  {
    ...versioned(),
    stayId: refersTo('stay_id').notNull(),
    grantedBy: text('granted_by').notNull(),
    /** responsible-clinician or approved-clinician (acting as the responsible clinician) */
    grantedAs: text('granted_as').notNull(),
    grantedAt: text('granted_at').notNull(),
    /** The form or the entry that says so. */
    document: text('document').notNull(),
    conditions: text('conditions').notNull().default(''),
    escorted: integer('escorted', { mode: 'boolean' }).notNull(),
    /** The places that it covers, as a JSON list. */
    places: text('places').notNull(),
    startsAt: text('starts_at').notNull(),
    endsAt: text('ends_at').notNull(),
    /** Consent of the Ministry of Justice for a restricted patient: its letter, and when it was given. */
    ministryDocument: text('ministry_document'),
    ministryAt: text('ministry_at'),
    revokedAt: text('revoked_at'),
    revokedBy: text('revoked_by'),
    revokedDocument: text('revoked_document'),
  },
  (t) => [
    ...versionKeys('section_17_leave', t),
    isInstant('section_17_leave_granted', t.grantedAt),
    isInstant('section_17_leave_starts', t.startsAt),
    isInstant('section_17_leave_ends', t.endsAt),
    isInstant('section_17_leave_ministry', t.ministryAt),
    isInstant('section_17_leave_revoked', t.revokedAt),
    index('section_17_leave_stay').on(t.stayId),
  ],
)

/** What was decided about one version of a request, with the facts and the rules that it was decided on. */
export const leaveDecision = sqliteTable(
  'leave_decision',
  {
    ...versioned(),
    leaveId: refersTo('leave_id').notNull(),
    /** The version of the request: a later one is decided again. */
    leaveVersion: integer('leave_version').notNull(),
    /** agreed or refused */
    outcome: text('outcome').notNull(),
    because: text('because').notNull().default(''),
    decidedAt: text('decided_at').notNull(),
    /** What was answered and the facts of each baby, as JSON. */
    facts: text('facts').notNull(),
    babyEscorts: integer('baby_escorts').notNull(),
    motherEscorts: integer('mother_escorts').notNull(),
    section17Escort: integer('section_17_escort', { mode: 'boolean' }).notNull(),
    /** The adult whom the plan names, where one goes instead of staff. */
    adult: text('adult').notNull().default(''),
    /** Who was reached before leaving, as JSON: whom, name, at. */
    reached: text('reached').notNull().default('[]'),
    section17Id: refersTo('section_17_id'),
    overrideId: refersTo('override_id'),
    secondSignerId: refersTo('second_signer_id'),
    ruleSetId: refersTo('rule_set_id').notNull(),
  },
  (t) => [
    ...versionKeys('leave_decision', t),
    isInstant('leave_decision_at', t.decidedAt),
    isInteger('leave_decision_of_version', t.leaveVersion),
    isInteger('leave_decision_baby_int', t.babyEscorts),
    isInteger('leave_decision_mother_int', t.motherEscorts),
    index('leave_decision_leave').on(t.leaveId),
  ],
)

/** They left: who, with whom, and by when they are back. The limits are fixed here (architecture law 5). */
export const leaveDeparture = sqliteTable(
  'leave_departure',
  {
    ...versioned(),
    leaveId: refersTo('leave_id').notNull(),
    stayId: refersTo('stay_id').notNull(),
    leftAt: text('left_at').notNull(),
    mother: integer('mother', { mode: 'boolean' }).notNull().default(true),
    /** The babies who went, as a JSON list of pairs. */
    babies: text('babies').notNull(),
    /** Staff and others who went along, by name. */
    wentWith: text('went_with').notNull().default(''),
    dueBackAt: text('due_back_at').notNull(),
    /** From then the steps for who is missing begin. */
    missingAt: text('missing_at').notNull(),
    ruleSetId: refersTo('rule_set_id').notNull(),
  },
  (t) => [
    ...versionKeys('leave_departure', t),
    isInstant('leave_departure_left', t.leftAt),
    isInstant('leave_departure_due', t.dueBackAt),
    isInstant('leave_departure_missing', t.missingAt),
    index('leave_departure_leave').on(t.leaveId),
    index('leave_departure_stay').on(t.stayId, t.leftAt),
  ],
)

/** Who came back, and how they were. Mother and baby may come back apart: each return is a record. */
export const leaveReturn = sqliteTable(
  'leave_return',
  {
    ...versioned(),
    leaveId: refersTo('leave_id').notNull(),
    backAt: text('back_at').notNull(),
    mother: integer('mother', { mode: 'boolean' }).notNull(),
    /** The babies who came back, as a JSON list of pairs. */
    babies: text('babies').notNull(),
    broughtBy: text('brought_by').notNull().default(''),
    motherCondition: text('mother_condition').notNull().default(''),
    babyCondition: text('baby_condition').notNull().default(''),
    /** Of a baby who stays out without the mother: whether somebody knows where. Null where none does. */
    outKnown: integer('out_known', { mode: 'boolean' }),
    outWhere: text('out_where').notNull().default(''),
    /** As the carer of a request. */
    outCarer: text('out_carer').notNull().default(''),
    outWith: text('out_with').notNull().default(''),
    outTelephone: text('out_telephone').notNull().default(''),
    /** Who with parental responsibility agreed to it; empty where nobody was asked. */
    outConsentBy: text('out_consent_by').notNull().default(''),
    outDueBackAt: text('out_due_back_at'),
    /** From then the steps for a missing baby begin (architecture law 5: fixed when it is entered). */
    outMissingAt: text('out_missing_at'),
  },
  (t) => [
    ...versionKeys('leave_return', t),
    isInstant('leave_return_back', t.backAt),
    isInstant('leave_return_out_due', t.outDueBackAt),
    isInstant('leave_return_out_missing', t.outMissingAt),
    index('leave_return_leave').on(t.leaveId),
  ],
)

/** A mother is missing, with or without a baby (domain row 4.6, COM-11). Ends by name when they are found or back. */
export const missingReport = sqliteTable(
  'missing_report',
  {
    ...versioned(),
    stayId: refersTo('stay_id').notNull(),
    /** The leave from which they did not come back; empty where they left without one. */
    leaveId: refersTo('leave_id'),
    mother: integer('mother', { mode: 'boolean' }).notNull(),
    /** The babies who are missing, as a JSON list of pairs; `[]` where they are safe on the unit. */
    babies: text('babies').notNull(),
    /** From then they were missing: of a leave when its limit ran out, if that was earlier. */
    missingSince: text('missing_since').notNull(),
    circumstances: text('circumstances').notNull(),
    endedAt: text('ended_at'),
    /** returned, found-elsewhere, with-police or entered-in-error */
    endedHow: text('ended_how'),
    endedWords: text('ended_words'),
  },
  (t) => [
    ...versionKeys('missing_report', t),
    isInstant('missing_report_since', t.missingSince),
    isInstant('missing_report_ended', t.endedAt),
    index('missing_report_stay').on(t.stayId),
  ],
)

import { foreignKey, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { isDate, isInstant, isInteger, refersTo, versioned, versionKeys } from './columns.ts'

/**
 * A session of supervision or reflection of the staff. It holds no patient's name; who came is in the table
 * beside it (decision 39). Codes are those of domain/culture/codes.ts.
 */
export const staffSession = sqliteTable(
  'staff_session',
  {
    ...versioned(),
    kind: text('kind').notNull(),
    heldOn: text('held_on').notNull(),
    minutes: integer('minutes').notNull(),
    /** The code of a theme in the unit's rules. */
    theme: text('theme').notNull(),
    /** What led to it, where something did. */
    prompt: text('prompt').notNull(),
    /** The episode of an unwell baby that it looked back on, known by its time alone; empty for none. */
    episodeId: refersTo('episode_id'),
    /** The member of staff who led it; empty where somebody from outside did. */
    facilitatorId: refersTo('facilitator_id'),
    /** The post and organisation of somebody from outside who led it. */
    facilitatorFrom: text('facilitator_from').notNull().default(''),
    /** How many came from other agencies, and from which: codes joined by a space. */
    outsideCount: integer('outside_count').notNull().default(0),
    agencies: text('agencies').notNull().default(''),
    learnt: text('learnt').notNull().default(''),
  },
  (t) => [
    ...versionKeys('staff_session', t),
    isDate('staff_session_held', t.heldOn),
    isInteger('staff_session_minutes_int', t.minutes),
    isInteger('staff_session_outside_int', t.outsideCount),
    index('staff_session_held_index').on(t.heldOn),
  ],
)

/** Who came to a session, of a session's version. */
export const staffSessionAttendance = sqliteTable(
  'staff_session_attendance',
  {
    recordId: text('record_id').notNull(),
    version: integer('version').notNull(),
    staffId: refersTo('staff_id').notNull(),
  },
  (t) => [
    primaryKey({
      name: 'staff_session_attendance_key',
      columns: [t.recordId, t.version, t.staffId],
    }),
    foreignKey({
      name: 'staff_session_attendance_session',
      columns: [t.recordId, t.version],
      foreignColumns: [staffSession.recordId, staffSession.version],
    }),
    index('staff_session_attendance_staff').on(t.staffId),
  ],
)

/** Something learnt, and what is changed because of it. */
export const learningPoint = sqliteTable(
  'learning_point',
  {
    ...versioned(),
    /** The session that it comes from; empty where it comes from elsewhere. */
    sessionId: refersTo('session_id'),
    source: text('source').notNull(),
    notedOn: text('noted_on').notNull(),
    learnt: text('learnt').notNull(),
    change: text('change').notNull(),
    ownerId: refersTo('owner_id').notNull(),
    changeDueOn: text('change_due_on').notNull(),
    /** The last day to have checked that it holds: fixed when it is noted (architecture.md, law 5). */
    checkDueOn: text('check_due_on').notNull(),
    /** Empty until the change is made. */
    madeOn: text('made_on'),
    made: text('made').notNull().default(''),
    ruleSetId: refersTo('rule_set_id').notNull(),
  },
  (t) => [
    ...versionKeys('learning_point', t),
    isDate('learning_point_noted', t.notedOn),
    isDate('learning_point_change_due', t.changeDueOn),
    isDate('learning_point_check_due', t.checkDueOn),
    isDate('learning_point_made', t.madeOn),
    index('learning_point_check_due_index').on(t.checkDueOn),
  ],
)

/** That somebody looked later whether a change held. */
export const learningCheck = sqliteTable(
  'learning_check',
  {
    ...versioned(),
    /** The learning point. */
    subjectId: refersTo('subject_id').notNull(),
    checkedOn: text('checked_on').notNull(),
    /** held, partly or not */
    outcome: text('outcome').notNull(),
    how: text('how').notNull(),
  },
  (t) => [
    ...versionKeys('learning_check', t),
    isDate('learning_check_on', t.checkedOn),
    index('learning_check_subject').on(t.subjectId),
  ],
)

/** A conference, core group, review or court date about a baby, and the unit's part in it. */
export const agencyMeeting = sqliteTable(
  'agency_meeting',
  {
    ...versioned(),
    pairId: refersTo('pair_id').notNull(),
    kind: text('kind').notNull(),
    agency: text('agency').notNull(),
    heldAt: text('held_at').notNull(),
    /** yes or no */
    invited: text('invited').notNull(),
    invitedOn: text('invited_on'),
    reportAsked: integer('report_asked', { mode: 'boolean' }).notNull(),
    /** Fixed when it is recorded; empty where no report was asked for. */
    reportDueAt: text('report_due_at'),
    /** By when the unit records what came of it. */
    recordDueAt: text('record_due_at').notNull(),
    cancelled: integer('cancelled', { mode: 'boolean' }).notNull().default(false),
    /** yes, no or not-known; empty until it is recorded. */
    attended: text('attended'),
    attendedById: refersTo('attended_by_id'),
    notAttendedBecause: text('not_attended_because').notNull().default(''),
    /** sent, not-sent or not-known; empty until it is recorded. */
    report: text('report'),
    reportSentAt: text('report_sent_at'),
    decided: text('decided').notNull().default(''),
    ruleSetId: refersTo('rule_set_id').notNull(),
  },
  (t) => [
    ...versionKeys('agency_meeting', t),
    isInstant('agency_meeting_held', t.heldAt),
    isDate('agency_meeting_invited', t.invitedOn),
    isInstant('agency_meeting_report_due', t.reportDueAt),
    isInstant('agency_meeting_record_due', t.recordDueAt),
    isInstant('agency_meeting_report_sent', t.reportSentAt),
    index('agency_meeting_pair').on(t.pairId),
    index('agency_meeting_held_index').on(t.heldAt),
  ],
)

/** A partner asked what working with the unit is like, on a paper form that asks for no name. */
export const partnerFeedback = sqliteTable(
  'partner_feedback',
  {
    ...versioned(),
    agency: text('agency').notNull(),
    occasion: text('occasion').notNull(),
    askedOn: text('asked_on').notNull(),
    dueAt: text('due_at').notNull(),
    returnedOn: text('returned_on'),
    /** JSON: the mark of each question by its code, 1 to 5; what was left empty is not there. */
    marks: text('marks').notNull().default('{}'),
    comment: text('comment').notNull().default(''),
    ruleSetId: refersTo('rule_set_id').notNull(),
  },
  (t) => [
    ...versionKeys('partner_feedback', t),
    isDate('partner_feedback_asked', t.askedOn),
    isInstant('partner_feedback_due', t.dueAt),
    isDate('partner_feedback_returned', t.returnedOn),
    index('partner_feedback_due_index').on(t.dueAt),
  ],
)

/** A professional disagreement with another agency. */
export const disagreement = sqliteTable(
  'disagreement',
  {
    ...versioned(),
    /** Empty where it is about how two agencies work, and not about one baby. */
    pairId: refersTo('pair_id'),
    agency: text('agency').notNull(),
    about: text('about').notNull(),
    openedAt: text('opened_at').notNull(),
    ours: text('ours').notNull(),
    theirs: text('theirs').notNull(),
    ruleSetId: refersTo('rule_set_id').notNull(),
  },
  (t) => [
    ...versionKeys('disagreement', t),
    isInstant('disagreement_opened', t.openedAt),
    index('disagreement_pair').on(t.pairId),
    index('disagreement_opened_index').on(t.openedAt),
  ],
)

/** One rung of the ladder on which a disagreement stands or stood. */
export const disagreementStep = sqliteTable(
  'disagreement_step',
  {
    ...versioned(),
    /** The disagreement. */
    subjectId: refersTo('subject_id').notNull(),
    /** 1 for the first rung. */
    rung: integer('rung').notNull(),
    startedAt: text('started_at').notNull(),
    /** Fixed when the rung is reached (architecture.md, law 5). */
    dueAt: text('due_at').notNull(),
    withWhom: text('with_whom').notNull(),
    /** resolved or escalated; empty while it stands here. */
    outcome: text('outcome'),
    endedAt: text('ended_at'),
    said: text('said').notNull().default(''),
  },
  (t) => [
    ...versionKeys('disagreement_step', t),
    isInteger('disagreement_step_rung_int', t.rung),
    isInstant('disagreement_step_started', t.startedAt),
    isInstant('disagreement_step_due', t.dueAt),
    isInstant('disagreement_step_ended', t.endedAt),
    index('disagreement_step_subject').on(t.subjectId),
  ],
)

/** Five questions put to a member of staff about one baby with a plan or order. */
export const spotCheck = sqliteTable(
  'spot_check',
  {
    ...versioned(),
    pairId: refersTo('pair_id').notNull(),
    staffId: refersTo('staff_id').notNull(),
    askedAt: text('asked_at').notNull(),
    dueAt: text('due_at').notNull(),
    /** The baby's codes of legal status at the time, joined by a space. */
    legalCodes: text('legal_codes').notNull(),
    /** The ids of the questions that were drawn, joined by a space. */
    questions: text('questions').notNull(),
    /** Empty until the answers are entered. */
    answeredAt: text('answered_at'),
    /** JSON: question id to the option that was chosen; what was left open is not there. */
    answers: text('answers').notNull().default('{}'),
    /** How many of the answers were right; empty until they are entered. */
    rightAnswers: integer('right_answers'),
    talked: text('talked').notNull().default(''),
    ruleSetId: refersTo('rule_set_id').notNull(),
  },
  (t) => [
    ...versionKeys('spot_check', t),
    isInstant('spot_check_asked', t.askedAt),
    isInstant('spot_check_due', t.dueAt),
    isInstant('spot_check_answered', t.answeredAt),
    isInteger('spot_check_right_int', t.rightAnswers),
    index('spot_check_pair').on(t.pairId),
    index('spot_check_asked_index').on(t.askedAt),
  ],
)

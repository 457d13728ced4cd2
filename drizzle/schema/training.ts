import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { isDate, isInteger, refersTo, versioned, versionKeys } from './columns.ts'

/** A course in the list of courses. Lists of codes are joined by a space. */
export const course = sqliteTable(
  'course',
  {
    ...versioned(),
    title: text('title').notNull(),
    /** safeguarding, life-support or other */
    subject: text('subject').notNull(),
    /** A level's code in the required training; empty where it reaches none. */
    level: text('level'),
    topics: text('topics').notNull().default(''),
    provider: text('provider').notNull(),
    /** Another agency delivers it; empty where that is not known. */
    deliveredByAnother: integer('delivered_by_another', { mode: 'boolean' }),
    mode: text('mode').notNull(),
    minutes: integer('minutes'),
    validMonths: integer('valid_months'),
  },
  (t) => [
    ...versionKeys('course', t),
    isInteger('course_minutes_int', t.minutes),
    isInteger('course_valid_int', t.validMonths),
  ],
)

/**
 * One person's completion of one course, with the course's level, topics and agencies as they were that
 * day: a course that changes later does not change what was learnt (domain.md 5.2).
 */
export const certificate = sqliteTable(
  'certificate',
  {
    ...versioned(),
    staffId: refersTo('staff_id').notNull(),
    courseId: refersTo('course_id').notNull(),
    subject: text('subject').notNull(),
    level: text('level'),
    topics: text('topics').notNull().default(''),
    /** Empty only in what was imported without it. */
    completedOn: text('completed_on'),
    expiresOn: text('expires_on'),
    deliveredByAnother: integer('delivered_by_another', { mode: 'boolean' }),
    /** The other agencies that took part; empty text for none, null where it was not recorded. */
    agenciesPresent: text('agencies_present'),
    minutes: integer('minutes'),
    mode: text('mode').notNull(),
    evidence: text('evidence'),
    /** SHA-256 of the attached evidence, where there is one. */
    evidenceHash: text('evidence_hash'),
    reflection: text('reflection'),
  },
  (t) => [
    ...versionKeys('certificate', t),
    isDate('certificate_completed', t.completedOn),
    isDate('certificate_expires', t.expiresOn),
    isInteger('certificate_minutes_int', t.minutes),
    index('certificate_staff').on(t.staffId, t.completedOn),
    index('certificate_course').on(t.courseId),
  ],
)

/**
 * One spreadsheet that was imported. What it made carries the audit sequence of its version 1; an import that
 * is taken back is withdrawn, and all that it made with it.
 */
export const trainingImport = sqliteTable(
  'training_import',
  {
    ...versioned(),
    /** certificates or staff */
    kind: text('kind').notNull(),
    fileName: text('file_name').notNull(),
    /** SHA-256 of the file as it was read. */
    fileHash: text('file_hash').notNull(),
    sheet: text('sheet').notNull(),
    /** JSON: the heading that stood over each column, taken again for the next file of the kind. */
    headings: text('headings').notNull(),
    /** JSON: what words of the file mean here, taken again likewise. */
    words: text('words').notNull(),
    /** day-first or month-first; empty where no date of the file left it open. */
    dateOrder: text('date_order'),
    added: integer('added').notNull(),
    already: integer('already').notNull(),
    leftOut: integer('left_out').notNull(),
    /** JSON: the rows that were left out, each with its reasons. */
    report: text('report').notNull(),
  },
  (t) => [
    ...versionKeys('training_import', t),
    isInteger('training_import_added_int', t.added),
    isInteger('training_import_already_int', t.already),
    isInteger('training_import_left_out_int', t.leftOut),
  ],
)

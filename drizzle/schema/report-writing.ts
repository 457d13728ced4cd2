import { foreignKey, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { report } from './assurance.ts'
import { isDate, isInstant, isInteger, refersTo, versioned, versionKeys } from './columns.ts'

/** A report that is being written: draft, factual check, final (assurance.md 4). Each step is a new version. */
export const writtenReport = sqliteTable(
  'written_report',
  {
    ...versioned(),
    /** restricted or shareable (decision 36) */
    disclosure: text('disclosure').notNull(),
    first: text('first').notNull(),
    last: text('last').notNull(),
    /** Ids of the requirements chosen, joined by a space, in the order of the framework. */
    requirements: text('requirements').notNull(),
    /** Who it goes to: one to a line. */
    distribution: text('distribution').notNull(),
    /** draft, factual-check or final */
    stage: text('stage').notNull(),
    /** The day by which comments are asked for, in a factual check. */
    commentsBy: text('comments_by'),
    /** The report that was made last at this stage. */
    madeId: refersTo('made_id'),
  },
  (t) => [
    ...versionKeys('written_report', t),
    isDate('written_report_first', t.first),
    isDate('written_report_last', t.last),
    isDate('written_report_comments_by', t.commentsBy),
  ],
)

/** What the unit says of a requirement, or of the period as a whole; each wording is a version. */
export const reportNarrative = sqliteTable(
  'report_narrative',
  {
    ...versioned(),
    writtenId: refersTo('written_id').notNull(),
    /** The id of a requirement; empty for the report as a whole. */
    requirement: text('requirement').notNull(),
    words: text('words').notNull(),
  },
  (t) => [...versionKeys('report_narrative', t), index('report_narrative_of').on(t.writtenId)],
)

/** A comment of the factual check, and the unit's answer to it. */
export const factualComment = sqliteTable(
  'factual_comment',
  {
    ...versioned(),
    writtenId: refersTo('written_id').notNull(),
    /** The id of a requirement; empty for the report as a whole. */
    requirement: text('requirement').notNull(),
    /** Whose comment it is, by name: kept inside. */
    saidBy: text('said_by').notNull(),
    /** Their office, which is printed. */
    office: text('office').notNull(),
    words: text('words').notNull(),
    /** changed, or not-changed; empty until it is answered */
    outcome: text('outcome'),
    answer: text('answer').notNull().default(''),
  },
  (t) => [...versionKeys('factual_comment', t), index('factual_comment_of').on(t.writtenId)],
)

/** That a named person, the author, read this version of a free text and lets it leave the unit. */
export const textClearance = sqliteTable(
  'text_clearance',
  {
    ...versioned(),
    /** The table of the entry. */
    entity: text('entity').notNull(),
    entryId: refersTo('entry_id').notNull(),
    /** A later wording has to be cleared again. */
    entryVersion: integer('entry_version').notNull(),
    /** restricted, or shareable, which holds for both */
    scope: text('scope').notNull(),
  },
  (t) => [
    ...versionKeys('text_clearance', t),
    isInteger('text_clearance_entry_version', t.entryVersion),
    index('text_clearance_of').on(t.entryId),
  ],
)

/** The level that a person set for a requirement in a period, beside the computed one (domain.md 7.2). */
export const setLevel = sqliteTable(
  'set_level',
  {
    ...versioned(),
    /** unit or commissioner */
    side: text('side').notNull(),
    requirement: text('requirement').notNull(),
    first: text('first').notNull(),
    last: text('last').notNull(),
    level: text('level').notNull(),
    because: text('because').notNull(),
    /** The computed level that they saw, and the cut that it was computed at. */
    computedLevel: text('computed_level').notNull(),
    cutAt: text('cut_at').notNull(),
    cutSeq: integer('cut_seq').notNull(),
    byRole: text('by_role').notNull(),
    /** Who signed with them: raising takes two. */
    secondId: refersTo('second_id'),
    secondRole: text('second_role'),
  },
  (t) => [
    ...versionKeys('set_level', t),
    isDate('set_level_first', t.first),
    isDate('set_level_last', t.last),
    isInstant('set_level_cut', t.cutAt),
    isInteger('set_level_cut_int', t.cutSeq),
    index('set_level_period').on(t.first, t.last),
  ],
)

/** The hash of each file of a final report: made again later, it is the same bytes. */
export const frozenFile = sqliteTable(
  'frozen_file',
  {
    recordId: text('record_id').notNull(),
    version: integer('version').notNull(),
    format: text('format').notNull(),
    bytes: integer('bytes').notNull(),
    sha256: text('sha256').notNull(),
  },
  (t) => [
    primaryKey({ name: 'frozen_file_key', columns: [t.recordId, t.version, t.format] }),
    foreignKey({
      name: 'frozen_file_of',
      columns: [t.recordId, t.version],
      foreignColumns: [report.recordId, report.version],
    }),
    isInteger('frozen_file_bytes_int', t.bytes),
  ],
)

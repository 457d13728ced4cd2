import { sql } from 'drizzle-orm'
import {
  type AnySQLiteColumn,
  check,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
} from 'drizzle-orm/sqlite-core'

/**
 * One row for each record of any type, so that a reference from one record to another can be a foreign
 * key although a record has many versions. Written by the unit of work alone.
 */
export const record = sqliteTable(
  'record',
  {
    recordId: text('record_id').primaryKey(),
    type: text('type').notNull(),
    unitId: text('unit_id').notNull(),
    auditSeq: integer('audit_seq').notNull(),
  },
  (t) => [
    check('record_id_text', sql`typeof(${t.recordId}) = 'text' and length(${t.recordId}) = 36`),
  ],
)

/** A reference to another record: `personId: refersTo('person_id').notNull()`. */
export const refersTo = (name: string) => text(name).references(() => record.recordId)

/**
 * What every version of every record carries (decision 2). A row is one version of one record: version 1
 * when it is made, a further row for each correction. Nothing is overwritten; `withdrawn` marks a version
 * that says the record was entered in error.
 */
export const versioned = () => ({
  recordId: refersTo('record_id').notNull(),
  version: integer('version').notNull(),
  unitId: text('unit_id').notNull(),
  recordedAt: text('recorded_at').notNull(),
  auditSeq: integer('audit_seq').notNull(),
  /** The staff record of who wrote this version. */
  author: text('author').notNull(),
  /** Why a later version was made; empty for version 1. */
  reason: text('reason').notNull().default(''),
  withdrawn: integer('withdrawn', { mode: 'boolean' }).notNull().default(false),
})

interface VersionColumns {
  recordId: AnySQLiteColumn
  version: AnySQLiteColumn
  auditSeq: AnySQLiteColumn
  recordedAt: AnySQLiteColumn
}

/** The key and checks of a version table. */
export const versionKeys = (name: string, t: VersionColumns) => [
  primaryKey({ name: `${name}_key`, columns: [t.recordId, t.version] }),
  index(`${name}_seq`).on(t.auditSeq),
  check(`${name}_version_int`, sql`typeof(${t.version}) = 'integer' and ${t.version} >= 1`),
  check(`${name}_seq_int`, sql`typeof(${t.auditSeq}) = 'integer'`),
  isInstant(`${name}_recorded_at_instant`, t.recordedAt),
]

const instantGlob =
  "'[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'"
const dateGlob = "'[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'"

/** The column, where it holds anything, holds an instant (decision 7). */
export const isInstant = (name: string, column: AnySQLiteColumn) =>
  check(name, sql`${column} is null or ${column} glob ${sql.raw(instantGlob)}`)

/** The column, where it holds anything, holds a civil date (decision 7). */
export const isDate = (name: string, column: AnySQLiteColumn) =>
  check(name, sql`${column} is null or ${column} glob ${sql.raw(dateGlob)}`)

/** The column, where it holds anything, holds ten digits as text (reliability.md, row 29). */
export const isNhsNumber = (name: string, column: AnySQLiteColumn) =>
  check(
    name,
    sql`${column} is null or (typeof(${column}) = 'text' and length(${column}) = 10 and ${column} not glob '*[^0-9]*')`,
  )

/** The column, where it holds anything, holds a whole number (decision 8). */
export const isInteger = (name: string, column: AnySQLiteColumn) =>
  check(name, sql`${column} is null or typeof(${column}) = 'integer'`)

/** The columns of a basis (domain/shared/provenance.ts): how a statement is known. */
export const basisColumns = () => ({
  basisKind: text('basis_kind').notNull(),
  basisBy: text('basis_by'),
  basisOn: text('basis_on'),
  basisDocument: text('basis_document'),
})

/**
 * That a status has ended: when, what followed, and how that is known. Empty until somebody says so; the date on which it
 * was to run out says nothing of it.
 */
export const endColumns = () => ({
  endedAt: text('ended_at'),
  whatFollowed: text('what_followed'),
  endBasisKind: text('end_basis_kind'),
  endBasisBy: text('end_basis_by'),
  endBasisOn: text('end_basis_on'),
  endBasisDocument: text('end_basis_document'),
})

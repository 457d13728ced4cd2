import { getTableColumns, getTableName, is } from 'drizzle-orm'
import { SQLiteTable } from 'drizzle-orm/sqlite-core'
import * as schema from './schema/index.ts'

/** The one table whose rows are replaced and removed: what is typed and not yet saved. */
const replaceable = new Set(['draft'])

/** The migrator's own table (electron/platform/store/migrate.ts). */
export const migrationTable = 'schema_migration'

export interface Trigger {
  name: string
  table: string
  sql: string
}

const tables: SQLiteTable[] = Object.values(schema).filter((entry) => is(entry, SQLiteTable))

/** Every table of the schema by its name in SQL. */
export const tableNames: readonly string[] = tables.map((table) => getTableName(table)).sort()

/** The names of the tables whose rows are versions of records. */
export const versionTableNames: readonly string[] = tables
  .filter((table) => {
    const columns = getTableColumns(table)
    return 'recordId' in columns && 'version' in columns && 'recordedAt' in columns
  })
  .map((table) => getTableName(table))
  .sort()

/**
 * The triggers that keep records append-only (architecture law 4): no row is changed or removed, a version
 * follows the one before it, an audit entry follows the one before it. Asserted at every start.
 */
export const appendOnlyTriggers: readonly Trigger[] = [
  ...[...tableNames.filter((name) => !replaceable.has(name)), migrationTable].flatMap(frozen),
  ...versionTableNames.map(nextVersion),
  {
    name: 'audit_next_seq',
    table: 'audit',
    sql: "CREATE TRIGGER audit_next_seq BEFORE INSERT ON audit WHEN new.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM audit) BEGIN SELECT raise(ABORT, 'audit: the entry does not follow the last one'); END",
  },
]

function frozen(table: string): Trigger[] {
  return ['UPDATE', 'DELETE'].map((act) => {
    const name = `${table}_no_${act.toLowerCase()}`
    return {
      name,
      table,
      sql: `CREATE TRIGGER ${name} BEFORE ${act} ON ${table} BEGIN SELECT raise(ABORT, '${table} is append-only'); END`,
    }
  })
}

function nextVersion(table: string): Trigger {
  const name = `${table}_next_version`
  return {
    name,
    table,
    sql: `CREATE TRIGGER ${name} BEFORE INSERT ON ${table} WHEN new.version IS NOT (SELECT coalesce(max(version), 0) + 1 FROM ${table} WHERE record_id = new.record_id) BEGIN SELECT raise(ABORT, '${table}: the version does not follow the last one'); END`,
  }
}

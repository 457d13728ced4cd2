import { getTableColumns, getTableName, is } from 'drizzle-orm'
import { SQLiteTable } from 'drizzle-orm/sqlite-core'
import * as schema from '#drizzle/schema/index.ts'
import { stamped } from '../../platform/store/table-plan.ts'

/** A column as the history shows it. */
export interface HistoryColumn {
  key: string
  sqlName: string
  isBoolean: boolean
}

/** A table of versions, or of rows that belong to a version of its record. */
export interface HistoryTable {
  name: string
  columns: readonly HistoryColumn[]
}

/** What no history shows: keys, and what is derived for searching. */
const unshown: Readonly<Record<string, readonly string[]>> = {
  unit_key: ['privateKey'],
  user_account: ['slotId'],
  person: ['searchName'],
  report: ['model'],
}

const own = new Set<string>(stamped)

const tables: SQLiteTable[] = Object.values(schema).filter((entry) => is(entry, SQLiteTable))

const shaped = (table: SQLiteTable): HistoryTable => {
  const name = getTableName(table)
  return {
    name,
    columns: Object.entries(getTableColumns(table))
      .filter(([key]) => !own.has(key) && !unshown[name]?.includes(key))
      .map(([key, column]) => ({
        key,
        sqlName: column.name,
        isBoolean: column.dataType === 'boolean',
      })),
  }
}

const has = (table: SQLiteTable, key: string) => key in getTableColumns(table)

const versionTables = new Map(
  tables
    .filter((table) => has(table, 'version') && has(table, 'recordedAt'))
    .map((table) => [getTableName(table), shaped(table)]),
)

/** Tables whose rows belong to a version: levels of a supervision decision, readings of an observation. */
const partTables = tables
  .filter((table) => has(table, 'recordId') && has(table, 'version') && !has(table, 'recordedAt'))
  .map(shaped)

/** The table of versions of a type of record. */
export const versionTable = (type: string): HistoryTable | undefined => versionTables.get(type)

/** The tables that may hold parts of a version. */
export const tablesOfParts = (): readonly HistoryTable[] => partTables

import { getTableColumns, getTableName } from 'drizzle-orm'
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { ReadDb } from './unit-of-work.ts'

/** A table whose rows are versions of records (drizzle/schema/columns.ts). */
export type VersionTable = SQLiteTable & {
  recordId: SQLiteColumn
  version: SQLiteColumn
  auditSeq: SQLiteColumn
  withdrawn: SQLiteColumn
}

export interface StandingRead<Row> {
  /** The records as they stood when `seq` was the highest audit sequence (decision 2), withdrawn ones left out. */
  at(db: ReadDb, seq: number, parameters?: Record<string, unknown>): Row[]
}

/** Past every sequence there will be: the records as they stand now. */
export const newest = Number.MAX_SAFE_INTEGER

/**
 * Prepares a read of the newest version of each record at a cut, as the named columns only. `where` is SQL
 * over the row `t` with named parameters; it narrows and never decides (decision 1).
 */
export function standing<T extends VersionTable, K extends keyof T['$inferSelect'] & string>(
  table: T,
  columns: readonly K[],
  where = '1',
  orderBy?: string,
): StandingRead<Pick<T['$inferSelect'], K>> {
  const name = getTableName(table)
  const all = getTableColumns(table) as Record<string, SQLiteColumn>
  const column = (key: K) => {
    const found = all[key]
    if (!found) throw new Error(`${name} has no column ${key}`)
    return found
  }
  const picked = columns.map((key) => `t.${column(key).name} as "${key}"`).join(', ')
  const booleans = columns.filter((key) => column(key).dataType === 'boolean')
  const sql = `select ${picked} from ${name} t
    where t.audit_seq <= @seq and t.withdrawn = 0 and (${where})
      and not exists (select 1 from ${name} n
        where n.record_id = t.record_id and n.version > t.version and n.audit_seq <= @seq)
    order by ${orderBy ?? 't.record_id'}`
  type Row = Pick<T['$inferSelect'], K>
  return {
    at(db, seq, parameters = {}) {
      const rows = db.rows<Record<string, unknown>>(sql, { seq, ...parameters })
      // What is not known stays null: it is not no.
      for (const row of rows)
        for (const key of booleans) if (row[key] !== null) row[key] = row[key] === 1
      return rows as Row[]
    },
  }
}

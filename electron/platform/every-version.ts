import { getTableColumns, getTableName } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import type { StandingRead, VersionTable } from './standing.ts'

/**
 * Prepares a read of every version that had been recorded by a cut, oldest first, withdrawn ones too: where a
 * rule looks at what was said at the time, what was corrected is read as well (decision 26). `where` is
 * SQL over the row `t` with named parameters; it narrows and never decides (decision 1).
 */
export function everyVersion<T extends VersionTable, K extends keyof T['$inferSelect'] & string>(
  table: T,
  columns: readonly K[],
  where: string,
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
    where t.audit_seq <= @seq and (${where})
    order by t.audit_seq, t.record_id, t.version`
  type Row = Pick<T['$inferSelect'], K>
  return {
    at(db, seq, parameters = {}) {
      const rows = db.rows<Record<string, unknown>>(sql, { seq, ...parameters })
      for (const row of rows) for (const key of booleans) row[key] = row[key] === 1
      return rows as Row[]
    },
  }
}

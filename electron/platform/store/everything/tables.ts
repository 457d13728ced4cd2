import type Database from 'better-sqlite3'
import { migrationTable } from '#drizzle/statements.ts'

/** A table as it leaves and as it is taken in: its columns, and the rows recorded by a cut. */
export interface OutTable {
  name: string
  columns: readonly string[]
  /** The rows by a cut (`?`), in the order in which they were written. */
  select: string
  insert: string
}

/**
 * What is left out: the store's own book of layouts, answers kept for a call that is repeated, and what is typed
 * and not saved. The audit has lines of its own, and its index of patients is made from it.
 */
const own = new Set([migrationTable, 'audit', 'audit_patient', 'operation', 'draft'])

/** What never leaves, whatever is asked for: the private half of the pair that signs the unit's packs. */
const secret: Readonly<Record<string, readonly string[]>> = { unit_key: ['private_key'] }

/** What stands in the place of a secret in a store that took the rest in: no key. */
const noSecret = "''"

interface ForeignKey {
  id: number
  table: string
  from: string
  to: string
}

/** Every table of records, in the order of their names; the register of records comes first. */
export function outTables(raw: Database.Database): OutTable[] {
  const names = raw
    .prepare(
      "select name from sqlite_schema where type = 'table' and name not like 'sqlite\\_%' escape '\\' order by name <> 'record', name",
    )
    .pluck()
    .all() as string[]
  return names.filter((name) => !own.has(name)).map((name) => outTable(raw, name))
}

function outTable(raw: Database.Database, name: string): OutTable {
  const info = raw.pragma(`table_info("${name}")`) as { name: string }[]
  const withheld = secret[name] ?? []
  const columns = info.map((column) => column.name).filter((column) => !withheld.includes(column))
  const quoted = (list: readonly string[]) => list.map((column) => `"${column}"`).join(', ')
  const values = [...columns.map(() => '?'), ...withheld.map(() => noSecret)].join(', ')
  return {
    name,
    columns,
    select: `select ${columns.map((column) => `t."${column}"`).join(', ')} from "${name}" t where ${byCut(raw, name, columns)} order by t.rowid`,
    insert: `insert into "${name}" (${quoted([...columns, ...withheld])}) values (${values})`,
  }
}

/** What says that a row had been recorded by the cut: its own number, or that of the version that it hangs on. */
function byCut(raw: Database.Database, name: string, columns: readonly string[]): string {
  if (columns.includes('audit_seq')) return 't.audit_seq <= ?'
  const keys = raw.pragma(`foreign_key_list("${name}")`) as ForeignKey[]
  const parent = keys.find(({ from, to }) => from === 'version' && to === 'version')?.table
  if (parent === undefined) throw new Error(`Nothing says when a row of ${name} was recorded`)
  return `exists (select 1 from "${parent}" p where p.record_id = t.record_id and p.version = t.version and p.audit_seq <= ?)`
}

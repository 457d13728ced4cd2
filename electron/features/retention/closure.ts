import { getTableColumns, getTableName, is } from 'drizzle-orm'
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core'
import * as schema from '#drizzle/schema/index.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'

/**
 * What never goes into a copy: restricted entries and who opened them (HZ-11), holds, earlier copies, and who read
 * what for how long, which is about staff.
 */
const never = new Set([
  'restricted_entry',
  'emergency_access',
  'restricted_move',
  'legal_hold',
  'subject_access',
  'document_reading',
])

/** Each table of versions with the columns that refer to other records. */
const tables = Object.values(schema)
  .filter((entry) => is(entry, SQLiteTable))
  .filter((table) => 'recordedAt' in getTableColumns(table) && 'version' in getTableColumns(table))
  .map((table) => ({
    name: getTableName(table) as string,
    references: getTableConfig(table)
      .foreignKeys.flatMap((key) => key.reference().columns.map(({ name }) => name))
      .filter((name) => name !== 'record_id'),
  }))
  .filter(({ name, references }) => !never.has(name) && references.length > 0)

export interface FoundRecord {
  id: string
  type: string
}

/**
 * Every record that hangs on a person: those that refer to them, those that refer to these, and so on. Newest
 * versions alone, withdrawn ones left out; what refers to nobody's record of theirs is not theirs.
 */
export function recordsOf(db: ReadDb, personId: string, above: readonly string[]): FoundRecord[] {
  const found = new Map<string, FoundRecord>([[personId, { id: personId, type: 'person' }]])
  let fresh = [personId, ...above]
  while (fresh.length > 0) {
    const ids = JSON.stringify(fresh)
    const next: FoundRecord[] = []
    for (const { name, references } of tables) {
      const refers = references
        .map((column) => `t.${column} in (select value from json_each(@ids))`)
        .join(' or ')
      const rows = db.rows<{ id: string }>(
        `select t.record_id as id from ${name} t where (${refers}) and t.withdrawn = 0
          and not exists (select 1 from ${name} n where n.record_id = t.record_id and n.version > t.version)`,
        { ids },
      )
      for (const { id } of rows) if (!found.has(id)) next.push({ id, type: name })
    }
    for (const one of next) found.set(one.id, one)
    fresh = [...new Set(next.map(({ id }) => id))]
  }
  return [...found.values()]
}

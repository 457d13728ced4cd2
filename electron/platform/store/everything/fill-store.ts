import type Database from 'better-sqlite3'
import { type AuditRow, appendTaken, chainStart } from '../audit.ts'
import { schemaHash } from '../migrate.ts'
import type { Store } from '../store.ts'
import type { FoundLine } from './check-file.ts'
import { type Cell, type Head, storedValue } from './lines.ts'
import { type OutTable, outTables } from './tables.ts'
import { wrongFile } from './wrong-file.ts'

/** Refuses a file of another layout: its tables would not fit. */
export function fitsLayout(head: Head, layout: number): void {
  const { number } = head.layout
  if (number === layout) return
  wrongFile(
    number > layout
      ? 'It was written by a newer version of the app. Install that version here first'
      : 'It was written by an older version of the app. Install that version in an empty folder, take the file in there, then install this one',
  )
}

/**
 * Writes lines that were checked into a store that was made in this run, inside the transaction of its caller.
 * The audit gets keyed hashes of this store's own key; everything else is as it was. Gives back what takes a line.
 */
export function storeFiller(
  store: Store,
  head: Head,
): { take(line: FoundLine): void; finish(): void } {
  const { raw } = store
  if (!store.fresh || store.chain.seq !== 0) throw new Error('Only an empty store is filled')
  if (schemaHash(raw) !== head.layout.schema)
    wrongFile('Its tables are not those of this version of the app')
  raw.pragma('defer_foreign_keys=ON')
  const tables = new Map(outTables(raw).map((table) => [table.name, rowTaker(raw, table)]))
  const parts: Buffer[] = []
  let chain = chainStart
  return {
    take(line) {
      switch (line.kind) {
        case 'row': {
          const put = tables.get(line.table)
          if (!put) return wrongFile(`There is no table ${line.table.slice(0, 60)}`)
          return put(line.row)
        }
        case 'audit': {
          chain = appendTaken(
            store.prepare,
            store.auditKey,
            chain,
            line.audit as unknown as AuditRow,
          )
          return
        }
        case 'attachment': {
          parts.push(Buffer.from(line.base64, 'base64'))
          if (line.part + 1 < line.of) return
          store.attachments.put(parts)
          parts.length = 0
        }
      }
    },
    finish() {
      const orphans = raw.pragma('foreign_key_check') as unknown[]
      if (orphans.length > 0) wrongFile('A record of it refers to one that is not in it')
      store.chain = chain
    },
  }
}

function rowTaker(raw: Database.Database, { name, columns, insert }: OutTable) {
  const statement = raw.prepare(insert)
  return (row: Readonly<Record<string, Cell>>) => {
    const given = Object.keys(row)
    if (given.length !== columns.length || columns.some((column, index) => given[index] !== column))
      wrongFile(`A row of ${name} has not the columns of its table`)
    try {
      statement.run(...columns.map((column) => storedValue(row[column] ?? null)))
    } catch {
      // What the table itself refuses: a version out of order, a date that is none.
      wrongFile(`A row of ${name} is refused by its table`)
    }
  }
}

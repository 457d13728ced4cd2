import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** One generated migration, as it ships. */
export interface Migration {
  name: string
  /** SHA-256 of the file: a past migration is never edited. */
  hash: string
  statements: readonly string[]
  /** Tables whose number of rows the migration says it changes: a line `-- rows change: a, b` in its file. */
  rowsChange: ReadonlySet<string>
}

/** Reads the shipped migrations in their order, from the folder that drizzle-kit writes. */
export function readMigrations(folder: string): Migration[] {
  const journal = JSON.parse(readFileSync(join(folder, 'meta', '_journal.json'), 'utf8')) as {
    entries: { idx: number; tag: string }[]
  }
  return [...journal.entries]
    .sort((a, b) => a.idx - b.idx)
    .map(({ tag }) => {
      // Git may check files out with other line ends; the hash must not depend on it.
      const text = readFileSync(join(folder, `${tag}.sql`), 'utf8').replaceAll('\r\n', '\n')
      return {
        name: tag,
        hash: createHash('sha256').update(text).digest('hex'),
        statements: text.split('--> statement-breakpoint').filter((sql) => sql.trim() !== ''),
        rowsChange: declaredTables(text),
      }
    })
}

function declaredTables(text: string): Set<string> {
  const lines = [...text.matchAll(/^-- rows change: (.+)$/gm)]
  return new Set(lines.flatMap(([, list]) => (list ?? '').split(',').map((name) => name.trim())))
}

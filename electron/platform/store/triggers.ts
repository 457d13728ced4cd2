import type Database from 'better-sqlite3'
import { appendOnlyTriggers, type Trigger } from '#drizzle/statements.ts'

export interface TriggerReport {
  /** Triggers that were missing or changed. */
  remade: string[]
  /** Triggers that are none of ours. */
  removed: string[]
}

/**
 * Makes the append-only triggers what they should be and reports what was not. To be called at every start
 * and at the end of every migration, inside a transaction.
 */
export function assertTriggers(raw: Database.Database): TriggerReport {
  const { removed, wrong } = compare(raw)
  for (const name of [...removed, ...wrong.map(({ name }) => name)])
    raw.exec(`drop trigger if exists ${quoted(name)}`)
  for (const { sql } of wrong) raw.exec(sql)
  return { remade: wrong.map(({ name }) => name), removed }
}

/** The names of triggers that are missing, changed or none of ours; changes nothing. */
export function triggerFaults(raw: Database.Database): string[] {
  const { removed, wrong } = compare(raw)
  return [...removed, ...wrong.map(({ name }) => name)]
}

function compare(raw: Database.Database): { removed: string[]; wrong: Trigger[] } {
  const found = new Map(
    (
      raw.prepare("select name, sql from sqlite_schema where type = 'trigger'").all() as {
        name: string
        sql: string
      }[]
    ).map(({ name, sql }) => [name, sql]),
  )
  // Before a migration, the tables of a newer layout are not there yet.
  const tables = new Set(
    raw.prepare("select name from sqlite_schema where type = 'table'").pluck().all() as string[],
  )
  const expected = appendOnlyTriggers.filter(({ table }) => tables.has(table))
  const ours = new Set(appendOnlyTriggers.map(({ name }) => name))
  const removed = [...found.keys()].filter((name) => !ours.has(name))
  const wrong = expected.filter(({ name, sql }) => found.get(name) !== sql)
  return { removed, wrong }
}

/** Takes every trigger away, so that a migration can rebuild tables; inside the migrator's transaction alone. */
export function dropTriggers(raw: Database.Database): void {
  const names = raw.prepare("select name from sqlite_schema where type = 'trigger'").pluck().all()
  for (const name of names as string[]) raw.exec(`drop trigger ${quoted(name)}`)
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`

import { createHash, createHmac } from 'node:crypto'
import type Database from 'better-sqlite3'
import type { Instant } from '#domain/shared/time.ts'
import { migrationTable } from '#drizzle/statements.ts'
import { appVersion } from './app-version.ts'
import { verifyChain } from './audit.ts'
import { canonical } from './canonical.ts'
import type { Migration } from './migrations.ts'
import { problemOf, StoreProblem } from './problem.ts'
import { assertTriggers, dropTriggers } from './triggers.ts'

interface MigrationRow {
  number: number
  name: string
  hash: string
  applied_at: string
  app_version: string
  schema_hash: string
  mac: string
}

export interface MigrateOptions {
  raw: Database.Database
  auditKey: Buffer
  now: Instant
}

/**
 * The shipped migrations that the database has not had yet. Throws a `StoreProblem`, with nothing changed,
 * for a newer database, an edited past migration and a layout altered from outside (architecture law 7).
 */
export function pendingMigrations(
  raw: Database.Database,
  migrations: readonly Migration[],
  auditKey: Buffer,
): Migration[] {
  const applied = appliedRows(raw)
  checkPast(raw, applied, migrations, auditKey)
  return migrations.slice(applied.length)
}

/**
 * Applies all that is pending in one transaction, or throws with nothing changed; foreign keys, row counts
 * and the whole file are checked. The caller has made a verified backup.
 */
export function applyMigrations(options: MigrateOptions, pending: readonly Migration[]): void {
  if (pending.length === 0) return
  const { raw } = options
  // The pragma does nothing inside a transaction; a rebuilt table would lose its child rows.
  raw.pragma('foreign_keys=OFF')
  try {
    raw.transaction(() => applyAll(options, appliedRows(raw), pending)).immediate()
  } catch (error) {
    throw asProblem(error)
  } finally {
    raw.pragma('foreign_keys=ON')
  }
  const check = raw.pragma('quick_check(1)', { simple: true })
  if (check !== 'ok')
    throw new StoreProblem('damaged', 'The records file is damaged. Restore the last good backup.')
  raw.pragma('wal_checkpoint(TRUNCATE)')
}

function appliedRows(raw: Database.Database): MigrationRow[] {
  const there = raw
    .prepare("select 1 from sqlite_schema where type = 'table' and name = ?")
    .get(migrationTable)
  if (!there) return []
  return raw.prepare(`select * from ${migrationTable} order by number`).all() as MigrationRow[]
}

function checkPast(
  raw: Database.Database,
  applied: readonly MigrationRow[],
  migrations: readonly Migration[],
  auditKey: Buffer,
): void {
  const version = raw.pragma('user_version', { simple: true }) as number
  if (Math.max(version, applied.length) > migrations.length) throw newerProblem()
  const last = applied.at(-1)
  let prev = ''
  for (const [at, row] of applied.entries()) {
    if (row.hash !== migrations[at]?.hash)
      throw new StoreProblem(
        'edited-migration',
        `This copy of the app does not know how the records were laid out (step ${row.name}). Nothing has been changed. Install the app again from its package.`,
      )
    if (row.mac !== rowMac(auditKey, row, prev)) throw changedSchema()
    prev = row.mac
  }
  if (version !== applied.length || (last && last.schema_hash !== schemaHash(raw)))
    throw changedSchema()
}

const newerProblem = () =>
  new StoreProblem(
    'newer-version',
    'The records were written by a newer version of this app. Nothing has been changed. Install the newer version on this computer.',
  )

const changedSchema = () =>
  new StoreProblem(
    'changed-schema',
    'The layout of the records file has been changed from outside the app. Nothing has been deleted. Tell the safeguarding lead and IT support, then restore the last good backup.',
  )

function applyAll(
  { raw, auditKey, now }: MigrateOptions,
  applied: readonly MigrationRow[],
  pending: readonly Migration[],
): void {
  const before = rowCounts(raw)
  dropTriggers(raw)
  raw.exec(
    `create table if not exists ${migrationTable} (number integer primary key not null, name text not null, hash text not null, applied_at text not null, app_version text not null, schema_hash text not null, mac text not null)`,
  )
  const declared = new Set([migrationTable])
  let prev = applied.at(-1)?.mac ?? ''
  let number = applied.length
  for (const migration of pending) {
    for (const sql of migration.statements) raw.exec(sql)
    for (const table of migration.rowsChange) declared.add(table)
    number += 1
    const { name, hash } = migration
    const row = { number, name, hash, applied_at: now, app_version: appVersion }
    const whole = { ...row, schema_hash: schemaHash(raw), mac: '' }
    whole.mac = rowMac(auditKey, whole, prev)
    prev = whole.mac
    raw
      .prepare(
        `insert into ${migrationTable} (number, name, hash, applied_at, app_version, schema_hash, mac) values (@number, @name, @hash, @applied_at, @app_version, @schema_hash, @mac)`,
      )
      .run(whole)
  }
  raw.pragma(`user_version=${number}`)
  checkRows(raw, before, declared)
  if (verifyChain(raw, auditKey).fault) throw new Error('The migration breaks the audit')
  assertTriggers(raw)
}

function checkRows(
  raw: Database.Database,
  before: ReadonlyMap<string, number>,
  declared: ReadonlySet<string>,
): void {
  const orphans = raw.pragma('foreign_key_check') as unknown[]
  if (orphans.length > 0) throw new Error('The migration leaves references to nothing')
  const after = rowCounts(raw)
  for (const [table, count] of before) {
    if (!declared.has(table) && after.get(table) !== count)
      throw new Error(`The migration changes the number of rows of ${table} without saying so`)
  }
}

function rowCounts(raw: Database.Database): Map<string, number> {
  const counts = new Map<string, number>()
  for (const table of tablesOf(raw))
    counts.set(table, raw.prepare(`select count(*) from "${table}"`).pluck().get() as number)
  return counts
}

function tablesOf(raw: Database.Database): string[] {
  return raw
    .prepare(
      "select name from sqlite_schema where type = 'table' and name not like 'sqlite\\_%' escape '\\' order by name",
    )
    .pluck()
    .all() as string[]
}

/** One hash over every table and index as they are declared; the triggers are asserted apart. */
export function schemaHash(raw: Database.Database): string {
  const rows = raw
    .prepare(
      "select type, name, tbl_name, sql from sqlite_schema where type <> 'trigger' and name not like 'sqlite\\_%' escape '\\' order by type, name",
    )
    .raw()
    .all() as (string | null)[][]
  return createHash('sha256').update(canonical(rows)).digest('hex')
}

function rowMac(key: Buffer, row: MigrationRow, prev: string): string {
  const { number, name, hash, applied_at, app_version, schema_hash } = row
  const fields = ['migration v1', number, name, hash, applied_at, app_version, schema_hash, prev]
  return createHmac('sha256', key).update(canonical(fields)).digest('hex')
}

function asProblem(error: unknown): StoreProblem {
  const known = problemOf(error)
  if (known) return known
  return new StoreProblem(
    'migration-failed',
    'The records could not be brought to the layout of this version of the app. Nothing has been changed: the version used before still opens them. Keep using it and report this.',
    { cause: error },
  )
}

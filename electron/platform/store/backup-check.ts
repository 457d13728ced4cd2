import { existsSync } from 'node:fs'
import type Database from 'better-sqlite3'
import { type ChainHead, chainHead, chainSteps } from './audit.ts'
import { connect } from './connection.ts'
import { type DataKey, derivedKey } from './data-key.ts'
import { recordsId } from './encrypted-file.ts'
import { StoreProblem } from './problem.ts'

/** What a database holds at one moment: the same in the original and in a good copy. */
export interface Contents {
  head: ChainHead
  /** Rows in each table. */
  rows: Record<string, number>
  /** Number of migrations that the layout has had. */
  layout: number
}

/** Counts what a database holds now. */
export function contentsOf(raw: Database.Database): Contents {
  const rows: Record<string, number> = {}
  for (const table of tablesOf(raw))
    rows[table] = raw.prepare(`select count(*) from "${table}"`).pluck().get() as number
  return {
    head: chainHead(raw),
    rows,
    layout: raw.pragma('user_version', { simple: true }) as number,
  }
}

/** Every table of ours in a database. */
export function tablesOf(raw: Database.Database): string[] {
  return raw
    .prepare(
      "select name from sqlite_schema where type = 'table' and name not like 'sqlite\\_%' escape '\\' order by name",
    )
    .pluck()
    .all() as string[]
}

/**
 * Checks every page, a table with its indexes after the other; yields between, throws what `bad` makes. What a
 * check reads is decrypted in small steps before it, so that no step is long (decision 8).
 */
export function* quickCheckSteps(
  raw: Database.Database,
  bad: () => Error,
): Generator<string, void, void> {
  for (const table of tablesOf(raw)) {
    yield* readAhead(raw, table)
    const found = raw.pragma(`quick_check("${table}")`, { simple: true })
    if (found !== 'ok') throw bad()
    yield table
  }
}

const rowsAhead = 5000

/** Brings the pages of a table into memory: decrypting is nine tenths of a check. */
function* readAhead(raw: Database.Database, table: string): Generator<string, void, void> {
  // What is written between the steps is not waited for, or they would never end.
  const last = raw.prepare(`select max(rowid) from "${table}"`).pluck().get() as number | null
  const page = raw
    .prepare(
      `select max(at) from (select rowid as at from "${table}" not indexed where rowid > ? order by rowid limit ${rowsAhead})`,
    )
    .pluck()
  for (let at = -1; last !== null && at < last; yield table) at = (page.get(at) as number) ?? last
  const indexes = raw
    .prepare('select name from pragma_index_list(?) where partial = 0')
    .pluck()
    .all(table)
  for (const index of indexes as string[]) {
    raw.prepare(`select count(*) from "${table}" indexed by "${index}"`).get()
    yield table
  }
}

const badCopy = (why: string) =>
  new StoreProblem('damaged', `The backup cannot be used: ${why}. Choose another one.`)

/** How much of the chain before its head is checked in a copy. */
const tailRows = 1000

/**
 * Opens a closed copy with the key and checks that it holds exactly what is expected: every page, every
 * count, the head of the chain and its tail. A killed copy opens without error as an empty database, so a
 * copy counts only after this (reliability.md 0, finding 8). In steps; throws a `StoreProblem`.
 */
export function* checkCopySteps(
  path: string,
  key: DataKey,
  expected: Contents,
  options: { readonly?: boolean } = {},
): Generator<void, void, void> {
  if (!existsSync(path)) throw badCopy('the file is not there')
  const auditKey = derivedKey(key, 'audit v1')
  const raw = connect(path, key, options)
  try {
    raw.pragma('temp_store=MEMORY')
    raw.pragma('cache_size=-65536')
    if (!options.readonly) makeSelfContained(raw)
    if (raw.pragma('application_id', { simple: true }) !== recordsId) throw badCopy('it is empty')
    for (const _ of quickCheckSteps(raw, () => badCopy('it is damaged'))) yield
    assertSame(contentsOf(raw), expected)
    yield
    const from = Math.max(1, expected.head.seq - tailRows)
    const steps = chainSteps(raw, auditKey, from)
    for (;;) {
      const step = steps.next()
      if (step.done) {
        if (step.value.fault) throw badCopy('its audit does not hold')
        return
      }
      yield
    }
  } finally {
    raw.close()
    auditKey.fill(0)
  }
}

/** One closed file without a log, so that it can be copied out by any tool. */
function makeSelfContained(raw: Database.Database): void {
  raw.pragma('locking_mode=EXCLUSIVE')
  raw.pragma('synchronous=FULL')
  raw.pragma('journal_mode=DELETE')
}

function assertSame(found: Contents, expected: Contents): void {
  if (found.head.seq !== expected.head.seq || found.head.mac !== expected.head.mac)
    throw badCopy('it ends at another entry')
  if (found.layout !== expected.layout) throw badCopy('it has another layout')
  const tables = new Set([...Object.keys(found.rows), ...Object.keys(expected.rows)])
  for (const table of tables)
    if (found.rows[table] !== expected.rows[table]) throw badCopy(`rows of ${table} are missing`)
}

/** Runs steps to their end at once. */
export function atOnce<T>(steps: Generator<unknown, T, void>): T {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** Runs steps to their end and lets other work go in between. */
export async function inSteps<T>(steps: Generator<unknown, T, void>): Promise<T> {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    await new Promise((resolve) => setImmediate(resolve))
  }
}

/** The same, but stops between two steps, with undefined, once what they work on is no longer wanted. */
export async function inStepsWhile<T>(
  wanted: () => boolean,
  steps: Generator<unknown, T, void>,
): Promise<T | undefined> {
  for (;;) {
    if (!wanted()) return undefined
    const step = steps.next()
    if (step.done) return step.value
    await new Promise((resolve) => setImmediate(resolve))
  }
}

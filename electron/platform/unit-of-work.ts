import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { v7 } from 'uuid'
import { Refusal } from '#domain/shared/failure.ts'
import type { Instant } from '#domain/shared/time.ts'
import type { Author } from '#domain/users/roles.ts'
import type { Clock } from './clock.ts'
import { type Operation, operationAnswer, recordOperation } from './operation.ts'
import { type ReadDb, readDb } from './read-db.ts'
import { recordingTime } from './recording-time.ts'
import { type AuditNote, appendAudit, type ChainHead, chainHead } from './store/audit.ts'
import { problemOf } from './store/problem.ts'
import type { Store } from './store/store.ts'
import type { Stamped, VersionTable } from './store/table-plan.ts'
import { type RowWriter, rowWriter } from './write-rows.ts'

export type { Operation } from './operation.ts'
export { type ReadDb, readDb, type SqlParameters } from './read-db.ts'
export type { AuditNote, JsonObject, JsonValue } from './store/audit.ts'
export type { VersionTable } from './store/table-plan.ts'

/** What a service says of a new record; the rest is stamped. */
export type Content<T extends VersionTable> = Omit<T['$inferInsert'], Stamped>

/** What a service changes of a record; what is absent or undefined stays as it was. */
export type Changes<T extends VersionTable> = {
  readonly [K in keyof Content<T>]?: Content<T>[K] | undefined
}

/** A table whose rows are neither versions of records nor the store's own. */
export type PlainTable<T extends SQLiteTable> = T extends { recordedAt: unknown }
  ? never
  : T extends { prev: unknown } | { operationId: unknown } | { savedAt: unknown }
    ? never
    : T

/** One open transaction. It ends with the function that was given it. */
export interface WriteTx extends ReadDb {
  /**
   * The one time of everything written here. Never before the latest entry of the audit: a clock that was set
   * back makes nothing look as if it had been entered in time.
   */
  readonly now: Instant
  readonly actor: Author
  readonly unitId: string
  /** The number of this transaction's first audit entry; every row written here carries it. */
  readonly auditSeq: number
  /** A new record id: random, and sortable by time. */
  newId(): string
  /** Makes a record in its first version. */
  insert<T extends VersionTable>(
    table: T,
    content: Content<T>,
    options?: { recordId?: string },
  ): { recordId: string; version: 1 }
  /**
   * Makes the next version: the newest with the changes. Refuses with `clash` if the newest version is not
   * the expected one, with `not-found` where there is none, with `held` if the record was withdrawn.
   */
  amend<T extends VersionTable>(
    table: T,
    recordId: string,
    expectedVersion: number,
    changes: Changes<T>,
    reason: string,
  ): { recordId: string; version: number }
  /** Makes a last version that says the record was entered in error; it stays readable. Refuses as `amend`. */
  withdraw(
    table: VersionTable,
    recordId: string,
    expectedVersion: number,
    reason: string,
  ): { recordId: string; version: number }
  /** Adds a row that belongs to a version, to a table without versions of its own. */
  append<T extends SQLiteTable>(table: PlainTable<T>, row: T['$inferInsert']): void
}

/** What a transaction ends with: the answer, and at least one audit entry. */
export interface Outcome<T> {
  value: T
  audit: readonly [AuditNote, ...AuditNote[]]
}

/**
 * Does the work in one transaction, rows and audit together or nothing, and returns its value when all of
 * it is on the disk. The work is synchronous. A `Refusal` or any error undoes it. The value is kept as JSON
 * beside the operation id, so it holds nothing that JSON does not.
 */
export type Write = <T>(work: (tx: WriteTx) => Outcome<T>) => T

export interface WriteOptions {
  actor: Author
  unitId: string
  clock: Clock
  /** The client's id for the act; without it a retry cannot be told from a new act. */
  operation?: Operation
  /** Called after the commit with the names of the tables written. */
  onCommitted?(tables: string[]): void
}

/** The one door for writes (architecture law 1). A command gets one `Write` and, with an operation, uses it once. */
export function makeWrite(store: Store, options: WriteOptions): Write {
  let used = false
  return (work) => {
    if (options.operation) {
      if (used) throw new Error('A command with an operation id writes once')
      used = true
      const earlier = operationAnswer(store, options.operation, options.actor)
      if (earlier) return earlier.value as never
    }
    return transact(store, options, work)
  }
}

function transact<T>(store: Store, options: WriteOptions, work: (tx: WriteTx) => Outcome<T>): T {
  if (store.raw.inTransaction && !store.bulk)
    throw new Error('A write cannot begin inside another write')
  const rows = new Set<string>()
  const wall = options.clock.now()
  const now = recordingTime(store, wall)
  let committed: { value: T; head: ChainHead }
  try {
    store.assertPresent()
    committed = store.bulk
      ? inside(store, 'savepoint', () => body(store, options, { now, wall }, rows, work))
      : inside(store, 'begin', () => body(store, options, { now, wall }, rows, work))
  } catch (error) {
    throw asRefusal(error)
  }
  store.chain = committed.head
  if (!store.bulk) settle(store, wall)
  options.onCommitted?.([...rows])
  return committed.value
}

const edges = {
  begin: ['begin immediate', 'commit', 'rollback'],
  savepoint: ['savepoint act', 'release act', 'rollback to act'],
} as const

function inside<R>(store: Store, kind: keyof typeof edges, act: () => R): R {
  const [start, end, undo] = edges[kind]
  store.prepare(start).run()
  try {
    const result = act()
    store.prepare(end).run()
    return result
  } catch (error) {
    // A full disk ends a transaction by itself.
    if (store.raw.inTransaction) store.prepare(undo).run()
    throw error
  }
}

function body<T>(
  store: Store,
  { actor, unitId, clock, operation }: WriteOptions,
  { now, wall }: { now: Instant; wall: Instant },
  tables: Set<string>,
  work: (tx: WriteTx) => Outcome<T>,
): { value: T; head: ChainHead } {
  const first = store.chain.seq + 1
  const writer = rowWriter(store.raw, { now, actor, unitId, auditSeq: first, tables })
  const outcome = work(transaction(store, writer, { now, actor, unitId, auditSeq: first }))
  writer.end()
  assertOutcome(outcome)
  // The audit keeps what the clock read: by it a step is found (decision 26).
  const moment = { now: wall, actor, clock }
  let head = store.chain
  for (const note of outcome.audit)
    head = appendAudit(store.prepare, store.auditKey, head, moment, note)
  if (operation) recordOperation(store, operation, actor, first, outcome.value)
  tables.add('audit')
  return { value: outcome.value, head }
}

function transaction(
  store: Store,
  writer: RowWriter,
  stamp: Pick<WriteTx, 'now' | 'actor' | 'unitId' | 'auditSeq'>,
): WriteTx {
  return {
    ...readDb(store),
    ...stamp,
    newId: () => newId(stamp.now),
    insert: (table, content, options = {}) =>
      writer.insert(table, content, options.recordId ?? newId(stamp.now)),
    amend: (table, recordId, expected, changes, reason) =>
      writer.next(table, recordId, expected, changes, reason, false),
    withdraw: (table, recordId, expected, reason) =>
      writer.next(table, recordId, expected, {}, reason, true),
    append: (table, row) => writer.append(table as SQLiteTable, row),
  }
}

let counter = 0

/** A random id (UUIDv7) that sorts by the given time and, within one millisecond, by the order of making. */
export function newId(now: Instant): string {
  counter = (counter + 1) % 0x80000000
  return v7({ msecs: Date.parse(now), seq: counter })
}

function assertOutcome(outcome: unknown): void {
  // The types refuse both; code that got past them must still not commit.
  if (outcome instanceof Promise) throw new Error('The work of a write is synchronous')
  const notes = (outcome as Partial<Outcome<unknown>> | undefined)?.audit
  if (!notes || notes.length === 0) throw new Error('A write leaves at least one audit entry')
}

/** After a commit: the log into the file, and one anchor line. What fails here undoes nothing, so it is noted. */
function settle(store: Store, now: Instant): void {
  try {
    if (store.checkpointHolds === 0) store.prepare('pragma wal_checkpoint(PASSIVE)').get()
  } catch (error) {
    note(store, error)
  }
  try {
    store.anchors.append(store.chain, now)
  } catch (error) {
    note(store, error)
  }
}

function note(store: Store, error: unknown): void {
  const problem = problemOf(error)
  if (!problem) throw error
  store.notice('warning', `A save is kept, but its second safeguard failed: ${problem.message}`)
}

function asRefusal(error: unknown): unknown {
  const problem = error instanceof Refusal ? undefined : problemOf(error)
  return problem ? new Refusal({ code: 'store', message: problem.message }) : error
}

/**
 * Fills a fresh file in one transaction: no disk is waited for between the acts, and nothing is kept unless
 * `finish` is reached. For the example generator and for records taken in from another computer; refuses a
 * file that was opened rather than made.
 */
export function beginBulk(store: Store): { finish(): void; abandon(): void } {
  if (!store.fresh) throw new Error('Only a file made in this run can be filled in bulk')
  if (store.bulk) throw new Error('The file is being filled in bulk already')
  store.prepare('begin immediate').run()
  store.bulk = true
  return {
    finish() {
      store.prepare('commit').run()
      store.bulk = false
      settle(store, store.clock.now())
    },
    abandon() {
      store.prepare('rollback').run()
      store.bulk = false
      store.chain = chainHead(store.raw)
    },
  }
}

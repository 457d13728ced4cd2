import type Database from 'better-sqlite3'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { refuse, refuseField } from '#domain/shared/failure.ts'
import type { Instant } from '#domain/shared/time.ts'
import type { Author } from '#domain/users/roles.ts'
import { stamped, type TablePlan, tablePlan, type VersionTable } from './store/table-plan.ts'

/** What every row of one transaction carries, and where the names of the tables written are gathered. */
export interface Stamp {
  now: Instant
  actor: Author
  unitId: string
  auditSeq: number
  tables: Set<string>
}

type Row = Record<string, unknown>

/** Writes the rows of one transaction; after `end` it writes no more. */
export interface RowWriter {
  insert(table: VersionTable, content: object, recordId: string): { recordId: string; version: 1 }
  next(
    table: VersionTable,
    recordId: string,
    expected: number,
    changes: object,
    reason: string,
    withdrawn: boolean,
  ): { recordId: string; version: number }
  append(table: SQLiteTable, row: object): void
  end(): void
}

const registerSql = 'insert into record (record_id, type, unit_id, audit_seq) values (?, ?, ?, ?)'
const registers = new WeakMap<Database.Database, Database.Statement<unknown[], unknown>>()

/** The tables that only the unit of work itself writes. */
const own = new Set(['record', 'audit', 'audit_patient', 'operation', 'draft'])

/** A writer that stamps rows as one transaction. */
export function rowWriter(raw: Database.Database, stamp: Stamp): RowWriter {
  const { now, actor, unitId, auditSeq, tables } = stamp
  let open = true
  const planOf = (table: SQLiteTable): TablePlan => {
    if (!open) throw new Error('The transaction has ended')
    const plan = tablePlan(raw, table)
    tables.add(plan.name)
    return plan
  }
  const versionColumns = (
    recordId: string,
    version: number,
    reason: string,
    withdrawn: boolean,
  ) => ({
    recordId,
    version,
    unitId,
    recordedAt: now,
    auditSeq,
    author: actor.staffId,
    reason,
    withdrawn,
  })
  return {
    insert(table, content, recordId) {
      const plan = planOf(table)
      assertNotStamped(plan, content)
      register(raw).run(recordId, plan.name, unitId, auditSeq)
      plan.insert.run(plan.values({ ...content, ...versionColumns(recordId, 1, '', false) }))
      return { recordId, version: 1 }
    },
    next(table, recordId, expected, changes, reason, withdrawn) {
      const plan = planOf(table)
      assertNotStamped(plan, changes)
      if (reason.trim() === '') refuseField('reason', 'Enter why the record is changed')
      const values = newest(plan, recordId, expected, unitId)
      const version = expected + 1
      plan.overwrite(values, {
        ...changes,
        ...versionColumns(recordId, version, reason, withdrawn),
      })
      plan.insert.run(values)
      return { recordId, version }
    },
    append(table, row) {
      const plan = planOf(table)
      if (own.has(plan.name) || plan.last) throw new Error(`${plan.name} cannot be appended to`)
      plan.insert.run(plan.values(row as Row))
    },
    end() {
      open = false
    },
  }
}

function register(raw: Database.Database): Database.Statement<unknown[], unknown> {
  let statement = registers.get(raw)
  if (!statement) {
    statement = raw.prepare<unknown[], unknown>(registerSql)
    registers.set(raw, statement)
  }
  return statement
}

const stampedKeys = new Set<string>(stamped)

function assertNotStamped(plan: TablePlan, content: object): void {
  for (const key of Object.keys(content))
    if (stampedKeys.has(key)) throw new Error(`${plan.name}.${key} is stamped, not given`)
}

/** The newest version's values, if it is the expected one and can be followed by another. */
function newest(plan: TablePlan, recordId: string, expected: number, unitId: string): unknown[] {
  const values = plan.last?.get(recordId)
  const of = (key: string) => values?.[plan.place.get(key) ?? -1]
  if (!values || of('unitId') !== unitId)
    refuse('not-found', 'This record does not exist on this unit.')
  if (of('version') !== expected)
    refuse(
      'clash',
      'Somebody else has changed this record since you opened it. Nothing of yours was saved: compare with what is there now, then save again.',
    )
  if (of('withdrawn') === 1)
    refuse(
      'held',
      'This record was withdrawn as entered in error, so it cannot be changed. Make a new one.',
    )
  return values
}

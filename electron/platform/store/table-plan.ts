import type Database from 'better-sqlite3'
import { getTableColumns, getTableName } from 'drizzle-orm'
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'

/** A table whose rows are versions of records (drizzle/schema/columns.ts). */
export type VersionTable = SQLiteTable & {
  recordId: SQLiteColumn
  version: SQLiteColumn
  recordedAt: SQLiteColumn
  auditSeq: SQLiteColumn
  withdrawn: SQLiteColumn
}

/** The columns that the unit of work fills by itself. */
export const stamped = [
  'recordId',
  'version',
  'unitId',
  'recordedAt',
  'auditSeq',
  'author',
  'reason',
  'withdrawn',
] as const
export type Stamped = (typeof stamped)[number]

type Row = Record<string, unknown>

/** How rows of one table are written: everything that can be known before the first write. */
export interface TablePlan {
  readonly name: string
  readonly keys: readonly string[]
  /** Where each key stands in a row of values. */
  readonly place: ReadonlyMap<string, number>
  readonly insert: Database.Statement<unknown[], unknown>
  /** The newest version of a record, as values in the order of `keys`; version tables only. */
  readonly last: Database.Statement<[string], unknown[]> | undefined
  /** The values of a new row; throws on a key that the table has not. */
  values(row: Row): unknown[]
  /** Sets the given keys in a row of values; undefined leaves a value as it is. */
  overwrite(values: unknown[], changes: Row): void
}

const plans = new WeakMap<Database.Database, Map<SQLiteTable, TablePlan>>()

/** The plan of a table on a connection, made at its first use. */
export function tablePlan(raw: Database.Database, table: SQLiteTable): TablePlan {
  let known = plans.get(raw)
  if (!known) {
    known = new Map()
    plans.set(raw, known)
  }
  let plan = known.get(table)
  if (!plan) {
    plan = makePlan(raw, table)
    known.set(table, plan)
  }
  return plan
}

function makePlan(raw: Database.Database, table: SQLiteTable): TablePlan {
  const name = getTableName(table)
  const columns = Object.entries(getTableColumns(table) as Record<string, SQLiteColumn>)
  const keys = columns.map(([key]) => key)
  const place = new Map(keys.map((key, at) => [key, at]))
  const sqlNames = columns.map(([, column]) => `"${column.name}"`).join(', ')
  const defaults = columns.map(([, column]) => defaultOf(column))
  const overwrite = (values: unknown[], changes: Row) => {
    for (const key of Object.keys(changes)) {
      const at = place.get(key)
      const column = at === undefined ? undefined : columns[at]?.[1]
      if (at === undefined || !column) throw new Error(`${name} has no column ${key}`)
      const value = changes[key]
      if (value !== undefined) values[at] = driverValue(column, value)
    }
  }
  return {
    name,
    keys,
    place,
    overwrite,
    values(row) {
      const values = [...defaults]
      overwrite(values, row)
      return values
    },
    insert: raw.prepare(
      `insert into "${name}" (${sqlNames}) values (${keys.map(() => '?').join(', ')})`,
    ),
    last: place.has('recordedAt')
      ? raw
          .prepare<[string], unknown[]>(
            `select ${sqlNames} from "${name}" where record_id = ? order by version desc limit 1`,
          )
          .raw()
      : undefined,
  }
}

function defaultOf(column: SQLiteColumn): unknown {
  if (column.defaultFn) throw new Error(`${column.name}: a default must be a plain value`)
  const value: unknown = column.default
  if (value === undefined) return null
  if (typeof value === 'object' && value !== null && !Buffer.isBuffer(value))
    throw new Error(`${column.name}: a default must be a plain value`)
  return driverValue(column, value)
}

const driverValue = (column: SQLiteColumn, value: unknown): unknown =>
  value === null ? null : column.mapToDriverValue(value)

import { assertReads } from './store/gate.ts'
import type { Store } from './store/store.ts'

/** Named values (`@name`) or values in order (`?`) of a statement. */
export type SqlParameters = Readonly<Record<string, unknown>> | readonly unknown[]

/** The store as a service sees it: it can be read, and by type and by gate it cannot be written. */
export interface ReadDb {
  readonly select: Store['db']['select']
  readonly selectDistinct: Store['db']['selectDistinct']
  /** The rows of one SELECT or WITH statement; prepared once for each text. */
  rows<Row>(sql: string, parameters?: SqlParameters): Row[]
  /** Its first row. */
  row<Row>(sql: string, parameters?: SqlParameters): Row | undefined
}

/** The reading side of an open store. */
export function readDb(store: Pick<Store, 'db' | 'prepare'>): ReadDb {
  const { db } = store
  const checked = new Set<string>()
  const prepared = (sql: string) => {
    if (!checked.has(sql)) {
      assertReads(sql)
      const statement = store.prepare(sql)
      if (!statement.readonly || !statement.reader) throw new Error('Only reading is possible here')
      checked.add(sql)
    }
    return store.prepare(sql)
  }
  return {
    select: db.select.bind(db) as ReadDb['select'],
    selectDistinct: db.selectDistinct.bind(db) as ReadDb['selectDistinct'],
    rows: <Row>(sql: string, parameters: SqlParameters = []) =>
      prepared(sql).all(parameters) as Row[],
    row: <Row>(sql: string, parameters: SqlParameters = []) =>
      prepared(sql).get(parameters) as Row | undefined,
  }
}

import type Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import * as schema from '#drizzle/schema/index.ts'
import { type ReadDb, readDb } from './read-db.ts'

/** The reading side of a database that is not the open store: a backup, or one that cannot be opened as it is. */
export const readCopy = (raw: Database.Database): ReadDb =>
  readDb({ db: drizzle(raw, { schema }), prepare: (sql) => raw.prepare<unknown[], unknown>(sql) })

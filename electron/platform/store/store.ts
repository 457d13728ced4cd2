import type Database from 'better-sqlite3'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import type { Instant } from '#domain/shared/time.ts'
import type * as schema from '#drizzle/schema/index.ts'
import type { Clock } from '../clock.ts'
import type { AnchorLog } from './anchors.ts'
import type { AttachmentFile } from './attachments.ts'
import type { ChainHead, Prepare } from './audit.ts'
import type { DataKey } from './data-key.ts'
import type { StoreNotice } from './notice.ts'
import type { StorePaths } from './paths.ts'

/** The unit's open store: one connection, held alone. Made by `createStore` and `openStore` and nothing else. */
export interface Store {
  /** For the platform alone; a service gets a `ReadDb` and a `Write`. */
  readonly raw: Database.Database
  readonly db: BetterSQLite3Database<typeof schema>
  readonly paths: StorePaths
  readonly clock: Clock
  /** The store's own copy: wiped on close. */
  readonly key: DataKey
  readonly auditKey: Buffer
  readonly anchors: AnchorLog
  readonly attachments: AttachmentFile
  /** Made in this run and used by nobody yet. */
  readonly fresh: boolean
  readonly openedAt: Instant
  /** What was mended or could not be done since the store was opened. */
  readonly notices: readonly StoreNotice[]
  notice(kind: StoreNotice['kind'], message: string): void
  /** The newest audit entry. Set by the unit of work alone. */
  chain: ChainHead
  /** True while a fresh file is filled in one transaction: by the example generator, or from an export of everything. */
  bulk: boolean
  /** While it is above 0 the database file is being copied, so nothing may be moved into it from the log. */
  checkpointHolds: number
  /** The database file for copying out: the one handle besides SQLite's own. Whoever reads retains it. */
  readonly copySource: { readonly file: number; retain(): void; release(): void }
  /** Prepares a statement once for each text. */
  readonly prepare: Prepare
  /** Throws `missing` if the file was removed or exchanged under the app (reliability.md, row 10). */
  assertPresent(): void
  /** Closes the files and wipes the keys. */
  close(): void
}

import type Database from 'better-sqlite3'
import type { Instant } from '#domain/shared/time.ts'
import { versionTableNames } from '#drizzle/statements.ts'
import { openAnchors } from './anchors.ts'
import type { Backup } from './backup-list.ts'
import { type DataKey, derivedKey } from './data-key.ts'
import { openEncrypted, recordsId } from './encrypted-file.ts'
import type { StorePaths } from './paths.ts'
import { problemOf } from './problem.ts'

/** What was recorded after a backup, and would be lost by restoring it. */
export interface Loss {
  /** Audit entries after the backup's last. */
  entries: number
  /** When the first and the last of them were made, where it is known. */
  from?: Instant
  to?: Instant
  /** New rows in each table of records; undefined where the database cannot be read. */
  rows?: Record<string, number>
}

/** What an open database holds that a backup does not. */
export function lossOf(raw: Database.Database, backup: Pick<Backup, 'seq'>): Loss {
  const span = raw
    .prepare(
      'select count(*) as entries, min(at) as first, max(at) as last from audit where seq > ?',
    )
    .get(backup.seq) as { entries: number; first: Instant | null; last: Instant | null }
  const rows: Record<string, number> = {}
  for (const table of versionTableNames) {
    const count = raw
      .prepare(`select count(*) from "${table}" where audit_seq > ?`)
      .pluck()
      .get(backup.seq) as number
    if (count > 0) rows[table] = count
  }
  const { entries, first, last } = span
  return { entries, rows, ...(first && last ? { from: first, to: last } : {}) }
}

/**
 * What restoring a backup would lose, without an open store: from the database if it can still be read,
 * else from the anchors; undefined where neither can. Throws `busy` where another program has the database.
 */
export function lossWithoutOpening(
  paths: StorePaths,
  key: DataKey,
  backup: Backup,
): Loss | undefined {
  try {
    return fromDatabase(paths, key, backup)
  } catch (error) {
    const problem = problemOf(error)
    if (problem?.fault.state === 'busy') throw problem
  }
  try {
    return fromAnchors(paths, key, backup)
  } catch {
    return undefined
  }
}

function fromDatabase(paths: StorePaths, key: DataKey, backup: Backup): Loss {
  const raw = openEncrypted({
    path: paths.database,
    what: 'records',
    key,
    applicationId: recordsId,
    busyTimeoutMs: 1000,
    warn: () => undefined,
  })
  try {
    return lossOf(raw, backup)
  } finally {
    raw.close()
  }
}

function fromAnchors(paths: StorePaths, key: DataKey, backup: Backup): Loss {
  const anchors = openAnchors(paths.anchors, derivedKey(key, 'anchor v1'), () => undefined)
  try {
    const { seq, at } = anchors.newest
    return { entries: Math.max(0, seq - backup.seq), from: backup.at, to: at }
  } finally {
    anchors.close()
  }
}

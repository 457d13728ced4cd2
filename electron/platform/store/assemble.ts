import { closeSync, openSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import * as schema from '#drizzle/schema/index.ts'
import type { Clock } from '../clock.ts'
import { type AnchorLog, createAnchors, matchAnchor, openAnchors } from './anchors.ts'
import { createAttachments, openAttachments } from './attachments.ts'
import { chainHead, chainStart, macAt, type Prepare, verifyChain } from './audit.ts'
import { backUpBeforeMigrating } from './backup.ts'
import { copyDataKey, type DataKey, derivedKey, wipeDataKey } from './data-key.ts'
import { createEncrypted, openEncrypted, recordsId } from './encrypted-file.ts'
import { earlierKeysAreInUse, earlierKeysInUse } from './key-file.ts'
import { applyMigrations, pendingMigrations } from './migrate.ts'
import { readMigrations } from './migrations.ts'
import type { StoreNotice } from './notice.ts'
import type { StorePaths } from './paths.ts'
import { StoreProblem } from './problem.ts'
import type { Store } from './store.ts'
import { assertTriggers } from './triggers.ts'

export interface OpenOptions {
  /** The folder of shipped migrations; by default the one in the source tree. */
  migrations?: string
  /** Milliseconds to wait for another program's lock. */
  busyTimeoutMs?: number
}

const sourceMigrations = () =>
  fileURLToPath(new URL('../../../drizzle/migrations', import.meta.url))

/** The number of migrations that ship, which is the newest layout that can be opened. */
export const shippedLayout = ({ migrations }: OpenOptions = {}): number =>
  readMigrations(migrations ?? sourceMigrations()).length

export interface Parts {
  paths: StorePaths
  key: DataKey
  clock: Clock
  options: OpenOptions
  fresh: boolean
}

/** Opens or makes every part of a store, in order; closes what was opened and wipes the keys if one fails. */
export function assemble({ paths, key: given, clock, options, fresh }: Parts): Store {
  const key = copyDataKey(given)
  const auditKey = derivedKey(key, 'audit v1')
  const anchorKey = derivedKey(key, 'anchor v1')
  const notices: StoreNotice[] = []
  const notice: Store['notice'] = (kind, message) => {
    notices.push({ at: clock.now(), kind, message })
  }
  const file = {
    key,
    busyTimeoutMs: options.busyTimeoutMs ?? 5000,
    warn: (message: string) => notice('warning', message),
  }
  const opened: { close(): void }[] = []
  const wipe = () => {
    wipeDataKey(key)
    auditKey.fill(0)
    anchorKey.fill(0)
  }
  const keep = <T extends { close(): void }>(part: T): T => {
    opened.push(part)
    return part
  }
  try {
    const records = {
      ...file,
      path: paths.database,
      applicationId: recordsId,
      what: 'records' as const,
    }
    const raw = keep(fresh ? createEncrypted(records) : openEncrypted(records))
    layOut({ raw, key, auditKey, notice, clock, paths, options, fresh })
    if (fresh) createAnchors(paths.anchors, anchorKey, chainStart, clock.now())
    const anchors = keep(openAnchors(paths.anchors, anchorKey, (what) => notice('mended', what)))
    checkChain(raw, auditKey, anchors, clock, notice)
    if (!fresh && earlierKeysAreInUse(paths)) notice('warning', earlierKeysInUse)
    const attached = { ...file, path: paths.attachments }
    const attachments = keep(fresh ? createAttachments(attached) : openAttachments(attached))
    return finish(
      { raw, paths, clock, key, auditKey, anchors, attachments, fresh, notices, notice },
      () => {
        for (const part of opened.reverse()) part.close()
        wipe()
      },
    )
  } catch (error) {
    for (const part of opened.reverse()) part.close()
    wipe()
    throw error
  }
}

interface Layout extends Parts {
  raw: Database.Database
  auditKey: Buffer
  notice: Store['notice']
}

function layOut({ raw, key, auditKey, notice, clock, paths, options, fresh }: Layout): void {
  const migrations = readMigrations(options.migrations ?? sourceMigrations())
  const pending = pendingMigrations(raw, migrations, auditKey)
  if (!fresh) {
    mendTriggers(raw, notice)
    if (pending.length > 0) backUpBeforeMigrating(raw, paths, key, clock)
  }
  applyMigrations({ raw, auditKey, now: clock.now() }, pending)
  if (!fresh && pending.length > 0)
    notice(
      'mended',
      `The records were brought to the layout of this version: ${pending.map(({ name }) => name).join(', ')}.`,
    )
}

function mendTriggers(raw: Database.Database, notice: Store['notice']): void {
  const { remade, removed } = raw.transaction(() => assertTriggers(raw)).immediate()
  const changed = [...remade, ...removed]
  if (changed.length > 0)
    notice(
      'tampering',
      `The rules that keep records unchangeable had been altered from outside the app and were put back: ${changed.join(', ')}.`,
    )
}

/** Holds the chain against the newest anchor and checks it from a little before there to the end. */
function checkChain(
  raw: Database.Database,
  auditKey: Buffer,
  anchors: AnchorLog,
  clock: Clock,
  notice: Store['notice'],
): void {
  const head = chainHead(raw)
  matchAnchor(anchors.newest, head, macAt(raw, anchors.newest.seq))
  const report = verifyChain(raw, auditKey, Math.max(1, anchors.newest.seq - tailRows))
  if (report.fault)
    throw new StoreProblem(
      'damaged',
      `Entry ${report.fault.seq} of the audit does not hold: it was changed from outside the app. Nothing has been deleted. Tell the safeguarding lead, then restore the last good backup.`,
    )
  if (head.seq > anchors.newest.seq) {
    notice(
      'mended',
      `${head.seq - anchors.newest.seq} entries had no anchor yet and were anchored.`,
    )
    anchors.append(head, clock.now())
  }
}

const tailRows = 500

function finish(
  parts: Pick<
    Store,
    | 'raw'
    | 'paths'
    | 'clock'
    | 'key'
    | 'auditKey'
    | 'anchors'
    | 'attachments'
    | 'fresh'
    | 'notices'
    | 'notice'
  >,
  close: () => void,
): Store {
  const { raw, paths, clock } = parts
  const there = statSync(paths.database, { bigint: true })
  // Opened once and closed after the database: closing any handle of a file takes away every lock that the
  // process holds on it (POSIX), and with it the door that keeps a second process out.
  const copySource = sharedFile(openSync(paths.database, 'r'))
  return {
    ...parts,
    openedAt: clock.now(),
    db: drizzle(raw, { schema }),
    chain: chainHead(raw),
    bulk: false,
    checkpointHolds: 0,
    prepare: preparer(raw),
    assertPresent() {
      const now = statSync(paths.database, { bigint: true, throwIfNoEntry: false })
      if (now?.ino !== there.ino || now.dev !== there.dev)
        throw new StoreProblem(
          'missing',
          'The records file was moved or removed while the app was open, so nothing was saved. Do not close the app; call IT support.',
        )
    },
    copySource,
    close() {
      close()
      copySource.release()
    },
  }
}

function sharedFile(file: number): Store['copySource'] {
  let holders = 1
  return {
    file,
    retain() {
      holders += 1
    },
    release() {
      holders -= 1
      if (holders === 0) closeSync(file)
    },
  }
}

/** Statement texts come from the code alone, so they are few; lists of different lengths are the exception. */
const mostStatements = 1000

function preparer(raw: Database.Database): Prepare {
  const statements = new Map<string, Database.Statement<unknown[], unknown>>()
  return (sql) => {
    let statement = statements.get(sql)
    if (!statement) {
      if (statements.size >= mostStatements) statements.clear()
      statement = raw.prepare<unknown[], unknown>(sql)
      statements.set(sql, statement)
    }
    return statement
  }
}

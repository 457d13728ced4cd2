import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
  lstatSync,
  openSync,
  readSync,
  statSync,
} from 'node:fs'
import { dirname } from 'node:path'
import type Database from 'better-sqlite3'
import { applySettings, connect } from './connection.ts'
import type { DataKey } from './data-key.ts'
import { problemOf, StoreProblem } from './problem.ts'

/** SQLite's mark for whose file it is: the letters MBUR for records, MBUA for attachments. */
export const recordsId = 0x4d425552
export const attachmentsId = 0x4d425541

export interface OpenFileOptions {
  path: string
  /** Which file it is, for the messages. */
  what: 'records' | 'attachments'
  key: DataKey
  applicationId: number
  busyTimeoutMs: number
  /** Called with what was found and is harmless. */
  warn(message: string): void
}

/** Makes a new encrypted file with every setting on. Refuses where there is anything already. */
export function createEncrypted(options: OpenFileOptions): Database.Database {
  const { path, key, applicationId } = options
  if (lstatSync(path, { throwIfNoEntry: false }))
    throw new StoreProblem(
      'exists',
      `There is a file for ${options.what} already; it was left as it is.`,
    )
  return closedOnError(connect(path, key, { create: true }), (raw) => {
    applySettings(raw)
    raw.pragma(`application_id=${applicationId}`)
    chmodSync(path, ownerOnly)
  })
}

/** Encrypted, and still nobody else's to copy; SQLite gives its log the same rights. */
const ownerOnly = 0o600

/**
 * Opens an encrypted file in the order of reliability.md 4.1: what lies on the disk is looked at before
 * SQLite sees it, because SQLite takes an empty file for a new database. Throws a `StoreProblem`.
 */
export function openEncrypted(options: OpenFileOptions): Database.Database {
  const { path, key, busyTimeoutMs } = options
  checkOnDisk(path, key, options.what)
  try {
    // SQLite falls back to reading without a word, and then reports damage.
    accessSync(path, constants.W_OK)
    accessSync(dirname(path), constants.W_OK)
    return closedOnError(connect(path, key, { busyTimeoutMs }), (raw) => {
      applySettings(raw)
      checkOwner(raw, options)
      // A write lock at once: a file that cannot be written is better known now than at the first save.
      raw.exec('begin immediate; rollback')
      checkLength(raw, options)
    })
  } catch (error) {
    throw problemOf(error) ?? error
  }
}

function closedOnError(
  raw: Database.Database,
  prepare: (raw: Database.Database) => void,
): Database.Database {
  try {
    prepare(raw)
    return raw
  } catch (error) {
    raw.close()
    throw error
  }
}

const pageBytes = 4096
const plainHeader = 'SQLite format 3'

/**
 * Throws unless the path holds a plain file that is long enough and not readable by anybody. Returns its first
 * 16 bytes, which are the salt. Needs no key; never while this process has the file open, since closing a
 * second handle would lift its lock (POSIX).
 */
export function checkThere(path: string, what: OpenFileOptions['what']): Buffer {
  const found = lstatSync(path, { throwIfNoEntry: false })
  if (!found)
    throw new StoreProblem(
      'missing',
      `The ${what} file is not in the records folder. Nothing new was made in its place. Look for it first; if it cannot be found, restore the last good backup.`,
    )
  if (!found.isFile())
    throw new StoreProblem(
      'not-a-database',
      `There is something else where the ${what} file should be (a folder or a link). Call IT support.`,
    )
  if (found.size < pageBytes)
    throw new StoreProblem(
      'truncated',
      `The ${what} file has been cut short: it holds ${inBytes(found.size)}. Restore the last good backup.`,
    )
  const header = firstBytes(path)
  if (header.toString('latin1').startsWith(plainHeader))
    throw new StoreProblem(
      'not-a-database',
      `The file in the place of the ${what} file is not encrypted, so it is not ours. Restore the last good backup.`,
    )
  return header
}

/** Throws unless the path holds a plain file, long enough, that begins with this key's salt. */
function checkOnDisk(path: string, key: DataKey, what: OpenFileOptions['what']): void {
  if (!checkThere(path, what).equals(key.salt))
    throw new StoreProblem(
      'wrong-key',
      `The ${what} file does not belong to these passwords: it is from another unit or computer, or its beginning is damaged. Restore the last good backup.`,
    )
}

const inBytes = (bytes: number) => (bytes === 1 ? '1 byte' : `${bytes} bytes`)

/** The first 16 bytes of a file: the salt of one of ours. */
export function firstBytes(path: string): Buffer {
  const header = Buffer.alloc(16)
  const file = openSync(path, 'r')
  try {
    readSync(file, header, 0, header.length, 0)
    return header
  } finally {
    closeSync(file)
  }
}

function checkOwner(raw: Database.Database, { applicationId, what }: OpenFileOptions): void {
  if (raw.pragma('application_id', { simple: true }) !== applicationId)
    throw new StoreProblem(
      'not-a-database',
      `The file in the place of the ${what} file is of another kind. Restore the last good backup.`,
    )
}

function checkLength(raw: Database.Database, { path, what, warn }: OpenFileOptions): void {
  raw.pragma('wal_checkpoint(TRUNCATE)')
  const expected = (raw.pragma('page_count', { simple: true }) as number) * pageBytes
  const { size } = statSync(path)
  if (size < expected)
    throw new StoreProblem(
      'truncated',
      `The ${what} file has been cut short: ${inBytes(expected - size)} missing at its end. Restore the last good backup.`,
    )
  if (size > expected)
    warn(
      `The ${what} file holds ${size - expected} bytes after its end that are not records; they are not read.`,
    )
}

import { createHash, hkdfSync } from 'node:crypto'
import type Database from 'better-sqlite3'
import type { DataKey } from './data-key.ts'
import { attachmentsId, createEncrypted, openEncrypted } from './encrypted-file.ts'
import { StoreProblem } from './problem.ts'

/** The most that one attachment may hold, and the most in one step (decision 9). */
export const mostAttachmentBytes = 25 * 1024 * 1024
export const mostChunkBytes = 1024 * 1024

export interface AttachmentFile {
  readonly raw: Database.Database
  /**
   * Keeps the content under its SHA-256, in one transaction, and returns hash and size; the same content
   * twice is kept once. Throws `RangeError` where there is nothing, too much, or too large a chunk.
   */
  put(chunks: Iterable<Uint8Array>): { sha256: string; size: number }
  has(sha256: string): boolean
  /** The content in chunks, or undefined where there is none. Throws where it is not what was kept. */
  get(sha256: string): Buffer[] | undefined
  /** Every hash kept after the given position, in the order of keeping, for the incremental backup. */
  listAfter(position: number, limit: number): { position: number; sha256: string; size: number }[]
  close(): void
}

// No row is changed or removed; a blob that nothing refers to does no harm.
const layout = `
  create table attachment (position integer primary key not null, sha256 text not null unique, size integer not null);
  create table attachment_chunk (sha256 text not null, number integer not null, bytes blob not null, primary key (sha256, number));
`
const triggers = ['attachment', 'attachment_chunk'].flatMap((table) =>
  ['update', 'delete'].map(
    (act) =>
      `create trigger if not exists ${table}_no_${act} before ${act} on ${table} begin select raise(abort, '${table} is append-only'); end;`,
  ),
)

/**
 * The attachments' key: the data key with a salt of its own, so that neither file nor page of it can be put
 * in the place of the other's.
 */
export function attachmentsKey(key: DataKey): DataKey {
  const salt = Buffer.from(hkdfSync('sha256', key.key, key.salt, 'attachments salt v1', 16))
  return { key: key.key, salt }
}

interface AttachmentOptions {
  path: string
  key: DataKey
  busyTimeoutMs: number
  warn(message: string): void
}

/** Makes the empty file beside a new database. */
export function createAttachments(options: AttachmentOptions): AttachmentFile {
  const raw = createEncrypted(fileOptions(options))
  raw.transaction(() => {
    raw.exec(layout + triggers.join('\n'))
    raw.pragma('user_version=1')
  })()
  return attachmentFile(raw)
}

/** Opens the file with the same checks as the database. Throws a `StoreProblem`. */
export function openAttachments(options: AttachmentOptions): AttachmentFile {
  const raw = openEncrypted(fileOptions(options))
  if ((raw.pragma('user_version', { simple: true }) as number) > 1) {
    raw.close()
    throw new StoreProblem(
      'newer-version',
      'The attachments were written by a newer version of this app. Install the newer version on this computer.',
    )
  }
  raw.exec(triggers.join('\n'))
  return attachmentFile(raw)
}

const fileOptions = ({ path, key, busyTimeoutMs, warn }: AttachmentOptions) => ({
  path,
  what: 'attachments' as const,
  key: attachmentsKey(key),
  applicationId: attachmentsId,
  busyTimeoutMs,
  warn,
})

/** The attachments in an open file: the live one or one of a backup set. */
export function attachmentFile(raw: Database.Database): AttachmentFile {
  const find = raw.prepare('select 1 from attachment where sha256 = ?')
  const insert = raw.prepare('insert into attachment (sha256, size) values (?, ?)')
  const insertChunk = raw.prepare(
    'insert into attachment_chunk (sha256, number, bytes) values (?, ?, ?)',
  )
  const read = raw
    .prepare('select bytes from attachment_chunk where sha256 = ? order by number')
    .pluck()
  const list = raw.prepare(
    'select position, sha256, size from attachment where position > ? order by position limit ?',
  )
  const has = (sha256: string) => find.get(sha256) !== undefined
  const keep = raw.transaction((sha256: string, size: number, chunks: readonly Buffer[]) => {
    chunks.forEach((bytes, number) => {
      insertChunk.run(sha256, number, bytes)
    })
    insert.run(sha256, size)
  })
  return {
    raw,
    has,
    put(chunks) {
      const content = collect(chunks)
      const size = content.reduce((sum, chunk) => sum + chunk.length, 0)
      const sha256 = hashOf(content)
      if (!has(sha256)) {
        keep.immediate(sha256, size, content)
        raw.pragma('wal_checkpoint(PASSIVE)')
      }
      return { sha256, size }
    },
    get(sha256) {
      if (!has(sha256)) return undefined
      const content = read.all(sha256) as Buffer[]
      if (hashOf(content) !== sha256)
        throw new StoreProblem(
          'damaged',
          'The attachment is not what was kept. Restore the last good backup.',
        )
      return content
    },
    listAfter: (position, limit) =>
      list.all(position, limit) as { position: number; sha256: string; size: number }[],
    close: () => raw.close(),
  }
}

function collect(chunks: Iterable<Uint8Array>): Buffer[] {
  const content: Buffer[] = []
  let size = 0
  for (const chunk of chunks) {
    if (chunk.length > mostChunkBytes) throw new RangeError('A chunk holds at most 1 MB')
    size += chunk.length
    if (size > mostAttachmentBytes) throw new RangeError('An attachment holds at most 25 MB')
    if (chunk.length > 0) content.push(Buffer.from(chunk))
  }
  if (size === 0) throw new RangeError('The attachment is empty')
  return content
}

function hashOf(content: readonly Uint8Array[]): string {
  const hash = createHash('sha256')
  for (const chunk of content) hash.update(chunk)
  return hash.digest('hex')
}

import Database from 'better-sqlite3'
import { type DataKey, keyLiteral } from './data-key.ts'

/** The published types are those of the driver without encryption. */
interface KeyableDatabase extends Database.Database {
  key(key: Buffer): number
}

export interface ConnectOptions {
  /** Makes the file where there is none; without it a missing file is an error. */
  create?: boolean
  readonly?: boolean
  /** Milliseconds to wait for another program's lock. */
  busyTimeoutMs?: number
}

/**
 * Connects to an encrypted file and keys it, and no more: `openStore` and the backup's check set what else
 * they need. The file format is SQLCipher 4's, so that other builds can open it (reliability.md 3).
 */
export function connect(
  path: string,
  key: DataKey,
  options: ConnectOptions = {},
): Database.Database {
  const raw = new Database(path, {
    fileMustExist: !options.create,
    readonly: options.readonly ?? false,
    timeout: options.busyTimeoutMs ?? 5000,
  }) as KeyableDatabase
  try {
    raw.pragma("cipher='sqlcipher'")
    raw.pragma('legacy=4')
    const literal = keyLiteral(key)
    try {
      raw.key(literal)
    } finally {
      literal.fill(0)
    }
    return raw
  } catch (error) {
    raw.close()
    throw error
  }
}

/** Every setting of the store's one connection, with what it must read back as. */
const settings: readonly (readonly [name: string, set: string, reads: string | number])[] = [
  ['locking_mode', 'EXCLUSIVE', 'exclusive'],
  ['journal_mode', 'WAL', 'wal'],
  // The library falls back to NORMAL when it reopens a WAL file, which loses signed work in a power cut
  // (reliability.md 0, finding 3).
  ['synchronous', 'FULL', 2],
  // With the default, a large sort writes readable text into the system's temporary folder (finding 9).
  ['temp_store', 'MEMORY', 2],
  ['foreign_keys', 'ON', 1],
  // Without it INSERT OR REPLACE gets past the append-only triggers (row 20).
  ['recursive_triggers', 'ON', 1],
  ['trusted_schema', 'OFF', 0],
  ['cell_size_check', 'ON', 1],
  ['secure_delete', 'ON', 1],
  ['wal_autocheckpoint', '100', 100],
  ['mmap_size', '0', 0],
  // At most 320 MB, taken page by page as it is read: what the measures read of ten years of twelve beds
  // (163 MB, with its indexes 242 MB, without audit) stays decrypted in memory.
  ['cache_size', '-327680', -327680],
]

/** Sets every pragma and reads each one back; throws if one does not hold. */
export function applySettings(raw: Database.Database): void {
  for (const [name, value, reads] of settings) {
    raw.pragma(`${name}=${value}`)
    assertSetting(raw, name, reads)
  }
  assertSetting(raw, 'cipher', 'sqlcipher')
  assertSetting(raw, 'legacy', 4)
}

/** Throws if any pragma no longer reads as it was set. */
export function assertSettings(raw: Database.Database): void {
  for (const [name, , reads] of settings) assertSetting(raw, name, reads)
}

function assertSetting(raw: Database.Database, name: string, expected: string | number): void {
  const read = raw.pragma(name, { simple: true })
  if (String(read).toLowerCase() !== String(expected))
    throw new Error(`The store's ${name} reads ${String(read)}, not ${expected}`)
}

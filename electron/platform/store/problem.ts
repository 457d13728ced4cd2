import type { Instant } from '#domain/shared/time.ts'

/** What can be wrong with the store, each a plain screen of its own (reliability.md 4.7). */
export const storeStates = [
  'bad-path', // the folder cannot hold a store
  'exists', // a first run was asked for where there is something already
  'missing',
  'truncated',
  'not-a-database',
  'wrong-key',
  'newer-version',
  'edited-migration',
  'changed-schema',
  'migration-failed',
  'damaged',
  'anchor-mismatch',
  'keys-missing',
  'keys-damaged',
  'keys-tampered',
  'busy',
  'read-only',
  'disk-full',
] as const
export type StoreState = (typeof storeStates)[number]

export interface StoreFault {
  state: StoreState
  /** Plain English: what happened and what to do. Holds no name and no record content. */
  message: string
  /** The newest good backup and when it was made, where there is one. */
  lastGoodBackup?: string
  lastGoodAt?: Instant
  /** An earlier generation of the key file, beside it, belongs to these records. */
  keysBeside?: true
}

/** Thrown where the store cannot be opened, made, backed up or restored. */
export class StoreProblem extends Error {
  readonly fault: StoreFault
  constructor(
    state: StoreState,
    message: string,
    options: { cause?: unknown } & Omit<StoreFault, 'state' | 'message'> = {},
  ) {
    const { cause, ...also } = options
    super(message, cause === undefined ? undefined : { cause })
    this.name = 'StoreProblem'
    this.fault = { state, message, ...also }
  }
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

/**
 * The problem behind an error of SQLite or of the file system, or undefined where the error is a bug of
 * ours. Advice first for what passes by itself; only damage asks for a restore (reliability.md 4.7).
 */
export function problemOf(error: unknown): StoreProblem | undefined {
  if (error instanceof StoreProblem) return error
  const code = codeOf(error)
  const found = causes.find(([pattern]) => pattern.test(code))
  return found ? new StoreProblem(found[1], found[2], { cause: error }) : undefined
}

/** What is said of a records file with a damaged page. */
export const damaged =
  'The records file is damaged. Nothing has been deleted. Restore the last good backup, and keep the damaged file: it is copied aside first.'

const causes: readonly (readonly [RegExp, StoreState, string])[] = [
  [
    /^(SQLITE_FULL|ENOSPC|EDQUOT)/,
    'disk-full',
    'The disk of this computer is full, so nothing was saved. Free some space, then try again.',
  ],
  [
    /^(SQLITE_BUSY|SQLITE_LOCKED|SQLITE_PROTOCOL|EBUSY)/,
    'busy',
    'Another program has the records file open, so nothing was saved. Close any other copy of this app; if it is a virus scan or a backup tool, wait a minute and try again. If it goes on, call IT support.',
  ],
  [
    /^(SQLITE_READONLY|SQLITE_PERM|SQLITE_AUTH|EROFS|EACCES|EPERM)/,
    'read-only',
    'This computer does not let the app write to the records folder, so nothing was saved. Call IT support and ask them to allow it.',
  ],
  [/^SQLITE_CORRUPT/, 'damaged', damaged],
  [/^SQLITE_NOTADB/, 'damaged', damaged],
  [
    /^(SQLITE_CANTOPEN|ENOENT)/,
    'missing',
    'The records file is not where it should be. Check that the folder has not been moved, then try again, or restore the last good backup.',
  ],
  [
    /^(SQLITE_IOERR|EIO)/,
    'damaged',
    'The disk of this computer reported a fault, so nothing was saved. Try again; if it goes on, stop using this computer for records and call IT support.',
  ],
]

/** The problem of anchors that do not prove the audit. */
export const anchorMismatch = (what: string) =>
  new StoreProblem(
    'anchor-mismatch',
    `${what} Nothing has been deleted. Do not record on this computer until the safeguarding lead and IT support have looked at it; then restore the last good backup.`,
  )

import { appendFileSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Instant } from '#domain/shared/time.ts'

/**
 * What a line of the technical log may hold: codes and ids, never a name, a number or a text from a record
 * (reliability.md 4.7). Anything else does not compile, and is dropped where it comes from outside.
 */
export interface LogEntry {
  event: string
  code?: string
  procedure?: string
  errorName?: string
  errorCode?: string
  /** Files and lines of our own code where it happened. */
  frames?: string[]
  count?: number
}

export type Log = (entry: LogEntry) => void

export const silentLog: Log = () => {}

const keepFiles = 5
const fileLimitBytes = 1_000_000
const codeShape = /^[\w.:/@-]{1,120}$/

/** A log in `folder/app.log`, five files of 1 MB at most. A log that cannot be written never stops the work. */
export function fileLog(folder: string, now: () => Instant): Log {
  const file = join(folder, 'app.log')
  return (entry) => {
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      rotate(file)
      appendFileSync(file, `${JSON.stringify({ at: now(), ...allowed(entry) })}\n`, { mode: 0o600 })
    } catch {
      // Nothing to tell and nowhere to tell it.
    }
  }
}

/** The entry with each field that does not look like a code left out. */
export function allowed(entry: LogEntry): LogEntry {
  const kept: LogEntry = { event: codeOf(entry.event) ?? 'unknown' }
  for (const key of ['code', 'procedure', 'errorName', 'errorCode'] as const) {
    const value = codeOf(entry[key])
    if (value !== undefined) kept[key] = value
  }
  if (entry.frames) kept.frames = entry.frames.flatMap((frame) => codeOf(frame) ?? []).slice(0, 12)
  if (typeof entry.count === 'number') kept.count = entry.count
  return kept
}

/** What may be said about a bug: its kind and where in our code it was, never its message. */
export function describeError(
  error: unknown,
): Pick<LogEntry, 'errorName' | 'errorCode' | 'frames'> {
  if (!(error instanceof Error)) return { errorName: typeof error }
  const code = (error as { code?: unknown }).code
  const frames = (error.stack ?? '')
    .split('\n')
    .map((text) => /((?:electron|domain|drizzle|out|test)\/[\w./-]+:\d+:\d+)\)?$/.exec(text)?.[1])
    .filter((frame) => frame !== undefined)
  return {
    errorName: error.name,
    ...(typeof code === 'string' ? { errorCode: code } : {}),
    frames,
  }
}

const codeOf = (value: unknown) =>
  typeof value === 'string' && codeShape.test(value) ? value : undefined

function rotate(file: string): void {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0
  if (size < fileLimitBytes) return
  rmSync(`${file}.${keepFiles - 1}`, { force: true })
  for (let number = keepFiles - 2; number >= 1; number--)
    if (statSync(`${file}.${number}`, { throwIfNoEntry: false }))
      renameSync(`${file}.${number}`, `${file}.${number + 1}`)
  renameSync(file, `${file}.1`)
}

import { timingSafeEqual } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fdatasyncSync,
  ftruncateSync,
  openSync,
  readFileSync,
  truncateSync,
  writeSync,
} from 'node:fs'
import type { Instant } from '#domain/shared/time.ts'
import { type ChainHead, chainStart } from './audit.ts'
import { replaceFile } from './durable-file.ts'
import { keyedHash } from './keyed-hash.ts'
import { anchorMismatch as mismatch } from './problem.ts'

/** What the newest entry of the audit was at a commit, kept outside the database (decision 8). */
export interface Anchor extends ChainHead {
  readonly at: Instant
}

export interface AnchorLog {
  readonly newest: Anchor
  /** Writes one line and forces it to the disk. Throws on a full or failing disk; the log stays whole. */
  append(head: ChainHead, at: Instant): void
  /** Every anchor still kept, oldest first. */
  all(): Anchor[]
  close(): void
}

// Each line has 128 bytes, so none crosses a disk sector and a power cut leaves a line whole or absent:
// 14 digits, the chain's hash, the instant, the line's own keyed hash, single blanks between, a line end.
const lineBytes = 128
const keptLines = 4096
const mostLines = 4 * keptLines

/** Starts the anchors of a store, at a chain head. */
export function createAnchors(path: string, key: Buffer, head: ChainHead, at: Instant): void {
  replaceFile(path, lineOf(key, { ...head, at }))
}

/**
 * Opens the anchors. A line cut short by a crash is dropped; a missing file, a changed line or one out of
 * order throws `anchor-mismatch`. `changed` is called with what was mended.
 */
export function openAnchors(path: string, key: Buffer, mended: (what: string) => void): AnchorLog {
  const content = readWhole(path, mended)
  let anchors = parse(key, content)
  if (anchors.length > keptLines) {
    anchors = anchors.slice(-keptLines)
    rewrite(path, key, anchors)
  }
  return appender(path, key, anchors)
}

function appender(path: string, key: Buffer, anchors: Anchor[]): AnchorLog {
  let file = openSync(path, 'a', 0o600)
  let lines = anchors.length
  let newest = anchors.at(-1) ?? { ...chainStart, at: '' }
  const rotate = () => {
    const kept = parse(key, readFileSync(path)).slice(-keptLines)
    rewrite(path, key, kept)
    const next = openSync(path, 'a', 0o600)
    closeSync(file)
    file = next
    lines = kept.length
  }
  return {
    get newest() {
      return newest
    },
    append(head, at) {
      const anchor = { ...head, at }
      try {
        writeSync(file, lineOf(key, anchor))
        fdatasyncSync(file)
      } catch (error) {
        // Half a line would shift every later one.
        ftruncateSync(file, lines * lineBytes)
        throw error
      }
      newest = anchor
      lines += 1
      if (lines > mostLines) rotate()
    },
    all: () => parse(key, readFileSync(path)),
    close: () => closeSync(file),
  }
}

const rewrite = (path: string, key: Buffer, anchors: readonly Anchor[]) =>
  replaceFile(path, Buffer.concat(anchors.map((anchor) => lineOf(key, anchor))))

function lineOf(key: Buffer, { seq, mac, at }: Anchor): Buffer {
  const head = Buffer.from(mac, 'hex').toString('base64url')
  const text = `${String(seq).padStart(14, '0')} ${head} ${at}`
  const line = Buffer.from(`${text} ${lineMac(key, text)}\n`, 'latin1')
  if (line.length !== lineBytes) throw new Error('An anchor line has 128 bytes')
  return line
}

const lineMac = (key: Buffer, text: string) => keyedHash(key, `anchor v1 ${text}`, 'base64url')

function readWhole(path: string, mended: (what: string) => void): Buffer {
  if (!existsSync(path))
    throw mismatch(
      'The file that proves that nothing is missing (anchors.log) is not in the records folder.',
    )
  const content = readFileSync(path)
  const whole = wholeBytes(content)
  if (whole === content.length) return content
  truncateSync(path, whole)
  mended('The last line of anchors.log was cut short by a stop of the computer and was dropped.')
  return content.subarray(0, whole)
}

/** The bytes up to a tail that a crash left: less than a line, or lines of zeros that were never written. */
function wholeBytes(content: Buffer): number {
  let whole = content.length - (content.length % lineBytes)
  while (whole > 0 && content.subarray(whole - lineBytes, whole).every((byte) => byte === 0))
    whole -= lineBytes
  return whole
}

function parse(key: Buffer, content: Buffer): Anchor[] {
  const anchors: Anchor[] = []
  for (let start = 0; start < content.length; start += lineBytes) {
    const anchor = parseLine(key, content.toString('latin1', start, start + lineBytes))
    const last = anchors.at(-1)
    if (!anchor || (last && anchor.seq < last.seq))
      throw mismatch('A line of anchors.log has been changed from outside the app.')
    anchors.push(anchor)
  }
  if (anchors.length === 0) throw mismatch('The file anchors.log is empty.')
  return anchors
}

const shape = /^(\d{14}) ([\w-]{43}) (\S{24}) ([\w-]{43})\n$/

function parseLine(key: Buffer, line: string): Anchor | undefined {
  const [, seq, head, at, mac] = shape.exec(line) ?? []
  if (!seq || !head || !at || !mac) return undefined
  const expected = lineMac(key, `${seq} ${head} ${at}`)
  if (!timingSafeEqual(Buffer.from(expected), Buffer.from(mac))) return undefined
  return { seq: Number(seq), mac: Buffer.from(head, 'base64url').toString('hex'), at }
}

/** Throws `anchor-mismatch` unless the chain in the database reaches the newest anchor and agrees with it. */
export function matchAnchor(newest: Anchor, head: ChainHead, macThere: string | undefined): void {
  if (head.seq < newest.seq)
    throw mismatch(
      `The records file is older than it should be: entries ${head.seq + 1} to ${newest.seq} are missing.`,
    )
  if (macThere !== newest.mac)
    throw mismatch(`Entry ${newest.seq} is not the one that was recorded at ${newest.at}.`)
}

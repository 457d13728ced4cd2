import { readFileSync } from 'node:fs'

/** One thing that a process did to a file, in the order in which it did it. */
export type Step =
  | { kind: 'write'; path: string; at: number; bytes: Buffer }
  | { kind: 'truncate'; path: string; size: number }
  | { kind: 'sync'; path: string }
  | { kind: 'unlink'; path: string }
  | { kind: 'said'; text: string }

/** Reads the log that children/write-log.c has written. */
export function readWriteLog(path: string): Step[] {
  const log = readFileSync(path)
  const files = new Map<number, string>()
  const steps: Step[] = []
  for (let at = 0; at + 21 <= log.length; ) {
    const kind = log.toString('latin1', at, at + 1)
    const a = Number(log.readBigInt64LE(at + 1))
    const b = Number(log.readBigInt64LE(at + 9))
    const length = log.readUInt32LE(at + 17)
    const bytes = log.subarray(at + 21, at + 21 + length)
    at += 21 + length
    const file = files.get(a) ?? ''
    if (kind === 'O') files.set(a, bytes.toString())
    else if (kind === 'W') steps.push({ kind: 'write', path: file, at: b, bytes })
    else if (kind === 'T') steps.push({ kind: 'truncate', path: file, size: b })
    else if (kind === 'S') steps.push({ kind: 'sync', path: file })
    else if (kind === 'U') steps.push({ kind: 'unlink', path: bytes.toString() })
    else steps.push({ kind: 'said', text: bytes.toString() })
  }
  return steps
}

const sector = 512

/** What is on the disk of a file: what was forced to it, and what may or may not have reached it. */
class DiskFile {
  durable: Buffer
  pending: Extract<Step, { kind: 'write' | 'truncate' }>[] = []
  constructor(content: Buffer) {
    this.durable = content
  }

  /** Everything has reached the disk. */
  sync(): void {
    for (const step of this.pending) this.durable = applied(this.durable, step, () => true)
    this.pending = []
  }

  /** Any sectors of what was not forced have reached the disk, in any order. */
  cut(random: () => number): Buffer {
    let content = this.durable
    for (const step of this.pending) content = applied(content, step, () => random() < 0.5)
    return content
  }
}

function applied(
  content: Buffer,
  step: Extract<Step, { kind: 'write' | 'truncate' }>,
  reaches: () => boolean,
): Buffer {
  if (step.kind === 'truncate')
    return reaches()
      ? Buffer.concat([
          content.subarray(0, step.size),
          Buffer.alloc(Math.max(0, step.size - content.length)),
        ])
      : content
  let result = content
  for (let from = 0; from < step.bytes.length; ) {
    const at = step.at + from
    const size = Math.min(sector - (at % sector), step.bytes.length - from)
    if (reaches()) result = put(result, step.bytes.subarray(from, from + size), at)
    from += size
  }
  return result
}

function put(content: Buffer, bytes: Buffer, at: number): Buffer {
  const end = at + bytes.length
  const result =
    end > content.length ? Buffer.concat([content, Buffer.alloc(end - content.length)]) : content
  const own = result === content ? Buffer.from(content) : result
  bytes.copy(own, at)
  return own
}

/** Plays a log once and gives the files as a power cut at each of some moments would have left them. */
export function* cuts(
  before: ReadonlyMap<string, Buffer>,
  steps: readonly Step[],
  moments: ReadonlySet<number>,
  random: () => number,
): Generator<{ files: Map<string, Buffer>; said: string }, void, void> {
  const disk = new Map([...before].map(([path, content]) => [path, new DiskFile(content)]))
  let said = ''
  for (const [moment, step] of steps.entries()) {
    if (moments.has(moment))
      yield { files: new Map([...disk].map(([path, file]) => [path, file.cut(random)])), said }
    if (step.kind === 'said') said += step.text
    else if (step.kind === 'unlink') disk.delete(step.path)
    else {
      const file = disk.get(step.path) ?? new DiskFile(Buffer.alloc(0))
      disk.set(step.path, file)
      if (step.kind === 'sync') file.sync()
      else file.pending.push(step)
    }
  }
}

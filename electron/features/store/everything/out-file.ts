import { open, rename, rm } from 'node:fs/promises'

/** What a file is called until it is whole. */
export const partOf = (path: string) => `${path}.part`

const partBytes = 1024 * 1024

/**
 * Writes lines to a new file, which gets its name when it is whole and on the disk; what is stopped leaves
 * nothing. Between its parts others can record. Answers what the lines ended with, and the bytes.
 */
export async function writeLines<T>(
  path: string,
  lines: Generator<string, T, void>,
  signal: AbortSignal,
  said: (lines: number) => void,
): Promise<{ end: T; bytes: number }> {
  const begun = partOf(path)
  const file = await open(begun, 'wx', 0o600)
  try {
    let waiting: string[] = []
    let length = 0
    let count = 0
    let bytes = 0
    for (;;) {
      const step = lines.next()
      if (!step.done) {
        waiting.push(step.value)
        length += step.value.length
        count += 1
      }
      if (step.done || length >= partBytes) {
        signal.throwIfAborted()
        const part = Buffer.from(waiting.join(''))
        // A single write may end early on a disk that is nearly full, and say nothing.
        await file.appendFile(part)
        bytes += part.length
        waiting = []
        length = 0
        said(count)
      }
      if (step.done) {
        await file.sync()
        await file.close()
        await rename(begun, path)
        return { end: step.value, bytes }
      }
    }
  } catch (error) {
    await file.close().catch(() => undefined)
    await rm(begun, { force: true })
    throw error
  }
}

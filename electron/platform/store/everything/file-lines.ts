import { closeSync, openSync, readSync } from 'node:fs'
import { StringDecoder } from 'node:string_decoder'
import { wrongFile } from './wrong-file.ts'

const chunkBytes = 1024 * 1024
/** The longest line: a frozen report of ten years in base 64. */
const longestLine = 256 * 1024 * 1024

/** A file's lines one after another, without their ends. Refuses one that does not end with a line end. */
export function* fileLines(path: string): Generator<string, void, void> {
  const file = openSync(path, 'r')
  try {
    const chunk = Buffer.alloc(chunkBytes)
    const decoder = new StringDecoder('utf8')
    let begun: string[] = []
    let length = 0
    for (;;) {
      const read = readSync(file, chunk, 0, chunkBytes, null)
      if (read === 0) break
      const parts = decoder.write(chunk.subarray(0, read)).split('\n')
      const [first = '', ...rest] = parts
      begun.push(first)
      length += first.length
      if (length > longestLine) wrongFile('A line of it is longer than any that the app writes')
      for (const next of rest) {
        yield begun.join('')
        begun = [next]
        length = next.length
      }
    }
    if (length > 0) wrongFile('It breaks off in the middle of a line')
  } finally {
    closeSync(file)
  }
}

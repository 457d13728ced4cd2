import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'

/** Asks one question and gives the answer; a secret one is not shown as it is typed. */
export type Ask = (question: string, options?: { secret?: boolean }) => Promise<string>

/**
 * Asks on a terminal, or takes the lines of a pipe in their order. An answer that is missing because the
 * input has ended is empty.
 */
export function answersFrom(input: Readable & { isTTY?: boolean }, output: Writable): Ask {
  const terminal = input.isTTY === true
  let hidden = false
  const reader = createInterface({ input, output: quiet(output, () => hidden), terminal })
  const lines = reader[Symbol.asyncIterator]()
  return async (question, { secret = false } = {}) => {
    if (terminal) output.write(question)
    hidden = secret
    const { value } = await lines.next()
    hidden = false
    if (terminal && secret) output.write('\n')
    return typeof value === 'string' ? value : ''
  }
}

/** The same output, silent while something secret is typed. */
function quiet(output: Writable, isHidden: () => boolean): Writable {
  return new Proxy(output, {
    get(target, key) {
      if (key === 'write' && isHidden()) return () => true
      const value: unknown = Reflect.get(target, key, target)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}

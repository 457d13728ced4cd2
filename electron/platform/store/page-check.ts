import { quickCheckSteps } from './backup-check.ts'
import { damaged, StoreProblem } from './problem.ts'
import type { Store } from './store.ts'

/**
 * Reads every page of an open store and everything attached from the disk, where each page has a keyed hash of
 * its own: one flipped bit is found (reliability.md 0, finding 6). Yields after each short step, so that a
 * clinical write goes in between (decision 8); throws a `damaged` problem.
 */
export function* pageSteps({ raw, attachments }: Store): Generator<unknown, void, void> {
  // What is kept in memory would be checked instead of what the disk holds now.
  raw.pragma('shrink_memory')
  yield
  yield* quickCheckSteps(raw, () => new StoreProblem('damaged', damaged))
  for (let after = 0; ; ) {
    const [next] = attachments.listAfter(after, 1)
    if (!next) return
    attachments.get(next.sha256)
    after = next.position
    yield
  }
}

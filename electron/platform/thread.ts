import { Worker } from 'node:worker_threads'

/** The file of a worker: `name.ts` beside the module `from` as source, beside the entries of a build otherwise. */
export function threadFile(name: string, from: string): URL {
  if (from.endsWith('.ts')) return new URL(`./${name}.ts`, from)
  return new URL(from.includes('/chunks/') ? `../${name}.js` : `./${name}.js`, from)
}

/** How a thread ended without an answer: it failed, or it stopped without a word. */
export class ThreadProblem extends Error {
  readonly how: 'failed' | 'stopped'
  constructor(name: string, how: ThreadProblem['how']) {
    super(`The thread ${name} ${how}`)
    this.name = 'ThreadProblem'
    this.how = how
  }
}

/**
 * Runs a worker for one piece of work, so that nothing waits for it, and answers the one message that it
 * posts. Its memory goes with it, and a crash takes nothing else along. Rejects where it fails or ends without
 * a word (`ThreadProblem`), and with the signal's reason where it is aborted.
 */
export function inThread<Reply>(
  file: URL,
  workerData: unknown,
  { name, signal }: { name: string; signal?: AbortSignal | undefined },
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason)
    const worker = new Worker(file, { workerData, name })
    const stop = () => {
      worker.terminate().catch(() => {})
      reject(signal?.reason)
    }
    signal?.addEventListener('abort', stop, { once: true })
    worker.once('message', resolve)
    worker.once('error', () => reject(new ThreadProblem(name, 'failed')))
    worker.once('exit', () => {
      signal?.removeEventListener('abort', stop)
      // Without effect where the worker has answered.
      reject(new ThreadProblem(name, 'stopped'))
    })
  })
}

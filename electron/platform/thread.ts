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

/** How far a worker is: what it may post before its answer. */
export interface ThreadProgress {
  progress: { done: number; of: number }
}

const isProgress = (message: unknown): message is ThreadProgress =>
  typeof message === 'object' && message !== null && 'progress' in message

interface ThreadOptions {
  name: string
  signal?: AbortSignal | undefined
  /** Called with each report of how far the work is. */
  said?: ((progress: ThreadProgress['progress']) => void) | undefined
}

/**
 * Runs a worker for one piece of work, so that nothing waits for it, and answers the one message that it
 * posts. Its memory goes with it, and a crash takes nothing else along. Rejects where it fails or ends without
 * a word (`ThreadProblem`), and with the signal's reason where it is aborted.
 */
export function inThread<Reply>(
  file: URL,
  workerData: unknown,
  { name, signal, said }: ThreadOptions,
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason)
    const worker = new Worker(file, { workerData, name })
    const stop = () => {
      worker.terminate().catch(() => {})
      reject(signal?.reason)
    }
    signal?.addEventListener('abort', stop, { once: true })
    worker.on('message', (message: Reply | ThreadProgress) => {
      if (isProgress(message)) said?.(message.progress)
      else resolve(message)
    })
    worker.once('error', () => reject(new ThreadProblem(name, 'failed')))
    worker.once('exit', () => {
      signal?.removeEventListener('abort', stop)
      // Without effect where the worker has answered.
      reject(new ThreadProblem(name, 'stopped'))
    })
  })
}

/** A thread that is asked one thing after another, and keeps the modules that it read. */
export interface KeptThread<Asked, Reply> {
  /** Rejects with `ThreadProblem` where the thread fails or stops; the next question then has a new one. */
  ask(asked: Asked): Promise<Reply>
  close(): void
}

/** Keeps one worker for many pieces of work, one at a time; it starts with the first. */
export function keepThread<Asked, Reply>(
  file: URL,
  workerData: unknown,
  name: string,
): KeptThread<Asked, Reply> {
  let kept: Worker | undefined
  const close = () => {
    kept?.terminate().catch(() => {})
    kept = undefined
  }
  return {
    ask: (asked) =>
      new Promise((resolve, reject) => {
        kept ??= new Worker(file, { workerData, name })
        const worker = kept
        const answered = (reply: Reply) => {
          leave()
          resolve(reply)
        }
        const failed = () => ended('failed')
        const stopped = () => ended('stopped')
        const leave = () =>
          worker.off('message', answered).off('error', failed).off('exit', stopped)
        const ended = (how: ThreadProblem['how']) => {
          leave()
          close()
          reject(new ThreadProblem(name, how))
        }
        worker.on('message', answered).on('error', failed).on('exit', stopped)
        worker.postMessage(asked)
      }),
    close,
  }
}

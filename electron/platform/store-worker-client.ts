import { Worker } from 'node:worker_threads'
import type {
  Answer,
  Call,
  MainMessage,
  StoreState,
  WorkerEvent,
  WorkerMessage,
} from '#domain/shared/wire.ts'
import type { WorkerStart } from './worker-start.ts'

/** The main process's end of the store worker: forwards, and decides nothing. */
export interface StoreWorker {
  /** Answers always; a worker that died answers with a fault, never with silence. */
  call(connection: string, call: Call): Promise<Answer>
  tell(message: Exclude<MainMessage, { kind: 'call' }>): void
  /** Asks the worker to close the store and waits for it, for at most `patienceMs`. */
  shutDown(patienceMs: number): Promise<void>
}

interface Listeners {
  /** An event for one connection, or for every window where none is named. */
  onEvent(event: WorkerEvent, connection: string | undefined): void
  /** The worker died of a bug and a new one has taken its place: every session is gone. */
  onRestart(): void
}

/** More deaths than this within a minute: a new worker would die as well. */
const MOST_RESTARTS = 3
const RESTART_WINDOW_MS = 60_000

const LOST: StoreState = {
  state: 'problem',
  problem: {
    state: 'stopped',
    message:
      'The part of the app that holds the records stopped and did not come back. Close the app and open it again. Everything that was saved is kept.',
  },
}

/** Starts the store worker from its built file. */
export function startStoreWorker(
  file: string,
  start: WorkerStart,
  listeners: Listeners,
): StoreWorker {
  const waiting = new Map<number, (answer: Answer) => void>()
  const deaths: number[] = []
  let lastId = 0
  let ending = false
  let worker: Worker | undefined = launch()

  function launch(): Worker {
    const launched = new Worker(file, { workerData: start, name: 'store' })
    launched.on('message', (message: WorkerMessage) => {
      if (message.kind === 'answer') {
        waiting.get(message.id)?.(message.answer)
        waiting.delete(message.id)
      } else if (message.kind === 'event') {
        listeners.onEvent(message.event, message.connection)
      }
    })
    // What went wrong is the worker's to log, without content; here it only must not end the app.
    launched.on('error', () => {})
    launched.on('exit', () => onExit(launched))
    return launched
  }

  function onExit(gone: Worker): void {
    if (worker !== gone) return
    worker = undefined
    for (const answer of waiting.values()) answer({ fault: 'worker-stopped' })
    waiting.clear()
    if (ending) return
    const now = performance.now()
    deaths.push(now)
    const recent = deaths.filter((death) => now - death < RESTART_WINDOW_MS)
    if (recent.length > MOST_RESTARTS) {
      listeners.onEvent({ kind: 'store', state: LOST }, undefined)
      return
    }
    worker = launch()
    listeners.onRestart()
  }

  function post(message: MainMessage): void {
    worker?.postMessage(message)
  }

  return {
    call: (connection, call) => {
      if (!worker) return Promise.resolve({ fault: 'worker-stopped' })
      lastId += 1
      const id = lastId
      return new Promise((resolve) => {
        waiting.set(id, resolve)
        post({ kind: 'call', id, connection, call })
      })
    },
    tell: post,
    shutDown: async (patienceMs) => {
      ending = true
      const last = worker
      if (!last) return
      const stopped = new Promise<void>((resolve) => {
        last.on('message', (message: WorkerMessage) => {
          if (message.kind === 'stopped') resolve()
        })
        last.on('exit', () => resolve())
        setTimeout(resolve, patienceMs).unref()
      })
      post({ kind: 'shutdown' })
      await stopped
      await last.terminate()
    },
  }
}

import type { StoreWorker } from './store-worker-client.ts'

/** What a journey may do to a test build from outside the page. */
interface TestMessage {
  clock: string
}

/**
 * Lets the process that started a test build set the clock of the store worker. The journey driver
 * emits this event inside the main process; a production build never listens.
 */
export function followTestControls(worker: StoreWorker): void {
  process.on('mbu:test' as 'message', (message: TestMessage) => {
    worker.tell({ kind: 'clock', now: message.clock })
  })
}

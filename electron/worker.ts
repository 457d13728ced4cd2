import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import type { Answer, MainMessage, WorkerMessage } from '#domain/shared/wire.ts'
import { createApp } from './app.ts'
import { ensureExample } from './example/ensure-example.ts'
import { testBuild } from './platform/build-flags.ts'
import { systemClock } from './platform/clock.ts'
import { describeError, fileLog } from './platform/log.ts'
import { settableClock } from './platform/settable-clock.ts'
import type { WorkerStart } from './platform/worker-start.ts'

const tickMs = 5_000
const port = parentPort
if (!port) throw new Error('This file is started as a worker')

const start = workerData as WorkerStart
const post = (message: WorkerMessage) => port.postMessage(message)
const settable = testBuild ? settableClock(start.clock) : undefined
const clock = settable ?? systemClock
const log = fileLog(join(start.folder, 'logs'), systemClock.now)

const app = createApp({
  folder: start.folder,
  clock,
  log,
  migrationsFolder: start.migrationsFolder,
  emit: (event, connection) =>
    post(
      connection === undefined ? { kind: 'event', event } : { kind: 'event', event, connection },
    ),
})

// The example unit is built where it is missing; calls wait until it is there.
const built = start.example
  ? ensureExample({
      folder: start.folder,
      migrationsFolder: start.migrationsFolder,
      log,
      end: clock.now(),
    })
  : Promise.resolve()
built.catch((error: unknown) => log({ event: 'example-fault', ...describeError(error) }))

port.on('message', (message: MainMessage) => {
  switch (message.kind) {
    case 'call':
      void built
        .then(() => app.call(message.connection, message.call))
        .catch((): Answer => ({ fault: 'example' }))
        .then((answer) => post({ kind: 'answer', id: message.id, answer }))
      return
    case 'opened':
      return
    case 'closed':
      return app.closed(message.connection)
    case 'lock':
      return app.lock(message.connection)
    case 'suspend':
      return app.suspend()
    case 'clock':
      settable?.set(message.now)
      return
    case 'shutdown':
      clearInterval(ticking)
      app.shutdown()
      return post({ kind: 'stopped' })
  }
})

const ticking = setInterval(() => void app.tick(), tickMs)

// A bug that nothing caught: the transaction it was in is rolled back; the worker ends and is started anew.
process.on('uncaughtException', (error) => {
  log({ event: 'uncaught', ...describeError(error) })
  app.shutdown()
  process.exit(1)
})

post({ kind: 'ready' })

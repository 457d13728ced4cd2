import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Call, WorkerEvent } from '#domain/shared/wire.ts'
import {
  type StoreWorker,
  startStoreWorker,
} from '../../../electron/platform/store-worker-client.ts'

/** Answers what it is asked, or misbehaves as the path says. */
const WORKER = `
import { parentPort, workerData } from 'node:worker_threads'
const seen = []
parentPort.on('message', (message) => {
  if (message.kind === 'shutdown') return parentPort.postMessage({ kind: 'stopped' })
  if (message.kind !== 'call') return seen.push(message)
  const { id, call, connection } = message
  if (call.path === 'test.die') process.exit(3)
  if (call.path === 'test.throw') throw new Error('a bug with a name in it')
  if (call.path === 'test.tell') parentPort.postMessage({ kind: 'event', event: { kind: 'changed', tables: ['stay'] }, connection })
  parentPort.postMessage({ kind: 'answer', id, answer: { reply: { ok: true, value: { connection, seen, folder: workerData.folder, input: call.input } } } })
})
`

describe('The store worker', () => {
  let folder: string
  let file: string
  let worker: StoreWorker
  const events: { event: WorkerEvent; connection: string | undefined }[] = []
  const onRestart = vi.fn()
  const ask = (path: string, input?: unknown) =>
    worker.call('c1', { path, type: 'query', input } satisfies Call)
  const start = () =>
    startStoreWorker(
      file,
      { folder: '/unit', example: false, migrationsFolder: '/migrations' },
      { onEvent: (event, connection) => events.push({ event, connection }), onRestart },
    )

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'mbu-worker-'))
    file = join(folder, 'worker.mjs')
    writeFileSync(file, WORKER)
  })
  afterEach(async () => {
    await worker.shutDown(1000)
    events.length = 0
    onRestart.mockReset()
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  test('answers each call with its own answer', async () => {
    worker = start()
    const answers = await Promise.all([ask('test.one', 1), ask('test.two', 2)])
    expect(answers).toMatchObject([
      { reply: { value: { input: 1, connection: 'c1', folder: '/unit' } } },
      { reply: { value: { input: 2 } } },
    ])
  })

  test('hears of connections in the order in which they were told', async () => {
    worker = start()
    worker.tell({ kind: 'opened', connection: 'c1' })
    worker.tell({ kind: 'lock', connection: 'c1' })
    await expect(ask('test.seen')).resolves.toMatchObject({
      reply: { value: { seen: [{ kind: 'opened' }, { kind: 'lock' }] } },
    })
  })

  test('tells the windows of what happened', async () => {
    worker = start()
    await ask('test.tell')
    expect(events).toEqual([{ event: { kind: 'changed', tables: ['stay'] }, connection: 'c1' }])
  })

  test.each(['test.die', 'test.throw'])(
    'that dies (%s) answers with a code without content, and a new one takes its place',
    async (path) => {
      worker = start()
      await expect(ask(path)).resolves.toEqual({ fault: 'worker-stopped' })
      expect(onRestart).toHaveBeenCalledTimes(1)
      await expect(ask('test.again', 'x')).resolves.toMatchObject({ reply: { ok: true } })
    },
  )

  test('that dies again and again is not started for ever', async () => {
    worker = start()
    for (let deaths = 0; deaths < 4; deaths += 1) await ask('test.die')
    expect(onRestart).toHaveBeenCalledTimes(3)
    expect(events.at(-1)).toMatchObject({
      event: { kind: 'store', state: { state: 'problem', problem: { state: 'stopped' } } },
    })
    await expect(ask('test.again')).resolves.toEqual({ fault: 'worker-stopped' })
  })

  test('is given time to close the store', async () => {
    worker = start()
    await ask('test.one')
    await worker.shutDown(5000)
    expect(onRestart).not.toHaveBeenCalled()
    await expect(ask('test.late')).resolves.toEqual({ fault: 'worker-stopped' })
  })
})

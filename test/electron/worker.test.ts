import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Answer, Call, MainMessage, WorkerMessage } from '#domain/shared/wire.ts'
import type { WorkerStart } from '../../electron/platform/worker-start.ts'
import { migrationsFolder, newFolder, testPassword } from '../support/app.ts'

const folder = newFolder()
const heard: WorkerMessage[] = []
let worker: Worker
let lastId = 0

beforeAll(async () => {
  const workerData: WorkerStart = { folder, example: false, migrationsFolder }
  worker = new Worker(join(import.meta.dirname, '../../electron/worker.ts'), { workerData })
  worker.on('message', (message: WorkerMessage) => heard.push(message))
  await until(() => heard.some(({ kind }) => kind === 'ready'))
})
afterAll(async () => {
  await worker.terminate()
  rmSync(folder, { recursive: true, force: true })
})

const tell = (message: MainMessage) => worker.postMessage(message)
async function until(check: () => boolean): Promise<void> {
  while (!check()) await new Promise((done) => setTimeout(done, 5))
}
async function call(connection: string, sent: Call): Promise<Answer> {
  lastId += 1
  const id = lastId
  tell({ kind: 'call', id, connection, call: sent })
  const answer = () => heard.find((one) => one.kind === 'answer' && one.id === id)
  await until(() => answer() !== undefined)
  const found = answer()
  return found?.kind === 'answer' ? found.answer : { fault: 'none' }
}
const events = () => heard.flatMap((one) => (one.kind === 'event' ? [one] : []))
const person = (signInName: string) => ({ name: signInName, signInName, password: testPassword })

describe('the store worker, in a thread of its own and at the real cost of a password', () => {
  test('sets up a unit, signs in, tells every window what changed, and closes', async () => {
    const made = await call('a', {
      path: 'setup.createUnit',
      type: 'mutation',
      input: {
        unit: { name: 'Rowan Unit', provider: 'Invented NHS Trust' },
        beds: ['Bed 1'],
        administrator: person('administrator'),
        wardManager: person('ward-manager'),
      },
    })
    expect(made).toMatchObject({ reply: { ok: true } })
    const entered = await call('a', {
      path: 'session.signIn',
      type: 'mutation',
      input: { signInName: 'ward-manager' },
      password: testPassword,
    })
    expect(entered).toMatchObject({ reply: { ok: true, value: { role: 'ward-manager' } } })
    const added = await call('a', {
      path: 'stays.addBed',
      type: 'mutation',
      input: { name: 'Bed 2' },
      operationId: '0199f0a0-0000-7000-8000-00000000abcd',
    })
    expect(added).toMatchObject({ reply: { ok: true } })
    expect(events()).toContainEqual({
      kind: 'event',
      event: { kind: 'changed', tables: expect.arrayContaining(['bed']) },
    })

    tell({ kind: 'lock', connection: 'a' })
    await until(() => events().some(({ event }) => event.kind === 'locked'))
    const locked = await call('a', { path: 'session.me', type: 'query', input: undefined })
    expect(locked).toMatchObject({ reply: { failure: { code: 'not-signed-in' } } })

    tell({ kind: 'suspend' })
    await until(() =>
      events().some(({ event }) => event.kind === 'store' && event.state.state === 'closed'),
    )
    tell({ kind: 'shutdown' })
    await until(() => heard.some(({ kind }) => kind === 'stopped'))
  }, 30_000)
})

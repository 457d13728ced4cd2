import { existsSync, statSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Answer } from '#domain/shared/wire.ts'
import { runCommand } from '../../../electron/command-line.ts'
import { localAddress } from '../../../electron/platform/local-door/address.ts'
import { reachRunningApp } from '../../../electron/platform/local-door/client.ts'
import { lineTo, listenAt } from '../../../electron/platform/local-door/local-socket.ts'
import { type LocalDoor, openLocalDoor } from '../../../electron/platform/local-door/server.ts'
import { startTestUnit, type TestUnit, testPassword } from '../../support/app.ts'

let unit: TestUnit
let door: LocalDoor
const closed: string[] = []

const serve = () =>
  openLocalDoor(unit.folder, {
    call: (connection, call) => unit.app.call(connection, call),
    opened: () => undefined,
    closed(connection) {
      closed.push(connection)
      unit.app.closed(connection)
    },
  })

beforeEach(async () => {
  unit = await startTestUnit()
  door = serve()
  closed.length = 0
})
afterEach(() => {
  door.close()
  unit.close()
})

async function run(command: string, answers: string[]) {
  const said: string[] = []
  const code = await runCommand({
    folder: unit.folder,
    command,
    operands: [],
    ask: async () => answers.shift() ?? '',
    say: (text) => said.push(text),
  })
  return { code, text: said.join('\n') }
}

describe('the command line, while the app runs', () => {
  test('asks the app, which keeps the store, and the windows stay signed in', async () => {
    const answer = await run('verify', ['administrator', testPassword])
    expect(answer).toMatchObject({
      code: 0,
      text: expect.stringMatching(/entries of the audit hold/),
    })
    expect(unit.app.house.isOpen()).toBe(true)
    expect(await unit.as('nurse').ok('session.me')).toMatchObject({ role: 'nurse' })
    await expect.poll(() => closed.length).toBe(1)
  })

  test('is allowed no more than the person is, and nobody is signed in on a new line', async () => {
    expect((await run('users', ['nurse', testPassword])).text).toMatch(/Your role does not allow/)
    const line = await reachRunningApp(unit.folder)
    expect(await line?.call({ path: 'users.list', type: 'query', input: undefined })).toMatchObject(
      {
        reply: { ok: false, failure: { code: 'not-signed-in' } },
      },
    )
    await line?.close()
  })

  test('ends its session with its line', async () => {
    const line = await reachRunningApp(unit.folder)
    const input = { signInName: 'nurse' }
    await line?.call({ path: 'session.signIn', type: 'mutation', input, password: testPassword })
    const before = unit.app.house.sessions.count()
    await line?.close()
    await expect.poll(() => unit.app.house.sessions.count()).toBe(before - 1)
  })

  test('is told when the app is closed in the middle', async () => {
    const line = await reachRunningApp(unit.folder)
    door.close()
    await expect
      .poll(async () => await line?.call({ path: 'setup.state', type: 'query', input: undefined }))
      .toEqual({ fault: 'app-closed' } satisfies Answer)
  })
})

describe('the local door', () => {
  test.skipIf(process.platform === 'win32')('is for the same person alone', async () => {
    const line = await reachRunningApp(unit.folder)
    expect(statSync(localAddress(unit.folder) ?? '').mode & 0o077).toBe(0)
    await line?.close()
  })

  test.each([
    ['no message', 'hello\n'],
    ['half a message', '{"id":1,\n'],
    ['a number', '7\n'],
    ['null', 'null\n'],
  ])('shuts on %s, and stays open for others', async (_, sent) => {
    const socket = connect(localAddress(unit.folder) ?? '')
    const ended = new Promise((resolve) => socket.on('close', resolve))
    socket.on('error', () => undefined)
    socket.write(sent)
    await ended
    const line = await reachRunningApp(unit.folder)
    expect(
      await line?.call({ path: 'setup.state', type: 'query', input: undefined }),
    ).toHaveProperty('reply')
    await line?.close()
  })

  test('refuses what is no call', async () => {
    const line = await reachRunningApp(unit.folder)
    for (const wrong of [
      { path: '../x' },
      { path: 'users.list', type: 'query', input: 1, more: 2 },
      null,
    ])
      expect(await line?.call(wrong as never)).toEqual({ fault: 'call-shape' })
    await line?.close()
  })

  test('carries bytes whole', async () => {
    door.close()
    door = openLocalDoor(unit.folder, {
      call: async (_, { input }) => ({ reply: { ok: true, value: input } }),
      opened: () => undefined,
      closed: () => undefined,
    })
    const line = await reachRunningApp(unit.folder)
    const input = { bytes: new Uint8Array([0, 1, 254, 255]), text: 'Siân\n' }
    expect(await line?.call({ path: 'a.b', type: 'query', input })).toEqual({
      reply: { ok: true, value: input },
    })
    await line?.close()
  })

  test('takes the place of one that an app left which was killed, and leaves nothing', async () => {
    door.close()
    expect(await reachRunningApp(unit.folder)).toBeUndefined()
    if (process.platform !== 'win32') writeFileSync(join(unit.folder, 'app.sock'), '')
    door = serve()
    const line = await reachRunningApp(unit.folder)
    expect(line).toBeDefined()
    await line?.close()
    door.close()
    expect(existsSync(join(unit.folder, 'app.sock'))).toBe(false)
  })

  test.each(['80', '127.0.0.1', 'example.org:443', '\\\\server\\pipe\\mbu', 'app.sock', ''])(
    'has no line to %j, which is not on this computer',
    (address) => {
      expect(() => lineTo(address)).toThrow('Not an address on this computer')
      expect(() =>
        listenAt(
          address,
          () => undefined,
          () => undefined,
        ),
      ).toThrow()
    },
  )

  test('is not opened where the path is too long for the system', () => {
    expect(localAddress(`/${'x'.repeat(200)}`, 'linux')).toBeUndefined()
    expect(localAddress(`C:/${'x'.repeat(200)}`, 'win32')).toMatch(/^\\\\\.\\pipe\\mbu-assurance-/)
  })
})

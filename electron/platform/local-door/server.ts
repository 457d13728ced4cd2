import { randomUUID } from 'node:crypto'
import { chmodSync, mkdirSync, rmSync } from 'node:fs'
import type { Answer, Call } from '#domain/shared/wire.ts'
import { checkCall } from '../call-check.ts'
import { localAddress } from './address.ts'
import { eachMessage, frame } from './frames.ts'
import { type LocalSocket, listenAt } from './local-socket.ts'

interface Behind {
  call(connection: string, call: Call): Promise<Answer>
  opened(connection: string): void
  closed(connection: string): void
}

export interface LocalDoor {
  close(): void
}

/** More lines at once than this are no person's. */
const mostLines = 8

/**
 * Lets the command line of the same person reach the running app (decision 6). Each line is a connection with
 * a session of its own, through the same door as a window: it has nobody signed in until somebody does. An
 * address that cannot be had leaves the app without it.
 */
export function openLocalDoor(folder: string, behind: Behind): LocalDoor {
  const address = localAddress(folder)
  if (address === undefined) return { close: () => undefined }
  const isFile = process.platform !== 'win32'
  if (isFile) {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    // The app is the only one that runs on this folder, so what lies there is of one that was killed.
    rmSync(address, { force: true })
  }
  const lines = new Set<LocalSocket>()
  const take = (socket: LocalSocket) => {
    if (lines.size >= mostLines) return void socket.destroy()
    lines.add(socket)
    serve(socket, behind, () => lines.delete(socket))
  }
  const server = listenAt(address, take, () => {
    if (isFile) chmodSync(address, 0o600)
  })
  return {
    close() {
      for (const socket of lines) socket.destroy()
      server.close()
      if (isFile) rmSync(address, { force: true })
    },
  }
}

const isAsked = (message: unknown): message is { id: number; call: unknown } =>
  typeof message === 'object' && message !== null && 'id' in message && Number.isInteger(message.id)

function serve(socket: LocalSocket, behind: Behind, gone: () => void): void {
  const connection = randomUUID()
  behind.opened(connection)
  eachMessage(socket, (message) => {
    if (!isAsked(message)) throw new Error('call-shape')
    const { id, call } = message
    const checked = checkCall(call)
    const answer = checked
      ? behind.call(connection, checked)
      : Promise.resolve<Answer>({ fault: 'call-shape' })
    void answer.then((given) => {
      if (!socket.destroyed) socket.write(frame({ id, answer: given }))
    })
  })
  socket.on('error', () => undefined)
  socket.on('close', () => {
    gone()
    behind.closed(connection)
  })
}

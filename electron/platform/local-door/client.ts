import type { Answer, Call } from '#domain/shared/wire.ts'
import { localAddress } from './address.ts'
import { eachMessage, frame } from './frames.ts'
import { type LocalSocket, lineTo } from './local-socket.ts'

/** An app that answers calls: the one that runs, or one's own. */
export interface Reachable {
  call(call: Call): Promise<Answer>
  close(): void | Promise<void>
}

/** A line to the app that runs on this folder; undefined where none does. */
export async function reachRunningApp(folder: string): Promise<Reachable | undefined> {
  const address = localAddress(folder)
  const socket = address === undefined ? undefined : await lineTo(address)
  return socket && lineOver(socket)
}

function lineOver(socket: LocalSocket): Reachable {
  const waiting = new Map<number, (answer: Answer) => void>()
  let last = 0
  eachMessage(socket, (message) => {
    const { id, answer } = message as { id: number; answer: Answer }
    waiting.get(id)?.(answer)
    waiting.delete(id)
  })
  socket.on('error', () => undefined)
  socket.on('close', () => {
    for (const answer of waiting.values()) answer({ fault: 'app-closed' })
    waiting.clear()
  })
  return {
    call(call) {
      if (socket.destroyed) return Promise.resolve({ fault: 'app-closed' })
      last += 1
      const id = last
      return new Promise((resolve) => {
        waiting.set(id, resolve)
        socket.write(frame({ id, call }))
      })
    },
    close: () => void socket.destroy(),
  }
}

import { connect, createServer, type Server, type Socket } from 'node:net'

export type LocalSocket = Socket

/**
 * The one file of the app that may use sockets, and only those of this computer: a path of its file system or
 * a pipe of Windows. A host or a port is refused, so nothing here can reach a network or be reached by one.
 */
function assertLocal(address: string): void {
  if (!address.startsWith('/') && !address.startsWith('\\\\.\\pipe\\'))
    throw new Error('Not an address on this computer')
}

/** Waits at a local address. `ready` is called when it is open; an address that cannot be had stays shut. */
export function listenAt(
  address: string,
  onSocket: (socket: LocalSocket) => void,
  ready: () => void,
): Server {
  assertLocal(address)
  const server = createServer(onSocket)
  server.on('error', () => undefined)
  server.listen({ path: address }, ready)
  return server
}

/** A line to whoever waits at a local address; undefined where nobody does. */
export function lineTo(address: string): Promise<LocalSocket | undefined> {
  assertLocal(address)
  return new Promise((resolve) => {
    const socket = connect({ path: address })
    socket.once('connect', () => resolve(socket))
    // Nobody listens: there is no such file, or it is of an app that was killed.
    socket.once('error', () => resolve(undefined))
  })
}

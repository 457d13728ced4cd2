import { randomUUID } from 'node:crypto'
import type { IpcMainInvokeEvent, WebContents } from 'electron'
import type { WorkerEvent } from '#domain/shared/wire.ts'
import { CHANNELS } from './channels.ts'
import { isOurs } from './origin.ts'

/** Which windows are ours, and the connection that each holds with the store worker. */
export interface Connections {
  add(contents: WebContents): void
  /** The connection of a message's sender, or undefined when it is not the main frame of a page of ours. */
  of(event: IpcMainInvokeEvent): string | undefined
  /** Passes an event to the window of one connection, or to all. */
  send(event: WorkerEvent, connection: string | undefined): void
  all(): string[]
  /** Ends every connection and begins new ones: nobody is signed in any more. */
  renew(): void
}

interface Listeners {
  onOpened(connection: string): void
  onClosed(connection: string): void
}

/**
 * A connection lasts as long as one loaded page: a page that is loaded anew, or whose process died, gets
 * a new one, and so has nobody signed in.
 */
export function makeConnections(listeners: Listeners): Connections {
  const open = new Map<WebContents, string>()

  function begin(contents: WebContents): void {
    end(contents)
    const connection = randomUUID()
    open.set(contents, connection)
    listeners.onOpened(connection)
  }

  function end(contents: WebContents): void {
    const connection = open.get(contents)
    if (connection === undefined) return
    open.delete(contents)
    listeners.onClosed(connection)
  }

  return {
    add: (contents) => {
      begin(contents)
      let loads = 0
      contents.on('did-navigate', () => {
        loads += 1
        if (loads > 1 || !open.has(contents)) begin(contents)
      })
      contents.on('render-process-gone', () => {
        end(contents)
        if (!contents.isDestroyed()) contents.reload()
      })
      contents.on('destroyed', () => end(contents))
    },
    of: (event) => {
      const frame = event.senderFrame
      if (!frame || frame !== event.sender.mainFrame || !isOurs(frame.url)) return undefined
      return open.get(event.sender)
    },
    send: (event, connection) => {
      for (const [contents, its] of open) {
        if (connection !== undefined && connection !== its) continue
        if (!contents.isDestroyed()) contents.send(CHANNELS.event, event)
      }
    },
    all: () => [...open.values()],
    renew: () => {
      for (const contents of [...open.keys()]) begin(contents)
    },
  }
}

import type { IpcMain, IpcMainInvokeEvent, WebContents, WebFrameMain } from 'electron'
import { standIn } from './stand-in.ts'

type Handler = Parameters<IpcMain['handle']>[1]

const handlers = new Map<string, Handler>()

export const ipcMain = standIn<IpcMain>('ipcMain', {
  handle: (channel, handler) => {
    if (handlers.has(channel)) throw new Error(`A handler for '${channel}' is already there`)
    handlers.set(channel, handler)
  },
  removeHandler: (channel) => {
    handlers.delete(channel)
  },
})

/** Runs what the app handles on a channel, as the main process would for a page's `invoke`. */
export async function invoke(
  channel: string,
  sender: WebContents,
  senderFrame: WebFrameMain,
  args: unknown[],
): Promise<unknown> {
  const handler = handlers.get(channel)
  if (!handler) throw new Error(`No handler registered for '${channel}'`)
  const event = standIn<IpcMainInvokeEvent>('IpcMainInvokeEvent', { sender, senderFrame })
  return handler(event, ...args)
}

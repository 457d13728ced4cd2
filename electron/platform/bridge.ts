import { type IpcMain, type IpcMainInvokeEvent, webContents } from 'electron'
import type { Answer } from '#domain/shared/wire.ts'
import { checkCall } from './call-check.ts'
import { CHANNELS } from './channels.ts'
import type { Connections } from './connections.ts'
import { chooseFolder, LARGEST_FILE, openFile, saveFile } from './files.ts'
import type { StoreWorker } from './store-worker-client.ts'

const ENDING = /^[a-z0-9]{1,8}$/

/**
 * Everything that a page can ask of the main process. Each asks first who is speaking: only the main
 * frame of our own page is answered, and a stranger learns nothing from the refusal.
 */
export function openBridge(
  ipc: IpcMain,
  connections: Connections,
  worker: StoreWorker,
  openAnother: () => Promise<void>,
): void {
  ipc.handle(CHANNELS.call, async (event, sent: unknown): Promise<Answer> => {
    const connection = connections.of(event)
    if (connection === undefined) return { fault: 'sender' }
    const call = checkCall(sent)
    return call ? worker.call(connection, call) : { fault: 'call-shape' }
  })
  ipc.handle(CHANNELS.saveFile, (event, name: unknown, bytes: unknown) => {
    const contents = trusted(connections, event)
    if (typeof name !== 'string' || !(bytes instanceof Uint8Array)) throw new Error('call-shape')
    if (bytes.byteLength > LARGEST_FILE) throw new Error('file-too-large')
    return saveFile(contents, name, bytes)
  })
  ipc.handle(CHANNELS.openFile, (event, endings: unknown) => {
    const contents = trusted(connections, event)
    if (!Array.isArray(endings) || !endings.every(isEnding)) throw new Error('call-shape')
    return openFile(contents, endings)
  })
  ipc.handle(CHANNELS.chooseFolder, (event) => chooseFolder(trusted(connections, event)))
  ipc.handle(CHANNELS.openWindow, (event) => {
    trusted(connections, event)
    return openAnother()
  })
  ipc.handle(CHANNELS.print, (event) => {
    const contents = trusted(connections, event)
    return new Promise<void>((resolve) => {
      // A print that the person cancels is no failure.
      contents.print({ silent: false, printBackground: true }, () => resolve())
    })
  })
}

function isEnding(value: unknown): value is string {
  return typeof value === 'string' && ENDING.test(value)
}

function trusted(connections: Connections, event: IpcMainInvokeEvent) {
  const contents = webContents.fromId(event.sender.id)
  if (connections.of(event) === undefined || !contents) throw new Error('sender')
  return contents
}

import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron'
import type { Bridge } from '#domain/shared/bridge.ts'
import type { WorkerEvent } from '#domain/shared/wire.ts'
import { CHANNELS } from './platform/channels.ts'

/** All that a page can reach outside itself. */
const bridge: Bridge = {
  call: (call) => ipcRenderer.invoke(CHANNELS.call, call),
  onEvent: (listener) => {
    const pass = (_event: IpcRendererEvent, event: WorkerEvent): void => listener(event)
    ipcRenderer.on(CHANNELS.event, pass)
    return () => {
      ipcRenderer.off(CHANNELS.event, pass)
    }
  },
  saveFile: (name, bytes) => ipcRenderer.invoke(CHANNELS.saveFile, name, bytes),
  openFile: (endings) => ipcRenderer.invoke(CHANNELS.openFile, endings),
  chooseFolder: () => ipcRenderer.invoke(CHANNELS.chooseFolder),
  openWindow: () => ipcRenderer.invoke(CHANNELS.openWindow),
  print: () => ipcRenderer.invoke(CHANNELS.print),
}

contextBridge.exposeInMainWorld('bridge', bridge)

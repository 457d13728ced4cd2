/**
 * Stands in for the `electron` module in the main process (hooks.ts puts it in its place): the part that
 * the app uses, checked against Electron's own types; the rest says that it is not here.
 */
import { EventEmitter } from 'node:events'
import type * as Electron from 'electron'
import { absent, standIn } from './stand-in.ts'
import { contentsById } from './web-contents.ts'

export { app } from './app.ts'
export { BrowserWindow } from './browser-window.ts'
export { dialog } from './dialog.ts'
export { ipcMain } from './ipc-main.ts'
export { protocol, session } from './session.ts'

/** Nobody tells this host that the computer sleeps; journeys say so themselves (run.ts). */
export const powerEvents = new EventEmitter()
export const powerMonitor = standIn<Electron.PowerMonitor>('powerMonitor', {}, powerEvents)
export const webContents = standIn<typeof Electron.webContents>('webContents', {
  fromId: contentsById,
})

export const autoUpdater = absent<typeof Electron.autoUpdater>('autoUpdater')
export const BaseWindow = absent<typeof Electron.BaseWindow>('BaseWindow')
export const clipboard = absent<typeof Electron.clipboard>('clipboard')
export const crashReporter = absent<typeof Electron.crashReporter>('crashReporter')
export const desktopCapturer = absent<typeof Electron.desktopCapturer>('desktopCapturer')
export const globalShortcut = absent<typeof Electron.globalShortcut>('globalShortcut')
export const Menu = absent<typeof Electron.Menu>('Menu')
export const MenuItem = absent<typeof Electron.MenuItem>('MenuItem')
export const MessageChannelMain = absent<typeof Electron.MessageChannelMain>('MessageChannelMain')
export const nativeImage = absent<typeof Electron.nativeImage>('nativeImage')
export const nativeTheme = absent<typeof Electron.nativeTheme>('nativeTheme')
export const net = absent<typeof Electron.net>('net')
export const Notification = absent<typeof Electron.Notification>('Notification')
export const powerSaveBlocker = absent<typeof Electron.powerSaveBlocker>('powerSaveBlocker')
export const safeStorage = absent<typeof Electron.safeStorage>('safeStorage')
export const screen = absent<typeof Electron.screen>('screen')
export const shell = absent<typeof Electron.shell>('shell')
export const systemPreferences = absent<typeof Electron.systemPreferences>('systemPreferences')
export const Tray = absent<typeof Electron.Tray>('Tray')
export const utilityProcess = absent<typeof Electron.utilityProcess>('utilityProcess')
export const WebContentsView = absent<typeof Electron.WebContentsView>('WebContentsView')

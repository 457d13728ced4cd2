import {
  BrowserWindow,
  type BrowserWindowConstructorOptions,
  type Session,
  type WebContents,
} from 'electron'
import { testBuild } from './build-flags.ts'
import { START_PAGE } from './origin.ts'

/** Every setting of every window of the app (reliability: Electron settings); a test holds a copy of it. */
export function windowOptions(preload: string, session: Session): BrowserWindowConstructorOptions {
  return {
    width: 1366,
    height: 768,
    minWidth: 1024,
    minHeight: 640,
    show: false,
    autoHideMenuBar: true,
    title: 'MBU Assurance',
    webPreferences: {
      preload,
      session,
      contextIsolation: true,
      sandbox: true,
      webSecurity: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      spellcheck: false,
      devTools: testBuild,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      navigateOnDragDrop: false,
      enableWebSQL: false,
      safeDialogs: true,
      // The alarm of an episode sounds on a lock screen that nobody has touched yet (decision 32).
      autoplayPolicy: 'no-user-gesture-required',
    },
  }
}

/** The one place that makes a window. Its title never changes: titles end up in histories and task bars. */
export async function openWindow(
  preload: string,
  session: Session,
  onMade: (contents: WebContents) => void,
): Promise<BrowserWindow> {
  const window = new BrowserWindow(windowOptions(preload, session))
  // Windows and macOS: the records do not appear on a shared screen or in a screenshot.
  window.setContentProtection(!testBuild)
  window.on('page-title-updated', (event) => event.preventDefault())
  window.once('ready-to-show', () => window.show())
  onMade(window.webContents)
  await window.loadURL(START_PAGE)
  return window
}

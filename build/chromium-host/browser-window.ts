import { EventEmitter } from 'node:events'
import type {
  BrowserWindowConstructorOptions,
  BrowserWindow as ElectronWindow,
  WebContents,
} from 'electron'
import type { Page } from 'playwright-core'
import { type RunningBrowser, startBrowser } from './browser.ts'
import { sessionInUse } from './session.ts'
import { settings } from './settings.ts'
import { notAvailable, standIn } from './stand-in.ts'
import { makeContents } from './web-contents.ts'

const windows = new Set<ElectronWindow>()
let browser: Promise<RunningBrowser> | undefined
let onAllClosed = () => {}
let onContents: (contents: WebContents) => void = () => {}

/** Lets `app` hear of new pages and of the last window's end. */
export function followWindows(listeners: {
  onAllClosed: () => void
  onContents: (contents: WebContents) => void
}): void {
  onAllClosed = listeners.onAllClosed
  onContents = listeners.onContents
}

/** Ends Chromium and removes its profile. */
export async function closeBrowser(): Promise<void> {
  const running = await browser?.catch(() => undefined)
  await running?.close()
}

/** The browser comes with one empty page; the first window takes it. */
async function firstPage(): Promise<Page> {
  browser ??= startBrowser()
  const { context } = await browser
  await sessionInUse().govern(context)
  const page = context.pages()[0] ?? (await context.newPage())
  for (const other of context.pages()) if (other !== page) await other.close()
  return page
}

/** Each further window is a page of its own in the same browser. */
async function furtherPage(running: Promise<RunningBrowser>): Promise<Page> {
  return (await running).context.newPage()
}

function makeWindow(options: BrowserWindowConstructorOptions = {}): ElectronWindow {
  const wanted = options.webPreferences ?? {}
  if (!wanted.contextIsolation || !wanted.sandbox || wanted.nodeIntegration) {
    throw new Error('The Chromium host runs isolated and sandboxed pages alone')
  }
  const emitter = new EventEmitter()
  const host = makeContents(browser ? furtherPage(browser) : firstPage(), wanted.preload)
  const window = standIn<ElectronWindow>(
    'BrowserWindow',
    {
      webContents: host.contents,
      setContentProtection: () => {},
      show: () => {},
      focus: () => void host.page()?.bringToFront(),
      isMinimized: () => false,
      restore: () => {},
      loadURL: async (address) => {
        await host.load(address)
        emitter.emit('ready-to-show')
        settings.onReady((await browser)?.endpoint)
      },
    },
    emitter,
  )
  host.contents.on('destroyed', () => {
    windows.delete(window)
    emitter.emit('closed')
    if (windows.size === 0) onAllClosed()
  })
  windows.add(window)
  onContents(host.contents)
  return window
}

/** The class itself: `new` and the two look-ups. */
export const BrowserWindow = new Proxy(class {}, {
  construct: (_target, [options]) => makeWindow(options),
  get: (_target, key) => {
    if (key === 'getAllWindows') return () => [...windows]
    if (key === 'fromWebContents') {
      return (contents: WebContents) =>
        [...windows].find((window) => window.webContents.id === contents.id) ?? null
    }
    return typeof key === 'symbol' || key === 'prototype' || key === 'then'
      ? undefined
      : notAvailable(`BrowserWindow.${key}`)
  },
}) as unknown as typeof ElectronWindow

import { EventEmitter } from 'node:events'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Session } from 'electron'
import { describe, expect, test, vi } from 'vitest'
import { openWindow, windowOptions } from '../../../electron/platform/window.ts'

const made = vi.hoisted(() => [] as unknown[])
vi.mock('electron', () => ({
  BrowserWindow: class extends EventEmitter {
    webContents = {}
    setContentProtection = vi.fn()
    show = vi.fn()
    loadURL = vi.fn(async () => {})
    constructor(options: unknown) {
      super()
      made.push({ options, window: this })
    }
  },
}))

const session = {} as Session

test('Every window is isolated, sandboxed and without Node', () => {
  expect(windowOptions('preload.cjs', session)).toEqual({
    width: 1366,
    height: 768,
    minWidth: 1024,
    minHeight: 640,
    show: false,
    autoHideMenuBar: true,
    title: 'MBU Assurance',
    webPreferences: {
      preload: 'preload.cjs',
      session,
      contextIsolation: true,
      sandbox: true,
      webSecurity: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      spellcheck: false,
      devTools: true, // a test build; a production build has none
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      navigateOnDragDrop: false,
      enableWebSQL: false,
      safeDialogs: true,
      autoplayPolicy: 'no-user-gesture-required',
    },
  })
})

describe('A window', () => {
  test('keeps its title whatever the page says: titles end up in histories', async () => {
    await openWindow('preload.cjs', session, () => {})
    const { window } = made.at(-1) as { window: EventEmitter }
    const event = { preventDefault: vi.fn() }
    window.emit('page-title-updated', event)
    expect(event.preventDefault).toHaveBeenCalled()
  })

  test('is known before its page is loaded', async () => {
    const order: string[] = []
    await openWindow('preload.cjs', session, () => order.push('known'))
    const { window } = made.at(-1) as { window: { loadURL: ReturnType<typeof vi.fn> } }
    expect(window.loadURL).toHaveBeenCalledWith('app://mbu/index.html')
    expect(order).toEqual(['known'])
  })

  test('is made in one place', () => {
    const root = join(import.meta.dirname, '../../..')
    const makers = globSync('electron/**/*.ts', { cwd: root }).filter((file) =>
      /new (Electron\.)?(BrowserWindow|BaseWindow|WebContentsView)\b/.test(
        readFileSync(join(root, file), 'utf8'),
      ),
    )
    expect(makers).toEqual(['electron/platform/window.ts'])
  })
})

import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'
import { buildIfStale } from '../../../build/app-build.ts'
import { hasDisplay } from '../../../build/chromium-host/installed-browser.ts'
import { presentElectron } from '../../../build/start/electron-program.ts'
import type { AppDriver, OpenOptions, RunningApp } from './app-driver.ts'

interface Running {
  electron: ElectronApplication
  page: Page
}

/** The built app in Electron itself, wherever its program is. */
export const electronDriver: AppDriver = {
  name: 'electron',
  missing: () => {
    if (!presentElectron()) return "Electron's program is not on this machine"
    return hasDisplay() ? undefined : 'Electron needs a display and there is none'
  },
  open: async (options) => {
    let running = await start(options)
    const app: RunningApp = {
      host: 'electron',
      origin: 'app://mbu',
      get page() {
        return running.page
      },
      setClock: (clock) =>
        running.electron.evaluate(
          (_electron, message) => {
            process.emit('mbu:test' as 'message', message, undefined)
          },
          { clock },
        ),
      answerSave: (...paths) =>
        running.electron.evaluate(({ dialog }, answers) => {
          const before = dialog.showSaveDialog
          dialog.showSaveDialog = async () => {
            const path = answers.shift() ?? null
            if (answers.length === 0) dialog.showSaveDialog = before
            return { canceled: path === null, filePath: path ?? '' }
          }
        }, paths),
      answerOpen: (...paths) =>
        running.electron.evaluate(({ dialog }, answers) => {
          const before = dialog.showOpenDialog
          dialog.showOpenDialog = async () => {
            const path = answers.shift() ?? null
            if (answers.length === 0) dialog.showOpenDialog = before
            return { canceled: path === null, filePaths: path === null ? [] : [path] }
          }
        }, paths),
      power: async (event) => {
        await running.electron.evaluate(({ powerMonitor }, name) => {
          powerMonitor.emit(name)
        }, event)
      },
      reload: async () => {
        const loaded = running.page.waitForEvent('load')
        await running.electron.evaluate(({ BrowserWindow }) => {
          for (const window of BrowserWindow.getAllWindows()) window.webContents.reload()
        })
        await loaded
      },
      restart: async () => {
        await running.electron.close()
        running = await start(options)
      },
      kill: async () => {
        running.electron.process().kill('SIGKILL')
      },
      close: () => running.electron.close(),
    }
    return app
  },
}

async function start(options: OpenOptions): Promise<Running> {
  const build = await buildIfStale('test')
  const args = [join(build, 'main/main.js'), '--data', options.folder]
  if (process.getuid?.() === 0) args.unshift('--no-sandbox')
  if (options.clock !== undefined) args.push(`--clock=${options.clock}`)
  if (options.example) args.push('--example')
  const executablePath = presentElectron()
  if (executablePath === undefined) throw new Error("Electron's program is not on this machine")
  const electron = await _electron.launch({ executablePath, args })
  const page = await electron.firstWindow()
  if (options.size) await page.setViewportSize(options.size)
  await page.waitForLoadState('load')
  return { electron, page }
}

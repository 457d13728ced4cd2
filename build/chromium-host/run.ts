/**
 * Runs a built main process in Chromium:
 *   node build/chromium-host/run.ts <main.js> [--window | --headless] [--size=1366x768] [the app's own switches]
 * A parent that forked it is told the address to attach to, and may act on the outside world.
 */
import { existsSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { hasDisplay, installedBrowser } from './installed-browser.ts'
import { dialogAnswers, settings } from './settings.ts'

/** What a journey may ask of the world outside the page. */
export type HostRequest =
  | { test: { clock: string } }
  | { dialog: { save?: (string | null)[]; open?: (string | null)[] } }
  | { power: 'suspend' | 'resume' | 'lock-screen' }
  | { reload: true }
  | { quit: true }

/** What the parent is told. */
export type HostReport = { ready: { endpoint: string | undefined } } | { said: string }

const [mainFile, ...switches] = process.argv.slice(2)
if (!mainFile || !existsSync(mainFile)) throw new Error('Which built main process is to be run?')

const own = (name: string) => switches.find((one) => one.startsWith(`--${name}`))
const size = /^--size=(\d+)x(\d+)$/.exec(own('size=') ?? '')
if (size) settings.size = { width: Number(size[1]), height: Number(size[2]) }
settings.headless = own('window')
  ? false
  : Boolean(own('headless')) || !(hasDisplay() && installedBrowser())
settings.downloads = join(homedir(), 'mbu-assurance-files')
const place = own('downloads=')
if (place) settings.downloads = resolve(place.slice('--downloads='.length))

const report = (message: HostReport) => process.send?.(message)
settings.say = (line) => {
  if (process.send) report({ said: line })
  else process.stdout.write(`${line}\n`)
}
settings.onReady = (endpoint) => {
  report({ ready: { endpoint } })
  if (process.send || !endpoint) return
  settings.say(
    `The app runs without a window. To see it: in a Chrome on this machine open chrome://inspect, add ${endpoint.replace('http://', '')} under Configure, and inspect "MBU Assurance". Ctrl+C here ends the app.`,
  )
}

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron'
      ? { url: import.meta.resolve('./electron.ts'), shortCircuit: true }
      : next(specifier, context),
})
const { app, BrowserWindow, powerEvents } = await import('./electron.ts')

process.on('message', (request: HostRequest) => {
  if ('test' in request) process.emit('mbu:test' as 'message', request.test, undefined)
  else if ('dialog' in request) {
    dialogAnswers.save.push(...(request.dialog.save ?? []))
    dialogAnswers.open.push(...(request.dialog.open ?? []))
  } else if ('power' in request) powerEvents.emit(request.power)
  else if ('reload' in request) {
    for (const window of BrowserWindow.getAllWindows()) window.webContents.reload()
  } else app.quit()
})
process.on('disconnect', () => app.quit())

// The main process reads its own switches as it would under Electron.
const HOST_SWITCHES = /^--(size=|headless|window|downloads=)/
process.argv = [process.execPath, mainFile, ...switches.filter((one) => !HOST_SWITCHES.test(one))]
await import(pathToFileURL(resolve(mainFile)).href)

import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { buildIfStale } from '../../../build/app-build.ts'
import type { HostReport, HostRequest } from '../../../build/chromium-host/run.ts'
import type { AppDriver, OpenOptions, RunningApp } from './app-driver.ts'

const HOST = join(import.meta.dirname, '../../../build/chromium-host/run.ts')

interface Running {
  host: ChildProcess
  browser: Browser
  page: Page
}

/** The built app in the Chromium host: runs on every machine. */
export const chromiumDriver: AppDriver = {
  name: 'chromium-host',
  missing: () => undefined,
  open: async (options) => {
    let running = await start(options)
    const ask = (request: HostRequest) => sendTo(running.host, request)
    const app: RunningApp = {
      host: 'chromium-host',
      origin: 'https://mbu.app.invalid',
      get page() {
        return running.page
      },
      setClock: (clock) => ask({ test: { clock } }),
      answerSave: (...save) => ask({ dialog: { save } }),
      answerOpen: (...open) => ask({ dialog: { open } }),
      power: (event) => ask({ power: event }),
      reload: async () => {
        const loaded = running.page.waitForEvent('load')
        await ask({ reload: true })
        await loaded
      },
      restart: async () => {
        await quit(running)
        running = await start(options)
      },
      kill: async () => {
        const ended = hasEnded(running.host)
        running.host.kill('SIGKILL')
        await running.browser.close().catch(() => {})
        await ended
      },
      close: () => quit(running),
    }
    return app
  },
}

async function start(options: OpenOptions): Promise<Running> {
  const build = await buildIfStale('test')
  const args = [join(build, 'main/main.js'), '--headless', '--data', options.folder]
  args.push(`--downloads=${join(options.folder, 'downloads')}`)
  if (options.size) args.push(`--size=${options.size.width}x${options.size.height}`)
  if (options.clock !== undefined) args.push(`--clock=${options.clock}`)
  if (options.example) args.push('--example')
  const host = fork(HOST, args, {
    execArgv: [],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    serialization: 'json',
  })
  const endpoint = await whenReady(host)
  const browser = await chromium.connectOverCDP(endpoint)
  const page = browser.contexts()[0]?.pages()[0]
  if (!page) throw new Error('The app opened no page')
  await page.waitForLoadState('load')
  return { host, browser, page }
}

function whenReady(host: ChildProcess): Promise<string> {
  let output = ''
  const keep = (chunk: Buffer) => {
    output += chunk.toString()
  }
  host.stdout?.on('data', keep)
  host.stderr?.on('data', keep)
  return new Promise((resolve, reject) => {
    host.on('message', (report: HostReport) => {
      if ('ready' in report && report.ready.endpoint) resolve(report.ready.endpoint)
      if ('said' in report) output += `${report.said}\n`
    })
    host.on('exit', (code) => reject(new Error(`The app ended (${code}) at its start:\n${output}`)))
  })
}

function sendTo(host: ChildProcess, request: HostRequest): Promise<void> {
  return new Promise((resolve, reject) => {
    host.send(request, (error) => (error ? reject(error) : resolve()))
  })
}

function hasEnded(host: ChildProcess): Promise<void> {
  if (host.exitCode !== null || host.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => host.on('exit', () => resolve()))
}

async function quit({ host, browser }: Running): Promise<void> {
  const ended = hasEnded(host)
  if (host.connected) await sendTo(host, { quit: true }).catch(() => {})
  await ended
  await browser.close().catch(() => {})
}

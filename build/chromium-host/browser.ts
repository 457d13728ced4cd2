import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type BrowserContext, chromium } from 'playwright-core'
import { installedBrowser } from './installed-browser.ts'
import { settings } from './settings.ts'
import { type ChromiumProgram, shippedChromium } from './shipped-chromium.ts'
import { isAlive } from './single-instance.ts'

/** A running Chromium with nothing in it yet. */
export interface RunningBrowser {
  context: BrowserContext
  /** Where a browser on this machine can attach (headless mode). */
  endpoint: string | undefined
  close(): Promise<void>
}

const PROFILE = 'mbu-browser-'

const ARGS = [
  // Two locks on one door: requests are refused one by one as well (session.ts).
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--block-new-web-contents',
  '--disable-features=Translate,OptimizationHints,MediaRouter,AutofillServerCommunication',
  '--disable-domain-reliability',
  '--disable-sync',
  '--autoplay-policy=no-user-gesture-required',
  '--no-pings',
  '--font-render-hinting=none',
]

/** Starts Chromium on a profile that is made for this run and removed after it. */
export async function startBrowser(): Promise<RunningBrowser> {
  const program = await chooseProgram()
  removeLeftProfiles()
  const profile = mkdtempSync(join(tmpdir(), `${PROFILE}${process.pid}-`))
  const context = await launch(program, profile)
  const endpoint = settings.headless ? await debuggingEndpoint(profile) : undefined
  return {
    context,
    endpoint,
    close: async () => {
      await context.close().catch(() => {})
      rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
    },
  }
}

/** A host that was killed could not remove its profile. */
function removeLeftProfiles(): void {
  for (const name of readdirSync(tmpdir()).filter((one) => one.startsWith(PROFILE))) {
    const pid = Number(name.slice(PROFILE.length).split('-')[0])
    if (isAlive(pid)) continue
    rmSync(join(tmpdir(), name), { recursive: true, force: true })
  }
}

async function chooseProgram(): Promise<ChromiumProgram> {
  const program = settings.headless
    ? ((await shippedChromium()) ?? installedBrowser())
    : installedBrowser()
  if (program) return program
  throw new Error(
    'No browser was found: install Chrome, Edge or Chromium, or let npm reach the Electron download.',
  )
}

/** With the engine's own sandbox where the machine allows it: root and some containers do not. */
async function launch(program: ChromiumProgram, profile: string): Promise<BrowserContext> {
  const start = (chromiumSandbox: boolean) =>
    chromium.launchPersistentContext(profile, {
      executablePath: program.path,
      env: { ...process.env, ...program.env },
      headless: settings.headless,
      chromiumSandbox,
      viewport: settings.headless ? (settings.size ?? { width: 1366, height: 768 }) : null,
      acceptDownloads: false,
      serviceWorkers: 'block',
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
      args: [
        ...ARGS,
        ...(program.headlessOnly ? ['--no-zygote', '--disable-gpu'] : []),
        ...(settings.headless ? ['--remote-debugging-port=0'] : ['--app=about:blank']),
      ],
    })
  if (process.platform === 'linux' && process.getuid?.() === 0) return start(false)
  return start(true).catch(() => start(false))
}

/** Chromium writes the port that it took into its profile. */
async function debuggingEndpoint(profile: string): Promise<string> {
  const file = join(profile, 'DevToolsActivePort')
  for (let tries = 0; tries < 100; tries += 1) {
    const port = existsSync(file) ? readFileSync(file, 'utf8').split('\n')[0] : undefined
    if (port) return `http://127.0.0.1:${port}`
    await wait(50)
  }
  throw new Error('Chromium did not say where it listens')
}

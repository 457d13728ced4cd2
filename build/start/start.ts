import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { buildIfStale } from '../app-build.ts'
import { hasDisplay } from '../chromium-host/installed-browser.ts'
import { fetchElectron, presentElectron } from './electron-program.ts'

const root = join(import.meta.dirname, '../..')
const HOST_SWITCHES = new Set(['--chromium', '--retry-download'])
const given = process.argv.slice(2)
const forApp = given.filter((one) => !HOST_SWITCHES.has(one))

const main = join(await buildIfStale('production'), 'main/main.js')
const { electron, why } = chooseElectron()
if (why) process.stdout.write(`${why}: the same app opens in Chromium.\n`)
const [program, args] = electron
  ? [electron, [main, ...forApp]]
  : [process.execPath, [join(root, 'build/chromium-host/run.ts'), main, ...forApp]]
const app = spawn(program, args, { stdio: 'inherit' })
app.on('exit', (code) => process.exit(code ?? 1))
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => app.kill(signal))

/** Electron where it can be had and seen, else why not. */
function chooseElectron(): { electron?: string; why?: string } {
  if (given.includes('--chromium')) return { why: 'As asked' }
  if (!hasDisplay()) return { why: 'There is no display' }
  const electron = presentElectron() ?? fetchElectron(given.includes('--retry-download'))
  if (electron) return { electron }
  return { why: "Electron's program is not on this machine and could not be downloaded" }
}

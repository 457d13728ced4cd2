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
const electron = given.includes('--chromium') || !hasDisplay() ? undefined : findElectron()
const [program, args] = electron
  ? [electron, [main, ...forApp]]
  : [process.execPath, [join(root, 'build/chromium-host/run.ts'), main, ...forApp]]
if (!electron) {
  process.stdout.write(
    "Electron's program is not here and cannot be fetched: opening the app in Chromium instead.\n",
  )
}
const app = spawn(program, args, { stdio: 'inherit' })
app.on('exit', (code) => process.exit(code ?? 1))
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => app.kill(signal))

function findElectron(): string | undefined {
  return presentElectron() ?? fetchElectron(given.includes('--retry-download'))
}

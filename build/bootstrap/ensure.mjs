/**
 * Makes sure that what the lock file names is installed. Runs before `npm start` and `npm test`, on the
 * machine's own Node (20 or later) and before node_modules exists: so it uses nothing but Node itself,
 * and says what it does in one line at a time.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const OLDEST_NODE = 20

/** Ends the process with one line when the machine's Node cannot even run npm's half of the work. */
function refuseOldNode() {
  const major = Number(process.versions.node.split('.')[0])
  if (major >= OLDEST_NODE) return
  stop(`MBU Assurance needs Node ${OLDEST_NODE} or later; this is ${process.version}.`)
}

function say(line) {
  process.stdout.write(`${line}\n`)
}

function stop(line) {
  process.stderr.write(`${line}\n`)
  process.exit(1)
}

function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}

/** The lock's own hash, kept inside node_modules: it goes when node_modules goes. */
function stampPath(folder) {
  return join(folder, 'node_modules', '.installed-lock')
}

function lockHash(folder) {
  return createHash('sha256')
    .update(readFileSync(join(folder, 'package-lock.json')))
    .digest('hex')
}

/**
 * True when every package that the lock wants here is the one that npm last put into node_modules.
 * npm leaves out optional packages made for other machines, so a missing optional one proves nothing.
 */
function matchesLock(folder) {
  const wanted = readJson(join(folder, 'package-lock.json'))?.packages
  const present = readJson(join(folder, 'node_modules', '.package-lock.json'))?.packages
  if (!wanted || !present) return false
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true
    const found = present[path]
    if (!found) return entry.optional === true
    return found.version === entry.version && found.integrity === entry.integrity
  })
}

/** Promise: true when nothing needs to be installed in `folder`. */
export function isInstalled(folder = root) {
  if (!existsSync(join(folder, 'node_modules'))) return false
  const stamp = stampPath(folder)
  const hash = lockHash(folder)
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return true
  if (!matchesLock(folder)) return false
  writeFileSync(stamp, hash)
  return true
}

function npmCommand() {
  const script = process.env.npm_execpath
  if (script?.endsWith('.js') || script?.endsWith('.cjs')) return [process.execPath, [script]]
  return [process.platform === 'win32' ? 'npm.cmd' : 'npm', []]
}

/**
 * `npm ci`, without the packages' own install scripts: none is needed, and one of them would call for a
 * compiler (docs/decisions, "Two commands on a bare machine").
 */
function install(folder) {
  say('Installing the libraries from the lock file (once, about a minute)...')
  const [command, before] = npmCommand()
  const args = [...before, 'ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  const run = spawnSync(command, args, {
    cwd: folder,
    encoding: 'utf8',
    shell: command.endsWith('.cmd'),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  if (run.status === 0) {
    writeFileSync(stampPath(folder), lockHash(folder))
    return
  }
  process.stderr.write(`${run.stdout ?? ''}${run.stderr ?? ''}`)
  stop('The libraries could not be installed: npm says why above. Nothing else was done.')
}

/**
 * The Node that everything else runs on: the one from the lock file, or the machine's own where npm has
 * no such package for it and its own is new enough.
 */
export function projectNode(folder = root) {
  const bin = join(folder, 'node_modules', '.bin')
  const own = ['linux', 'darwin'].includes(process.platform)
    ? join(bin, 'node')
    : join(folder, 'node_modules', `node-win-${process.arch}`, 'bin', 'node.exe')
  if (existsSync(own)) return realpathSync(own)
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  return undefined
}

/** Installs what is missing. Ends the process with one line when that cannot be done. */
export function ensure(folder = root) {
  refuseOldNode()
  if (!isInstalled(folder)) install(folder)
  if (!projectNode(folder)) {
    stop(
      `npm has no Node 24 for ${process.platform} ${process.arch}, and this is ${process.version}: install Node 24.`,
    )
  }
}

/** Runs a script of this project on the project's Node, and ends with its exit code. */
export function runOnProjectNode(script, args) {
  const node = projectNode()
  const env = { ...process.env }
  const separator = process.platform === 'win32' ? ';' : ':'
  env.PATH = [join(root, 'node_modules', '.bin'), env.PATH].filter(Boolean).join(separator)
  const run = spawnSync(node, [join(root, script), ...args], { stdio: 'inherit', env })
  if (run.error) stop(`Could not start ${node}: ${run.error.message}`)
  process.exit(run.status ?? 1)
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) ensure()

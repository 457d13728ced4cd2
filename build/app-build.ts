import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/** The app as people use it, or as tests do: the clock can be set and passwords cost little (decision 15). */
export type BuildMode = 'production' | 'test'

const root = join(import.meta.dirname, '..')

/** What a build is made from; a change in any of it makes the build stale. */
const SOURCES = [
  'domain/**/*',
  'drizzle/**/*',
  'electron/**/*',
  'renderer/**/*',
  'build/{page-manifest,ship-migrations,app-build}.ts',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
]

/** What a finished build says of itself (`build.json` in its folder). */
export interface BuildRecord {
  mode: BuildMode
  /** Hash over every source file. */
  sources: string
}

/** Where a build lies; each mode has its own folder, so that neither is ever taken for the other. */
export function buildFolder(mode: BuildMode): string {
  return join(root, mode === 'test' ? 'out/test-build' : 'out/app')
}

function hashSources(): string {
  const hash = createHash('sha256')
  for (const file of globSync(SOURCES, { cwd: root }).sort()) {
    const path = join(root, file)
    if (!statSync(path).isFile()) continue
    hash
      .update(`${file.replaceAll('\\', '/')}\0`)
      .update(readFileSync(path))
      .update('\0')
  }
  return hash.digest('hex')
}

/** What the folder holds now, or undefined where there is no finished build. */
export function readBuildRecord(folder: string): BuildRecord | undefined {
  const file = join(folder, 'build.json')
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
}

/**
 * Builds when the sources have changed since the last build of this mode. Promise: the folder of a
 * finished build, whoever made it; two processes that ask at once build once.
 */
export async function buildIfStale(mode: BuildMode): Promise<string> {
  const folder = buildFolder(mode)
  const release = await takeLock(`${folder}.lock`)
  try {
    const sources = hashSources()
    if (readBuildRecord(folder)?.sources === sources) return folder
    const fresh = `${folder}.new`
    rmSync(fresh, { recursive: true, force: true })
    runBuild(mode, fresh)
    const record: BuildRecord = { mode, sources }
    writeFileSync(join(fresh, 'build.json'), `${JSON.stringify(record, null, 1)}\n`)
    rmSync(folder, { recursive: true, force: true })
    renameSync(fresh, folder)
    return folder
  } finally {
    release()
  }
}

function runBuild(mode: BuildMode, folder: string): void {
  const cli = join(root, 'node_modules/electron-vite/bin/electron-vite.js')
  const args = [cli, 'build', '--mode', mode, '--outDir', folder, '--logLevel', 'warn']
  const env = { ...process.env, NO_COLOR: '1' }
  const run = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8', env })
  if (run.status !== 0) throw new Error(`The build failed:\n${run.stdout}${run.stderr}`)
}

/** One build at a time. A lock that is older than any build can take was left by a process that died. */
async function takeLock(file: string): Promise<() => void> {
  const oldest = 5 * 60_000
  for (;;) {
    try {
      mkdirSync(join(file, '..'), { recursive: true })
      writeFileSync(file, String(process.pid), { flag: 'wx' })
      return () => rmSync(file, { force: true })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    const made = statSync(file, { throwIfNoEntry: false })?.mtimeMs
    if (made !== undefined && Date.now() - made > oldest) rmSync(file, { force: true })
    await wait(200)
  }
}

import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = join(import.meta.dirname, '../../node_modules/electron')
const PATIENCE_MS = 120_000

/** Electron's program where its package has it on this machine already. */
export function presentElectron(): string | undefined {
  const name = join(folder, 'path.txt')
  if (!existsSync(name)) return undefined
  const program = join(folder, 'dist', readFileSync(name, 'utf8'))
  return existsSync(program) ? program : undefined
}

/**
 * Asks the electron package to fetch its program, once per version: where the download is out of reach,
 * later starts do not wait for it again (`retry` asks all the same).
 */
export function fetchElectron(retry: boolean): string | undefined {
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const tried = join(folder, '.download-tried')
  if (!retry && existsSync(tried) && readFileSync(tried, 'utf8') === version) return undefined
  spawnSync(process.execPath, [join(folder, 'install.js')], {
    stdio: 'ignore',
    timeout: PATIENCE_MS,
  })
  const program = presentElectron()
  if (!program) writeFileSync(tried, version)
  return program
}

import { mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { surveyStore } from '../platform/store/open.ts'
import { storePaths } from '../platform/store/paths.ts'
import { buildExample, type ExampleOptions } from './build-example.ts'

/**
 * Builds the example unit where the folder holds no unit yet. It is made beside the folder and moved in when
 * it is whole, so that a build that was broken off leaves nothing behind that looks like a unit.
 */
export async function ensureExample(options: ExampleOptions): Promise<void> {
  const { folder } = options
  if (surveyStore(storePaths(folder)) === 'present') return
  const building = `${folder}.building`
  rmSync(building, { recursive: true, force: true })
  await buildExample({ ...options, folder: building })
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  for (const entry of readdirSync(building)) {
    // The folder's own log goes on.
    if (entry !== 'logs') renameSync(join(building, entry), join(folder, entry))
  }
  rmSync(building, { recursive: true, force: true })
}

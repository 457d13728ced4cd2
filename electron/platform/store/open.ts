import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import type { Clock } from '../clock.ts'
import { assemble, type OpenOptions } from './assemble.ts'
import type { DataKey } from './data-key.ts'
import { replaceFile } from './durable-file.ts'
import { checkFolder, type StorePaths } from './paths.ts'
import { problemOf, StoreProblem } from './problem.ts'
import type { Store } from './store.ts'
import { surveyStore, withLastGood } from './survey.ts'

export { type OpenOptions, shippedLayout } from './assemble.ts'
export type { Store } from './store.ts'
export { surveyStore } from './survey.ts'

/**
 * Makes the store of a new unit. For the first run alone: refuses with `exists` if there is a key file, an
 * anchor, a database or a backup. A first run that was broken off is set aside. The first run ends, and the
 * store can be opened again, when `makeKeyFile` has written the key file.
 */
export function createStore(
  paths: StorePaths,
  key: DataKey,
  clock: Clock,
  options: OpenOptions = {},
): Store {
  checkFolder(paths.folder)
  if (surveyStore(paths) === 'present')
    throw new StoreProblem(
      'exists',
      'There is a unit in this folder already. It was left as it is; sign in to it, or choose an empty folder.',
    )
  try {
    mkdirSync(paths.folder, { recursive: true, mode: 0o700 })
    setAsideUnfinished(paths, clock)
    replaceFile(paths.unfinished, 'The first run has not been finished.\n')
    return assemble({ paths, key, clock, options, fresh: true })
  } catch (error) {
    throw problemOf(error) ?? error
  }
}

function setAsideUnfinished(paths: StorePaths, clock: Clock): void {
  if (!existsSync(paths.unfinished)) return
  const stamp = clock.now().replaceAll(/[-:.]/g, '')
  for (const path of [paths.database, paths.attachments, paths.anchors])
    for (const tail of ['', '-wal'])
      if (existsSync(path + tail)) renameSync(path + tail, `${path}.unfinished-${stamp}${tail}`)
  rmSync(paths.unfinished)
}

/**
 * Opens the store, in the one order that nothing may bypass (reliability.md 4.1): the files are looked at,
 * keyed, set and read back, brought to the shipped schema after a backup, their triggers asserted, and the
 * audit held against its newest anchor. Never makes a new database. Throws a `StoreProblem` that names the
 * last good backup.
 */
export function openStore(
  paths: StorePaths,
  key: DataKey,
  clock: Clock,
  options: OpenOptions = {},
): Store {
  checkFolder(paths.folder)
  try {
    return assemble({ paths, key, clock, options, fresh: false })
  } catch (error) {
    throw withLastGood(problemOf(error), paths) ?? error
  }
}

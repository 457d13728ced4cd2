import { mkdirSync, rmSync } from 'node:fs'
import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Clock } from '../clock.ts'
import { verifySteps } from './backup.ts'
import { checkCopySteps, inSteps } from './backup-check.ts'
import { assertRoom } from './backup-copy.ts'
import { type Backup, keysName } from './backup-list.ts'
import type { DataKey } from './data-key.ts'
import { readKeyFile } from './key-file.ts'
import type { StorePaths } from './paths.ts'
import { problemOf } from './problem.ts'

/** What a drill found: the backup came back whole, elsewhere. */
export interface Proof {
  backup: Backup
  /** Rows over all tables, each table's count as it was at the backup. */
  rows: number
  /** How many people's passwords open it. */
  people: number
  milliseconds: number
}

/**
 * The drill (reliability.md 4.5): restores a backup into a folder of its own, opens it there, holds every
 * count, every page and the audit against what was written down, looks for a password that opens it, and
 * removes it again. In steps, so that a clinical write goes in between. Throws a `StoreProblem` that says
 * what is wrong.
 */
export async function proveBackup(
  paths: StorePaths,
  key: DataKey,
  clock: Clock,
  file: string,
): Promise<Proof> {
  const started = clock.monotonicMs()
  const drill = join(paths.folder, 'drill')
  try {
    const backup = await inSteps(verifySteps(paths.backups, key, file))
    assertRoom(paths.folder, 2 * backup.bytes)
    rmSync(drill, { recursive: true, force: true })
    mkdirSync(drill, { mode: 0o700 })
    const copy = join(drill, 'records.mbu')
    await copyFile(join(paths.backups, file), copy)
    const { seq, head: mac, rows, layout } = backup
    await inSteps(checkCopySteps(copy, key, { head: { seq, mac }, rows, layout }))
    const { slots } = readKeyFile({ keys: join(paths.backups, keysName(file)) })
    return {
      backup,
      rows: Object.values(rows).reduce((sum, count) => sum + count, 0),
      people: slots.filter(({ kind }) => kind === 'user').length,
      milliseconds: clock.monotonicMs() - started,
    }
  } catch (error) {
    throw problemOf(error) ?? error
  } finally {
    rmSync(drill, { recursive: true, force: true })
  }
}

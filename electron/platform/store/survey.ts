import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { newestBackup } from './backup-list.ts'
import { checkThere, firstBytes } from './encrypted-file.ts'
import { earlierThatFits, fits, readKeyFile } from './key-file.ts'
import type { StorePaths } from './paths.ts'
import { anchorMismatch, problemOf, StoreProblem } from './problem.ts'

/** What lies in a store's folder, without opening any of it. */
export type StoreFolder = 'empty' | 'unfinished' | 'present'

/**
 * Says whether a folder holds nothing, a first run that was broken off (which holds nothing that anybody
 * can open, since the key is in no file yet), or a store, whole or not.
 */
export function surveyStore(paths: StorePaths): StoreFolder {
  if (existsSync(paths.unfinished)) return 'unfinished'
  const parts = [paths.database, paths.attachments, paths.keys, paths.anchors, paths.backups]
  return parts.some((part) => existsSync(part)) ? 'present' : 'empty'
}

/**
 * What can be seen to be wrong with the files of a closed store without a key, so that nobody types a password
 * for nothing: a part that is missing, cut short or not ours, or a key file of other records. Not for a store
 * that this process has open.
 */
export function problemAtSight(paths: StorePaths): StoreProblem | undefined {
  try {
    const keys = readKeyFile(paths)
    const beginning = checkThere(paths.database, 'records')
    checkThere(paths.attachments, 'attachments')
    if (!fits(keys, beginning)) throw misfit(paths, keys.salt ?? '', beginning)
    checkAnchorsThere(paths)
    return undefined
  } catch (error) {
    return withLastGood(problemOf(error), paths)
  }
}

/** The same problem, with the newest good backup. */
export function withLastGood(
  problem: StoreProblem | undefined,
  paths: Pick<StorePaths, 'backups'>,
): StoreProblem | undefined {
  const backup = problem && newestBackup(paths.backups)
  if (!backup) return problem
  const { state, message, ...also } = problem.fault
  return new StoreProblem(state, message, {
    ...also,
    cause: problem,
    lastGoodBackup: backup.file,
    lastGoodAt: backup.at,
  })
}

/** The key file and the records are not of one unit: says which of the two is the stranger. */
function misfit(paths: StorePaths, salt: string, beginning: Buffer): StoreProblem {
  const beside = earlierThatFits(paths, beginning) !== undefined
  const backup = newestBackup(paths.backups)
  const backedUp = backup && firstBytes(join(paths.backups, backup.file)).toString('hex')
  if (!beside && backedUp === salt)
    return new StoreProblem(
      'wrong-key',
      'The records file is not the one that these passwords open: it is from another unit or computer, or its beginning is damaged. Restore the last good backup.',
    )
  return new StoreProblem(
    'keys-tampered',
    beside || backedUp !== undefined
      ? 'The key file (keys.json) does not belong to these records: it is from another unit or computer, so no password is right. Tell the safeguarding lead and IT support, and put back the key file that belongs here.'
      : 'The key file (keys.json) and the records file do not belong together: one of them is from another unit or computer, so no password is right. Tell the safeguarding lead and IT support.',
    beside ? { keysBeside: true } : {},
  )
}

function checkAnchorsThere({ anchors }: StorePaths): void {
  const size = statSync(anchors, { throwIfNoEntry: false })?.size
  if (size === undefined)
    throw anchorMismatch(
      'The file that proves that nothing is missing (anchors.log) is not in the records folder.',
    )
  if (size === 0) throw anchorMismatch('The file anchors.log is empty.')
}

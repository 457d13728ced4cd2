import { isAbsolute, join } from 'node:path'
import { StoreProblem } from './problem.ts'

/** Where the parts of one unit's store lie. */
export interface StorePaths {
  readonly folder: string
  readonly database: string
  readonly attachments: string
  readonly keys: string
  readonly anchors: string
  readonly backups: string
  /** There while a first run is under way: what lies beside it holds nothing that anybody can open. */
  readonly unfinished: string
}

/** The paths of a store in a folder. Throws a `StoreProblem` where the folder cannot hold one. */
export function storePaths(folder: string): StorePaths {
  checkFolder(folder)
  return {
    folder,
    database: join(folder, 'records.mbu'),
    attachments: join(folder, 'attachments.mbu'),
    keys: join(folder, 'keys.json'),
    anchors: join(folder, 'anchors.log'),
    backups: join(folder, 'backups'),
    unfinished: join(folder, 'first-run.unfinished'),
  }
}

/**
 * Refuses a folder that would lose data: SQLite cuts a path at NUL and opens another file, trims a trailing
 * space, and cannot keep its log safe on a network share (reliability.md 4.1, point 2).
 */
export function checkFolder(folder: string): void {
  const fault = faultOf(folder)
  if (fault) throw new StoreProblem('bad-path', fault)
}

function faultOf(folder: string): string | undefined {
  if (folder.includes('\0'))
    return 'The name of the records folder holds a character that is not allowed.'
  if (/^(\\\\|\/\/)/.test(folder))
    return 'The records folder is on a network share. Choose a folder on this computer: a share can lose what is saved.'
  if (!isAbsolute(folder)) return 'The records folder must be given with its full path.'
  if (folder.split(/[\\/]/).some((part) => part !== part.trimEnd()))
    return 'The name of the records folder ends with a space. Choose another folder.'
  if (
    /[\\/](OneDrive[^\\/]*|Dropbox|Google Drive|iCloudDrive|AppData[\\/]Roaming)([\\/]|$)/i.test(
      folder,
    )
  )
    return 'The records folder is copied by a synchronising tool. Choose a folder that stays on this computer.'
  return undefined
}
